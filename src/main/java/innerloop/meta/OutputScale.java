package innerloop.meta;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import java.util.ArrayList;
import java.util.List;

/// Gives the columns of a pre-trained encoder's output mean 0 and deviation 1 over all nodes that training sees. That is exact,
/// because the output is linear in the weights of the last layer, and attention stays the same if its vectors shrink where the
/// weights grow. Hops after the last layer pass a shift on in about its size, so with them the mean comes close to 0 after some
/// rounds.
final class OutputScale {

    /// Keeps columns that are the same for all nodes from being divided by nothing.
    private static final double LEAST_DEVIATION = 1e-6;

    /// Rounds after which the mean of columns that hops pass on is about 0.
    private static final int ROUNDS = 4;

    private OutputScale() {}

    /// The encoder's weights with which its output has these columns.
    static Parameters standardised(Parameters theta, PretrainingGround ground) {
        NetworkEvaluator evaluator = new NetworkEvaluator(ground.backend(), ground.encoder());
        Passes whole =
                Passes.of(
                        ground.nodes()
                                .damaged(
                                        evaluator.network(), ContrastivePretraining.View.WHOLE, 0));
        int rounds = ground.encoder().encoder().layers().hops().count() == 0 ? 1 : ROUNDS;
        Parameters scaled = theta;
        for (int round = 0; round < rounds; round++) {
            Matrix output = evaluator.forward(scaled, whole).embedding();
            scaled = standardised(scaled, output, ground.backend());
        }
        return scaled;
    }

    private static Parameters standardised(Parameters theta, Matrix output, Backend backend) {
        int n = output.rows();
        int d = output.columns();
        double[] z = output.toArray();
        double[] mean = new double[d];
        double[] factor = new double[d];
        for (int c = 0; c < d; c++) {
            for (int i = 0; i < n; i++) {
                mean[c] += z[i * d + c] / n;
            }
            double squares = 0;
            for (int i = 0; i < n; i++) {
                double off = z[i * d + c] - mean[c];
                squares += off * off;
            }
            factor[c] = 1 / (Math.sqrt(squares / n) + LEAST_DEVIATION);
        }
        List<Matrix> values = new ArrayList<>();
        boolean shifted = false;
        for (int p = 0; p < theta.specs().size(); p++) {
            ParameterSpec spec = theta.specs().get(p);
            Matrix value = theta.values().get(p);
            if (spec.columnsAre() == ParameterSpec.Columns.DIMENSIONS) {
                boolean shifts = !shifted && spec.layout() == ParameterSpec.Layout.VECTOR;
                value = scaled(spec, value, shifts ? mean : new double[d], factor, backend);
                shifted |= shifts;
            }
            values.add(value);
        }
        return new Parameters(theta.specs(), values);
    }

    /// `(x − shift) · factor`, or for attention `x / factor`; columns of several heads stand side by side.
    private static Matrix scaled(
            ParameterSpec spec, Matrix value, double[] shift, double[] factor, Backend backend) {
        double[] x = value.toArray();
        for (int i = 0; i < x.length; i++) {
            int c = i % value.columns() % factor.length;
            x[i] =
                    spec.layout() == ParameterSpec.Layout.ATTENTION
                            ? x[i] / factor[c]
                            : (x[i] - shift[c]) * factor[c];
        }
        return backend.matrix(value.rows(), value.columns(), x);
    }
}
