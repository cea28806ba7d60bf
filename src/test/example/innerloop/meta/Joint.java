package innerloop.meta;

import innerloop.nn.Parameters;
import innerloop.nn.Passes;

/// The example learner of docs/architecture.md: joint training. θ follows the gradient of the query loss without any inner
/// loop; a test episode is learned by plain descent.
///
///     repeat
///         θ ← Adam(θ, mean of ∇L_query(θ) over `tasks` episodes)
///
/// @param inner the inner loop of a test episode
/// @param outer the outer loop
public record Joint(InnerLoopSettings inner, OuterLoopSettings outer)
        implements MetaLearner.Adapting, MetaLearner.Updating {

    /// The usual inner and outer loop.
    public static Joint defaults() {
        return new Joint(InnerLoopSettings.defaults(), OuterLoopSettings.defaults());
    }

    @Override
    public Plan plan(Blueprint blueprint) {
        return Plan.of(this, blueprint, EpisodeProblem.Rows.PRODUCTS);
    }

    @Override
    public Contribution contribute(
            EpisodeProblem problem, LearnerState at, int outerStep, Workspace w) {
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
                outer.shrinks(),
                false,
                Traits.Space.HIDDEN);
    }

    @Override
    public Joint withInner(InnerLoopSettings newInner) {
        return new Joint(newInner, outer);
    }

    @Override
    public Joint withOuter(OuterLoopSettings newOuter) {
        return new Joint(inner, newOuter);
    }
}
