package innerloop.graph;

import innerloop.math.Lazy;
import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A graph with what is known about its nodes. Immutable; made by [GraphBuilder].
///
/// | part | shape | meaning |
/// |---|---|---|
/// | adjacency | `[n × n]` | entry (i, j): an edge from j to i, value = weight; symmetric unless directed |
/// | features | `[n × f]` | node features, row = node; f = 0 when the file has none |
/// | labels | `n` | class index per node, −1 for none |
/// | names | `n` | what a person calls the node, and what its file calls it |
/// | graphOf | `n` | member graph of each node; all 0 for a single graph |
/// | graphLabels | `graphs` | class index per member graph, −1 for none; empty if member graphs have no classes |
/// | positions | `2n` | x, y of each node, when the file has them |
/// | snapshot | | the history it is a state of, if its file tells how it grew |
///
/// The accessors give the arrays themselves, which must not be written into.
public final class AttributedGraph {

    private final String name;
    private final boolean directed;
    private final SparseMatrix adjacency;
    private final FeatureTable features;
    private final int[] labels;
    private final List<String> classes;
    private final NodeNames nodeNames;
    private final int[] graphOf;
    private final int graphs;
    private final Lazy<int[][]> members = new Lazy<>(this::nodesOfMembers);
    private final int[] graphLabels;
    private final List<String> graphClasses;
    private final float @Nullable [] positions;
    private final GraphHistory.@Nullable Snapshot snapshot;

    AttributedGraph(
            String name,
            boolean directed,
            SparseMatrix adjacency,
            FeatureTable features,
            int[] labels,
            List<String> classes,
            NodeNames nodeNames,
            int[] graphOf,
            int[] graphLabels,
            List<String> graphClasses,
            float @Nullable [] positions,
            GraphHistory.@Nullable Snapshot snapshot) {
        this.name = name;
        this.directed = directed;
        this.adjacency = adjacency;
        this.features = features;
        this.labels = labels;
        this.classes = List.copyOf(classes);
        this.nodeNames = nodeNames;
        this.graphOf = graphOf;
        this.graphs = Arrays.stream(graphOf).max().orElse(-1) + 1;
        this.graphLabels = graphLabels;
        this.graphClasses = List.copyOf(graphClasses);
        this.positions = positions;
        this.snapshot = snapshot;
    }

    /// The same graph with other classes of nodes.
    ///
    /// @param otherLabels class index of each node, −1 for none
    /// @param otherClasses what the classes are called, in the order of their indices
    public AttributedGraph withLabels(int[] otherLabels, List<String> otherClasses) {
        if (otherLabels.length != nodes()) {
            throw new IllegalArgumentException(
                    otherLabels.length + " labels for " + nodes() + " nodes");
        }
        return new AttributedGraph(
                name,
                directed,
                adjacency,
                features,
                otherLabels.clone(),
                otherClasses,
                nodeNames,
                graphOf,
                graphLabels,
                graphClasses,
                positions,
                snapshot);
    }

    /// The same graph without the edges, loops too, from and to these nodes.
    public AttributedGraph withoutEdgesOf(BitSet isolated) {
        return with(directed, FewerEdges.without(adjacency, isolated), features);
    }

    /// The same graph with only those of its edges that join these pairs, in the directions and with the weights they have.
    public AttributedGraph withOnlyEdges(Targets.Pairs joined) {
        return with(directed, FewerEdges.only(adjacency, joined), features);
    }

    /// The same graph without edges from a node to itself.
    public AttributedGraph withoutLoops() {
        return selfLoops() == 0
                ? this
                : with(directed, FewerEdges.withoutDiagonal(adjacency), features);
    }

    /// The same graph, whose edges have no direction. An edge has the larger weight of those in either direction.
    public AttributedGraph undirected() {
        return directed ? with(false, FewerEdges.symmetric(adjacency), features) : this;
    }

    /// The same graph without one of its feature columns.
    public AttributedGraph withoutFeature(int column) {
        return with(directed, adjacency, features.without(column));
    }

    private AttributedGraph with(
            boolean otherDirected, SparseMatrix edges, FeatureTable otherFeatures) {
        return new AttributedGraph(
                name,
                otherDirected,
                edges,
                otherFeatures,
                labels,
                classes,
                nodeNames,
                graphOf.clone(),
                graphLabels,
                graphClasses,
                positions,
                snapshot);
    }

    /// Whether this is that graph: as it was, [#withLabels(int[], List)], or after other steps of its history.
    @SuppressWarnings("ReferenceEquality") // only withLabels passes this array on
    public boolean hasNodesOf(AttributedGraph that) {
        return graphOf == that.graphOf
                || (snapshot != null
                        && that.snapshot != null
                        && snapshot.history() == that.snapshot.history());
    }

    /// The name of the graph: its file's name without ending.
    public String name() {
        return name;
    }

    /// Number of nodes n.
    public int nodes() {
        return adjacency.rows();
    }

    /// Whether a node is there, see [GraphHistory].
    public boolean isPresent(int node) {
        return snapshot == null || snapshot.present().get(node);
    }

    /// Number of nodes that are there, see [GraphHistory].
    public int nodesPresent() {
        return snapshot == null ? nodes() : snapshot.present().cardinality();
    }

    /// Number of edges; an undirected edge counts once.
    public int edges() {
        return directed ? adjacency.size() : (adjacency.size() + selfLoops()) / 2;
    }

    /// Number of nodes with an edge to themselves.
    public int selfLoops() {
        int loops = 0;
        for (int i = 0; i < nodes(); i++) {
            loops += adjacency.holds(i, i) ? 1 : 0;
        }
        return loops;
    }

    /// Whether edges have a direction.
    public boolean directed() {
        return directed;
    }

    /// `[n × n]`: row = centre i, column = neighbour j, for an edge j → i.
    public SparseMatrix adjacency() {
        return adjacency;
    }

    /// `[n × f]` node features as read from the file.
    public SparseMatrix features() {
        return features.matrix();
    }

    /// The name of each feature column; empty when unknown.
    public List<String> featureNames() {
        return features.names();
    }

    /// The features with their names, and where the file has none.
    public FeatureTable featureTable() {
        return features;
    }

    /// Class index of each node, −1 for none. Read only.
    public int[] labels() {
        return labels;
    }

    /// The class names, in the order of their indices.
    public List<String> classes() {
        return classes;
    }

    /// The name of each node.
    public List<String> names() {
        return nodeNames.names();
    }

    /// The name and the id of each node.
    public NodeNames nodeNames() {
        return nodeNames;
    }

    /// Member graph of each node. Read only.
    public int[] graphOf() {
        return graphOf;
    }

    /// Class index of each member graph, −1 for none; empty if member graphs have no classes. Read only.
    public int[] graphLabels() {
        return graphLabels;
    }

    /// The names of the member graphs' classes, in the order of their indices.
    public List<String> graphClasses() {
        return graphClasses;
    }

    /// The same graph in which every node has the class of its member graph.
    public AttributedGraph withLabelsOfMembers() {
        int[] inherited = new int[nodes()];
        for (int i = 0; i < inherited.length; i++) {
            inherited[i] = graphOf[i] < graphLabels.length ? graphLabels[graphOf[i]] : -1;
        }
        return withLabels(inherited, graphClasses);
    }

    /// Number of member graphs.
    public int graphs() {
        return graphs;
    }

    /// The nodes of each member graph, ascending. Read only.
    public int[][] members() {
        return members.get();
    }

    private int[][] nodesOfMembers() {
        int[] sizes = new int[graphs];
        for (int g : graphOf) {
            sizes[g]++;
        }
        int[][] nodesOf = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        int[] next = new int[graphs];
        for (int i = 0; i < graphOf.length; i++) {
            nodesOf[graphOf[i]][next[graphOf[i]]++] = i;
        }
        return nodesOf;
    }

    /// x, y of each node if the file had them. Read only.
    public float @Nullable [] positions() {
        return positions;
    }

    /// What it is a state of; empty for a graph that was always like this.
    public Optional<GraphHistory.Snapshot> snapshot() {
        return Optional.ofNullable(snapshot);
    }

    /// Whether an edge of either direction joins two nodes.
    public boolean joined(int u, int v) {
        return adjacency.find(u, v) >= 0 || (directed && adjacency.find(v, u) >= 0);
    }

    /// Number of neighbours of a node (in-neighbours if directed).
    public int degree(int node) {
        return adjacency.rowSize(node);
    }

    /// How many nodes each class has.
    public int[] classSizes() {
        int[] sizes = new int[classes.size()];
        for (int label : labels) {
            if (label >= 0) {
                sizes[label]++;
            }
        }
        return sizes;
    }

    /// Number of connected components, edge directions ignored.
    public int components() {
        int[] parent = new int[nodes()];
        Arrays.setAll(parent, i -> i);
        int components = nodes();
        for (int i = 0; i < nodes(); i++) {
            for (int k = adjacency.rowStart()[i]; k < adjacency.rowStart()[i + 1]; k++) {
                int a = root(parent, i);
                int b = root(parent, adjacency.column()[k]);
                if (a != b) {
                    parent[a] = b;
                    components--;
                }
            }
        }
        return components;
    }

    private static int root(int[] parent, int node) {
        int i = node;
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    }

    /// Number of nodes without any edge to another node.
    public int isolated() {
        boolean[] touched = new boolean[nodes()];
        for (int i = 0; i < nodes(); i++) {
            for (int k = adjacency.rowStart()[i]; k < adjacency.rowStart()[i + 1]; k++) {
                int j = adjacency.column()[k];
                if (j != i) {
                    touched[i] = true;
                    touched[j] = true;
                }
            }
        }
        int isolated = 0;
        for (boolean t : touched) {
            isolated += t ? 0 : 1;
        }
        return isolated;
    }

    /// SHA-256 over structure, features and their names, labels, classes and names: equal graphs have equal hashes.
    /// Positions and ids stay out: where a node is drawn and what its file calls it change no result.
    public String contentHash() {
        return ContentHash.of(this);
    }

    /// Equal in everything but the graph's own name and history.
    @Override
    public boolean equals(@Nullable Object other) {
        if (other == this) {
            return true;
        }
        return other instanceof AttributedGraph that
                && directed == that.directed
                && adjacency.equals(that.adjacency)
                && features.equals(that.features)
                && Arrays.equals(labels, that.labels)
                && classes.equals(that.classes)
                && nodeNames.equals(that.nodeNames)
                && Arrays.equals(graphOf, that.graphOf)
                && Arrays.equals(graphLabels, that.graphLabels)
                && graphClasses.equals(that.graphClasses)
                && Arrays.equals(positions, that.positions);
    }

    @Override
    public int hashCode() {
        return Objects.hash(adjacency, Arrays.hashCode(labels), nodeNames);
    }

    @Override
    public String toString() {
        return "%s: %s, %s, %s, %s"
                .formatted(
                        name,
                        Amount.of(nodes(), "node"),
                        Amount.of(edges(), "edge"),
                        Amount.of(classes.size(), "class"),
                        Amount.of(features().columns(), "feature"));
    }
}
