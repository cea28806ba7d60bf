package innerloop.meta;

/// Model-agnostic meta-learning (Finn, Abbeel, Levine 2017, algorithm 1), and what others changed in it: which
/// parameters adapt, where their rates come from, and the pieces of MAML++ (Antoniou, Edwards, Storkey 2019).
///
/// @param variant which parameters adapt at which rates
/// @param order whether the meta-gradient looks through the inner loop
/// @param adaptation the inner loop
/// @param update the outer loop
/// @param learnRates MAML++: one inner rate per layer and step is learned, starting from the given one
/// @param multiStepLoss MAML++: number of outer steps over which the query losses after *every* inner step count, the
///     early ones less and less; 0 = only the last counts
/// @param firstOrderSteps MAML++: number of outer steps in first order before second order begins; 0 = none
public record Maml(
        Variant variant,
        Order order,
        Adaptation adaptation,
        MetaUpdate update,
        boolean learnRates,
        int multiStepLoss,
        int firstOrderSteps)
        implements MetaLearner.Adapting, MetaLearner.Updating {

    /// Which parameters adapt at which rates.
    public enum Variant {
        /// All, at the same rate.
        MAML,
        /// The last layer only (Raghu et al. 2020).
        ANIL,
        /// All, each entry at a rate of its own that is learned (Li et al. 2017).
        META_SGD
    }

    /// Whether the meta-gradient looks through the inner loop.
    public enum Order {
        /// The exact meta-gradient, with Hessian-vector products.
        SECOND,
        /// The gradient at the adapted parameters, taken as if it were at θ.
        FIRST
    }

    public Maml {
        if (learnRates && variant == Variant.META_SGD) {
            throw new IllegalArgumentException(
                    "learner.learnRates must be false: Meta-SGD learns a rate for every entry");
        }
        checkSteps("learner.multiStepLoss", multiStepLoss);
        checkSteps("learner.firstOrderSteps", firstOrderSteps);
    }

    private static void checkSteps(String key, int steps) {
        if (steps < 0) {
            throw new IllegalArgumentException(key + " must be at least 0, not " + steps);
        }
    }

    /// Plain MAML.
    public static Maml of(Order order, Adaptation adaptation, MetaUpdate update) {
        return new Maml(Variant.MAML, order, adaptation, update, false, 0, 0);
    }

    /// Second order with the usual inner and outer loop.
    public static Maml defaults() {
        return of(Order.SECOND, Adaptation.defaults(), MetaUpdate.defaults());
    }

    /// The order of outer step `step` (0 for the first).
    Order orderAt(int step) {
        return step < firstOrderSteps ? Order.FIRST : order;
    }

    /// How much the query loss after inner step `k` (1 … K) counts in outer step `step`. Starts at 1/K for all; over
    /// [#multiStepLoss] steps the early ones fall to 0.03/K and the last takes what they lose.
    double lossWeight(int k, int step) {
        int last = adaptation.steps();
        if (multiStepLoss == 0) {
            return k == last ? 1 : 0;
        }
        double share = 1.0 / last;
        double progress = Math.min(1.0, (double) step / multiStepLoss);
        double early = Math.max(share * (1 - progress), 0.03 * share);
        return k == last ? 1 - early * (last - 1) : early;
    }

    @Override
    public Maml withAdaptation(Adaptation newAdaptation) {
        return new Maml(
                variant, order, newAdaptation, update, learnRates, multiStepLoss, firstOrderSteps);
    }

    @Override
    public Maml withUpdate(MetaUpdate newUpdate) {
        return new Maml(
                variant, order, adaptation, newUpdate, learnRates, multiStepLoss, firstOrderSteps);
    }

    public Maml withVariant(Variant newVariant) {
        return new Maml(
                newVariant,
                order,
                adaptation,
                update,
                learnRates && newVariant != Variant.META_SGD,
                multiStepLoss,
                firstOrderSteps);
    }

    public Maml withOrder(Order newOrder) {
        return new Maml(
                variant, newOrder, adaptation, update, learnRates, multiStepLoss, firstOrderSteps);
    }

    public Maml withLearnRates(boolean newLearnRates) {
        return new Maml(
                variant, order, adaptation, update, newLearnRates, multiStepLoss, firstOrderSteps);
    }

    public Maml withMultiStepLoss(int steps) {
        return new Maml(variant, order, adaptation, update, learnRates, steps, firstOrderSteps);
    }

    public Maml withFirstOrderSteps(int steps) {
        return new Maml(variant, order, adaptation, update, learnRates, multiStepLoss, steps);
    }
}
