package innerloop.meta;

/// What one episode says about a learner's meta-gradient, all of it in float64. `v` is the exact second-order
/// meta-gradient with respect to θ ([MetaDirection]), `v₁` the first-order one; both are pure numbers, nats per
/// unit of θ, and so is what is made of them here free of units.
///
/// A learner without a meta-gradient of its own (Reptile, fine-tuning, pre-training) is given the numbers of a MAML
/// with the same inner steps, rate and head start, which tell how much a second-order learner would see that a
/// first-order one misses; `secondOrder` is then false. Reptile's inner optimiser is taken to be plain descent. A
/// prototypical network has no inner loop for the two orders to differ in: cosine 1, gap 0, and the error of its
/// gradient.
///
/// @param cosine `⟨v, v₁⟩ / (‖v‖ ‖v₁‖)`: 1 = first order points the same way
/// @param relativeGap `‖v − v₁‖ / ‖v‖`: 0 = first order is exact
/// @param finiteDifferenceError largest disagreement of `v`, and of the gradient of learned inner rates, with central
///     differences of the whole inner loop, relative to `‖v‖` ([FiniteDifferences])
/// @param secondOrder whether the direction this learner itself follows is confirmed by the differences, that is,
///     disagrees by less than [#AGREES]
public record Certificate(
        double cosine, double relativeGap, double finiteDifferenceError, boolean secondOrder) {

    /// The disagreement with finite differences that is still agreement: well above what float64 rounding and
    /// curvature leave (1e-10 to 1e-6), well below what leaving out a term costs.
    public static final double AGREES = 1e-4;

    /// Whether all numbers are finite. They are not where the inner loop overflows, or where the meta-gradient is 0.
    public boolean allFinite() {
        return Double.isFinite(cosine)
                && Double.isFinite(relativeGap)
                && Double.isFinite(finiteDifferenceError);
    }
}
