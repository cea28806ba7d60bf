package innerloop.io;

import innerloop.graph.AttributedGraph;
import java.util.List;

/// The result of reading a file with a [GraphReader].
///
/// @param graph the graph
/// @param format id of the [GraphFormat] it was read as
/// @param selfLoops nodes with an edge to themselves
/// @param parallelEdges edges of the file that repeat an earlier edge (undirected: in either
///     direction)
/// @param problems what was wrong and survivable
public record GraphImport(
        AttributedGraph graph,
        String format,
        int selfLoops,
        int parallelEdges,
        List<Problem> problems) {

    /// Copies the list.
    public GraphImport {
        problems = List.copyOf(problems);
    }

    /// The same of a graph that was changed after it was read.
    public GraphImport withGraph(AttributedGraph changed) {
        return new GraphImport(changed, format, selfLoops, parallelEdges, problems);
    }

    /// The numbers of the command `import PATH --json`.
    public GraphSummary summary() {
        return GraphSummary.of(this);
    }
}
