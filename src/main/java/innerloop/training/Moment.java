package innerloop.training;

import java.util.OptionalInt;

/// A point in time of a run.
///
/// @param outer outer steps done, 0 before training
/// @param inner inner steps done since; empty for θ adapted as far as the learner adapts it
public record Moment(int outer, OptionalInt inner) {

    /// After an outer step, with θ adapted as far as the learner adapts it.
    public static Moment after(int outer) {
        return new Moment(outer, OptionalInt.empty());
    }

    /// The same moment of the outer loop at an inner step.
    public Moment at(OptionalInt step) {
        return new Moment(outer, step);
    }
}
