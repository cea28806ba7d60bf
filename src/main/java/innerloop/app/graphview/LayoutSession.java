package innerloop.app.graphview;

import innerloop.graph.AttributedGraph;
import innerloop.graph.layout.CollectionLayout;
import innerloop.graph.layout.ForceLayout;
import innerloop.graph.layout.IncrementalLayout;
import innerloop.graph.layout.Layout;
import innerloop.graph.layout.LayoutJob;
import innerloop.graph.stream.SpringBoxLayout;
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
        job = LayoutJob.start(() -> choose(graph, seed), LayoutJob.BUDGET, this::publish);
    }

    /// Member graphs side by side; SpringBox where it is good, ours where it would take minutes.
    private static IncrementalLayout choose(AttributedGraph shown, Seed seed) {
        // One layout serves all steps of a history.
        AttributedGraph graph = shown.snapshot().map(at -> at.history().whole()).orElse(shown);
        if (graph.graphs() > 1) {
            return new CollectionLayout(graph, seed);
        }
        return graph.nodes() <= SpringBoxLayout.MAX_NODES
                ? new SpringBoxLayout(graph, seed)
                : new ForceLayout(graph, seed);
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
