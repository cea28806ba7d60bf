package innerloop.meta;

import innerloop.math.Backend;

/// The baseline without meta-training: every test episode is learned from an untrained θ.
///
/// @param inner gradient steps on the support set
public record FineTune(InnerLoopSettings inner) implements MetaLearner.Adapting {

    /// The usual inner loop.
    public static FineTune defaults() {
        return new FineTune(InnerLoopSettings.defaults());
    }

    @Override
    public FineTune withInner(InnerLoopSettings newInner) {
        return new FineTune(newInner);
    }

    @Override
    public Plan plan(Blueprint blueprint) {
        return Plan.of(this, blueprint, EpisodeProblem.Rows.PRODUCTS);
    }

    @Override
    public Contribution contribute(
            EpisodeProblem problem, LearnerState at, int outerStep, Workspace w) {
        throw new IllegalStateException("fine-tuning does not meta-train");
    }

    @Override
    public OuterState step(OuterState state, Direction mean, int totalSteps, Backend backend) {
        throw new IllegalStateException("fine-tuning does not meta-train");
    }

    @Override
    public Traits traits() {
        return new Traits(
                Traits.Loss.NONE,
                Traits.Move.NONE,
                Traits.Gradient.NONE,
                Traits.OuterKnob.RATE,
                true,
                false,
                Traits.Space.HIDDEN);
    }

    @Override
    public int tasksPerStep() {
        return 0;
    }
}
