package innerloop.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What every operation of the float32 engine gives on awkward sizes and awkward numbers, for [LaneWidthTest], which loads this class
/// and the engine anew for every width.
final class KernelDigits {

    private static final int[] SIZES = {1, 2, 3, 6, 8, 13, 16, 20, 33, 71};
    private static final double LARGEST = 40;

    private KernelDigits() {}

    /// Whether there are vectors, and how wide they are.
    static int bits() {
        return VectorBackend.vectorBits();
    }

    /// The numbers of every operation, by its name and size.
    static Map<String, double[]> all() {
        Map<String, double[]> all = new LinkedHashMap<>();
        for (int n : SIZES) {
            for (int m : SIZES) {
                for (TwinOperation operation : TwinOperation.all(n, m)) {
                    all.put(n + " × " + m + " " + all.size() + " " + operation, result(operation));
                }
            }
        }
        return all;
    }

    private static double[] result(TwinOperation operation) {
        Backend backend = new VectorBackend();
        SplittableRandom random = new SplittableRandom(operation.toString().hashCode());
        List<Matrix> in = new ArrayList<>();
        for (int[] shape : operation.inputs()) {
            double[] numbers = new double[shape[0] * shape[1]];
            Arrays.setAll(numbers, _ -> number(random));
            in.add(backend.matrix(shape[0], shape[1], numbers));
        }
        Matrix out = backend.matrix(operation.rows(), operation.columns());
        backend.fill(Double.NaN, out);
        operation.work().on(backend, in.toArray(Matrix[]::new), out);
        return out.toArray();
    }

    /// Zeros of both signs, numbers that vanish beside others, and all that is between.
    private static double number(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> -0.0;
            case 2 -> random.nextDouble(-1, 1) * 0x1p-20;
            case 3 -> random.nextDouble(-LARGEST, LARGEST);
            default -> random.nextDouble(-2, 2);
        };
    }
}
