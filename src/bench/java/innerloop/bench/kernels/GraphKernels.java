package innerloop.bench.kernels;

import static innerloop.bench.kernels.DenseKernels.CHANNELS;
import static innerloop.bench.kernels.DenseKernels.HEADS;
import static innerloop.bench.kernels.DenseKernels.NODES;
import static innerloop.bench.kernels.DenseKernels.ROWS;
import static innerloop.bench.kernels.DenseKernels.WIDTH;

import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// The kernels that follow a sparse matrix: features of Coauthor CS propagated over a receptive field, and the edges of
/// a sparse graph.
final class GraphKernels {

    private static final int VOCABULARY = 6805;
    private static final int PER_ROW = 700;
    private static final int HIDDEN = 16;
    private static final int DEGREE = 4;

    private static final SparseMatrix FIELD = random(600, VOCABULARY, PER_ROW);
    private static final SparseMatrix SUPPORT = random(220, VOCABULARY, PER_ROW);
    private static final SparseMatrix EDGES = random(NODES, NODES, DEGREE);

    private static final MatrixShape HIDDEN_ROWS = new MatrixShape(FIELD.rows(), HIDDEN);
    private static final MatrixShape FIRST_WEIGHTS = new MatrixShape(VOCABULARY, HIDDEN);
    private static final MatrixShape PRODUCTS = new MatrixShape(SUPPORT.rows(), SUPPORT.rows());
    private static final MatrixShape PER_EDGE = new MatrixShape(EDGES.size(), HEADS);

    /// Bytes of the rows that the entries of a matrix reach.
    private static final long FIELD_REACHES = (long) Float.BYTES * FIELD.size() * HIDDEN;

    private static final long EDGES_REACH = (long) Float.BYTES * EDGES.size() * WIDTH;

    static final List<Kernel> ALL =
            List.of(
                    Kernel.sparse(
                            "sparseMatmul",
                            FIELD,
                            FIRST_WEIGHTS,
                            MatrixShape.NONE,
                            HIDDEN_ROWS,
                            FIELD_REACHES + HIDDEN_ROWS.bytes(),
                            2L * FIELD.size() * HIDDEN,
                            o -> SparseScalarLoops.sparseMatmul(FIELD, false, o.a, o.out, HIDDEN),
                            (engine, o) -> engine.sparseMatmul(FIELD, false, o.a, o.out)),
                    Kernel.sparse(
                            "sparseMatmulTransposed",
                            FIELD,
                            HIDDEN_ROWS,
                            MatrixShape.NONE,
                            FIRST_WEIGHTS,
                            HIDDEN_ROWS.bytes() + 2 * FIELD_REACHES,
                            2L * FIELD.size() * HIDDEN,
                            o -> SparseScalarLoops.sparseMatmul(FIELD, true, o.a, o.out, HIDDEN),
                            (engine, o) -> engine.sparseMatmul(FIELD, true, o.a, o.out)),
                    Kernel.sparse(
                            "gram",
                            SUPPORT,
                            MatrixShape.NONE,
                            MatrixShape.NONE,
                            PRODUCTS,
                            PRODUCTS.bytes(),
                            (long) SUPPORT.size() * (SUPPORT.rows() + 1),
                            o -> SparseScalarLoops.gram(SUPPORT, o.out),
                            (engine, o) -> engine.gram(SUPPORT, o.out)),
                    Kernel.sparse(
                            "edgeAggregate",
                            EDGES,
                            PER_EDGE,
                            ROWS,
                            ROWS,
                            PER_EDGE.bytes() + EDGES_REACH + ROWS.bytes(),
                            2L * EDGES.size() * WIDTH,
                            o ->
                                    SparseScalarLoops.edgeAggregate(
                                            EDGES, false, o.a, o.b, o.out, HEADS, CHANNELS),
                            (engine, o) -> engine.edgeAggregate(EDGES, false, o.a, o.b, o.out)),
                    Kernel.sparse(
                            "edgeAggregateTransposed",
                            EDGES,
                            PER_EDGE,
                            ROWS,
                            ROWS,
                            PER_EDGE.bytes() + ROWS.bytes() + 2 * EDGES_REACH,
                            2L * EDGES.size() * WIDTH,
                            o ->
                                    SparseScalarLoops.edgeAggregate(
                                            EDGES, true, o.a, o.b, o.out, HEADS, CHANNELS),
                            (engine, o) -> engine.edgeAggregate(EDGES, true, o.a, o.b, o.out)),
                    Kernel.sparse(
                            "edgeDot",
                            EDGES,
                            ROWS,
                            ROWS,
                            PER_EDGE,
                            ROWS.bytes() + EDGES_REACH + PER_EDGE.bytes(),
                            2L * EDGES.size() * WIDTH,
                            o -> SparseScalarLoops.edgeDot(EDGES, o.a, o.b, o.out, HEADS, CHANNELS),
                            (engine, o) -> engine.edgeDot(EDGES, HEADS, o.a, o.b, o.out)),
                    Kernel.sparse(
                            "edgeSoftmax",
                            EDGES,
                            PER_EDGE,
                            MatrixShape.NONE,
                            PER_EDGE,
                            2 * PER_EDGE.bytes(),
                            4L * PER_EDGE.size(),
                            o -> SparseScalarLoops.edgeSoftmax(EDGES, o.a, o.out, HEADS),
                            (engine, o) -> engine.edgeSoftmax(EDGES, o.a, o.out)));

    private GraphKernels() {}

    /// A matrix with numbers from 0 to 1 at random places, so many in a row on average.
    private static SparseMatrix random(int rows, int columns, int perRow) {
        SplittableRandom random = new SplittableRandom(rows);
        int[] start = new int[rows + 1];
        int[] column = new int[rows * columns];
        double[] value = new double[rows * columns];
        int size = 0;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (random.nextInt(columns) < perRow) {
                    column[size] = j;
                    value[size++] = random.nextDouble();
                }
            }
            start[i + 1] = size;
        }
        return new SparseMatrix(
                rows, columns, start, Arrays.copyOf(column, size), Arrays.copyOf(value, size));
    }
}
