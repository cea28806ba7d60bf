package innerloop.meta;

import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.graph.ReceptiveField;
import innerloop.math.Backend;
import innerloop.math.SparseMatrix;
import innerloop.nn.Answers;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.ParameterSpec;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Cuts an episode out of a graph: its receptive field, the rows of the first weights it works on, and the shapes of its
/// inner loop.
final class EpisodeCut {

    /// Mean entries per column from which nearly every column has an entry, so that searching for empty columns costs more
    /// time than it saves.
    private static final long CROWDED = 4;

    private final Backend backend;
    private final EpisodeSource source;
    private final Encoder.GraphView view;
    private final Episode episode;
    private final Encoder.@Nullable Operands forSupport;
    private final Encoder.Operands forQuery;
    private final int[] active;

    EpisodeCut(Backend backend, EpisodeSource source, Episode episode) {
        this.backend = backend;
        this.source = source;
        this.view = source.view();
        this.episode = episode;
        this.forSupport =
                episode.support()
                        .map(s -> source.network().operands(view, s.targets()))
                        .orElse(null);
        this.forQuery = source.network().operands(view, episode.query().targets());
        this.active = active();
    }

    /// @param dropoutKey key of the episode's dropout masks; 0 = no dropout
    EpisodeProblem problem(long dropoutKey) {
        List<ParameterSpec> specs =
                EpisodeProblem.restricted(source.network().specs(), active.length);
        Block query =
                Block.of(
                        backend,
                        forQuery,
                        features(forQuery.rows(), active),
                        episode.query().answers());
        if (forSupport == null) {
            InnerShapes all = new InnerShapes.WeightRows(all(active.length));
            return new EpisodeProblem(null, query, active, all, specs, dropoutKey, null);
        }
        Map<String, SparseMatrix> features = features(forSupport.rows(), active);
        InnerShapes inner = inner(features, specs, forSupport.rows());
        Map<String, SparseMatrix> operands =
                switch (inner) {
                    case InnerShapes.WeightRows(int[] index) when index.length < active.length ->
                            features(
                                    forSupport.rows(),
                                    Arrays.stream(index).map(k -> active[k]).toArray());
                    case InnerShapes.WeightRows _ -> features;
                    case InnerShapes.Products _ -> selections(features);
                };
        Examples known = episode.support().orElseThrow();
        Block support = Block.of(backend, forSupport, operands, known.answers());
        if (source.network().objective().solves()) {
            support = support.asRidgeSupport(backend, Answers.Slots.of(known.answers()));
        }
        return new EpisodeProblem(
                source.compared(backend, support, known.targets(), known.targets()),
                source.compared(backend, query, episode.query().targets(), known.targets()),
                active,
                inner,
                specs,
                dropoutKey,
                source.network().passesOn() ? source.passedOn().get() : null);
    }

    /// The rows of the first weights the episode works on.
    private int[] active() {
        int[] support = forSupport == null ? new int[0] : forSupport.rows();
        boolean every =
                source.everywhere()
                        || switch (source.rows()) {
                            case EVERY -> true;
                            case ACTIVE, SEPARATE -> false;
                            case PRODUCTS ->
                                    entries(support) + entries(forQuery.rows())
                                            >= CROWDED * view.columns();
                        };
        if (every) {
            return all(view.columns());
        }
        int[] query = usedColumns(forQuery.rows());
        return forSupport == null ? query : union(usedColumns(support), query);
    }

    private InnerShapes inner(
            Map<String, SparseMatrix> features, List<ParameterSpec> specs, int[] supportRows) {
        return switch (source.rows()) {
            case EVERY, ACTIVE -> new InnerShapes.WeightRows(all(active.length));
            case SEPARATE -> separate(supportRows);
            case PRODUCTS ->
                    source.learnsProducts()
                            ? InnerShapes.Products.of(
                                    InnerShapes.stacked(
                                            List.copyOf(new TreeMap<>(features).values())),
                                    EpisodeProblem.width(specs),
                                    backend)
                            : separate(supportRows);
        };
    }

    private InnerShapes separate(int[] supportRows) {
        return new InnerShapes.WeightRows(
                Arrays.stream(usedColumns(supportRows))
                        .map(c -> Arrays.binarySearch(active, c))
                        .toArray());
    }

    private long entries(int[] rows) {
        long sum = 0;
        for (SparseMatrix features : view.features().values()) {
            for (int row : rows) {
                sum += features.rowSize(row);
            }
        }
        return sum;
    }

    /// Selections that pick the products of each feature matrix out of the stack of all products, in place of the features.
    private static Map<String, SparseMatrix> selections(Map<String, SparseMatrix> features) {
        int rows = features.values().stream().mapToInt(SparseMatrix::rows).sum();
        Map<String, SparseMatrix> selections = new HashMap<>();
        int first = 0;
        for (var named : new TreeMap<>(features).entrySet()) {
            int next = first + named.getValue().rows();
            int[] index = IntStream.range(first, next).toArray();
            selections.put(named.getKey(), SparseMatrix.selection(index, rows));
            first = next;
        }
        return selections;
    }

    private static int[] all(int columns) {
        return IntStream.range(0, columns).toArray();
    }

    /// The feature columns that have an entry in these rows, ascending.
    private int[] usedColumns(int[] rows) {
        int[] used = new int[0];
        for (SparseMatrix features : view.features().values()) {
            used = ReceptiveField.columnsOf(features, rows, used);
        }
        // ND4J has no empty matrices: nodes without any feature keep one column.
        return used.length == 0 && view.columns() > 0 ? new int[] {0} : used;
    }

    private static int[] union(int[] a, int[] b) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return Arrays.stream(both).sorted().distinct().toArray();
    }

    /// These rows and columns of the features; if it is all columns, nothing is copied.
    private Map<String, SparseMatrix> features(int[] rows, int[] columns) {
        Map<String, SparseMatrix> features = new HashMap<>();
        if (columns.length == view.columns()) {
            view.features().forEach((name, matrix) -> features.put(name, matrix.selectRows(rows)));
            return features;
        }
        int[] local = new int[view.columns()];
        for (int k = 0; k < columns.length; k++) {
            local[columns[k]] = k;
        }
        view.features()
                .forEach((name, matrix) ->
                        features.put(
                                name, ReceptiveField.rows(matrix, rows, local, columns.length)));
        return features;
    }
}
