package innerloop.graph.stream;

import innerloop.graph.AttributedGraph;
import innerloop.graph.layout.CollectionLayout;
import innerloop.graph.layout.ForceLayout;
import innerloop.graph.layout.IncrementalLayout;
import innerloop.graph.layout.LayoutJob;
import innerloop.math.Seed;

/// The layout that suits a graph.
public final class GraphLayouts {

    private GraphLayouts() {}

    /// Member graphs side by side; SpringBox where it is good, ours where it would take minutes.
    public static IncrementalLayout of(AttributedGraph shown, Seed seed) {
        // One layout serves all steps of a history.
        AttributedGraph graph = shown.snapshot().map(at -> at.history().whole()).orElse(shown);
        if (graph.graphs() > 1) {
            return new CollectionLayout(graph, seed);
        }
        return graph.nodes() <= SpringBoxLayout.MAX_NODES
                ? new SpringBoxLayout(graph, seed)
                : new ForceLayout(graph, seed);
    }

    /// Where the nodes are in the end, x and y of each in turn: where the file has them, or where the layout takes them in the
    /// time that a person waits for it.
    public static float[] settled(AttributedGraph graph, Seed seed) {
        float[] known = graph.positions();
        if (known != null) {
            return known;
        }
        if (graph.nodes() == 0) {
            return new float[0];
        }
        long end = System.nanoTime() + LayoutJob.BUDGET.toNanos();
        IncrementalLayout layout = of(graph, seed);
        boolean more = true;
        while (more && System.nanoTime() < end) {
            more = layout.step();
        }
        return layout.positions();
    }
}
