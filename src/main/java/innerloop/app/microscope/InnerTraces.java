package innerloop.app.microscope;

import innerloop.episode.Examples;
import innerloop.microscope.InnerTrace;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;

/// An episode, learned from different starts.
///
/// @param own from the network that is shown
/// @param untrained from the one training began with; empty if that is shown
/// @param headOnly from the network that is shown, if its head adapts alone (ANIL); empty where nothing adapts, or the head alone
///     does anyway
/// @param means from the network that is shown, if the head begins at the class means of the support set instead of where it
///     does; empty where it does so anyway
public record InnerTraces(
        InnerTrace own,
        Optional<InnerTrace> untrained,
        Optional<InnerTrace> headOnly,
        Optional<InnerTrace> means) {

    /// The inner step that is looked at, as far as there is one.
    ///
    /// @param chosen empty for the last
    int step(OptionalInt chosen) {
        return Math.min(own.last(), chosen.orElse(own.last()));
    }

    /// The nodes of which something else is said at an inner step than one before.
    ///
    /// @param chosen empty for the last
    public BitSet changed(OptionalInt chosen) {
        BitSet nodes = new BitSet();
        Examples query = own.subject().episode().query();
        for (int example : own.changedExamplesAt(step(chosen))) {
            for (int node : query.targets().nodesOf(example)) {
                nodes.set(node);
            }
        }
        return nodes;
    }
}
