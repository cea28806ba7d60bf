package innerloop.meta;

import innerloop.nn.Adam;
import innerloop.nn.Parameters;

/// The state of a learner: everything the outer loop learns.
///
/// @param theta the initialisation
/// @param rates learned inner rates; empty if they are fixed
/// @param carried the inner optimiser's state if it is carried from step to step; empty otherwise
public record LearnerState(Parameters theta, Parameters rates, Adam.State carried) {

    /// With θ alone.
    static LearnerState of(Parameters theta) {
        return new LearnerState(theta, Parameters.none(), Adam.State.start());
    }
}
