package innerloop;

import innerloop.episode.Lanes;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Random graphs whose classes are communities. All classes share the feature columns: in the first half each class has
/// its own corner of a cube, the second half says nothing about any class. What a learner can carry over to novel
/// classes is which half to read.
///
/// @param classes number of classes, named `c0`, `c1`, …
/// @param size nodes per class
/// @param within edges per node inside its class
/// @param across edges per node to anywhere
/// @param signal half the cube's edge, beside noise of ±1
/// @param nuisance size of the numbers in the second half
/// @param seed of the drawing
public record BlockModel(
        int classes,
        int size,
        double within,
        double across,
        double signal,
        double nuisance,
        long seed) {

    private static final int HALF = 8;

    /// 6 classes of 25 nodes, told apart without effort.
    public static BlockModel easy() {
        return new BlockModel(6, 25, 4, 0.5, 2, 1, 1);
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
        boolean[][] corner = new boolean[classes][HALF];
        for (boolean[] ofClass : corner) {
            for (int c = 0; c < HALF; c++) {
                ofClass[c] = random.nextBoolean();
            }
        }
        int columns = 2 * HALF;
        double[] features = new double[n * columns];
        int[] labels = new int[n];
        for (int i = 0; i < n; i++) {
            labels[i] = i / size;
            for (int c = 0; c < HALF; c++) {
                double mean = corner[labels[i]][c] ? signal : -signal;
                features[i * columns + c] = mean + random.nextDouble(-1, 1);
                features[i * columns + HALF + c] = nuisance * random.nextDouble(-1, 1);
            }
        }
        return builder.features(SparseMatrix.ofDense(n, columns, features), List.of())
                .labels(labels, names(0, classes))
                .build();
    }

    /// Two novel classes, two for validation, the others train.
    public Lanes split() {
        return new Lanes(
                names(0, classes - 4),
                names(classes - 4, classes - 2),
                names(classes - 2, classes));
    }

    private static List<String> names(int from, int to) {
        return IntStream.range(from, to).mapToObj(c -> "c" + c).toList();
    }
}
