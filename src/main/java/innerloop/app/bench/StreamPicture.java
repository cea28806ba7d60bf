package innerloop.app.bench;

import innerloop.app.inspect.WholeGraphViewer;
import innerloop.graph.AttributedGraph;
import innerloop.scene.Bounds2;
import innerloop.scene.Viewport;
import java.util.Objects;
import javafx.scene.layout.Region;

/// GraphStream's viewer, its camera moved as the same gesture moves our canvas.
final class StreamPicture implements Picture {

    private static final double MARGIN = 34;

    private final Gesture gesture;
    private final Viewport whole;
    private final WholeGraphViewer viewer;

    /// A picture of a graph with positions.
    StreamPicture(AttributedGraph graph, Gesture gesture) {
        this.gesture = gesture;
        whole =
                Viewport.fit(
                        Bounds2.of(Objects.requireNonNull(graph.positions())),
                        gesture.width(),
                        gesture.height(),
                        MARGIN);
        viewer = new WholeGraphViewer(graph, whole);
    }

    @Override
    public Region view() {
        return viewer.view();
    }

    @Override
    public void reset() {
        viewer.look(whole);
    }

    @Override
    public long move(double seconds) {
        viewer.look(gesture.seen(whole, seconds));
        return viewer.drawn() + 1;
    }

    @Override
    public long drawn() {
        return viewer.drawn();
    }

    /// Ends the viewer.
    void close() {
        viewer.close();
    }
}
