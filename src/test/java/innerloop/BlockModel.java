package innerloop;

import innerloop.episode.ClassSplit;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Random graphs whose classes are communities and whose features lean towards their class.
///
/// @param classes number of classes, named `c0`, `c1`, …
/// @param size nodes per class
/// @param within edges per node inside its class
/// @param across edges per node to anywhere
/// @param signal added to the features that belong to the class, beside noise of ±1
/// @param seed of the drawing
public record BlockModel(
        int classes, int size, double within, double across, double signal, long seed) {

    /// Feature columns per class.
    private static final int COLUMNS = 2;

    /// 6 classes of 25 nodes, told apart without effort.
    public static BlockModel easy() {
        return new BlockModel(6, 25, 4, 0.5, 2, 1);
    }

    /// The graph.
    public AttributedGraph graph() {
        SplittableRandom random = new SplittableRandom(seed);
        int n = classes * size;
        GraphBuilder builder = new GraphBuilder("blocks", n, false);
        for (int e = 0; e < n * within; e++) {
            int i = random.nextInt(n);
            builder.edge(i, i / size * size + random.nextInt(size));
        }
        for (int e = 0; e < n * across; e++) {
            builder.edge(random.nextInt(n), random.nextInt(n));
        }
        int columns = classes * COLUMNS;
        double[] features = new double[n * columns];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i / size;
            for (int c = 0; c < columns; c++) {
                features[i * columns + c] =
                        random.nextDouble(-1, 1) + (c / COLUMNS == labels[i] ? signal : 0);
            }
        }
        return builder.features(SparseMatrix.ofDense(n, columns, features), List.of())
                .labels(labels, names(0, classes))
                .build();
    }

    /// Two novel classes, two for validation, the others train.
    public ClassSplit split() {
        return new ClassSplit(
                names(0, classes - 4),
                names(classes - 4, classes - 2),
                names(classes - 2, classes));
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(c -> "c" + c).toList();
    }
}
