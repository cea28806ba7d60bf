package innerloop.experiment;

import innerloop.meta.Learned;

/// What a run had learned after some outer steps.
///
/// @param step outer steps done, 0 before training
/// @param learned θ, rates and what the inner optimiser carries on
public record Checkpoint(int step, Learned learned) {

    /// What it takes in memory, about.
    long bytes() {
        return 4L * (learned.theta().count() + learned.rates().count() + 2L * carried());
    }

    private int carried() {
        return learned.carried().mean().count();
    }
}
