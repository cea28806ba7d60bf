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
/// @param gaps what of a node table the graph does not show
/// @param files what it was read from, and what beside it was not read
/// @param problems what was wrong and survivable
public record GraphImport(
        AttributedGraph graph,
        String format,
        int selfLoops,
        int parallelEdges,
        TableGaps gaps,
        GraphFiles files,
        List<Problem> problems) {

    /// Copies the list.
    public GraphImport {
        problems = List.copyOf(problems);
    }

    /// The same of a graph that was changed after it was read.
    public GraphImport withGraph(AttributedGraph changed) {
        return new GraphImport(changed, format, selfLoops, parallelEdges, gaps, files, problems);
    }

    /// The same with problems that are said in another way.
    GraphImport withProblems(List<Problem> said) {
        return new GraphImport(graph, format, selfLoops, parallelEdges, gaps, files, said);
    }

    /// The same with the files it came from.
    GraphImport withFiles(GraphFiles found) {
        return new GraphImport(graph, format, selfLoops, parallelEdges, gaps, found, problems);
    }

    /// What each column of the file's tables is taken for.
    public List<ColumnReport> columns() {
        return gaps.columns();
    }

    /// What the graph is, as the command `import` says it.
    public GraphSummary summary() {
        return GraphSummary.of(this);
    }
}
