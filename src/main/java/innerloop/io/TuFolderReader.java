package innerloop.io;

import innerloop.phrase.Trouble;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a collection in the form of TU Dortmund's data sets: a folder with
///
///     NAME_A.txt                  an edge in each line, `row, column`, nodes counted from 1
///     NAME_graph_indicator.txt    the member graph of each node, counted from 1
///     NAME_graph_labels.txt       the class of each member graph
///     NAME_node_labels.txt        a label of each node: a feature for each of them
///     NAME_node_attributes.txt    numbers of each node, features
///
/// Labels and attributes of edges are not used, with a warning.
public final class TuFolderReader implements GraphReader {

    private static final String EDGES = "_A.txt";
    private static final List<String> PARTS =
            List.of(
                    EDGES,
                    "_graph_indicator.txt",
                    "_graph_labels.txt",
                    "_node_labels.txt",
                    "_node_attributes.txt");

    /// Whether this is such a folder, or the file of its edges.
    static boolean isOne(Path path) {
        Optional<Path> edges = edges(path);
        return edges.isPresent()
                && !Files.exists(edges.get().resolveSibling("edges.txt"))
                && Files.exists(part(edges.get(), "_graph_indicator.txt"));
    }

    private static Optional<Path> edges(Path path) {
        if (!Files.isDirectory(path)) {
            return Optional.of(path).filter(file -> file.toString().endsWith(EDGES));
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*" + EDGES)) {
            for (Path file : files) {
                return Optional.of(file);
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Then it is none.
        }
        return Optional.empty();
    }

    private static String stem(Path edges) {
        String name = String.valueOf(edges.getFileName());
        return name.substring(0, name.length() - EDGES.length());
    }

    private static Path part(Path edges, String ending) {
        return edges.resolveSibling(stem(edges) + ending);
    }

    @Override
    public List<Path> files(Path path) {
        return edges(path).stream()
                .flatMap(edges -> PARTS.stream().map(ending -> part(edges, ending)))
                .filter(Files::exists)
                .toList();
    }

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        Path edges =
                edges(path)
                        .orElseThrow(() ->
                                Problem.ofFile(path, Trouble.of("tu.noFile", EDGES)).exception());
        CollectionParts parts = new CollectionParts(path, stem(edges), GraphFormat.TU);
        try (LineScanner lines = new LineScanner(part(edges, "_graph_labels.txt"))) {
            while (lines.next()) {
                parts.member(lines.text().strip());
            }
        }
        nodes(edges, parts);
        try (LineScanner lines = new LineScanner(edges)) {
            while (lines.next()) {
                if (!lines.text().isBlank()) {
                    edge(lines, parts);
                }
            }
        }
        for (String unused : List.of("_edge_labels.txt", "_edge_attributes.txt")) {
            Path file = part(edges, unused);
            if (Files.exists(file)) {
                parts.warn(file, Trouble.of("tu.unused"));
            }
        }
        return parts.build();
    }

    private static void nodes(Path edges, CollectionParts parts) throws GraphFormatException {
        try (LineScanner lines = new LineScanner(part(edges, "_graph_indicator.txt"));
                Column labels = new Column(part(edges, "_node_labels.txt"));
                Column attributes = new Column(part(edges, "_node_attributes.txt"))) {
            while (lines.next()) {
                int member = (int) numbers(lines)[0];
                if (member < 1 || member > parts.members()) {
                    throw lines.lineProblem(
                                    Trouble.of(
                                            "tu.noMember",
                                            Integer.toString(member),
                                            parts.members()))
                            .exception();
                }
                double[] label = labels.next();
                parts.node(member - 1, label.length == 0 ? 0 : (int) label[0], attributes.next());
            }
        }
    }

    private static void edge(LineScanner lines, CollectionParts parts) throws GraphFormatException {
        double[] ends = numbers(lines);
        if (ends.length != 2
                || Arrays.stream(ends).anyMatch(end -> end < 1 || end > parts.nodes())) {
            throw lines.lineProblem(Trouble.of("tu.noEdge", Integer.toString(parts.nodes())))
                    .exception();
        }
        int source = (int) ends[0] - 1;
        int target = (int) ends[1] - 1;
        if (parts.memberOf(source) != parts.memberOf(target)) {
            throw lines.lineProblem(Trouble.of("tu.crossing")).exception();
        }
        parts.edge(source, target);
    }

    private static double[] numbers(LineScanner lines) throws GraphFormatException {
        double[] numbers =
                Stream.of(lines.text().split(","))
                        .mapToDouble(text -> Decimals.parse(text.strip()))
                        .toArray();
        if (numbers.length == 0 || !Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw lines.lineProblem(Trouble.of("tu.noNumber")).exception();
        }
        return numbers;
    }

    /// A file with a line for each node, which need not be there.
    private static final class Column implements AutoCloseable {

        private final @Nullable LineScanner lines;

        Column(Path file) throws GraphFormatException {
            lines = Files.exists(file) ? new LineScanner(file) : null;
        }

        double[] next() throws GraphFormatException {
            if (lines == null) {
                return new double[0];
            }
            if (!lines.next()) {
                throw lines.lineProblem(Trouble.of("tu.fewerLines")).exception();
            }
            return numbers(lines);
        }

        @Override
        public void close() throws GraphFormatException {
            if (lines != null) {
                lines.close();
            }
        }
    }
}
