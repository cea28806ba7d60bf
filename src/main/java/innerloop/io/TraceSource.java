package innerloop.io;

import innerloop.experiment.Experiment;
import tools.jackson.databind.node.ObjectNode;

/// Where a trace comes from.
///
/// @param experiment the experiment
/// @param trained whether it begins at the θ of a run; otherwise at the one training begins with
public record TraceSource(Experiment experiment, boolean trained) {

    /// A JSON document that begins with it.
    ObjectNode document() {
        return JsonText.JSON
                .createObjectNode()
                .put("name", experiment.name())
                .put("task", experiment.task().line())
                .put("from", trained ? "run" : "untrained");
    }

    /// θ as a sentence names it.
    public String theta() {
        return trained ? "the run's θ" : "an untrained θ";
    }
}
