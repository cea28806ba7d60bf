package innerloop.training;

import innerloop.meta.LearnerState;
import innerloop.meta.OuterState;
import innerloop.nn.Adam;
import innerloop.nn.Parameters;

/// The state of the outer loop after some outer steps.
///
/// @param step outer steps done, 0 before training
/// @param learned θ and rates, without what an inner optimiser carries on
/// @param moments what the next outer step depends on besides; none in checkpoints that were read from a file
public record Checkpoint(int step, LearnerState learned, OuterState.Moments moments) {

    /// A checkpoint of what was learned alone.
    public Checkpoint(int step, LearnerState learned) {
        this(step, learned, OuterState.Moments.none());
    }

    /// The checkpoint of this state.
    static Checkpoint of(OuterState outer) {
        LearnerState learned = outer.learned();
        return new Checkpoint(
                outer.steps(),
                new LearnerState(learned.theta(), learned.rates(), Adam.State.start()),
                outer.moments());
    }

    /// The state it was made of, as far as it is kept.
    ///
    /// @param start the θ₀ that the outer loop began with
    public OuterState state(Parameters start) {
        return OuterState.kept(learned, start, step, moments);
    }

    /// The same without moments.
    Checkpoint withoutMoments() {
        return new Checkpoint(step, learned);
    }

    /// The approximate size in memory of what was learned, bytes.
    long bytes() {
        return learned.bytes();
    }
}
