package innerloop.io;

import innerloop.io.LineScanner.Meaning;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
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
                    throw lines.lineProblem(Trouble.of("plain.noTarget")).exception();
                }
                int v = node(lines);
                double weight = lines.token() ? lines.number(Meaning.WEIGHT) : 1;
                if (lines.token()) {
                    throw lines.problem(word -> Trouble.of("plain.tooMany.edge", word)).exception();
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
                                Trouble.of(
                                        "plain.farNode", Integer.toString(largest), edges.size()))
                        .exception();
            }
            nodes = largest + 1;
        }
    }

    private int node(LineScanner lines) throws GraphFormatException {
        int node = lines.index(Meaning.NODE);
        if (nodes >= 0 && node >= nodes) {
            throw lines.problem(text ->
                            Trouble.of(
                                    "plain.noNode",
                                    text,
                                    nodesFile,
                                    Phrase.amount(nodes, "line"),
                                    Integer.toString(nodes - 1)))
                    .exception();
        }
        return node;
    }

    private void warn(LineScanner lines, int u, int v, double weight) {
        if (graphOf != null && graphOf[u] != graphOf[v] && !crossing) {
            crossing = true;
            problems.add(
                    lines.lineProblem(
                            Trouble.of(
                                    "plain.crossing",
                                    Integer.toString(graphOf[u]),
                                    Integer.toString(graphOf[v]))));
        }
        if (weight < 0 && !negative) {
            negative = true;
            problems.add(EdgeBuffer.negativeWeight(file, lines.lineNumber()));
        }
    }
}
