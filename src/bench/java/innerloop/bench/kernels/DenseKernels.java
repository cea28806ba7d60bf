package innerloop.bench.kernels;

import innerloop.math.ScalarFunction;
import java.util.List;

/// The kernels on dense matrices, at the sizes of a GAT of 8 heads of 8 channels on 512 nodes.
final class DenseKernels {

    static final int NODES = 512;
    static final int HEADS = 8;
    static final int CHANNELS = 8;
    static final int WIDTH = HEADS * CHANNELS;

    static final MatrixShape ROWS = new MatrixShape(NODES, WIDTH);

    private static final MatrixShape WEIGHTS = new MatrixShape(WIDTH, WIDTH);
    private static final MatrixShape PER_HEAD = new MatrixShape(NODES, HEADS);
    private static final MatrixShape ATTENTION = new MatrixShape(HEADS, CHANNELS);

    private static final int SIZE = NODES * WIDTH;
    private static final float HALF = 0.5f;
    private static final float SMALL = 1e-3f;

    static final List<Kernel> ALL =
            List.of(
                    Kernel.dense(
                            "addScaled",
                            ROWS,
                            ROWS,
                            ROWS,
                            2L * SIZE,
                            o -> ScalarLoops.addScaled(o.a, HALF, o.b, o.out),
                            (engine, o) -> engine.addScaled(o.a, HALF, o.b, o.out)),
                    Kernel.dense(
                            "multiply",
                            ROWS,
                            ROWS,
                            ROWS,
                            SIZE,
                            o -> ScalarLoops.multiply(o.a, o.b, o.out),
                            (engine, o) -> engine.multiply(o.a, o.b, o.out)),
                    Kernel.dense(
                            "divideByRoot",
                            ROWS,
                            ROWS,
                            ROWS,
                            4L * SIZE,
                            o -> ScalarLoops.divideByRoot(o.a, HALF, o.b, SMALL, o.out),
                            (engine, o) -> engine.divideByRoot(o.a, HALF, o.b, SMALL, o.out)),
                    Kernel.dense(
                            "elu",
                            ROWS,
                            MatrixShape.NONE,
                            ROWS,
                            2L * SIZE,
                            o -> ScalarLoops.elu(o.a, o.out),
                            (engine, o) -> engine.map(ScalarFunction.ELU, 1, o.a, o.out)),
                    Kernel.dense(
                            "logSoftmax",
                            ROWS,
                            MatrixShape.NONE,
                            ROWS,
                            4L * SIZE,
                            o -> ScalarLoops.logSoftmax(o.a, o.out, NODES, WIDTH),
                            (engine, o) -> engine.logSoftmax(o.a, o.out)),
                    Kernel.dense(
                            "dot",
                            ROWS,
                            ROWS,
                            MatrixShape.NONE,
                            2L * SIZE,
                            o -> o.sum = ScalarLoops.dot(o.a, o.b),
                            (engine, o) -> o.sum = engine.dot(o.a, o.b)),
                    Kernel.dense(
                            "matmul",
                            ROWS,
                            WEIGHTS,
                            ROWS,
                            2L * SIZE * WIDTH,
                            o -> ScalarLoops.matmul(o.a, o.b, o.out, NODES, WIDTH, WIDTH),
                            (engine, o) -> engine.matmul(o.a, false, o.b, false, o.out)),
                    Kernel.dense(
                            "matmulTransposeA",
                            ROWS,
                            ROWS,
                            WEIGHTS,
                            2L * SIZE * WIDTH,
                            o -> ScalarLoops.matmulTransposeA(o.a, o.b, o.out, WIDTH, NODES, WIDTH),
                            (engine, o) -> engine.matmul(o.a, true, o.b, false, o.out)),
                    Kernel.dense(
                            "matmulTransposeB",
                            ROWS,
                            WEIGHTS,
                            ROWS,
                            2L * SIZE * WIDTH,
                            o -> ScalarLoops.matmulTransposeB(o.a, o.b, o.out, NODES, WIDTH, WIDTH),
                            (engine, o) -> engine.matmul(o.a, false, o.b, true, o.out)),
                    Kernel.dense(
                            "headDot",
                            ROWS,
                            ATTENTION,
                            PER_HEAD,
                            2L * SIZE,
                            o -> ScalarLoops.headDot(o.a, o.b, o.out, NODES, HEADS, CHANNELS),
                            (engine, o) -> engine.headDot(o.a, o.b, o.out)),
                    Kernel.dense(
                            "headScale",
                            PER_HEAD,
                            ATTENTION,
                            ROWS,
                            SIZE,
                            o -> ScalarLoops.headScale(o.a, o.b, o.out, NODES, HEADS, CHANNELS),
                            (engine, o) -> engine.headScale(o.a, o.b, o.out)),
                    Kernel.dense(
                            "headOuter",
                            PER_HEAD,
                            ROWS,
                            ATTENTION,
                            2L * SIZE,
                            o -> ScalarLoops.headOuter(o.a, o.b, o.out, NODES, HEADS, CHANNELS),
                            (engine, o) -> engine.headOuter(o.a, o.b, o.out)));

    private DenseKernels() {}
}
