package innerloop.graph;

import java.util.BitSet;
import java.util.List;

/// How a graph came to be: batches of events, one after another, and the graph after each of them. Immutable.
///
/// The graphs of all steps have the same nodes with the same numbers, those that are there at any time. A node that is not there
/// has no edge and no class, so it is in no episode; [Snapshot#present()] tells it from a node that is there without either.
/// So whatever is known by the number of a node (positions, a selection, a prediction) stays true from step to step.
public final class GraphHistory {

    private final AttributedGraph nodes;
    private final List<String> classes;
    private final List<Step> steps;
    private final boolean weighted;

    /// A batch of events that happen together.
    ///
    /// @param time when, on the clock of the file
    /// @param events in their order
    public record Step(double time, List<GraphEvent> events) {

        public Step {
            events = List.copyOf(events);
        }
    }

    /// What a graph is a state of.
    ///
    /// @param history all of it
    /// @param step how many steps have happened
    /// @param present the nodes that are there; read only
    public record Snapshot(GraphHistory history, int step, BitSet present) {}

    /// A history.
    ///
    /// @param nodes all nodes that are there at any time, with their names and positions and the names of the features
    /// @param classes the names of all classes that any node has at any time
    /// @param steps the batches, the first of which happens to an empty graph
    public GraphHistory(AttributedGraph nodes, List<String> classes, List<Step> steps) {
        this.nodes = nodes;
        this.classes = List.copyOf(classes);
        this.steps = List.copyOf(steps);
        this.weighted =
                steps.stream()
                        .flatMap(step -> step.events().stream())
                        .anyMatch(event ->
                                switch (event) {
                                    case GraphEvent.EdgeAdded edge -> edge.weight() != 1;
                                    case GraphEvent.EdgeWeighted edge -> edge.weight() != 1;
                                    case GraphEvent.NodeAdded _,
                                            GraphEvent.NodeRemoved _,
                                            GraphEvent.EdgeRemoved _,
                                            GraphEvent.NodeLabelled _,
                                            GraphEvent.FeatureSet _ ->
                                            false;
                                });
    }

    /// The batches of events.
    public List<Step> steps() {
        return steps;
    }

    /// Number of events in all steps.
    public int events() {
        return steps.stream().mapToInt(step -> step.events().size()).sum();
    }

    /// The graph after all steps.
    public AttributedGraph last() {
        return at(steps.size());
    }

    /// The graph after some steps.
    ///
    /// @param step how many, from 0 to all
    public AttributedGraph at(int step) {
        Replay replay = new Replay(nodes.nodes());
        steps.subList(0, step).forEach(batch -> batch.events().forEach(replay::apply));
        return replay.graph(nodes, classes, weighted, new Snapshot(this, step, replay.present()));
    }

    /// Every node and every edge that is there at any time, without classes: what a layout is made of that serves all steps.
    public AttributedGraph whole() {
        GraphBuilder all =
                new GraphBuilder(nodes.name(), nodes.nodes(), nodes.directed())
                        .names(nodes.nodeNames());
        for (Step step : steps) {
            for (GraphEvent event : step.events()) {
                if (event instanceof GraphEvent.EdgeAdded edge) {
                    all.edge(edge.from(), edge.to());
                }
            }
        }
        return all.build();
    }
}
