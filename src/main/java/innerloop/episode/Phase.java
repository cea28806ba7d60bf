package innerloop.episode;

/// What a lane is for. In the order in which phases take place.
public enum Phase {
    /// Base classes: episodes the learner trains on.
    TRAIN,
    /// Validation classes: episodes that show whether training generalises.
    VALIDATION,
    /// Novel classes: episodes of the final score.
    TEST
}
