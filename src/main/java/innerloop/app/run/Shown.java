package innerloop.app.run;

import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.meta.LearnerState;
import org.jspecify.annotations.Nullable;

/// The network that all views show.
///
/// @param experiment that it belongs to
/// @param graph of the experiment
/// @param step outer steps it has been trained for
/// @param learned what it has learned; null for what training begins with
public record Shown(
        Experiment experiment, AttributedGraph graph, int step, @Nullable LearnerState learned) {}
