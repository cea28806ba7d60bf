package innerloop.app.microscope;

import innerloop.microscope.InnerTrace;
import java.util.Optional;

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
        Optional<InnerTrace> means) {}
