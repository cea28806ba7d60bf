package innerloop.io;

import innerloop.graph.AttributedGraph;
import innerloop.graph.ClassOrder;
import innerloop.math.SparseMatrix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The properties of a graph by which writers leave out whatever is not necessary.
///
/// @param weighted whether an edge's weight is not 1
/// @param named whether names differ from the nodes' numbers
/// @param labelled whether a node has a class, or a class exists
/// @param plainClasses whether the order and the names of the classes follow from the labels
/// @param members whether there is more than one member graph, or a graph label
record GraphFacts(
        boolean weighted, boolean named, boolean labelled, boolean plainClasses, boolean members) {

    static GraphFacts of(AttributedGraph graph) {
        boolean named = false;
        for (int node = 0; node < graph.nodes(); node++) {
            named |= !graph.names().get(node).equals(Integer.toString(node));
        }
        return new GraphFacts(
                Arrays.stream(graph.adjacency().value()).anyMatch(w -> w != 1),
                named,
                !graph.classes().isEmpty(),
                plainClasses(graph),
                graph.graphs() > 1 || graph.graphLabels().length > 0);
    }

    private static boolean plainClasses(AttributedGraph graph) {
        List<String> sorted = new ArrayList<>(graph.classes());
        sorted.sort(ClassOrder.NATURAL);
        Set<Integer> used = new HashSet<>();
        for (int label : graph.labels()) {
            used.add(label);
        }
        used.remove(-1);
        return sorted.equals(graph.classes())
                && new HashSet<>(sorted).size() == sorted.size()
                && used.size() == sorted.size()
                && sorted.stream()
                        .allMatch(name ->
                                name.equals(name.strip())
                                        && !name.isEmpty()
                                        && !name.equals("-")
                                        && !name.equals("-1"));
    }

    /// Receives edges.
    @FunctionalInterface
    interface EdgeSink {
        void edge(int source, int target, double weight) throws IOException;
    }

    /// Each edge once, in the order of sources then targets; undirected edges from the smaller
    /// node.
    static void forEachEdge(AttributedGraph graph, EdgeSink sink) throws IOException {
        // Row = target: the transpose has the sources as rows.
        SparseMatrix bySource = graph.adjacency().transpose();
        for (int source = 0; source < graph.nodes(); source++) {
            for (int k = bySource.rowStart()[source]; k < bySource.rowStart()[source + 1]; k++) {
                int target = bySource.column()[k];
                if (graph.directed() || source <= target) {
                    sink.edge(source, target, bySource.value()[k]);
                }
            }
        }
    }
}
