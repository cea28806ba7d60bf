package innerloop.io;

import innerloop.graph.GraphBuilder;
import innerloop.graph.NodeNames;
import innerloop.math.SparseMatrix;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a citation network as Cora and Citeseer were published:
///
///     NAME.content    a node in each line: its id, its features, its class
///     NAME.cites      a citation in each line: the cited node, then the one that cites
///
/// The path is one of the two or their folder. Edges have no direction, as the models are tested on them; citations of unknown nodes
/// (Citeseer has 17) are left out with a warning.
public final class CitationReader implements GraphReader {

    private static final String NODES = ".content";
    private static final String EDGES = ".cites";

    /// Whether the path belongs to such a network.
    static boolean isOne(Path path) {
        return stem(path).isPresent();
    }

    private static Optional<Path> stem(Path path) {
        if (!Files.isDirectory(path)) {
            return stemOf(path, NODES).or(() -> stemOf(path, EDGES));
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, "*" + NODES)) {
            for (Path file : files) {
                Optional<Path> stem = stemOf(file, NODES);
                if (stem.isPresent()) {
                    return stem;
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Then it is none.
        }
        return Optional.empty();
    }

    private static Optional<Path> stemOf(Path file, String ending) {
        String name = String.valueOf(file.getFileName());
        return Optional.of(name)
                .filter(text -> text.endsWith(ending) && text.length() > ending.length())
                .map(text -> text.substring(0, text.length() - ending.length()))
                .map(file::resolveSibling)
                .filter(stem -> Files.exists(part(stem, NODES)) && Files.exists(part(stem, EDGES)));
    }

    private static Path part(Path stem, String ending) {
        return stem.resolveSibling(stem.getFileName() + ending);
    }

    @Override
    public List<Path> files(Path path) {
        return stem(path).stream()
                .flatMap(stem -> List.of(part(stem, NODES), part(stem, EDGES)).stream())
                .toList();
    }

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        Path stem =
                stem(path)
                        .orElseThrow(() ->
                                Problem.ofFile(path, Trouble.of("citation.none")).exception());
        Reading reading = new Reading();
        reading.nodes(part(stem, NODES));
        return reading.edges(part(stem, EDGES), String.valueOf(stem.getFileName()));
    }

    /// One reading of one network.
    private static final class Reading {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<String> ids = new ArrayList<>();
        private final List<String> classes = new ArrayList<>();
        private final List<int[]> columns = new ArrayList<>();
        private final List<double[]> values = new ArrayList<>();
        private int width = -1;

        void nodes(Path file) throws GraphFormatException {
            try (LineScanner lines = new LineScanner(file)) {
                while (lines.next()) {
                    if (!lines.text().isBlank()) {
                        node(lines);
                    }
                }
            }
            if (ids.isEmpty()) {
                throw Problem.ofFile(file, Trouble.of("graphml.noNodes")).exception();
            }
        }

        private void node(LineScanner lines) throws GraphFormatException {
            String[] words = lines.text().strip().split("\\s+");
            int features = words.length - 2;
            if (features < 0 || (width >= 0 && features != width)) {
                throw lines.lineProblem(
                                Trouble.of("citation.words", words.length, Math.max(width, 0) + 2))
                        .exception();
            }
            width = features;
            if (numbers.putIfAbsent(words[0], ids.size()) != null) {
                throw lines.lineProblem(Trouble.of("node.twice", Problem.shortened(words[0])))
                        .exception();
            }
            ids.add(words[0]);
            MostNodes.require(ids.size(), lines);
            classes.add(words[words.length - 1]);
            int[] column = new int[features];
            double[] value = new double[features];
            int filled = 0;
            for (int c = 0; c < features; c++) {
                double number = Decimals.parse(words[c + 1]);
                if (!Double.isFinite(number)) {
                    throw lines.lineProblem(
                                    Trouble.of(
                                            "citation.noNumber", Problem.shortened(words[c + 1])))
                            .exception();
                }
                if (number != 0) {
                    column[filled] = c;
                    value[filled++] = number;
                }
            }
            columns.add(Arrays.copyOf(column, filled));
            values.add(Arrays.copyOf(value, filled));
        }

        GraphImport edges(Path file, String name) throws GraphFormatException {
            EdgeBuffer edges = new EdgeBuffer();
            List<Problem> problems = new ArrayList<>();
            int unknown = 0;
            int first = 0;
            try (LineScanner lines = new LineScanner(file)) {
                while (lines.next()) {
                    String[] ends = lines.text().strip().split("\\s+");
                    if (ends.length == 1 && ends[0].isEmpty()) {
                        continue;
                    }
                    if (ends.length != 2) {
                        throw lines.lineProblem(Trouble.of("citation.pair")).exception();
                    }
                    Integer cited = numbers.get(ends[0]);
                    Integer citing = numbers.get(ends[1]);
                    if (cited == null || citing == null) {
                        first = unknown == 0 ? lines.lineNumber() : first;
                        unknown++;
                    } else {
                        edges.add(citing, cited, 1);
                    }
                }
            }
            if (unknown > 0) {
                problems.add(
                        Problem.ofLine(
                                file,
                                first,
                                Trouble.of("citation.unknown", Phrase.amount(unknown, "edge"))));
            }
            int nodes = ids.size();
            GraphBuilder builder = new GraphBuilder(name, nodes, false);
            builder.names(new NodeNames(ids, ids)).labels(classes);
            if (width > 0) {
                builder.features(features(), List.of());
            }
            return edges.build(
                    file, builder, nodes, false, GraphFormat.CITATIONS, TableGaps.NONE, problems);
        }

        private SparseMatrix features() {
            int[] start = new int[ids.size() + 1];
            for (int node = 0; node < ids.size(); node++) {
                start[node + 1] = Math.addExact(start[node], columns.get(node).length);
            }
            return new SparseMatrix(
                    ids.size(),
                    width,
                    start,
                    columns.stream().flatMapToInt(Arrays::stream).toArray(),
                    values.stream().flatMapToDouble(Arrays::stream).toArray());
        }
    }
}
