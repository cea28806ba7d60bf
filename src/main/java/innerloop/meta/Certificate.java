package innerloop.meta;

/// A check of a learner's meta-gradient on one episode, in float64. `v` is the exact second-order meta-gradient with
/// respect to θ, `v₁` the first-order one, both in nats per unit of θ; the numbers here are ratios without a unit.
///
/// For a learner without a meta-gradient of its own (Reptile, fine-tuning, pre-training) these are the numbers of MAML with
/// the same inner steps, rate and head start: they say how much first order leaves out. `secondOrder` is then false.
/// Reptile's inner optimiser is replaced by plain gradient descent. A prototypical network has no inner loop, so both
/// orders are the same: cosine 1, gap 0, and the error of its gradient.
///
/// @param cosine `⟨v, v₁⟩ / (‖v‖ ‖v₁‖)`: 1 = first order points the same way
/// @param relativeGap `‖v − v₁‖ / ‖v‖`: 0 = first order is exact
/// @param finiteDifferenceError largest disagreement of `v`, and of the gradient of learned inner rates, with central
///     differences of the whole inner loop, relative to `‖v‖` ([FiniteDifferences])
/// @param acrossKinks whether differences reached beyond kinks of the activation, so that the piece of the loss that θ lies on
///     was continued there
/// @param secondOrder whether the direction this learner itself follows is confirmed by the differences, that is,
///     disagrees by less than [#AGREES]
public record Certificate(
        double cosine,
        double relativeGap,
        double finiteDifferenceError,
        boolean acrossKinks,
        boolean secondOrder) {

    /// Disagreement with finite differences up to which a gradient counts as right: well above the errors of float64 rounding
    /// and curvature (1e-10 to 1e-6), well below the error of a missing term.
    public static final double AGREES = 1e-4;

    /// Whether all numbers are finite. They are not where the inner loop overflows, or where the meta-gradient is 0.
    public boolean allFinite() {
        return Double.isFinite(cosine)
                && Double.isFinite(relativeGap)
                && Double.isFinite(finiteDifferenceError);
    }
}
