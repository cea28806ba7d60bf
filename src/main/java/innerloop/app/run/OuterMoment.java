package innerloop.app.run;

import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.meta.OuterState;
import java.util.Optional;

/// The state of the outer loop that the window shows.
///
/// @param experiment what is trained, or would be
/// @param graph its graph
/// @param state the outer loop; empty before the first step, when it follows from the experiment
/// @param chosen whether it was chosen, and stays
public record OuterMoment(
        Experiment experiment, AttributedGraph graph, Optional<OuterState> state, boolean chosen) {}
