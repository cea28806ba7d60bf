package innerloop.bench.kernels;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jBackend;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One kernel in one of three ways.
@State(Scope.Thread)
public class KernelBenchmark {

    /// The textbook loops' name beside those of the engine's arithmetics.
    static final String SCALAR = "scalar";

    /// Largest difference between two ways, relative to the largest number of the result.
    private static final double TOLERANCE = 1e-3;

    /// A name of [Kernel#all].
    @Param("")
    String kernel = "";

    /// Who computes.
    @Param({SCALAR, Nd4jBackend.NAME, VectorBackend.NAME})
    String arithmetic = SCALAR;

    private Runnable call = () -> {};

    /// Makes the operands; an arithmetic of the engine must give what the textbook loops give.
    @Setup
    public void prepare() {
        Kernel row = Kernel.named(kernel);
        Operands<float[]> arrays = Operands.arrays(row);
        if (arithmetic.equals(SCALAR)) {
            call = () -> row.scalar().accept(arrays);
            return;
        }
        Backend backend =
                arithmetic.equals(Nd4jBackend.NAME) ? new Nd4jBackend() : new VectorBackend();
        Operands<Matrix> matrices = Operands.matrices(row, backend);
        BiConsumer<Backend, Operands<Matrix>> engine = row.engine();
        call = () -> engine.accept(backend, matrices);
        row.scalar().accept(arrays);
        call.run();
        requireSame(arrays, matrices);
    }

    private void requireSame(Operands<float[]> arrays, Operands<Matrix> matrices) {
        double[] expected = new double[arrays.out.length + 1];
        Arrays.setAll(expected, i -> i < arrays.out.length ? arrays.out[i] : arrays.sum);
        double[] found = Arrays.copyOf(matrices.out.toArray(), expected.length);
        found[arrays.out.length] = matrices.sum;
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(expected[i] - found[i]) <= TOLERANCE * largest)) {
                throw new IllegalStateException(
                        "%s by %s gives %s, not %s, at %d"
                                .formatted(kernel, arithmetic, found[i], expected[i], i));
            }
        }
        if (largest == 0) {
            throw new IllegalStateException(kernel + " gives nothing but zeros");
        }
    }

    /// What is measured. The operands outlive it, so that nothing of it is left out.
    @Benchmark
    public void run() {
        call.run();
    }
}
