package innerloop.io;

import innerloop.graph.FeatureTable;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import innerloop.phrase.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reads a folder of the Open Graph Benchmark, tables without headers, packed (`.csv.gz`) or not:
///
///     edge                 two nodes in each line, counted from 0 in each graph
///     num-node-list        how many nodes each graph has
///     num-edge-list        how many edges, if there is more than one graph
///     node-feat            features of each node
///     node-label           its class, or graph-label: that of each graph
///
/// The path is the `raw` folder or the one around it. Edges have no direction. More columns of labels than one are several tasks, of
/// which the first is read.
public final class OgbReader implements GraphReader {

    private static final List<String> PARTS =
            List.of(
                    "edge",
                    "num-node-list",
                    "num-edge-list",
                    "node-feat",
                    "node-label",
                    "graph-label");

    /// Whether this is such a folder, or the one around it.
    static boolean isOne(Path path) {
        return folder(path).isPresent();
    }

    private static Optional<Path> folder(Path path) {
        return Stream.of(path, path.resolve("raw"))
                .filter(Files::isDirectory)
                .filter(folder -> part(folder, "edge").isPresent())
                .filter(folder -> part(folder, "num-node-list").isPresent())
                .findFirst();
    }

    private static Optional<Path> part(Path folder, String name) {
        return Stream.of(".csv.gz", ".csv")
                .map(ending -> folder.resolve(name + ending))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    @Override
    public List<Path> files(Path path) {
        return folder(path).stream()
                .flatMap(folder -> PARTS.stream().flatMap(name -> part(folder, name).stream()))
                .toList();
    }

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        Path folder =
                folder(path)
                        .orElseThrow(
                                () -> Problem.ofFile(path, Trouble.of("ogb.none")).exception());
        Path around = folder.endsWith("raw") ? folder.toAbsolutePath().getParent() : folder;
        return new Reading(folder, around == null ? folder : around).read();
    }

    /// One reading of one folder.
    private static final class Reading {

        private final Path folder;
        private final Path around;
        private final List<Problem> problems = new ArrayList<>();
        private int[] graphOf = {};

        Reading(Path folder, Path around) {
            this.folder = folder;
            this.around = around;
        }

        private Path file(String name) {
            return part(folder, name).orElse(folder.resolve(name + ".csv.gz"));
        }

        private boolean has(String name) {
            return part(folder, name).isPresent();
        }

        GraphImport read() throws GraphFormatException {
            int[] nodesOf = counts("num-node-list");
            int graphs = nodesOf.length;
            int nodes = Arrays.stream(nodesOf).sum();
            graphOf = new int[nodes];
            int[] first = new int[graphs + 1];
            for (int graph = 0; graph < graphs; graph++) {
                first[graph + 1] = first[graph] + nodesOf[graph];
                Arrays.fill(graphOf, first[graph], first[graph + 1], graph);
            }
            GraphBuilder builder = new GraphBuilder(GraphReaders.graphName(around), nodes, false);
            if (has("node-feat")) {
                builder.features(new FeatureTable(features(nodes), List.of()));
            }
            if (has("node-label")) {
                builder.labels(labels("node-label", nodes));
            }
            if (graphs > 1 || has("graph-label")) {
                builder.members(graphOf);
                builder.memberLabels(
                        has("graph-label") ? labels("graph-label", graphs) : List.of());
            }
            return edges(graphs, first)
                    .build(
                            file("edge"),
                            builder,
                            nodes,
                            false,
                            GraphFormat.OGB,
                            TableGaps.NONE,
                            problems);
        }

        private static double[] numbers(LineScanner lines) throws GraphFormatException {
            String[] cells = lines.text().split(",", -1);
            double[] numbers = new double[cells.length];
            for (int k = 0; k < cells.length; k++) {
                numbers[k] = Decimals.parse(cells[k].strip());
                if (!Double.isFinite(numbers[k])) {
                    throw lines.lineProblem(Trouble.of("ogb.noNumber", Problem.shortened(cells[k])))
                            .exception();
                }
            }
            return numbers;
        }

        private static int whole(LineScanner lines, double number, int bound)
                throws GraphFormatException {
            if (number != Math.rint(number) || number < 0 || number >= bound) {
                throw lines.lineProblem(
                                Trouble.of(
                                        "ogb.noIndex",
                                        NumpyArray.whole(number),
                                        Integer.toString(bound - 1)))
                        .exception();
            }
            return (int) number;
        }

        /// How many nodes or edges each graph has, which the memory must hold.
        private int[] counts(String name) throws GraphFormatException {
            List<Integer> counts = new ArrayList<>();
            long sum = 0;
            try (LineScanner lines = new LineScanner(file(name))) {
                while (lines.next()) {
                    if (!lines.text().isBlank()) {
                        counts.add(whole(lines, numbers(lines)[0], Integer.MAX_VALUE));
                        sum += counts.getLast();
                        MostNodes.require(counts.size(), lines);
                        if (name.equals("num-node-list")) {
                            MostNodes.require((int) Math.min(sum, Integer.MAX_VALUE), lines);
                        }
                    }
                }
            }
            if (sum == 0) {
                throw Problem.ofFile(file(name), Trouble.of("collection.noNodes")).exception();
            }
            return counts.stream().mapToInt(Integer::intValue).toArray();
        }

        private EdgeBuffer edges(int graphs, int[] first) throws GraphFormatException {
            EdgeBuffer edges = new EdgeBuffer();
            int[] edgesOf = graphs > 1 ? counts("num-edge-list") : new int[] {Integer.MAX_VALUE};
            int graph = 0;
            int left = edgesOf[0];
            try (LineScanner lines = new LineScanner(file("edge"))) {
                while (lines.next()) {
                    while (left == 0 && graph + 1 < Math.min(graphs, edgesOf.length)) {
                        left = edgesOf[++graph];
                    }
                    double[] ends = numbers(lines);
                    if (ends.length != 2 || left == 0) {
                        throw lines.lineProblem(Trouble.of("ogb.noEdge")).exception();
                    }
                    int bound = first[graph + 1] - first[graph];
                    int source = whole(lines, ends[0], bound);
                    edges.add(
                            first[graph] + source, first[graph] + whole(lines, ends[1], bound), 1);
                    left--;
                }
            }
            return edges;
        }

        private SparseMatrix features(int nodes) throws GraphFormatException {
            int[] start = new int[nodes + 1];
            int[] column = new int[1024];
            double[] value = new double[1024];
            int size = 0;
            int row = 0;
            int width = -1;
            try (LineScanner lines = new LineScanner(file("node-feat"))) {
                while (lines.next()) {
                    double[] numbers = numbers(lines);
                    if (row == nodes || (width >= 0 && numbers.length != width)) {
                        throw lines.lineProblem(
                                        Trouble.of(
                                                "ogb.features",
                                                Integer.toString(nodes),
                                                Math.max(width, 0)))
                                .exception();
                    }
                    width = numbers.length;
                    for (int c = 0; c < width; c++) {
                        if (numbers[c] != 0) {
                            if (size == column.length) {
                                column = Arrays.copyOf(column, Math.addExact(size, size));
                                value = Arrays.copyOf(value, column.length);
                            }
                            column[size] = c;
                            value[size++] = numbers[c];
                        }
                    }
                    start[++row] = size;
                }
                requireRows(lines, row, nodes);
            }
            return new SparseMatrix(nodes, Math.max(width, 0), start, column, value);
        }

        private static void requireRows(LineScanner lines, int rows, int needed)
                throws GraphFormatException {
            if (rows != needed) {
                throw lines.lineProblem(
                                Trouble.of(
                                        "ogb.rows",
                                        Integer.toString(rows),
                                        Integer.toString(needed)))
                        .exception();
            }
        }

        /// The first column; nan says that there is none.
        private List<String> labels(String name, int rows) throws GraphFormatException {
            List<String> labels = new ArrayList<>();
            boolean several = false;
            try (LineScanner lines = new LineScanner(file(name))) {
                while (lines.next() && labels.size() <= rows) {
                    String[] cells = lines.text().split(",", 2);
                    several |= cells.length > 1;
                    String cell = cells[0].strip();
                    double number = Decimals.parse(cell);
                    boolean none = cell.isEmpty() || cell.equals("nan") || number == -1;
                    labels.add(
                            none ? "" : Double.isFinite(number) ? NumpyArray.whole(number) : cell);
                }
                requireRows(lines, labels.size(), rows);
            }
            if (several) {
                problems.add(Problem.ofFile(file(name), Trouble.of("ogb.tasks")));
            }
            return labels;
        }
    }
}
