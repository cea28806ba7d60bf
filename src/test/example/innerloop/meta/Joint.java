package innerloop.meta;

import innerloop.nn.Parameters;
import innerloop.nn.Passes;

/// The example learner of docs/architecture.md: joint training. θ follows the gradient of the query loss without any inner
/// loop; a test episode is learned by plain descent.
///
///     repeat
///         θ ← Adam(θ, mean of ∇L_query(θ) over `tasks` episodes)
///
/// @param adaptation the inner loop of a test episode
/// @param update the outer loop
public record Joint(Adaptation adaptation, MetaUpdate update)
        implements MetaLearner.Adapting, MetaLearner.Updating {

    /// The usual inner and outer loop.
    public static Joint defaults() {
        return new Joint(Adaptation.defaults(), MetaUpdate.defaults());
    }

    @Override
    public Plan plan(Blueprint blueprint) {
        return Plan.of(this, blueprint, EpisodeProblem.Rows.PRODUCTS);
    }

    @Override
    public Contribution contribute(EpisodeProblem problem, Learned at, int outerStep, Workspace w) {
        Parameters theta = problem.restrict(at.theta(), w.space());
        Parameters gradient =
                w.evaluator()
                        .gradient(theta, Passes.of(problem.query()), problem.queryDropoutKey(0));
        double loss = w.evaluator().lossOfGradient();
        return new Contribution(problem, loss, loss, gradient, at.carried());
    }

    @Override
    public Traits traits() {
        return new Traits(
                Traits.Loss.QUERY,
                Traits.Move.GRADIENT,
                Traits.Gradient.NONE,
                Traits.OuterKnob.RATE,
                update.shrinks(),
                false,
                Traits.Space.HIDDEN);
    }

    @Override
    public Joint withAdaptation(Adaptation newAdaptation) {
        return new Joint(newAdaptation, update);
    }

    @Override
    public Joint withUpdate(MetaUpdate newUpdate) {
        return new Joint(adaptation, newUpdate);
    }
}
