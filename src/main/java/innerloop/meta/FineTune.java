package innerloop.meta;

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
    public int tasksPerStep() {
        return 0;
    }
}
