package innerloop.app.graphview;

import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeAttributes;
import java.util.Arrays;
import java.util.regex.Pattern;

/// What drawing a graph needs again and again, made once.
///
/// @param graph the graph
/// @param attributes what can be said of its nodes without a learner
/// @param weighted whether edges differ in weight
/// @param labelOrder nodes worth a label, most neighbours first; empty if names say no more than numbers
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record GraphFacts(
        AttributedGraph graph, NodeAttributes attributes, boolean weighted, int[] labelOrder) {

    private static final int MOST_LABELS = 1000;
    private static final int LOOKED_AT = 50;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    static GraphFacts of(AttributedGraph graph) {
        boolean named =
                graph.names().stream().limit(LOOKED_AT).anyMatch(n -> !NUMBER.matcher(n).matches());
        return new GraphFacts(
                graph,
                NodeAttributes.of(graph),
                Arrays.stream(graph.adjacency().value()).anyMatch(weight -> weight != 1),
                named ? mostNeighbours(graph) : new int[0]);
    }

    /// Those of the same graph with other classes of nodes.
    GraphFacts relabelled(AttributedGraph same) {
        return new GraphFacts(same, attributes.relabelled(same), weighted, labelOrder);
    }

    private static int[] mostNeighbours(AttributedGraph graph) {
        long[] keys = new long[graph.nodes()];
        Arrays.setAll(keys, i -> -((long) graph.degree(i) << 32) + i);
        Arrays.sort(keys);
        return Arrays.stream(keys).limit(MOST_LABELS).mapToInt(key -> (int) key).toArray();
    }
}
