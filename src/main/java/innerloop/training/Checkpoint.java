package innerloop.training;

import innerloop.meta.LearnerState;
import innerloop.nn.Adam;

/// What a run had learned after some outer steps.
///
/// @param step outer steps done, 0 before training
/// @param learned θ and rates, without what an inner optimiser carries on
public record Checkpoint(int step, LearnerState learned) {

    /// Leaves out what an inner optimiser carries on.
    static Checkpoint of(int step, LearnerState learned) {
        return new Checkpoint(
                step, new LearnerState(learned.theta(), learned.rates(), Adam.State.start()));
    }

    /// What it takes in memory, about.
    long bytes() {
        return 4L * (learned.theta().count() + learned.rates().count());
    }
}
