package innerloop.meta;

/// The baseline without meta-training: every test episode is learned from an untrained θ.
///
/// @param adaptation gradient steps on the support set
public record FineTune(Adaptation adaptation) implements MetaLearner.Adapting {

    /// 10 steps of 2.
    public static FineTune defaults() {
        return new FineTune(new Adaptation(10, 2, HeadStart.LEARNED));
    }

    @Override
    public FineTune withAdaptation(Adaptation newAdaptation) {
        return new FineTune(newAdaptation);
    }

    @Override
    public int tasksPerStep() {
        return 0;
    }
}
