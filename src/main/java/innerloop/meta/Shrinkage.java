package innerloop.meta;

import innerloop.math.Backend;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import innerloop.phrase.Refusal;

/// What pulls θ back in every outer step: towards zero, and towards the θ₀ that the outer loop began with, which is the pre-trained
/// one if there is a pre-training. It is the gradient of a penalty:
///
///     λ/2 · ‖θ‖² + μ/2 · ‖θ − θ₀‖²
///
/// The second term is L2-SP (Li, Grandvalet, Davoine 2018): what the pre-training found is kept unless the episodes speak against
/// it. Learned inner rates are not pulled.
///
/// @param weightDecay λ
/// @param towardsStart μ
public record Shrinkage(double weightDecay, double towardsStart) {

    public Shrinkage {
        checkFactor("learner.weightDecay", weightDecay);
        checkFactor("learner.towardsStart", towardsStart);
    }

    private static void checkFactor(String key, double factor) {
        if (!(factor >= 0 && factor < Double.POSITIVE_INFINITY)) {
            throw Refusal.below(key, 0, factor);
        }
    }

    /// Nothing is pulled.
    public static Shrinkage none() {
        return new Shrinkage(0, 0);
    }

    /// `to + factor · (λ θ + μ (θ − θ₀))`; `to` itself if there is nothing to add.
    ///
    /// @param theta the parameters that are pulled; others stay as they are in `to`
    /// @param start θ₀, with at least these parameters
    Parameters added(
            Parameters to, double factor, Parameters theta, Parameters start, Backend backend) {
        if (weightDecay == 0 && towardsStart == 0) {
            return to;
        }
        Parameters sum = new ParameterSpace(backend, to.specs()).copy(to);
        ParameterSpace pulled = new ParameterSpace(backend, theta.specs());
        pulled.add(sum, factor * weightDecay, theta);
        if (towardsStart != 0) {
            Parameters away = pulled.minus(theta, start.only(theta.specs()));
            pulled.add(sum, factor * towardsStart, away);
        }
        return sum;
    }

    public Shrinkage withWeightDecay(double newDecay) {
        return new Shrinkage(newDecay, towardsStart);
    }

    public Shrinkage withTowardsStart(double newPull) {
        return new Shrinkage(weightDecay, newPull);
    }
}
