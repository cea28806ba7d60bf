package innerloop.episode;

/// What the classes of a lane are for.
public enum Phase {
    /// Base classes: episodes the learner trains on.
    TRAIN,
    /// Validation classes: episodes that show whether training generalises.
    VALIDATION,
    /// Novel classes: episodes of the final score.
    TEST
}
