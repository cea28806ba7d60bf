package innerloop.graph;

import innerloop.graph.GraphEvent.EdgeAdded;
import innerloop.graph.GraphEvent.EdgeRemoved;
import innerloop.graph.GraphEvent.EdgeWeighted;
import innerloop.graph.GraphEvent.FeatureSet;
import innerloop.graph.GraphEvent.NodeAdded;
import innerloop.graph.GraphEvent.NodeLabelled;
import innerloop.graph.GraphEvent.NodeRemoved;
import innerloop.graph.GraphHistory.Snapshot;
import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/// A graph to which one event after another happens. For one thread.
final class Replay {

    private final BitSet present = new BitSet();
    private final NavigableMap<Integer, EdgeAdded> edges = new TreeMap<>();
    private final int[] labels;
    private final Map<Integer, NavigableMap<Integer, Double>> features = new HashMap<>();

    /// An empty graph in which this many nodes can come.
    Replay(int nodes) {
        labels = new int[nodes];
        Arrays.fill(labels, -1);
    }

    void apply(GraphEvent event) {
        switch (event) {
            case NodeAdded added -> present.set(added.node());
            case NodeRemoved(int node) -> {
                present.clear(node);
                labels[node] = -1;
                features.remove(node);
            }
            case EdgeAdded added -> edges.put(added.edge(), added);
            case EdgeRemoved removed -> edges.remove(removed.edge());
            case EdgeWeighted(int edge, double weight) ->
                    edges.computeIfPresent(
                            edge, (_, was) -> new EdgeAdded(edge, was.from(), was.to(), weight));
            case NodeLabelled(int node, int label) -> labels[node] = label;
            case FeatureSet(int node, int column, double value) -> {
                NavigableMap<Integer, Double> row =
                        features.computeIfAbsent(node, _ -> new TreeMap<>());
                if (Double.isNaN(value)) {
                    row.remove(column);
                } else {
                    row.put(column, value);
                }
            }
        }
    }

    /// The nodes that are there now.
    BitSet present() {
        return (BitSet) present.clone();
    }

    /// The graph as it is now.
    AttributedGraph graph(
            AttributedGraph nodes, List<String> classes, boolean weighted, Snapshot snapshot) {
        GraphBuilder builder =
                new GraphBuilder(nodes.name(), labels.length, nodes.directed())
                        .names(nodes.nodeNames())
                        .labels(labels, classes)
                        .features(features(nodes.features().columns(), nodes.featureNames()))
                        .snapshot(snapshot);
        for (EdgeAdded edge : edges.values()) {
            if (weighted) {
                builder.edge(edge.from(), edge.to(), edge.weight());
            } else {
                builder.edge(edge.from(), edge.to());
            }
        }
        float[] positions = nodes.positions();
        return (positions == null ? builder : builder.positions(positions)).build();
    }

    private FeatureTable features(int columns, List<String> names) {
        int size = features.values().stream().mapToInt(Map::size).sum();
        int[] node = new int[size];
        int[] column = new int[size];
        double[] value = new double[size];
        int at = 0;
        SortedMap<Integer, BitSet> gaps = new TreeMap<>();
        for (int c = 0; c < columns; c++) {
            BitSet all = new BitSet(labels.length);
            all.set(0, labels.length);
            gaps.put(c, all);
        }
        for (Map.Entry<Integer, NavigableMap<Integer, Double>> row : features.entrySet()) {
            for (Map.Entry<Integer, Double> entry : row.getValue().entrySet()) {
                Objects.requireNonNull(gaps.get(entry.getKey())).clear(row.getKey());
                if (entry.getValue() != 0) {
                    node[at] = row.getKey();
                    column[at] = entry.getKey();
                    value[at++] = entry.getValue();
                }
            }
        }
        SparseMatrix matrix =
                SparseMatrix.ofTriplets(
                        labels.length,
                        columns,
                        Arrays.copyOf(node, at),
                        Arrays.copyOf(column, at),
                        Arrays.copyOf(value, at));
        gaps.values().removeIf(BitSet::isEmpty);
        return new FeatureTable(matrix, names, gaps);
    }
}
