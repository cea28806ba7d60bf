package innerloop.meta;

/// Model-agnostic meta-learning (Finn, Abbeel, Levine 2017, algorithm 1), Adam outside.
///
/// @param order whether the meta-gradient looks through the inner loop
/// @param innerSteps gradient steps on the support set
/// @param innerRate their rate α
/// @param outerRate Adam's rate β
/// @param tasksPerStep episodes per outer step
public record Maml(
        Order order, int innerSteps, double innerRate, double outerRate, int tasksPerStep)
        implements MetaLearner {

    /// Whether the meta-gradient looks through the inner loop.
    public enum Order {
        /// The exact meta-gradient, with Hessian-vector products.
        SECOND,
        /// The gradient at the adapted parameters, taken as if it were at θ.
        FIRST
    }

    public Maml {
        MetaLearner.check(innerSteps, innerRate, tasksPerStep);
        MetaLearner.checkRate("learner.outerRate", outerRate);
    }

    /// Second order, 10 inner steps of 2 (rows of length 1 average to short ones, so rates are large), Adam 0.0005
    /// outside, 4 tasks.
    public static Maml defaults() {
        return new Maml(Order.SECOND, 10, 2, 0.0005, 4);
    }
}
