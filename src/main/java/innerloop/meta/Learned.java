package innerloop.meta;

import innerloop.nn.Adam;
import innerloop.nn.Parameters;

/// Everything an outer loop learns.
///
/// @param theta the initialisation
/// @param rates learned inner rates; empty if they are fixed
/// @param carried the inner optimiser's state where it goes on from step to step; empty otherwise
public record Learned(Parameters theta, Parameters rates, Adam.State carried) {

    /// With θ alone.
    static Learned of(Parameters theta) {
        return new Learned(theta, Parameters.none(), Adam.State.start());
    }
}
