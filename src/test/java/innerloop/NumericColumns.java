package innerloop;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import java.util.List;
import java.util.stream.Stream;

/// Graphs with columns of numbers as many tables have them.
public final class NumericColumns {

    private static final int COLUMNS = 16;

    private NumericColumns() {}

    /// The same nodes, edges and classes with 16 columns from 0 to 3 that all tell something about the class.
    public static AttributedGraph of(AttributedGraph graph) {
        double[] features = new double[graph.nodes() * COLUMNS];
        for (int k = 0; k < features.length; k++) {
            int ofClass = graph.labels()[k / COLUMNS] * COLUMNS + k % COLUMNS;
            features[k] = Math.rint(Seed.uniform(5, ofClass)) + 2 * Seed.uniform(6, k);
        }
        List<String> names =
                Stream.iterate(0, c -> c + 1).limit(COLUMNS).map(c -> "x" + c).toList();
        return with(graph, names, features);
    }

    /// The same with one more column, `year`, that says nothing about the class, and whose numbers are much larger.
    public static AttributedGraph dated(AttributedGraph graph) {
        SparseMatrix others = of(graph).features();
        double[] features = new double[graph.nodes() * (COLUMNS + 1)];
        for (int k = 0; k < features.length; k++) {
            int node = k / (COLUMNS + 1);
            int column = k % (COLUMNS + 1);
            features[k] =
                    column < COLUMNS
                            ? others.get(node, column)
                            : 1990 + Math.floor(30 * Seed.uniform(3, node));
        }
        List<String> names =
                Stream.concat(of(graph).featureNames().stream(), Stream.of("year")).toList();
        return with(graph, names, features);
    }

    private static AttributedGraph with(
            AttributedGraph graph, List<String> names, double[] features) {
        GraphBuilder builder = new GraphBuilder(graph.name(), graph.nodes(), false);
        for (int i = 0; i < graph.nodes(); i++) {
            for (int j = 0; j <= i; j++) {
                if (graph.adjacency().holds(i, j)) {
                    builder.edge(j, i);
                }
            }
        }
        return builder.features(SparseMatrix.ofDense(graph.nodes(), names.size(), features), names)
                .labels(graph.labels(), graph.classes())
                .build();
    }
}
