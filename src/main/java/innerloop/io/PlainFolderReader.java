package innerloop.io;

import innerloop.graph.GraphBuilder;
import innerloop.graph.NodeNames;
import innerloop.io.LineScanner.Meaning;
import innerloop.math.SparseMatrix;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a plain folder: text files with one line per node or edge.
///
/// | file | line |
/// |---|---|
/// | `edges.txt` | `u v` or `u v weight`, nodes counted from 0 |
/// | `labels.txt` | class of the node: a whole number or a name; `-1`, `-` or nothing = none |
/// | `classes.txt` | name of each class; then `labels.txt` holds indices into it |
/// | `features.txt`, `features.txt.gz` | tokens `column` or `column:value` |
/// | `features_names.txt` | name of each feature column |
/// | `names.txt` | name of the node |
/// | `ids.txt` | what another file calls the node, each only once |
/// | `graph_of.txt` | member graph of the node, counted from 0 |
/// | `graph_labels.txt` | class of each member graph, an empty line for none |
/// | `positions.txt` | `x y` of the node |
///
/// In `edges.txt` blank lines and lines from `#` on are skipped; a line `# directed` makes the
/// graph directed. Only `edges.txt` must be there (a folder with `edges.csv` instead is read as that edge
/// list); other files are ignored. Classes are ordered by
/// number, then by name. The number of nodes is the number of lines of the files with a line per
/// node, which must agree; without any it is 1 + the largest node in `edges.txt`. Text is UTF-8. A
/// wrong line is an error with its number and column.
public final class PlainFolderReader implements GraphReader {

    private static final String TABLE = "edges.csv";

    private static final List<String> NAMES =
            List.of(
                    "edges.txt",
                    "labels.txt",
                    "classes.txt",
                    "features.txt",
                    "features.txt.gz",
                    "features_names.txt",
                    "names.txt",
                    "ids.txt",
                    "graph_of.txt",
                    "graph_labels.txt",
                    "positions.txt");

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        // A path to edges.txt itself means the folder around it.
        Path folder = folder(path);
        Path table = folder.resolve(TABLE);
        return isTable(folder) ? new EdgeListReader().read(table) : new Folder(folder).read();
    }

    @Override
    public List<Path> files(Path path) {
        Path folder = folder(path);
        if (isTable(folder)) {
            return new EdgeListReader().files(folder.resolve(TABLE));
        }
        boolean plain = Files.exists(folder.resolve("features.txt"));
        return NAMES.stream()
                .filter(name -> !(plain && name.equals("features.txt.gz")))
                .map(folder::resolve)
                .filter(Files::exists)
                .toList();
    }

    private static Path folder(Path path) {
        return path.endsWith("edges.txt") ? path.resolveSibling("") : path;
    }

    /// Whether the folder holds an edge list with its node table instead.
    private static boolean isTable(Path folder) {
        return !Files.exists(folder.resolve("edges.txt"))
                && Files.isRegularFile(folder.resolve(TABLE));
    }

    /// One reading of one folder.
    private static final class Folder {

        private final Path folder;
        private final List<Problem> problems = new ArrayList<>();
        private int nodes = -1;
        private String nodesFile = "";

        Folder(Path folder) {
            this.folder = folder;
        }

        GraphImport read() throws GraphFormatException {
            Path edgesFile = folder.resolve("edges.txt");
            if (!Files.isRegularFile(edgesFile)) {
                throw Problem.ofFile(folder, Trouble.of("plain.noEdges")).exception();
            }
            List<String> names = lines("names.txt");
            count("names.txt", names);
            List<String> ids = lines("ids.txt");
            count("ids.txt", ids);
            List<String> labels = lines("labels.txt");
            count("labels.txt", labels);
            List<String> featureNames = lines("features_names.txt");
            SparseMatrix features = features(featureNames);
            int[] graphOf = members();
            float[] positions = positions();

            EdgeBuffer edges = new EdgeBuffer();
            PlainEdges lines = new PlainEdges(edgesFile, nodes, nodesFile, graphOf, problems);
            lines.readInto(edges);
            nodes = lines.nodes();
            boolean directed = lines.directed();
            if (nodes <= 0) {
                throw Problem.ofFile(edgesFile, Trouble.of("plain.noNodes")).exception();
            }
            GraphBuilder builder =
                    new GraphBuilder(GraphReaders.graphName(folder), nodes, directed);
            if (names != null || ids != null) {
                List<String> numbers = NodeNames.numbered(nodes).ids();
                builder.names(
                        new NodeNames(
                                names == null ? numbers : names,
                                ids == null ? numbers : distinct(ids)));
            }
            if (labels != null) {
                classes(labels).applyTo(builder);
            }
            if (features != null) {
                builder.features(features, featureNames == null ? List.of() : featureNames);
            }
            if (graphOf != null) {
                builder.members(graphOf).memberLabels(graphLabels(graphOf));
            }
            if (positions != null) {
                builder.positions(positions);
            }
            return edges.build(
                    folder,
                    builder,
                    nodes,
                    directed,
                    GraphFormat.PLAIN_FOLDER,
                    TableGaps.NONE,
                    problems);
        }

        private @Nullable List<String> lines(String name) throws GraphFormatException {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                return null;
            }
            List<String> lines = new ArrayList<>();
            try (LineScanner scanner = new LineScanner(file)) {
                while (scanner.next()) {
                    lines.add(scanner.text());
                    MostNodes.require(lines.size(), scanner);
                }
            }
            return lines;
        }

        private List<String> distinct(List<String> ids) throws GraphFormatException {
            Set<String> seen = new HashSet<>();
            for (int node = 0; node < ids.size(); node++) {
                if (ids.get(node).isBlank() || !seen.add(ids.get(node))) {
                    throw Problem.ofText(
                                    folder.resolve("ids.txt"),
                                    node + 1,
                                    1,
                                    ids.get(node),
                                    Trouble.of(
                                            ids.get(node).isBlank() ? "plain.noId" : "node.twice",
                                            Problem.shortened(ids.get(node))))
                            .exception();
                }
            }
            return ids;
        }

        private void count(String file, @Nullable List<String> lines) throws GraphFormatException {
            if (lines != null) {
                count(file, lines.size());
            }
        }

        private void count(String file, int lines) throws GraphFormatException {
            if (nodes >= 0 && nodes != lines) {
                throw Problem.ofFile(
                                folder.resolve(file),
                                Trouble.of(
                                        "plain.counts",
                                        Phrase.amount(lines, "line"),
                                        nodesFile,
                                        nodes))
                        .exception();
            }
            nodes = lines;
            nodesFile = file;
        }

        private @Nullable SparseMatrix features(@Nullable List<String> featureNames)
                throws GraphFormatException {
            Path plain = folder.resolve("features.txt");
            Path packed = folder.resolve("features.txt.gz");
            boolean both = Files.exists(plain) && Files.exists(packed);
            if (both) {
                problems.add(Problem.ofFile(packed, Trouble.of("plain.twoFeatures")));
            }
            if (!Files.exists(plain) && !Files.exists(packed)) {
                return null;
            }
            Path file = Files.exists(plain) ? plain : packed;
            SparseMatrix features =
                    PlainFeatures.read(
                            file,
                            featureNames == null ? -1 : featureNames.size(),
                            "features_names.txt");
            count(String.valueOf(file.getFileName()), features.rows());
            return features;
        }

        private int @Nullable [] members() throws GraphFormatException {
            Path file = folder.resolve("graph_of.txt");
            if (!Files.exists(file)) {
                return null;
            }
            int[] graphOf = new int[1024];
            int size = 0;
            try (LineScanner lines = new LineScanner(file)) {
                while (lines.next()) {
                    if (size == graphOf.length) {
                        graphOf = Arrays.copyOf(graphOf, size * 2);
                    }
                    graphOf[size++] = single(lines, Meaning.MEMBER);
                    MostNodes.require(size, lines);
                    MostNodes.require(graphOf[size - 1], lines);
                }
            }
            count("graph_of.txt", size);
            return Arrays.copyOf(graphOf, size);
        }

        private static int single(LineScanner lines, Meaning what) throws GraphFormatException {
            if (!lines.token()) {
                throw lines.lineProblem(Trouble.of("plain.noNumber", what.phrase())).exception();
            }
            int number = lines.index(what);
            if (lines.token()) {
                throw lines.problem(word -> Trouble.of("plain.tooMany.number", word)).exception();
            }
            return number;
        }

        private List<String> graphLabels(int[] graphOf) throws GraphFormatException {
            int graphs = Arrays.stream(graphOf).max().orElse(-1) + 1;
            List<String> lines = lines("graph_labels.txt");
            if (lines == null) {
                return List.of();
            }
            Path file = folder.resolve("graph_labels.txt");
            if (lines.size() != graphs) {
                throw Problem.ofFile(
                                file,
                                Trouble.of(
                                        "plain.memberCounts",
                                        Phrase.amount(lines.size(), "line"),
                                        Phrase.amount(graphs, "memberGraph")))
                        .exception();
            }
            return lines.stream().map(String::strip).toList();
        }

        private float @Nullable [] positions() throws GraphFormatException {
            Path file = folder.resolve("positions.txt");
            if (!Files.exists(file)) {
                return null;
            }
            float[] xy = new float[2048];
            int size = 0;
            try (LineScanner lines = new LineScanner(file)) {
                while (lines.next()) {
                    MostNodes.require(size / 2, lines);
                    if (size == xy.length) {
                        xy = Arrays.copyOf(xy, size * 2);
                    }
                    for (int k = 0; k < 2; k++) {
                        if (!lines.token()) {
                            throw lines.lineProblem(Trouble.of("plain.noPosition")).exception();
                        }
                        xy[size++] = (float) lines.number(Meaning.COORDINATE);
                        if (Float.isInfinite(xy[size - 1])) {
                            throw lines.problem(text -> Trouble.of("plain.farPosition", text))
                                    .exception();
                        }
                    }
                    if (lines.token()) {
                        throw lines.problem(word -> Trouble.of("plain.tooMany.position", word))
                                .exception();
                    }
                }
            }
            count("positions.txt", size / 2);
            return Arrays.copyOf(xy, size);
        }

        private ClassIndex classes(List<String> labels) throws GraphFormatException {
            ClassIndex classes = new ClassIndex(nodes);
            List<String> known = lines("classes.txt");
            if (known != null) {
                classes.order(known);
            }
            for (int node = 0; node < nodes; node++) {
                String label = labels.get(node).strip();
                if (label.isEmpty() || label.equals("-") || label.equals("-1")) {
                    continue;
                }
                classes.set(node, known == null ? label : known.get(index(label, node, known)));
            }
            return classes;
        }

        private int index(String label, int node, List<String> known) throws GraphFormatException {
            try {
                int index = Integer.parseInt(label);
                if (index >= 0 && index < known.size()) {
                    return index;
                }
            } catch (NumberFormatException e) {
                // Reported below, like a number out of range.
            }
            throw Problem.ofText(
                            folder.resolve("labels.txt"),
                            node + 1L,
                            1,
                            label,
                            Trouble.of(
                                    "plain.noClassLine",
                                    Problem.shortened(label),
                                    Integer.toString(known.size() - 1)))
                    .exception();
        }
    }
}
