package innerloop.io;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.GraphEvent;
import innerloop.graph.GraphHistory;
import innerloop.graph.NodeNames;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The history of a graph each edge of which came at a known time.
///
/// A node comes with its class and its features just before its first edge; nodes without an edge are there from the beginning.
/// Edges of one time come together. If there are more than [#MOST_STEPS] times, the whole time is divided into so many
/// parts of one length.
final class TimedEdges {

    static final int MOST_STEPS = 200;

    private final AttributedGraph whole;
    private final BitSet come = new BitSet();

    private TimedEdges(AttributedGraph whole) {
        this.whole = whole;
    }

    /// The graph after all its edges, which knows how it grew.
    ///
    /// @param whole the graph with all its edges
    /// @param edges as they stand in the file
    /// @param times of each of them
    static AttributedGraph grown(AttributedGraph whole, EdgeBuffer edges, double[] times) {
        return new TimedEdges(whole).history(edges, times).last();
    }

    private GraphHistory history(EdgeBuffer edges, double[] times) {
        SortedMap<Double, List<Integer>> batches = batches(times);
        List<GraphHistory.Step> steps = new ArrayList<>();
        batches.forEach((time, members) -> {
            List<GraphEvent> events = new ArrayList<>();
            if (steps.isEmpty()) {
                for (int node = 0; node < whole.nodes(); node++) {
                    if (whole.degree(node) == 0 && !whole.joined(node, node)) {
                        comes(node, events);
                    }
                }
            }
            for (int e : members) {
                comes(edges.from(e), events);
                comes(edges.to(e), events);
                events.add(
                        new GraphEvent.EdgeAdded(e, edges.from(e), edges.to(e), edges.weight(e)));
            }
            steps.add(new GraphHistory.Step(time, events));
        });
        return new GraphHistory(nodes(), whole.classes(), steps);
    }

    /// The graph of all nodes, as histories begin with it.
    private AttributedGraph nodes() {
        GraphBuilder builder =
                new GraphBuilder(whole.name(), whole.nodes(), whole.directed())
                        .names(new NodeNames(whole.names(), whole.nodeNames().ids()))
                        .features(whole.featureTable());
        float[] positions = whole.positions();
        return (positions == null ? builder : builder.positions(positions)).build();
    }

    private void comes(int node, List<GraphEvent> events) {
        if (come.get(node)) {
            return;
        }
        come.set(node);
        events.add(new GraphEvent.NodeAdded(node));
        if (whole.labels()[node] >= 0) {
            events.add(new GraphEvent.NodeLabelled(node, whole.labels()[node]));
        }
        SparseMatrix features = whole.features();
        for (int k = features.begins()[node]; k < features.ends()[node]; k++) {
            events.add(new GraphEvent.FeatureSet(node, features.column()[k], features.value()[k]));
        }
    }

    /// The numbers of the edges that come together, by their time.
    private static SortedMap<Double, List<Integer>> batches(double[] times) {
        double least = Arrays.stream(times).min().orElse(0);
        double most = Arrays.stream(times).max().orElse(0);
        boolean few = Arrays.stream(times).distinct().limit(MOST_STEPS + 1L).count() <= MOST_STEPS;
        SortedMap<Double, List<Integer>> batches = new TreeMap<>();
        for (int e = 0; e < times.length; e++) {
            double part = Math.floor((times[e] - least) / (most - least) * MOST_STEPS);
            double end = least + (Math.min(part, MOST_STEPS - 1) + 1) * (most - least) / MOST_STEPS;
            batches.computeIfAbsent(few ? times[e] : end, _ -> new ArrayList<>()).add(e);
        }
        return batches;
    }
}
