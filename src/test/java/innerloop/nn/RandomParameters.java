package innerloop.nn;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// Weights of which none is zero, the head's neither, so that nothing hides behind a zero.
public final class RandomParameters {

    private RandomParameters() {}

    /// Uniform in ±0.8, the same for the same seed.
    public static Parameters of(Backend backend, List<ParameterSpec> specs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Matrix> values = new ArrayList<>();
        for (ParameterSpec spec : specs) {
            double[] numbers = new double[spec.rows() * spec.columns()];
            Arrays.setAll(numbers, _ -> random.nextDouble(-0.8, 0.8));
            values.add(backend.matrix(spec.rows(), spec.columns(), numbers));
        }
        return new Parameters(specs, values);
    }
}
