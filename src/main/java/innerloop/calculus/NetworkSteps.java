package innerloop.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A whole network with the loss of one example.
///
/// @param encoder rows of nodes
/// @param readout rows of examples
/// @param head scores and loss
/// @param edge whose entries alone are checked; empty for all
record NetworkSteps(
        EncoderSteps encoder, ReadoutSteps readout, HeadSteps head, Optional<Edge> edge) {

    /// The forward pass.
    void forward(Pass pass) {
        encoder.forward(pass);
        readout.forward(pass);
        head.forward(pass);
    }

    /// The values, layer after layer.
    List<Term> values(Pass base) {
        List<Term> terms = new ArrayList<>();
        encoder.values(terms, base);
        readout.values(terms, base);
        head.values(terms, base);
        return terms;
    }

    /// The derivatives, from the loss to the first layer.
    ///
    /// @param entries how many of each are checked
    List<Term> derivatives(Pass base, int entries) {
        List<Term> terms = new ArrayList<>();
        Derived derived = new Derived(terms, differences(base, entries));
        Slope ofRows = head.derivatives(derived, base);
        encoder.derivatives(derived, base, List.of(readout.derivatives(derived, base, ofRows)));
        return terms;
    }

    /// The differences of the loss.
    Differences differences(Pass base, int entries) {
        return new Differences(base, this::forward, head::loss, entries, edge);
    }
}
