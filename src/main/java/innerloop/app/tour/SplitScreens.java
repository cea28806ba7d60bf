package innerloop.app.tour;

import innerloop.app.canvas.NodeCanvas;
import innerloop.app.canvas.Tool;
import innerloop.app.drive.FxThread;
import innerloop.app.drive.Mouse;
import innerloop.app.graphview.ColourMode;
import innerloop.app.workbench.Workbench;
import innerloop.episode.Split;
import innerloop.graph.AttributedGraph;
import innerloop.task.NodeClassification;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;

/// Drawing a split on the Debian sample: an episode painted and completed, regions suggested, the inductive graph.
final class SplitScreens {

    private static final long PATIENCE_MILLISECONDS = 60_000;
    private static final int PAINTED = 2;

    private final Hand hand;
    private final Workbench workbench;

    SplitScreens(Hand hand) {
        this.hand = hand;
        this.workbench = hand.workbench();
    }

    void walk() throws IOException, InterruptedException {
        hand.perform("select.none");
        hand.showPage("watching-episode");
        List<String> novel = split().lanes().test();
        paint(Tool.SUPPORT, novel.get(0));
        paint(Tool.SUPPORT, novel.get(1));
        paint(Tool.QUERY, novel.get(1));
        hand.picture("split-painting");
        hand.perform("split.complete");
        hand.colour(ColourMode.CORRECTNESS);
        await(() -> split().painted().slots().size() > 2);
        hand.pause(2_000);
        hand.picture("split-episode");
        hand.dark();
        hand.picture("split-episode-dark");
        hand.light();
        hand.perform("split.clear");
        FxThread.run(() -> workbench.graphView().canvas().toolProperty().set(Tool.PAN));
        hand.colour(ColourMode.ROLE);
        hand.edit(e -> e.withSplit(e.split().withMessages(Split.Messages.SEEN)));
        hand.top("split-sentence");
        hand.picture("split-inductive");
        hand.perform("edit.undo");
        // Communities have few classes in common.
        hand.edit(e -> e.withTask(new NodeClassification(2, 1, 5)));
        hand.perform("split.suggest");
        await(() -> !split().regions().isEmpty());
        hand.top("card-split");
        hand.picture("split-regions");
        hand.perform("edit.undo");
        hand.perform("edit.undo");
        await(workbench::isAppraised);
        hand.click("leaks-toggle");
        hand.top("leaks");
        hand.picture("split-leaks");
        hand.click("leaks-toggle");
        hand.top("card-graph");
        hand.colour(ColourMode.CLASS);
        hand.showPage("watching-curves");
        hand.selectHub();
    }

    private Split split() {
        return workbench.document().experiment().get().split();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        if (!FxThread.await(condition, PATIENCE_MILLISECONDS)) {
            throw new IllegalStateException("the split does not change");
        }
    }

    /// Clicks on nodes of a class that nothing hides.
    private void paint(Tool tool, String className) throws InterruptedException {
        NodeCanvas canvas = workbench.graphView().canvas();
        AttributedGraph graph = Objects.requireNonNull(workbench.document().graph().get());
        int wanted = graph.classes().indexOf(className);
        FxThread.run(() -> {
            canvas.toolProperty().set(tool);
            IntStream.range(0, graph.nodes())
                    .filter(i -> graph.labels()[i] == wanted && isOnTop(canvas, i))
                    .skip(tool == Tool.QUERY ? PAINTED : 0)
                    .limit(PAINTED)
                    .forEach(i -> {
                        Point2D at = canvas.screenOf(i);
                        Mouse.fire(canvas, MouseEvent.MOUSE_PRESSED, at, KeyCode.UNDEFINED);
                        Mouse.fire(canvas, MouseEvent.MOUSE_RELEASED, at, KeyCode.UNDEFINED);
                    });
        });
    }

    private static boolean isOnTop(NodeCanvas canvas, int node) {
        Point2D at = canvas.screenOf(node);
        return canvas.nodeAt(at.getX(), at.getY()) == node;
    }
}
