package innerloop.app.bench;

import innerloop.app.canvas.NodeCanvas;
import innerloop.app.canvas.RasterView;
import innerloop.app.drive.Mouse;
import innerloop.app.graphview.GraphView;
import innerloop.app.selection.Selection;
import innerloop.graph.AttributedGraph;
import innerloop.scene.Viewport;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// Our graph view, moved by events of mouse and wheel.
final class CanvasPicture implements Picture {

    private final GraphView view = new GraphView(new Selection());
    private final NodeCanvas canvas = view.canvas();
    private final Gesture gesture;
    private boolean pressed;
    private double turned;

    /// A picture of a graph with positions.
    CanvasPicture(AttributedGraph graph, Gesture gesture) {
        this.gesture = gesture;
        view.setGraph(graph);
    }

    @Override
    public Region view() {
        return view;
    }

    @Override
    public void reset() {
        pressed = false;
        turned = 0;
        canvas.fit();
    }

    @Override
    public long move(double seconds) {
        RasterView raster = canvas.raster();
        Viewport before = raster.viewportProperty().get();
        // One drawing may be under way without the movement, or begin before it when the pointer
        // leaves a node.
        boolean idle = raster.upToDate() && canvas.hoveredProperty().get() < 0;
        long next = raster.framesShown() + (idle ? 1 : 2);
        act(seconds);
        return raster.viewportProperty().get().equals(before) ? raster.framesShown() : next;
    }

    private void act(double seconds) {
        boolean press = gesture.pressed(seconds);
        if (press && !pressed) {
            turn(seconds);
            mouse(MouseEvent.MOUSE_PRESSED, 0);
        }
        if (press || pressed) {
            mouse(MouseEvent.MOUSE_DRAGGED, seconds);
        }
        if (pressed && !press) {
            mouse(MouseEvent.MOUSE_RELEASED, seconds);
        }
        if (!press) {
            turn(seconds);
        }
        pressed = press;
    }

    private void turn(double seconds) {
        double delta = gesture.turned(seconds) - turned;
        turned += delta;
        Mouse.turn(canvas, new Point2D(gesture.x(0), gesture.y(0)), delta);
    }

    private void mouse(EventType<MouseEvent> type, double seconds) {
        Point2D at = new Point2D(gesture.x(seconds), gesture.y(seconds));
        Mouse.fire(canvas, type, canvas.sceneToLocal(at), KeyCode.UNDEFINED);
    }

    @Override
    public long drawn() {
        return canvas.raster().framesShown();
    }
}
