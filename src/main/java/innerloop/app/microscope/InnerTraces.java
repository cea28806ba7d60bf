package innerloop.app.microscope;

import innerloop.episode.Examples;
import innerloop.microscope.InnerTrace;
import innerloop.microscope.OtherTrace;
import innerloop.microscope.Scratch;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// An episode, learned from different starts.
///
/// @param own from the network that is shown
/// @param untrained from the one training began with; empty if that is shown
/// @param beside what stands beside it; nothing while it is not known yet
public record InnerTraces(InnerTrace own, Optional<InnerTrace> untrained, Beside beside) {

    /// What others make of the same episode.
    ///
    /// @param headOnly from the network that is shown, if its head adapts alone (ANIL); empty where nothing adapts, or the head
    ///     alone does anyway
    /// @param means from the network that is shown, if the head begins at the class means of the support set instead of where it
    ///     does; empty where it does so anyway
    /// @param scratch from a random start with many more inner steps; empty without an inner loop
    /// @param others by the learners of other runs
    /// @param refused why other runs cannot be laid beside, a sentence for each
    public record Beside(
            Optional<InnerTrace> headOnly,
            Optional<InnerTrace> means,
            Optional<Scratch> scratch,
            List<OtherTrace> others,
            List<String> refused) {

        /// Nothing.
        static final Beside NOTHING =
                new Beside(
                        Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

        public Beside {
            others = List.copyOf(others);
            refused = List.copyOf(refused);
        }
    }

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
