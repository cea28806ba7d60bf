package innerloop.io;

import innerloop.graph.Amount;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads `edges.txt` of a plain folder.
final class PlainEdges {

    private static final Pattern DIRECTED =
            Pattern.compile("^[#%]\\s*directed\\b.*", Pattern.CASE_INSENSITIVE);

    /// Without a file with a line per node, the largest node number may exceed the number of edges
    /// by this factor and this amount; more is taken for a mistake, before it fills the memory.
    private static final long GAP_FACTOR = 100;

    private static final int GAP_ALLOWED = 1_000_000;

    private final Path file;
    private final String nodesFile;
    private final int @Nullable [] graphOf;
    private final List<Problem> problems;
    private int nodes;
    private boolean directed;
    private boolean crossing;
    private boolean negative;

    /// For `nodes` nodes as told by `nodesFile`; −1 when no file tells.
    PlainEdges(
            Path file,
            int nodes,
            String nodesFile,
            int @Nullable [] graphOf,
            List<Problem> problems) {
        this.file = file;
        this.nodes = nodes;
        this.nodesFile = nodesFile;
        this.graphOf = graphOf;
        this.problems = problems;
    }

    /// The number of nodes, known after reading.
    int nodes() {
        return nodes;
    }

    /// Whether a comment says that the graph is directed, known after reading.
    boolean directed() {
        return directed;
    }

    /// Whether a comment line says that a graph is directed: `# directed`, also `# Directed graph:
    /// …`.
    static boolean saysDirected(String comment) {
        return DIRECTED.matcher(comment).matches();
    }

    void readInto(EdgeBuffer edges) throws GraphFormatException {
        int largest = -1;
        int largestLine = 0;
        try (LineScanner lines = new LineScanner(file)) {
            while (lines.next()) {
                if (!lines.token()) {
                    continue;
                }
                if (lines.tokenStartsWith('#')) {
                    directed |= saysDirected(lines.text().strip());
                    continue;
                }
                int u = node(lines);
                if (!lines.token()) {
                    throw lines.lineProblem("the edge has no target", "write 'u v'").exception();
                }
                int v = node(lines);
                double weight = lines.token() ? lines.number("weight") : 1;
                if (lines.token()) {
                    throw lines.problem(" is one word too many", "write 'u v' or 'u v weight'")
                            .exception();
                }
                warn(lines, u, v, weight);
                edges.add(u, v, weight);
                if (Math.max(u, v) > largest) {
                    largest = Math.max(u, v);
                    largestLine = lines.lineNumber();
                }
            }
        }
        if (nodes < 0) {
            if (largest - GAP_ALLOWED > GAP_FACTOR * edges.size()) {
                throw Problem.ofLine(
                                file,
                                largestLine,
                                "node %d is far beyond the number of edges (%d)"
                                        .formatted(largest, edges.size()),
                                "number the nodes from 0 on, or add names.txt")
                        .exception();
            }
            nodes = largest + 1;
        }
    }

    private int node(LineScanner lines) throws GraphFormatException {
        int node = lines.index("a node number");
        if (nodes >= 0 && node >= nodes) {
            throw lines.problem(
                            " is not a node: " + nodesFile + " has " + Amount.of(nodes, "line"),
                            "use node numbers 0 to " + (nodes - 1))
                    .exception();
        }
        return node;
    }

    private void warn(LineScanner lines, int u, int v, double weight) {
        if (graphOf != null && graphOf[u] != graphOf[v] && !crossing) {
            crossing = true;
            problems.add(
                    lines.lineProblem(
                            "the edge joins member graphs %d and %d"
                                    .formatted(graphOf[u], graphOf[v]),
                            "check graph_of.txt"));
        }
        if (weight < 0 && !negative) {
            negative = true;
            problems.add(EdgeBuffer.negativeWeight(file, lines.lineNumber()));
        }
    }
}
