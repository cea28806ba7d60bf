package innerloop.graph.layout;

import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import java.util.SplittableRandom;

/// Random graphs with communities, for tests.
public final class PlantedPartition {

    private PlantedPartition() {}

    /// `communities · size` nodes; `within` edges per node inside its community, `across` to any
    /// node.
    public static AttributedGraph graph(
            int communities, int size, double within, double across, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int n = communities * size;
        GraphBuilder builder = new GraphBuilder("planted", n, false);
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i / size;
        }
        for (int e = 0; e < n * within; e++) {
            int i = random.nextInt(n);
            int j = i / size * size + random.nextInt(size);
            if (i != j) {
                builder.edge(i, j);
            }
        }
        for (int e = 0; e < n * across; e++) {
            int i = random.nextInt(n);
            int j = random.nextInt(n);
            if (i != j) {
                builder.edge(i, j);
            }
        }
        java.util.List<String> classes =
                java.util.stream.IntStream.range(0, communities).mapToObj(c -> "c" + c).toList();
        return builder.labels(labels, classes).build();
    }
}
