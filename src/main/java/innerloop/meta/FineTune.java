package innerloop.meta;

import innerloop.math.Backend;

/// The baseline without meta-training: every test episode is learned from an untrained θ.
///
/// @param adaptation gradient steps on the support set
public record FineTune(Adaptation adaptation) implements MetaLearner.Adapting {

    /// The usual inner loop.
    public static FineTune defaults() {
        return new FineTune(Adaptation.defaults());
    }

    @Override
    public FineTune withAdaptation(Adaptation newAdaptation) {
        return new FineTune(newAdaptation);
    }

    @Override
    public Plan plan(Blueprint blueprint) {
        return Plan.of(this, blueprint, EpisodeProblem.Rows.PRODUCTS);
    }

    @Override
    public Contribution contribute(EpisodeProblem problem, Learned at, int outerStep, Workspace w) {
        throw new IllegalStateException("fine-tuning does not meta-train");
    }

    @Override
    public OuterLoop step(OuterLoop outer, Direction mean, int totalSteps, Backend backend) {
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
