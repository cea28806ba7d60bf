package innerloop.app.doctor;

import innerloop.app.Messages;
import innerloop.io.GraphSummary;
import java.util.List;

/// What a graph is, in a line of short facts.
final class DoctorFacts {

    private DoctorFacts() {}

    static String line(GraphSummary graph) {
        return String.join(
                " · ",
                List.of(
                        Messages.get("doctor.nodes", graph.nodes()),
                        Messages.get(
                                graph.directed() ? "doctor.arcs" : "doctor.edges", graph.edges()),
                        Messages.get("facts.components", graph.components()),
                        Messages.get("facts.isolated", graph.isolated()),
                        Messages.get("facts.loops", graph.selfLoops()),
                        Messages.get("facts.parallel", graph.parallelEdges()),
                        Messages.get("doctor.features", graph.features()),
                        Messages.get(
                                "doctor.classes", graph.classes() + graph.graphClasses().size())));
    }
}
