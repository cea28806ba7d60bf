package innerloop.graph;

import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects edges and attributes and makes an [AttributedGraph].
///
/// Repeated edges become one: weights are added if any edge has a weight, otherwise the edge stays 1. How many
/// were repeated can be asked afterwards ([#parallelEdges()]).
public final class GraphBuilder {

    private final String name;
    private final int nodes;
    private final boolean directed;
    private int[] from = new int[1024];
    private int[] to = new int[1024];
    private double[] weight = new double[1024];
    private int edges;
    private boolean weighted;
    private int parallelEdges;
    private @Nullable FeatureTable features;
    private int @Nullable [] labels;
    private List<String> classes = List.of();
    private @Nullable NodeNames names;
    private int @Nullable [] graphOf;
    private int[] graphLabels = {};
    private List<String> graphClasses = List.of();
    private float @Nullable [] positions;
    private GraphHistory.@Nullable Snapshot snapshot;

    /// A graph with this many nodes and no edges yet.
    public GraphBuilder(String name, int nodes, boolean directed) {
        this.name = name;
        this.nodes = nodes;
        this.directed = directed;
    }

    /// Adds an edge of weight 1.
    public GraphBuilder edge(int source, int target) {
        return append(source, target, 1);
    }

    /// Adds an edge with its weight.
    public GraphBuilder edge(int source, int target, double edgeWeight) {
        weighted = true;
        return append(source, target, edgeWeight);
    }

    private GraphBuilder append(int source, int target, double edgeWeight) {
        if (edges == from.length) {
            from = Arrays.copyOf(from, edges * 2);
            to = Arrays.copyOf(to, edges * 2);
            weight = Arrays.copyOf(weight, edges * 2);
        }
        from[edges] = source;
        to[edges] = target;
        weight[edges++] = edgeWeight;
        return this;
    }

    /// Sets the node features `[n × f]` and, if known, the columns' names.
    public GraphBuilder features(SparseMatrix matrix, List<String> columnNames) {
        return features(new FeatureTable(matrix, columnNames));
    }

    /// Sets the node features.
    public GraphBuilder features(FeatureTable table) {
        if (table.matrix().rows() != nodes) {
            throw new IllegalArgumentException(
                    "features " + table.matrix().shape() + " for a graph of " + nodes + " nodes");
        }
        features = table;
        return this;
    }

    /// Sets class indices (−1 = none) and the classes' names.
    public GraphBuilder labels(int[] classOfNode, List<String> classNames) {
        labels = classOfNode.clone();
        classes = classNames;
        return this;
    }

    /// Sets labels by class name (empty = none); classes are sorted by name, numbers by value.
    public GraphBuilder labels(List<String> classNameOfNode) {
        List<String> distinct = distinct(classNameOfNode);
        return labels(indices(classNameOfNode, distinct), distinct);
    }

    private static List<String> distinct(List<String> classNames) {
        return classNames.stream()
                .filter(s -> !s.isEmpty())
                .distinct()
                .sorted(ClassOrder.NATURAL)
                .toList();
    }

    private static int[] indices(List<String> classNames, List<String> distinct) {
        Map<String, Integer> index = new HashMap<>();
        distinct.forEach(name -> index.put(name, index.size()));
        return classNames.stream().mapToInt(name -> index.getOrDefault(name, -1)).toArray();
    }

    /// Sets the nodes' names; without it they are their numbers, as are the ids.
    public GraphBuilder names(List<String> namesOfNodes) {
        return names(NodeNames.of(namesOfNodes));
    }

    /// Sets the nodes' names and ids.
    public GraphBuilder names(NodeNames nodeNames) {
        names = nodeNames;
        return this;
    }

    /// Sets the member graph of each node.
    public GraphBuilder members(int[] graphOfNode) {
        graphOf = graphOfNode.clone();
        return this;
    }

    /// Sets the classes of the member graphs by name (empty = none); they are sorted by name, numbers by value.
    public GraphBuilder memberLabels(List<String> classNameOfGraph) {
        graphClasses = distinct(classNameOfGraph);
        graphLabels = indices(classNameOfGraph, graphClasses);
        return this;
    }

    /// Sets x, y of each node.
    public GraphBuilder positions(float[] xy) {
        positions = xy.clone();
        return this;
    }

    /// Sets what the graph is a state of.
    GraphBuilder snapshot(GraphHistory.Snapshot state) {
        snapshot = state;
        return this;
    }

    /// How many of the added edges repeated an earlier one; known after [#build()].
    public int parallelEdges() {
        return parallelEdges;
    }

    /// Makes the graph.
    public AttributedGraph build() {
        int stored = 0;
        int[] i = new int[2 * edges];
        int[] j = new int[2 * edges];
        double[] v = new double[2 * edges];
        int loops = 0;
        for (int e = 0; e < edges; e++) {
            i[stored] = to[e];
            j[stored] = from[e];
            v[stored++] = weight[e];
            if (from[e] == to[e]) {
                loops++;
            } else if (!directed) {
                i[stored] = from[e];
                j[stored] = to[e];
                v[stored++] = weight[e];
            }
        }
        SparseMatrix adjacency =
                SparseMatrix.ofTriplets(
                        nodes,
                        nodes,
                        Arrays.copyOf(i, stored),
                        Arrays.copyOf(j, stored),
                        Arrays.copyOf(v, stored));
        int distinctLoops = 0;
        for (int n = 0; n < nodes; n++) {
            distinctLoops += adjacency.holds(n, n) ? 1 : 0;
        }
        int repeatedLoops = loops - distinctLoops;
        int repeated = stored - adjacency.size();
        parallelEdges = directed ? repeated : (repeated - repeatedLoops) / 2 + repeatedLoops;
        if (!weighted) {
            Arrays.fill(adjacency.value(), 1);
        }
        return new AttributedGraph(
                name,
                directed,
                adjacency,
                features != null ? features : FeatureTable.none(nodes),
                labels != null ? labels : unlabelled(),
                classes,
                names != null ? names : NodeNames.numbered(nodes),
                graphOf != null ? graphOf : new int[nodes],
                graphLabels,
                graphClasses,
                positions,
                snapshot);
    }

    private int[] unlabelled() {
        int[] none = new int[nodes];
        Arrays.fill(none, -1);
        return none;
    }
}
