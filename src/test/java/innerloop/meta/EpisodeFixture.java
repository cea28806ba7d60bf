package innerloop.meta;

import innerloop.BlockModel;
import innerloop.episode.Episode;
import innerloop.episode.EpisodeSampler;
import innerloop.episode.Phase;
import innerloop.episode.Task;
import innerloop.graph.AttributedGraph;
import innerloop.graph.ReceptiveField;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.Model;
import innerloop.nn.ModelEvaluator;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import innerloop.nn.RandomParameters;
import java.util.Arrays;

/// A small float64 world: a block-model graph, a model on it, random weights and episodes.
final class EpisodeFixture {

    static final Backend BACKEND = new Nd4jBackend();
    static final int WAYS = 3;

    private static final BlockModel BLOCKS = new BlockModel(7, 8, 1, 0.2, 1, 1, 3);

    final AttributedGraph graph = BLOCKS.graph();
    final Model model;
    final Encoder.GraphView view;
    final EpisodeWorker worker;
    final ModelEvaluator evaluator;
    private final EpisodeSampler sampler;

    EpisodeFixture(Encoder encoder) {
        this.model = new Model(encoder, graph.features().columns(), WAYS);
        this.view = encoder.view(graph, graph.features());
        this.worker = new EpisodeWorker(BACKEND, model);
        this.evaluator = new ModelEvaluator(BACKEND, model);
        this.sampler = new EpisodeSampler(graph, BLOCKS.split(), new Task(WAYS, 2, 3), new Seed(4));
    }

    Parameters weights() {
        return RandomParameters.of(BACKEND, model.specs(), 7);
    }

    Episode episode(int index) {
        return sampler.sample(Phase.TRAIN, index);
    }

    EpisodeProblem problem(Episode episode) {
        return EpisodeProblem.of(BACKEND, model, view, episode);
    }

    /// The learner's direction for an episode, put back into θ's shapes.
    Parameters direction(MetaLearner learner, EpisodeProblem problem, Parameters theta) {
        EpisodeWorker.Slot slot = new EpisodeWorker.Slot(BACKEND, model);
        var contribution = worker.contribute(learner, problem, theta, slot, () -> {});
        return extended(problem, contribution.direction());
    }

    Parameters extended(EpisodeProblem problem, Parameters restricted) {
        ParameterSpace full = new ParameterSpace(BACKEND, model.specs());
        Parameters sum = full.zero();
        problem.extend(restricted, 1, sum, full.blank().values().getFirst(), BACKEND);
        return sum;
    }

    /// The nodes with all feature columns, as no episode would compute them.
    Block unrestricted(int[] nodes, int[] slots) {
        Encoder.Operands operands = model.encoder().operands(view, nodes);
        int[] columns = new int[view.first().columns()];
        Arrays.setAll(columns, c -> c);
        SparseMatrix x =
                ReceptiveField.rows(view.first(), operands.firstRows(), columns, columns.length);
        return Block.of(BACKEND, operands, x, slots, WAYS);
    }

    static double[] flat(Parameters parameters) {
        return parameters.values().stream()
                .flatMapToDouble(m -> Arrays.stream(m.toArray()))
                .toArray();
    }

    /// θ with one number changed.
    static Parameters moved(Parameters theta, int index, double by) {
        int at = index;
        Matrix[] values = theta.values().toArray(Matrix[]::new);
        for (int p = 0; p < values.length; p++) {
            double[] numbers = values[p].toArray();
            if (at >= 0 && at < numbers.length) {
                numbers[at] += by;
                values[p] = BACKEND.matrix(values[p].rows(), values[p].columns(), numbers);
            }
            at -= numbers.length;
        }
        return new Parameters(theta.specs(), Arrays.asList(values));
    }

    /// The largest difference, relative to the largest entry of `expected`.
    static double gap(double[] actual, double[] expected) {
        double scale = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        double worst = 0;
        for (int k = 0; k < expected.length; k++) {
            worst = Math.max(worst, Math.abs(actual[k] - expected[k]));
        }
        return worst / scale;
    }
}
