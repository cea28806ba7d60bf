package innerloop.io;

import innerloop.graph.GraphBuilder;
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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Reads a data set of Planetoid (Cora, Citeseer, Pubmed): files `ind.NAME.PART`, pickles of Python 2 but for the last.
///
///     allx, ally      features and classes, one-hot, of all nodes but those for testing
///     x, y            the first rows of them, for training
///     tx, ty          features and classes of the nodes for testing
///     graph           the neighbours of each node
///     test.index      which nodes the rows of tx and ty are
///
/// The path is the folder, the folder around a `raw` folder with them, or any of the files. Nodes between the others that have no
/// row (15 of Citeseer's) have neither features nor a class, with a warning.
public final class PlanetoidReader implements GraphReader {

    private static final String PREFIX = "ind.";
    private static final List<String> PARTS =
            List.of("x", "y", "tx", "ty", "allx", "ally", "graph", "test.index");

    /// Whether the path belongs to such a data set.
    static boolean isOne(Path path) {
        return !stems(path).isEmpty();
    }

    /// What stands before the names of the parts, for each data set.
    private static List<Path> stems(Path path) {
        if (!Files.isDirectory(path)) {
            return PARTS.stream()
                    .filter(part ->
                            String.valueOf(path.getFileName()).startsWith(PREFIX)
                                    && path.toString().endsWith("." + part))
                    .map(part -> stem(path, part))
                    .filter(stem -> Files.exists(part(stem, "graph")))
                    .limit(1)
                    .toList();
        }
        Path raw = path.resolve("raw");
        Path folder = Files.isDirectory(raw) ? raw : path;
        Set<Path> stems = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*.graph")) {
            files.forEach(file -> stems.add(stem(file, "graph")));
        } catch (IOException | DirectoryIteratorException e) {
            // Then it is none.
        }
        return List.copyOf(stems);
    }

    private static Path stem(Path file, String part) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.substring(0, name.length() - part.length() - 1));
    }

    private static Path part(Path stem, String part) {
        return stem.resolveSibling(stem.getFileName() + "." + part);
    }

    @Override
    public List<Path> files(Path path) {
        return stems(path).stream()
                .limit(1)
                .flatMap(stem -> PARTS.stream().map(part -> part(stem, part)))
                .toList();
    }

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        List<Path> stems = stems(path);
        if (stems.isEmpty()) {
            throw Problem.ofFile(path, Trouble.of("planetoid.none")).exception();
        }
        if (stems.size() > 1) {
            String names =
                    stems.stream()
                            .map(stem -> String.valueOf(stem.getFileName()))
                            .collect(Collectors.joining(", "));
            throw Problem.ofFile(path, Trouble.of("planetoid.several", names)).exception();
        }
        return new Reading(stems.getFirst()).read();
    }

    /// One reading of one data set.
    private static final class Reading {

        private final Path stem;
        private final EdgeBuffer edges = new EdgeBuffer();
        private int nodes;

        Reading(Path stem) {
            this.stem = stem;
        }

        GraphImport read() throws GraphFormatException {
            SparseMatrix known = matrix("allx");
            SparseMatrix tested = matrix("tx");
            SparseMatrix knownClasses = matrix("ally");
            SparseMatrix testedClasses = matrix("ty");
            requireFit("allx", known, "ally", knownClasses);
            requireFit("tx", tested, "ty", testedClasses);
            requireColumns("tx", tested, known);
            requireColumns("ty", testedClasses, knownClasses);
            requireBeginning("x", known);
            requireBeginning("y", knownClasses);
            nodes = known.rows();
            int[] test = testIndex(tested.rows(), known.rows());
            graph();

            // Where the row of each node stands: from 0 on in allx, below 0 in tx.
            int[] rowOf = new int[nodes];
            Arrays.fill(rowOf, Integer.MIN_VALUE);
            IntStream.range(0, known.rows()).forEach(row -> rowOf[row] = row);
            IntStream.range(0, test.length).forEach(row -> rowOf[test[row]] = -1 - row);
            int[] labels = new int[nodes];
            int[] selected = new int[nodes];
            int missing = 0;
            for (int node = 0; node < nodes; node++) {
                int row = rowOf[node];
                labels[node] = -1;
                if (row >= 0) {
                    labels[node] = OneHot.label(source("ally"), knownClasses, row);
                    selected[node] = row;
                } else if (row > Integer.MIN_VALUE) {
                    labels[node] = OneHot.label(source("ty"), testedClasses, -1 - row);
                    selected[node] = known.rows() - 1 - row;
                } else {
                    selected[node] = known.rows() + tested.rows();
                    missing++;
                }
            }
            GraphBuilder builder =
                    new GraphBuilder(
                            String.valueOf(stem.getFileName()).substring(PREFIX.length()),
                            nodes,
                            false);
            builder.features(rows(known, tested, selected), List.of());
            builder.labels(
                    Arrays.stream(labels)
                            .mapToObj(label -> label < 0 ? "" : Integer.toString(label))
                            .toList());
            List<Problem> problems =
                    missing == 0
                            ? List.of()
                            : List.of(
                                    Problem.ofFile(
                                            part(stem, "test.index"),
                                            Trouble.of(
                                                    "planetoid.missing",
                                                    Phrase.amount(missing, "node"))));
            return edges.build(
                    part(stem, "graph"),
                    builder,
                    nodes,
                    false,
                    GraphFormat.PLANETOID,
                    TableGaps.NONE,
                    new ArrayList<>(problems));
        }

        /// The rows of each node: in the upper matrix, counted on in the lower one, behind both a row of zeros.
        private static SparseMatrix rows(SparseMatrix upper, SparseMatrix lower, int[] selected) {
            int[] start = new int[selected.length + 1];
            int[] column = new int[upper.size() + lower.size()];
            double[] value = new double[column.length];
            int size = 0;
            for (int node = 0; node < selected.length; node++) {
                boolean known = selected[node] < upper.rows();
                SparseMatrix from = known ? upper : lower;
                int row = known ? selected[node] : selected[node] - upper.rows();
                if (row < from.rows()) {
                    int first = from.rowStart()[row];
                    int length = from.rowStart()[row + 1] - first;
                    System.arraycopy(from.column(), first, column, size, length);
                    System.arraycopy(from.value(), first, value, size, length);
                    size += length;
                }
                start[node + 1] = size;
            }
            return new SparseMatrix(selected.length, upper.columns(), start, column, value);
        }

        private NumpySource source(String part) {
            return new NumpySource(part(stem, part), "");
        }

        private SparseMatrix matrix(String part) throws GraphFormatException {
            NumpySource source = source(part);
            return switch (Pickle.read(source, PackedBytes.of(source.file()), 0)) {
                case Pickled.Csr csr -> csr.value(source);
                case Pickled.Array array -> CsrArrays.dense(source, array.value(source));
                case null, default -> throw source.broken(Phrase.of("planetoid.noMatrix"));
            };
        }

        private void requireFit(String x, SparseMatrix features, String y, SparseMatrix classes)
                throws GraphFormatException {
            if (features.rows() != classes.rows()) {
                throw source(y)
                        .broken(
                                Phrase.of(
                                        "planetoid.rows",
                                        Integer.toString(classes.rows()),
                                        Integer.toString(features.rows()),
                                        x));
            }
        }

        private void requireColumns(String name, SparseMatrix part, SparseMatrix whole)
                throws GraphFormatException {
            if (part.columns() != whole.columns()) {
                throw source(name)
                        .broken(
                                Phrase.of(
                                        "planetoid.columns",
                                        Integer.toString(part.columns()),
                                        Integer.toString(whole.columns()),
                                        "all" + name.charAt(name.length() - 1)));
            }
        }

        private void requireBeginning(String name, SparseMatrix whole) throws GraphFormatException {
            SparseMatrix part = matrix(name);
            requireColumns(name, part, whole);
            if (part.rows() > whole.rows()) {
                throw source(name)
                        .broken(
                                Phrase.of(
                                        "planetoid.rows",
                                        Integer.toString(part.rows()),
                                        Integer.toString(whole.rows()),
                                        "all" + name));
            }
        }

        /// The node of each row of tx; the number of nodes grows to hold them.
        private int[] testIndex(int rows, int known) throws GraphFormatException {
            Set<Integer> index = new LinkedHashSet<>();
            try (LineScanner lines = new LineScanner(part(stem, "test.index"))) {
                while (lines.next()) {
                    if (lines.token()) {
                        int node = lines.index(LineScanner.Meaning.NODE);
                        if (node < known || !index.add(node)) {
                            throw lines.problem(text -> Trouble.of("planetoid.testNode", text))
                                    .exception();
                        }
                        grow(node);
                    }
                }
                if (index.size() != rows) {
                    throw Problem.ofFile(
                                    part(stem, "test.index"),
                                    Trouble.of("planetoid.testRows", index.size(), rows))
                            .exception();
                }
            }
            return index.stream().mapToInt(Integer::intValue).toArray();
        }

        private void grow(int node) throws GraphFormatException {
            MostNodes.require(node + 1, stem);
            nodes = Math.max(nodes, node + 1);
        }

        private void graph() throws GraphFormatException {
            NumpySource source = source("graph");
            if (!(Pickle.read(source, PackedBytes.of(source.file()), 0)
                    instanceof Map<?, ?> graph)) {
                throw source.broken(Phrase.of("planetoid.noGraph"));
            }
            for (Map.Entry<?, ?> entry : graph.entrySet()) {
                int node = node(source, entry.getKey());
                if (!(entry.getValue() instanceof List<?> neighbours)) {
                    throw source.broken(Phrase.of("planetoid.noGraph"));
                }
                for (Object neighbour : neighbours) {
                    edges.add(node, node(source, neighbour), 1);
                }
            }
        }

        private int node(NumpySource source, Object number) throws GraphFormatException {
            long node = Pickled.wholeNumber(number);
            if (node < 0 || node >= Integer.MAX_VALUE - 1) {
                throw source.broken(Phrase.of("planetoid.noGraph"));
            }
            grow((int) node);
            return (int) node;
        }
    }
}
