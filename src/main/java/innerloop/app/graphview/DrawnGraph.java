package innerloop.app.graphview;

import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeAttribute;
import innerloop.graph.select.NodeAttributes;
import innerloop.math.Lazy;
import innerloop.math.SparseMatrix;
import innerloop.scene.EdgeList;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Data that is needed repeatedly for drawing a graph, computed once. Parts that take long for large graphs are computed when
/// they are first needed, which is where scenes are made ([SceneMaker]).
final class DrawnGraph {

    private static final int MOST_LABELS = 1000;
    private static final int LOOKED_AT = 50;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private final AttributedGraph graph;
    private final NodeAttributes attributes;
    private final boolean weighted;
    private final Structure structure;

    /// Data that does not depend on the classes of nodes.
    private record Structure(
            Lazy<EdgeList> edges,
            Lazy<EdgeList> weightedEdges,
            Lazy<int[]> labelOrder,
            Map<String, Optional<NodeScale>> scales,
            AtomicReference<@Nullable AttentionEdges> attended) {}

    private DrawnGraph(
            AttributedGraph graph,
            NodeAttributes attributes,
            boolean weighted,
            Structure structure) {
        this.graph = graph;
        this.attributes = attributes;
        this.weighted = weighted;
        this.structure = structure;
    }

    static DrawnGraph of(AttributedGraph graph) {
        boolean weighted = Arrays.stream(graph.adjacency().value()).anyMatch(weight -> weight != 1);
        Lazy<EdgeList> edges = new Lazy<>(() -> EdgeList.of(graph));
        Lazy<EdgeList> heavy =
                new Lazy<>(() ->
                        weighted
                                ? edges.get()
                                        .strengthenedBy(
                                                (from, to) -> graph.adjacency().get(to, from))
                                : edges.get());
        Structure structure =
                new Structure(
                        edges,
                        heavy,
                        new Lazy<>(() -> labelOrder(graph)),
                        new ConcurrentHashMap<>(),
                        new AtomicReference<>());
        return new DrawnGraph(graph, NodeAttributes.of(graph), weighted, structure);
    }

    /// Those of the same graph with other classes of nodes, or after other steps of its history.
    DrawnGraph relabelled(AttributedGraph same) {
        return same.adjacency().equals(graph.adjacency())
                        && same.features().equals(graph.features())
                ? new DrawnGraph(same, attributes.relabelled(same), weighted, structure)
                : of(same);
    }

    /// The graph.
    AttributedGraph graph() {
        return graph;
    }

    /// Attributes of its nodes that do not need a learner.
    NodeAttributes attributes() {
        return attributes;
    }

    /// Whether edges differ in weight.
    boolean weighted() {
        return weighted;
    }

    /// Its edges, all alike.
    EdgeList edges() {
        return structure.edges().get();
    }

    /// Its edges, heavy ones stronger.
    EdgeList weightedEdges() {
        return structure.weightedEdges().get();
    }

    /// Its edges by attention, measured once for each.
    AttentionEdges attended(SparseMatrix attention) {
        AttentionEdges known = structure.attended().get();
        if (known == null || !known.attention().equals(attention)) {
            known = AttentionEdges.of(attention, edges());
            structure.attended().set(known);
        }
        return known;
    }

    /// Nodes worth a label, most neighbours first; empty if names say no more than numbers. Nobody writes into it.
    int[] labelOrder() {
        return structure.labelOrder().get();
    }

    /// The scale of one of the attributes; empty if there is none of this name or it is no number.
    Optional<NodeScale> scale(String attribute) {
        return structure
                .scales()
                .computeIfAbsent(attribute, name -> scale(attributes, name, graph.nodes()));
    }

    /// The scale of an attribute of this many nodes.
    static Optional<NodeScale> scale(NodeAttributes attributes, String name, int nodes) {
        return attributes
                .find(name)
                .flatMap(found ->
                        found instanceof NodeAttribute.Numeric numeric
                                ? Optional.of(NodeScale.of(numeric, nodes))
                                : Optional.empty());
    }

    private static int[] labelOrder(AttributedGraph graph) {
        boolean named =
                graph.names().stream().limit(LOOKED_AT).anyMatch(n -> !NUMBER.matcher(n).matches());
        if (!named) {
            return new int[0];
        }
        long[] keys = new long[graph.nodes()];
        Arrays.setAll(keys, i -> -((long) graph.degree(i) << 32) + i);
        Arrays.sort(keys);
        return Arrays.stream(keys).limit(MOST_LABELS).mapToInt(key -> (int) key).toArray();
    }
}
