package innerloop.app.tour;

import innerloop.app.canvas.NodeCanvas;
import innerloop.app.canvas.Tool;
import innerloop.app.drive.FxThread;
import innerloop.app.drive.Mouse;
import innerloop.app.graphview.GraphView;
import innerloop.app.graphview.NodeStyle;
import innerloop.app.selection.Selection;
import innerloop.app.workbench.Workbench;
import innerloop.graph.AttributedGraph;
import innerloop.graph.ClusteredGraph;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;

/// Screens of the graph canvas: selecting and styling in the Debian sample, and a graph of twenty thousand nodes.
final class CanvasScreens {

    private static final int LARGE_NODES = 20_000;
    private static final int LARGE_EDGES = 50_000;
    private static final int CORNERS = 40;
    private static final double RADIUS = 90;

    private final Hand hand;
    private final Workbench workbench;
    private final GraphView view;
    private final Selection selection;

    CanvasScreens(Hand hand) {
        this.hand = hand;
        this.workbench = hand.workbench();
        this.view = workbench.graphView();
        this.selection = workbench.selection();
    }

    void walk() throws IOException, InterruptedException {
        hand.perform("select.find");
        hand.type("find-field", "class = python and degree > 5");
        hand.pause(500);
        hand.picture("find");
        hand.escape();
        lasso();
        hand.perform("select.zoom");
        hand.picture("selection-zoomed");
        FxThread.run(view::fit);
        hand.perform("select.grow");
        hand.showPage("watching-table");
        hand.picture("table");
        hand.showPage("watching-curves");
        hand.perform("select.none");
        style(NodeStyle.PLAIN.attributes("degree", "degree"));
        hand.picture("degree");
        hand.dark();
        hand.picture("degree-dark");
        hand.light();
        style(NodeStyle.PLAIN);
        large();
    }

    private void style(NodeStyle style) throws InterruptedException {
        FxThread.run(() -> view.nodeStyleProperty().set(style));
    }

    /// Draws a line around a part of the picture and takes a picture before letting go.
    private void lasso() throws IOException, InterruptedException {
        NodeCanvas canvas = view.canvas();
        Point2D middle =
                FxThread.call(() -> new Point2D(canvas.getWidth() / 2, canvas.getHeight() / 2));
        FxThread.run(() -> {
            canvas.toolProperty().set(Tool.LASSO);
            fire(canvas, MouseEvent.MOUSE_PRESSED, middle.add(RADIUS, 0));
            for (int k = 1; k < CORNERS; k++) {
                double turn = 2 * Math.PI * k / CORNERS;
                double radius = RADIUS * (1 + 0.2 * Math.sin(3 * turn));
                Point2D corner = new Point2D(Math.cos(turn), Math.sin(turn)).multiply(radius);
                fire(canvas, MouseEvent.MOUSE_DRAGGED, middle.add(corner));
            }
        });
        hand.picture("lasso");
        FxThread.run(() -> {
            fire(canvas, MouseEvent.MOUSE_RELEASED, middle.add(RADIUS, 0));
            canvas.toolProperty().set(Tool.PAN);
        });
    }

    private static void fire(NodeCanvas canvas, EventType<MouseEvent> type, Point2D at) {
        Mouse.fire(canvas, type, at, KeyCode.UNDEFINED);
    }

    private void large() throws IOException, InterruptedException {
        AttributedGraph debian = Objects.requireNonNull(workbench.document().graph().get());
        AttributedGraph large = ClusteredGraph.of(LARGE_NODES, LARGE_EDGES, 1);
        FxThread.run(() -> view.setGraph(large));
        hand.picture("large");
        FxThread.run(() -> {
            selection.focusProperty().set(0);
            selection.sameClass();
        });
        hand.dark();
        hand.picture("large-dark");
        hand.light();
        FxThread.run(() -> view.setGraph(debian));
        hand.selectHub();
        hand.report().printf(Locale.ROOT, "%,d nodes shown%n", LARGE_NODES);
    }
}
