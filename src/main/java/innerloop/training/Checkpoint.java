package innerloop.training;

import innerloop.meta.LearnerState;
import innerloop.nn.Adam;

/// The learner's state after some outer steps.
///
/// @param step outer steps done, 0 before training
/// @param learned θ and rates, without what an inner optimiser carries on
public record Checkpoint(int step, LearnerState learned) {

    /// The checkpoint of this state, without the carried state of an inner optimiser.
    static Checkpoint of(int step, LearnerState learned) {
        return new Checkpoint(
                step, new LearnerState(learned.theta(), learned.rates(), Adam.State.start()));
    }

    /// Its approximate size in memory, bytes.
    long bytes() {
        return learned.bytes();
    }
}
