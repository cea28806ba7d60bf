package innerloop.app.graphview;

import innerloop.graph.AttributedGraph;
import innerloop.graph.layout.Layout;
import innerloop.graph.layout.LayoutJob;
import innerloop.graph.stream.GraphLayouts;
import innerloop.math.Seed;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Lays out one graph in the background and hands the snapshots over on the FX thread, the latest
/// only.
final class LayoutSession {

    private final AtomicReference<@Nullable Layout> latest = new AtomicReference<>();
    private final Consumer<Layout> onSnapshot;
    private final LayoutJob job;
    private boolean closed;

    /// Starts at once.
    LayoutSession(AttributedGraph graph, Seed seed, Consumer<Layout> onSnapshot) {
        this.onSnapshot = onSnapshot;
        job = LayoutJob.start(() -> GraphLayouts.of(graph, seed), LayoutJob.BUDGET, this::publish);
    }

    private void publish(Layout snapshot) {
        if (latest.getAndSet(snapshot) == null) {
            Platform.runLater(this::deliver);
        }
    }

    private void deliver() {
        Layout snapshot = latest.getAndSet(null);
        if (snapshot != null && !closed) {
            onSnapshot.accept(snapshot);
        }
    }

    /// Ends the layout where it is; its last snapshot still arrives.
    void stop() {
        job.cancel();
    }

    /// Ends the layout; nothing arrives any more.
    void close() {
        closed = true;
        job.cancel();
    }
}
