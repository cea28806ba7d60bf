package innerloop.bench.kernels;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import java.util.SplittableRandom;

/// What one call of a kernel reads and writes, as plain arrays or as matrices of a backend: the same numbers in both.
final class Operands<T> {

    /// The left input, with numbers from −1 to 1.
    final T a;

    /// The right input, with numbers from 0 to 1.
    final T b;

    /// What the kernel writes.
    final T out;

    /// The result of a kernel that gives one number.
    double sum;

    private Operands(T a, T b, T out) {
        this.a = a;
        this.b = b;
        this.out = out;
    }

    /// For the scalar loops.
    static Operands<float[]> arrays(Kernel kernel) {
        return new Operands<>(
                rounded(left(kernel)), rounded(right(kernel)), new float[kernel.out().size()]);
    }

    /// For an arithmetic of the engine.
    static Operands<Matrix> matrices(Kernel kernel, Backend backend) {
        return new Operands<>(
                backend.matrix(kernel.a().rows(), kernel.a().columns(), left(kernel)),
                backend.matrix(kernel.b().rows(), kernel.b().columns(), right(kernel)),
                backend.matrix(kernel.out().rows(), kernel.out().columns()));
    }

    private static double[] left(Kernel kernel) {
        return numbers(1, kernel.a().size(), -1);
    }

    private static double[] right(Kernel kernel) {
        return numbers(2, kernel.b().size(), 0);
    }

    /// Numbers that float32 holds exactly.
    private static double[] numbers(long seed, int count, double least) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) random.nextDouble(least, 1);
        }
        return numbers;
    }

    private static float[] rounded(double[] numbers) {
        float[] rounded = new float[numbers.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) numbers[i];
        }
        return rounded;
    }
}
