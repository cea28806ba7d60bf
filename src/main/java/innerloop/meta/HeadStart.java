package innerloop.meta;

/// Where the head starts in each episode. The slots of an episode are in random order, so a head that differs between
/// slots before adaptation makes the score depend on that order.
public enum HeadStart {
    /// At θ, like everything else.
    LEARNED,
    /// At zero, in training and in evaluation: no slot begins ahead of another (Kao et al. 2021).
    ZERO,
    /// At the class means of the support set, so that adaptation starts from a prototypical network
    /// (ProtoMAML, Triantafillou et al. 2020).
    PROTOTYPES
}
