package innerloop.meta;

import innerloop.nn.Block;
import innerloop.nn.Network;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.phrase.Refusal;
import java.util.List;

/// Plain training on everything at once: every step is a gradient step on the loss of all training examples of a task that is
/// one whole episode (Kipf and Welling 2017, §3.1). There is no inner loop, and nothing is adapted.
///
///     repeat
///         θ ← Adam(θ, ∇ loss of all training examples)
///
/// The loss is the one the task names ([Blueprint#whole]). Where it is random (dropout, sampled pairs, the noise of a
/// variational encoder), a step may average several draws.
///
/// @param outer the steps; `tasks` is the number of draws of the loss in each
/// @param patience training ends when the validation score has not become better for so many steps, and the θ of the best one
///     is what is learned; 0 = never, and the last θ
public record FullBatch(OuterLoopSettings outer, int patience)
        implements MetaLearner.WithMetaGradient {

    public FullBatch {
        if (patience < 0) {
            throw Refusal.below("learner.patience", 0, patience);
        }
    }

    /// Adam 0.01, one draw a step, weight decay (if any) in the gradient, as Kipf and Welling use.
    public static FullBatch defaults() {
        return new FullBatch(
                new OuterLoopSettings(0.01, OuterLoopSettings.Schedule.CONSTANT, 1)
                        .withDecay(OuterLoopSettings.Decay.PENALTY),
                0);
    }

    /// Two networks with the same encoder: one for the loss that is minimised, and one that scores the examples of an episode
    /// with the first weights of the former.
    @Override
    public Plan plan(Blueprint blueprint) {
        return new Plan(
                this,
                blueprint.forEpisodes(Network.Adapts.EVERYTHING),
                blueprint.forCriterion(),
                EpisodeProblem.Rows.ACTIVE,
                Plan.Draws.BATCHES);
    }

    /// The gradient of the loss.
    @Override
    public Contribution contribute(
            EpisodeProblem whole, LearnerState at, int outerStep, Workspace w) {
        w.pausePoint();
        Parameters theta = whole.restrict(at.theta(), w.space());
        Parameters gradient =
                w.trained().gradient(theta, passes(whole, w.trained()), whole.queryDropoutKey(0));
        double loss = w.trained().lossOfGradient();
        return new Contribution(whole, loss, loss, gradient, at.carried())
                .withPenalty(w.trained().penaltyOfGradient());
    }

    /// The loss, with the same noise as [#contribute] has.
    @Override
    public double objective(EpisodeProblem whole, Parameters theta, Parameters rates, Workspace w) {
        w.pausePoint();
        return w.trained().judge(theta, passes(whole, w.trained())).loss();
    }

    /// All examples, with noise if the network's output is a sample.
    public static Passes passes(EpisodeProblem whole, NetworkEvaluator trained) {
        int width = trained.network().sampleWidth();
        Block block = whole.query();
        return Passes.of(
                width == 0 ? block : block.withNoise(trained.backend(), width, whole.noiseKey()));
    }

    /// There is nothing to learn from in an episode without a support set.
    @Override
    public Trajectory adapt(EpisodeProblem problem, LearnerState at, Workspace w) {
        return Trajectory.through(List.of(problem.restrict(at.theta(), w.space())));
    }

    @Override
    public boolean readsSupport() {
        return false;
    }

    @Override
    public FullBatch inOrder(Maml.Order order) {
        return this;
    }

    @Override
    public Traits traits() {
        return new Traits(
                Traits.Loss.EVERYTHING,
                Traits.Move.GRADIENT,
                Traits.Gradient.NO_INNER_LOOP,
                Traits.OuterKnob.RATE,
                outer.shrinks(),
                false,
                Traits.Space.HIDDEN);
    }

    @Override
    public FullBatch withOuter(OuterLoopSettings newOuter) {
        return new FullBatch(newOuter, patience);
    }

    public FullBatch withPatience(int newPatience) {
        return new FullBatch(outer, newPatience);
    }
}
