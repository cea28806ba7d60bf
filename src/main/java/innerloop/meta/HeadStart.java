package innerloop.meta;

/// The values the head starts from in each episode. The slots of an episode are in random order, so if the head differs
/// between slots before adaptation, the score depends on that order.
public enum HeadStart {
    /// The head's part of θ, as for all other parameters.
    LEARNED,
    /// Zero, in training and in evaluation: no slot starts with an advantage (Kao et al. 2021).
    ZERO,
    /// The class means of the support set, so that adaptation starts from a prototypical network
    /// (ProtoMAML, Triantafillou et al. 2020).
    PROTOTYPES
}
