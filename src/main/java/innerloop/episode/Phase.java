package innerloop.episode;

/// The phases of a run, in order; each has its lane.
public enum Phase {
    /// Base classes: episodes the learner trains on.
    TRAIN,
    /// Validation classes: episodes that show whether training generalises.
    VALIDATION,
    /// Novel classes: episodes of the final score.
    TEST
}
