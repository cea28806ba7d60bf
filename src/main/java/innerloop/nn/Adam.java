package innerloop.nn;

import innerloop.math.Backend;
import innerloop.math.Matrix;
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

    /// The same with an L2 penalty.
    public Adam withWeightDecay(double newWeightDecay) {
        return new Adam(rate, beta1, beta2, epsilon, newWeightDecay);
    }

    /// The moments after some steps; never written again.
    ///
    /// @param steps steps taken
    /// @param mean running mean of the gradient
    /// @param square running mean of its square
    public record State(int steps, Parameters mean, Parameters square) {

        /// Before the first step: no moments yet.
        public static State start() {
            return new State(0, Parameters.none(), Parameters.none());
        }

        /// Bytes of the moments in float32.
        public long bytes() {
            return Float.BYTES * ((long) mean.count() + square.count());
        }

        /// The mean of some states after the same number of steps, added in their order.
        public static State mean(List<State> states, Backend backend) {
            return new State(
                    states.getFirst().steps(),
                    mean(backend, states.stream().map(State::mean).toList()),
                    mean(backend, states.stream().map(State::square).toList()));
        }

        private static Parameters mean(Backend backend, List<Parameters> all) {
            ParameterSpace space = new ParameterSpace(backend, all.getFirst().specs());
            Parameters mean = space.zero();
            all.forEach(each -> space.add(mean, 1.0 / all.size(), each));
            return mean;
        }
    }

    /// Parameters and state after a step.
    public record Step(Parameters parameters, State state) {}

    /// One step against this gradient: with t its number,
    ///
    ///     g ← gradient + weightDecay · θ
    ///     m ← β₁ m + (1 − β₁) g
    ///     v ← β₂ v + (1 − β₂) g ∘ g
    ///     θ ← θ − rate · m / (1 − β₁ᵗ) / (√(v / (1 − β₂ᵗ)) + ε)
    public Step step(Backend backend, State state, Parameters parameters, Parameters gradient) {
        int t = state.steps() + 1;
        ParameterSpace space = new ParameterSpace(backend, parameters.specs());
        Parameters g = weightDecay == 0 ? gradient : space.plus(gradient, weightDecay, parameters);
        Parameters m = space.zero();
        space.add(m, beta1, state.mean());
        space.add(m, 1 - beta1, g);
        Parameters v = space.zero();
        space.add(v, beta2, state.square());
        Parameters moved = space.blank();
        for (int p = 0; p < moved.values().size(); p++) {
            Matrix square = v.values().get(p);
            Matrix out = moved.values().get(p);
            backend.multiply(g.values().get(p), g.values().get(p), out);
            backend.addScaled(square, 1 - beta2, out, square);
            double correction = 1 / (1 - StrictMath.pow(beta2, t));
            backend.divideByRoot(m.values().get(p), correction, square, epsilon, out);
            double scale = rate / (1 - StrictMath.pow(beta1, t));
            backend.addScaled(parameters.values().get(p), -scale, out, out);
        }
        return new Step(moved, new State(t, m, v));
    }
}
