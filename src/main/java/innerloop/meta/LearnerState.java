package innerloop.meta;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.nn.Adam;
import innerloop.nn.Parameters;
import java.util.List;

/// The state of a learner: everything the outer loop learns.
///
/// @param theta the initialisation
/// @param rates learned inner rates; empty if they are fixed
/// @param carried the inner optimiser's state if it is carried from step to step; empty otherwise
public record LearnerState(Parameters theta, Parameters rates, Adam.State carried) {

    /// The same learner with the body of another network: all parameters of θ that this has in the same shape, but not the head,
    /// whose outputs may mean other classes.
    public LearnerState withBody(Parameters other) {
        return new LearnerState(matching(other, theta), rates, carried);
    }

    /// A network's parameters, taken from another network as far as both have them in the same shape and they are no head.
    static Parameters matching(Parameters other, Parameters theta) {
        List<Matrix> values =
                theta.specs().stream()
                        .map(spec ->
                                (!spec.perOutput() && other.has(spec) ? other : theta)
                                        .get(spec.name()))
                        .toList();
        return new Parameters(theta.specs(), values);
    }

    /// The same numbers in matrices of another backend.
    public LearnerState on(Backend backend) {
        return new LearnerState(
                theta.on(backend),
                rates.on(backend),
                new Adam.State(
                        carried.steps(), carried.mean().on(backend), carried.square().on(backend)));
    }

    /// Bytes of θ and rates in float32.
    public long bytes() {
        return Float.BYTES * ((long) theta.count() + rates.count());
    }

    /// With θ alone.
    static LearnerState of(Parameters theta) {
        return new LearnerState(theta, Parameters.none(), Adam.State.start());
    }
}
