package innerloop.app.run;

import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.meta.LearnerState;
import innerloop.meta.OuterState;
import java.util.Optional;

/// The state of the outer loop that the window shows.
///
/// @param experiment what is trained, or would be
/// @param graph its graph
/// @param state the outer loop; empty before the first step, when it follows from the experiment
/// @param before the last state up to it that steps can be made again from as in training; empty if there is none
/// @param chosen whether it was chosen, and stays
public record OuterMoment(
        Experiment experiment,
        AttributedGraph graph,
        Optional<OuterState> state,
        Optional<OuterState> before,
        boolean chosen) {

    /// What has been learned by then; empty before the first step.
    public Optional<LearnerState> learned() {
        return state.map(OuterState::learned);
    }

    /// Whether both are moments of the same experiment on the same graph.
    public boolean isOfOneRun(OuterMoment other) {
        return experiment.equals(other.experiment) && graph.equals(other.graph);
    }
}
