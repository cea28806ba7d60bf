package innerloop.meta;

import innerloop.episode.Episode;
import innerloop.graph.ReceptiveField;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One episode, ready for computing on its exact receptive field.
///
/// The first weights multiply sparse features of which the episode uses few columns; the other rows of these weights
/// have gradient 0 in every inner step. So the episode works on the *active* rows only: [#restrict] takes
/// them out of θ, [#extend] puts a direction back among zeros. Everything in between is exact.
public final class EpisodeProblem {

    private final Block support;
    private final Block query;
    private final @Nullable SparseMatrix active;
    private final List<ParameterSpec> specs;
    private final long noise;

    private EpisodeProblem(
            Block support,
            Block query,
            @Nullable SparseMatrix active,
            List<ParameterSpec> specs,
            long noise) {
        this.support = support;
        this.query = query;
        this.active = active;
        this.specs = specs;
        this.noise = noise;
    }

    /// What episodes are cut out of: the graph as the encoder sees it and the shapes of its network.
    ///
    /// @param encoder the encoder
    /// @param specs all parameters of the network
    /// @param view the graph
    /// @param everyRow whether all rows of the first weights count as active
    public record Source(
            Encoder encoder, List<ParameterSpec> specs, Encoder.GraphView view, boolean everyRow) {}

    /// Cuts the episode's receptive field out of the graph.
    ///
    /// @param noise key of the episode's dropout masks; 0 = no dropout
    public static EpisodeProblem of(
            Backend backend, Source source, Episode episode, int outputs, long noise) {
        Encoder.GraphView view = source.view();
        Encoder.Operands forQuery = source.encoder().operands(view, episode.query());
        boolean batch = episode.support().length == 0;
        Encoder.Operands forSupport =
                batch ? forQuery : source.encoder().operands(view, episode.support());
        int columns = view.columns();
        int[] used =
                source.everyRow()
                        ? all(columns)
                        : usedColumns(view, columns, forSupport.rows(), forQuery.rows());
        int[] local = new int[columns];
        for (int k = 0; k < used.length; k++) {
            local[used[k]] = k;
        }
        Cut cut = new Cut(backend, view, local, used.length, outputs);
        Block query = cut.block(forQuery, episode.querySlots());
        return new EpisodeProblem(
                batch ? query : cut.block(forSupport, episode.supportSlots()),
                query,
                source.everyRow() ? null : SparseMatrix.selection(used, columns),
                restricted(source.specs(), used.length),
                noise);
    }

    /// A problem made of two blocks that are not cut out of a graph.
    public static EpisodeProblem of(Block support, Block query, List<ParameterSpec> specs) {
        return new EpisodeProblem(support, query, null, specs, 0);
    }

    private static int[] all(int columns) {
        int[] all = new int[columns];
        Arrays.setAll(all, c -> c);
        return all;
    }

    private static int[] usedColumns(
            Encoder.GraphView view, int columns, int[] rows, int[] moreRows) {
        int[] both = Arrays.copyOf(rows, rows.length + moreRows.length);
        System.arraycopy(moreRows, 0, both, rows.length, moreRows.length);
        int[] used = new int[0];
        for (SparseMatrix features : view.features().values()) {
            used = ReceptiveField.columnsOf(features, both, used);
        }
        // ND4J has no empty matrices: an episode without any feature keeps one column.
        return used.length == 0 && columns > 0 ? new int[] {0} : used;
    }

    private record Cut(
            Backend backend, Encoder.GraphView view, int[] local, int columns, int outputs) {

        Block block(Encoder.Operands operands, int[] slots) {
            Map<String, SparseMatrix> features = new HashMap<>();
            view.features()
                    .forEach((name, matrix) ->
                            features.put(
                                    name,
                                    ReceptiveField.rows(matrix, operands.rows(), local, columns)));
            return Block.of(backend, operands, features, slots, outputs);
        }
    }

    private static List<ParameterSpec> restricted(List<ParameterSpec> specs, int rows) {
        return specs.stream().map(s -> s.perFeature() ? s.withRows(rows) : s).toList();
    }

    /// The support set with its receptive field.
    public Block support() {
        return support;
    }

    /// The query set with its receptive field.
    public Block query() {
        return query;
    }

    /// Names and shapes of the restricted parameters.
    public List<ParameterSpec> specs() {
        return specs;
    }

    /// Names and shapes of other parameters, such as rates, restricted in the same way.
    List<ParameterSpec> restricted(List<ParameterSpec> full) {
        return active == null ? full : restricted(full, active.rows());
    }

    /// Key of the dropout masks of inner step k on the support set; 0 = no dropout.
    long noise(int k) {
        return noise == 0 ? 0 : Seed.part(noise, k);
    }

    /// Key of the dropout masks on the query set after k inner steps; 0 = no dropout.
    long queryNoise(int k) {
        return noise == 0 ? 0 : Seed.part(noise, -1L - k);
    }

    /// The part of some parameters this episode reads. Those of the head that have another number of slots become 0.
    Parameters restrict(Parameters full, ParameterSpace space, Backend backend) {
        Parameters part = space.blank();
        for (int p = 0; p < part.specs().size(); p++) {
            Matrix from = full.values().get(p);
            Matrix into = part.values().get(p);
            if (from.columns() != into.columns()) {
                backend.fill(0, into);
            } else if (active != null && full.specs().get(p).perFeature()) {
                backend.sparseMatmul(active, false, from, into);
            } else {
                backend.affine(1, 0, from, into);
            }
        }
        return part;
    }

    /// Adds `factor` times a restricted direction to `sum`, which has the full shapes.
    ///
    /// @param scratch of the same shapes; overwritten
    public void extend(
            Parameters direction,
            double factor,
            Parameters sum,
            Parameters scratch,
            Backend backend) {
        for (int p = 0; p < sum.specs().size(); p++) {
            Matrix from = direction.values().get(p);
            Matrix into = sum.values().get(p);
            if (active != null && sum.specs().get(p).perFeature()) {
                Matrix among = scratch.values().get(p);
                backend.sparseMatmul(active, true, from, among);
                backend.addScaled(into, factor, among, into);
            } else {
                backend.addScaled(into, factor, from, into);
            }
        }
    }

    /// Bytes of its blocks.
    public long bytes() {
        return support.bytes() + query.bytes();
    }
}
