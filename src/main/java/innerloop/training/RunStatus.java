package innerloop.training;

/// How a run ended.
public enum RunStatus {
    /// All steps done.
    FINISHED,
    /// A person stopped it.
    STOPPED,
    /// Numbers stopped being finite.
    DIVERGED
}
