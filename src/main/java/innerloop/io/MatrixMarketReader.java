package innerloop.io;

import innerloop.graph.GraphBuilder;
import innerloop.phrase.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads an adjacency in the form of Matrix Market: `%%MatrixMarket matrix coordinate pattern|real|integer general|symmetric`, a
/// line with rows, columns and entries, then an entry in each line, counted from 1. Rows are sources.
///
/// A general matrix that is not symmetric is a directed graph. Classes may stand beside it, in `NAME_labels.txt` or
/// `NAME.labels.txt`, one in each line.
public final class MatrixMarketReader implements GraphReader {

    /// How a file begins, in small letters.
    static final String SIGN = "%%matrixmarket";

    @Override
    public List<Path> files(Path path) {
        List<Path> files = new ArrayList<>(List.of(path));
        files.addAll(labels(path));
        return files;
    }

    private static List<Path> labels(Path path) {
        String stem = String.valueOf(path.getFileName()).replaceFirst("(?i)(\\.mtx)?(\\.gz)?$", "");
        return List.of("_labels.txt", ".labels.txt").stream()
                .map(ending -> path.resolveSibling(stem + ending))
                .filter(Files::isRegularFile)
                .limit(1)
                .toList();
    }

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        EdgeBuffer edges = new EdgeBuffer();
        List<Problem> problems = new ArrayList<>();
        int nodes;
        boolean symmetric;
        try (LineScanner lines = new LineScanner(path)) {
            String[] head = head(lines);
            boolean pattern = head[3].equals("pattern");
            symmetric = head[4].equals("symmetric");
            int[] size = size(lines);
            nodes = size[0];
            boolean negative = false;
            for (int entry = 0; entry < size[2]; entry++) {
                if (!nextLine(lines)) {
                    throw lines.lineProblem(
                                    Trouble.of(
                                            "matrixMarket.entries",
                                            Integer.toString(entry),
                                            Integer.toString(size[2])))
                            .exception();
                }
                int source = node(lines, nodes);
                lines.token();
                int target = node(lines, nodes);
                double weight = 1;
                if (!pattern) {
                    lines.token();
                    weight = lines.number(LineScanner.Meaning.WEIGHT);
                }
                if (weight < 0 && !negative) {
                    negative = true;
                    problems.add(EdgeBuffer.negativeWeight(path, lines.lineNumber()));
                }
                if (lines.token()) {
                    throw lines.problem(text -> Trouble.of("matrixMarket.more", text)).exception();
                }
                if (weight != 0) {
                    edges.add(source, target, weight);
                }
            }
            if (nextLine(lines)) {
                throw lines.problem(text -> Trouble.of("matrixMarket.more", text)).exception();
            }
        }
        boolean directed = !symmetric && !edges.everyEdgeInBothDirections(nodes);
        GraphBuilder builder = new GraphBuilder(GraphReaders.graphName(path), nodes, directed);
        for (Path file : labels(path)) {
            builder.labels(classes(file, nodes));
        }
        return edges.build(
                path,
                builder,
                nodes,
                directed,
                GraphFormat.MATRIX_MARKET,
                TableGaps.NONE,
                problems);
    }

    private static String[] head(LineScanner lines) throws GraphFormatException {
        String[] words =
                lines.next()
                        ? lines.text().strip().toLowerCase(Locale.ROOT).split("\\s+")
                        : new String[0];
        boolean known =
                words.length == 5
                        && words[0].equals(SIGN)
                        && words[1].equals("matrix")
                        && words[2].equals("coordinate")
                        && List.of("pattern", "real", "integer").contains(words[3])
                        && List.of("general", "symmetric").contains(words[4]);
        if (!known) {
            throw lines.lineProblem(Trouble.of("matrixMarket.head")).exception();
        }
        return words;
    }

    private static boolean nextLine(LineScanner lines) throws GraphFormatException {
        while (lines.next()) {
            if (lines.token() && !lines.tokenStartsWith('%')) {
                return true;
            }
        }
        return false;
    }

    private static int[] size(LineScanner lines) throws GraphFormatException {
        int[] size = new int[3];
        boolean found = nextLine(lines);
        for (int k = 0; k < size.length; k++) {
            if (!found) {
                throw lines.lineProblem(Trouble.of("matrixMarket.size")).exception();
            }
            size[k] = lines.index(LineScanner.Meaning.NODE);
            found = lines.token();
        }
        if (found || size[0] != size[1] || size[0] == 0) {
            throw lines.lineProblem(Trouble.of("matrixMarket.size")).exception();
        }
        MostNodes.require(size[0], lines);
        return size;
    }

    private static int node(LineScanner lines, int nodes) throws GraphFormatException {
        int node = lines.index(LineScanner.Meaning.NODE);
        if (node < 1 || node > nodes) {
            throw lines.problem(
                            text -> Trouble.of("matrixMarket.node", text, Integer.toString(nodes)))
                    .exception();
        }
        return node - 1;
    }

    private static List<String> classes(Path file, int nodes) throws GraphFormatException {
        List<String> classes = new ArrayList<>();
        try (LineScanner lines = new LineScanner(file)) {
            while (lines.next() && classes.size() <= nodes) {
                String text = lines.text().strip();
                classes.add(text.equals("-") ? "" : text);
            }
            if (classes.size() != nodes) {
                throw lines.lineProblem(Trouble.of("matrixMarket.labels", Integer.toString(nodes)))
                        .exception();
            }
        }
        return classes;
    }
}
