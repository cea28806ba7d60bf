package innerloop.io;

import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.Arrays;

/// Reads a collection in one file, as GIN and DGCNN have them:
///
///     2                     how many member graphs
///     3 1                   nodes and class of the first
///     0 2 1 2               tag of a node, how many neighbours, which of them (counted from 0), and numbers of its own
///     …
///
/// Each tag is a feature, numbers are features, too.
public final class OneFileCollectionReader implements GraphReader {

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        CollectionParts parts =
                new CollectionParts(path, GraphReaders.graphName(path), GraphFormat.ONE_FILE);
        try (LineScanner lines = new LineScanner(path)) {
            int graphs = head(lines);
            for (int graph = 0; graph < graphs; graph++) {
                member(lines, graph, parts);
            }
        }
        return parts.build();
    }

    private static int head(LineScanner lines) throws GraphFormatException {
        return (int) numbers(lines, 1, Phrase.of("oneFile.graphs"))[0];
    }

    private static void member(LineScanner lines, int graph, CollectionParts parts)
            throws GraphFormatException {
        double[] head = numbers(lines, 2, Phrase.of("oneFile.head"));
        int nodes = (int) head[0];
        parts.member(Decimals.text(head[1]).replaceFirst("\\.0$", ""));
        int first = parts.nodes();
        for (int node = 0; node < nodes; node++) {
            double[] line = numbers(lines, 2, Phrase.of("oneFile.node"));
            int degree = (int) line[1];
            if (degree < 0 || degree > line.length - 2) {
                throw lines.lineProblem(Trouble.of("oneFile.neighbours", degree, line.length - 2))
                        .exception();
            }
            for (int k = 2; k < 2 + degree; k++) {
                if (line[k] < 0 || line[k] >= nodes) {
                    throw lines.lineProblem(
                                    Trouble.of(
                                            "oneFile.noNode",
                                            Integer.toString((int) line[k]),
                                            Integer.toString(nodes - 1)))
                            .exception();
                }
                parts.edge(first + node, first + (int) line[k]);
            }
            parts.node(graph, (int) line[0], Arrays.copyOfRange(line, 2 + degree, line.length));
        }
    }

    private static double[] numbers(LineScanner lines, int least, Phrase what)
            throws GraphFormatException {
        if (!lines.next()) {
            throw lines.lineProblem(Trouble.of("text.cutOff", what)).exception();
        }
        double[] numbers =
                Arrays.stream(lines.text().strip().split("\\s+"))
                        .mapToDouble(Decimals::parse)
                        .toArray();
        if (numbers.length < least || !Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw lines.lineProblem(Trouble.of("oneFile.here", what)).exception();
        }
        return numbers;
    }
}
