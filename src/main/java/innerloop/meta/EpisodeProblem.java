package innerloop.meta;

import innerloop.episode.Episode;
import innerloop.graph.ReceptiveField;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.Model;
import innerloop.nn.ModelEvaluator;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One episode, ready for computing on its exact receptive field.
///
/// The first weight multiplies a sparse matrix of which the episode uses few columns; the other rows of that weight
/// have gradient 0 in every inner step. So the episode works on the *active* rows only: [#restrict] takes
/// them out of θ, [#extend] puts a direction back among zeros. Everything in between is exact.
public final class EpisodeProblem {

    private final Block support;
    private final Block query;
    private final SparseMatrix active;
    private final List<ParameterSpec> specs;

    private EpisodeProblem(
            Block support, Block query, SparseMatrix active, List<ParameterSpec> specs) {
        this.support = support;
        this.query = query;
        this.active = active;
        this.specs = specs;
    }

    /// Cuts the episode's receptive field out of the graph.
    public static EpisodeProblem of(
            Backend backend, Model model, Encoder.GraphView view, Episode episode) {
        Encoder encoder = model.encoder();
        Encoder.Operands forSupport = encoder.operands(view, episode.support());
        Encoder.Operands forQuery = encoder.operands(view, episode.query());
        int[] columns = activeColumns(view.first(), forSupport.firstRows(), forQuery.firstRows());
        int[] local = new int[view.first().columns()];
        for (int k = 0; k < columns.length; k++) {
            local[columns[k]] = k;
        }
        List<ParameterSpec> specs = new ArrayList<>(model.specs());
        specs.set(0, specs.getFirst().withRows(columns.length));
        return new EpisodeProblem(
                block(
                        backend,
                        view,
                        forSupport,
                        local,
                        columns.length,
                        episode.supportSlots(),
                        model),
                block(backend, view, forQuery, local, columns.length, episode.querySlots(), model),
                SparseMatrix.selection(columns, view.first().columns()),
                List.copyOf(specs));
    }

    private static int[] activeColumns(SparseMatrix first, int[] rows, int[] moreRows) {
        int[] all = Arrays.copyOf(rows, rows.length + moreRows.length);
        System.arraycopy(moreRows, 0, all, rows.length, moreRows.length);
        return ReceptiveField.columnsOf(first, all);
    }

    private static Block block(
            Backend backend,
            Encoder.GraphView view,
            Encoder.Operands operands,
            int[] local,
            int columns,
            int[] slots,
            Model model) {
        SparseMatrix x = ReceptiveField.rows(view.first(), operands.firstRows(), local, columns);
        return Block.of(backend, operands, x, slots, model.outputs());
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

    /// The part of θ this episode reads.
    public Parameters restrict(Parameters theta, ParameterSpace space, Backend backend) {
        Parameters part = space.blank();
        backend.sparseMatmul(active, false, theta.values().getFirst(), part.values().getFirst());
        for (int p = 1; p < specs.size(); p++) {
            backend.affine(1, 0, theta.values().get(p), part.values().get(p));
        }
        return part;
    }

    /// Adds `factor` times a restricted direction to `sum`, which has θ's shapes.
    public void extend(
            Parameters direction, double factor, Parameters sum, Matrix scratch, Backend backend) {
        Matrix first = sum.values().getFirst();
        backend.sparseMatmul(active, true, direction.values().getFirst(), scratch);
        backend.addScaled(first, factor, scratch, first);
        for (int p = 1; p < specs.size(); p++) {
            Matrix into = sum.values().get(p);
            backend.addScaled(into, factor, direction.values().get(p), into);
        }
    }

    /// `∇L_support(θ)`.
    Parameters supportGradient(Parameters theta, ParameterSpace space, ModelEvaluator evaluator) {
        Parameters gradient = space.blank();
        evaluator.gradient(theta, support, gradient);
        return gradient;
    }

    /// `∇²L_support(θ) · v`.
    Parameters supportHessianVector(
            Parameters theta, Parameters v, ParameterSpace space, ModelEvaluator evaluator) {
        Parameters product = space.blank();
        evaluator.hessianVector(theta, v, support, product);
        return product;
    }
}
