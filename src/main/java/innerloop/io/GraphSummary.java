package innerloop.io;

import innerloop.graph.AttributedGraph;
import java.util.List;

/// The answer of `import PATH --json`: what is in a file and what is wrong with it. The component
/// names are the JSON keys.
///
/// @param format id of the [GraphFormat]
/// @param nodes number of nodes
/// @param edges number of distinct edges, self-loops included; an undirected edge counts once
/// @param directed whether edges have a direction
/// @param selfLoops nodes with an edge to themselves
/// @param parallelEdges repeated edges that were merged
/// @param isolated nodes without an edge to another node
/// @param components connected components, directions ignored
/// @param features number of feature columns
/// @param classes number of classes
/// @param graphs number of member graphs
/// @param problems what was wrong and survivable
public record GraphSummary(
        String format,
        int nodes,
        int edges,
        boolean directed,
        int selfLoops,
        int parallelEdges,
        int isolated,
        int components,
        int features,
        int classes,
        int graphs,
        List<Problem> problems) {

    /// Copies the list.
    public GraphSummary {
        problems = List.copyOf(problems);
    }

    static GraphSummary of(GraphImport imported) {
        AttributedGraph graph = imported.graph();
        return new GraphSummary(
                imported.format(),
                graph.nodes(),
                graph.edges(),
                graph.directed(),
                imported.selfLoops(),
                imported.parallelEdges(),
                graph.isolated(),
                graph.components(),
                graph.features().columns(),
                graph.classes().size(),
                graph.graphs(),
                imported.problems());
    }
}
