package innerloop.nn;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import java.util.ArrayList;
import java.util.List;

/// Adam (Kingma and Ba 2015, algorithm 1) as a pure step.
///
/// @param rate step size
/// @param beta1 decay of the mean
/// @param beta2 decay of the mean square
/// @param epsilon added to the root
/// @param weightDecay L2 penalty, added to the gradient
public record Adam(double rate, double beta1, double beta2, double epsilon, double weightDecay) {

    /// The paper's settings with this rate.
    public static Adam withRate(double rate) {
        return new Adam(rate, 0.9, 0.999, 1e-8, 0);
    }

    /// The moments after some steps; arrays of one parameter each, never written again.
    ///
    /// @param steps steps taken
    /// @param mean running mean of the gradient
    /// @param square running mean of its square
    public record State(int steps, List<double[]> mean, List<double[]> square) {

        /// Before the first step.
        public static State start(Parameters parameters) {
            List<double[]> zeros = new ArrayList<>();
            parameters.specs().forEach(s -> zeros.add(new double[s.rows() * s.columns()]));
            return new State(0, List.copyOf(zeros), List.copyOf(zeros));
        }
    }

    /// Parameters and state after a step.
    public record Step(Parameters parameters, State state) {}

    /// One step against this gradient.
    public Step step(Backend backend, State state, Parameters parameters, Parameters gradient) {
        int t = state.steps() + 1;
        double correction1 = 1 - Math.pow(beta1, t);
        double correction2 = 1 - Math.pow(beta2, t);
        List<double[]> means = new ArrayList<>();
        List<double[]> squares = new ArrayList<>();
        List<Matrix> moved = new ArrayList<>();
        for (int p = 0; p < parameters.values().size(); p++) {
            Matrix value = parameters.values().get(p);
            double[] x = value.toArray();
            double[] g = gradient.values().get(p).toArray();
            double[] oldMean = state.mean().get(p);
            double[] oldSquare = state.square().get(p);
            double[] m = new double[x.length];
            double[] v = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                double slope = g[i] + weightDecay * x[i];
                m[i] = beta1 * oldMean[i] + (1 - beta1) * slope;
                v[i] = beta2 * oldSquare[i] + (1 - beta2) * slope * slope;
                x[i] -= rate * (m[i] / correction1) / (Math.sqrt(v[i] / correction2) + epsilon);
            }
            means.add(m);
            squares.add(v);
            moved.add(backend.matrix(value.rows(), value.columns(), x));
        }
        return new Step(
                new Parameters(parameters.specs(), moved),
                new State(t, List.copyOf(means), List.copyOf(squares)));
    }
}
