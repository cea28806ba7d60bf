package innerloop.meta;

/// The baseline without episodes: the encoder learns to tell all base classes apart from batches of their nodes, then
/// gets a new head for every test episode (Chen et al. 2019).
///
/// @param adaptation gradient steps on the support set; the head cannot start where pre-training left it, since it
///     has other classes
/// @param probe what these steps move
/// @param update the outer loop; a batch has as many nodes as an episode, and `tasks` batches make a step
public record Pretrain(Adaptation adaptation, Probe probe, MetaUpdate update)
        implements MetaLearner.Adapting, MetaLearner.Updating {

    /// What the steps on the support set move.
    public enum Probe {
        /// Everything.
        FINE_TUNE,
        /// The head alone.
        LINEAR_PROBE
    }

    public Pretrain {
        if (adaptation.head() == HeadStart.LEARNED) {
            throw new IllegalArgumentException(
                    "learner.head must be zero or prototypes: the pre-trained head has the base classes");
        }
    }

    /// Everything is tuned, with the usual inner and outer loop.
    public static Pretrain defaults() {
        return new Pretrain(Adaptation.defaults(), Probe.FINE_TUNE, MetaUpdate.defaults());
    }

    @Override
    public Pretrain withAdaptation(Adaptation newAdaptation) {
        return new Pretrain(newAdaptation, probe, update);
    }

    @Override
    public Pretrain withUpdate(MetaUpdate newUpdate) {
        return new Pretrain(adaptation, probe, newUpdate);
    }

    public Pretrain withProbe(Probe newProbe) {
        return new Pretrain(adaptation, newProbe, update);
    }
}
