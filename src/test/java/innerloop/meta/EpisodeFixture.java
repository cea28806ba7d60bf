package innerloop.meta;

import innerloop.BlockModel;
import innerloop.episode.Episode;
import innerloop.episode.EpisodeSampler;
import innerloop.episode.FewShot;
import innerloop.episode.Phase;
import innerloop.episode.Split;
import innerloop.episode.Unit;
import innerloop.graph.AttributedGraph;
import innerloop.graph.NodeKernels;
import innerloop.graph.Targets;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.Network;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.Objective;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import innerloop.nn.RandomParameters;
import innerloop.nn.Readout;
import java.util.Arrays;
import java.util.stream.IntStream;

/// A small float64 world: a block-model graph, a learner with a model on it, random weights and episodes.
final class EpisodeFixture {

    static final Backend BACKEND = new Nd4jBackend();
    static final int WAYS = 3;

    private static final BlockModel BLOCKS = new BlockModel(7, 8, 1, 0.2, 1, 1, 3);

    final AttributedGraph graph = BLOCKS.graph();
    final Plan plan;
    final Encoder.GraphView view;
    final EpisodeWorker worker;
    final NetworkEvaluator evaluator;
    final EpisodeSampler sampler;
    private final NodeKernels kernels = new NodeKernels(graph, graph.features());

    private final PassedOn passedOn;

    EpisodeFixture(Encoder encoder, MetaLearner learner) {
        this.sampler =
                new EpisodeSampler(
                        graph,
                        Split.ofClasses(BLOCKS.split()),
                        new FewShot(WAYS, 2, 3, Unit.NODE),
                        new Seed(4));
        this.plan =
                learner.plan(
                        new Blueprint(
                                encoder,
                                new Readout.LastLayer(),
                                new Objective.CrossEntropy(),
                                graph.features().columns(),
                                WAYS,
                                sampler.usableClasses(Phase.TRAIN)));
        this.view = encoder.view(graph, graph.features());
        this.passedOn = new PassedOn(BACKEND, plan.network(), view, graph);
        this.worker = new EpisodeWorker(BACKEND, plan);
        this.evaluator = new NetworkEvaluator(BACKEND, plan.network());
    }

    /// Random weights, nowhere zero, and the learner's first rates.
    LearnerState weights() {
        LearnerState start = plan.initial(BACKEND, new Seed(12));
        Parameters theta = RandomParameters.of(BACKEND, plan.trained().specs(), 7);
        return new LearnerState(theta, start.rates(), start.carried());
    }

    Episode episode(int index) {
        return sampler.sample(Phase.TRAIN, index);
    }

    EpisodeProblem problem(int index) {
        return problem(episode(index), plan.rows());
    }

    EpisodeProblem problem(Episode episode, EpisodeProblem.Rows rows) {
        return problem(episode, rows, plan.network(), 0);
    }

    /// The same with dropout, always by the same masks.
    EpisodeProblem dropping(Episode episode, EpisodeProblem.Rows rows) {
        return problem(episode, rows, plan.network(), 5);
    }

    /// A batch of a supervised learner.
    EpisodeProblem batch(int index) {
        return problem(sampler.batch(index, 12), EpisodeProblem.Rows.ACTIVE, plan.trained(), 0);
    }

    private EpisodeProblem problem(
            Episode episode, EpisodeProblem.Rows rows, Network network, long dropoutKey) {
        return EpisodeProblem.of(BACKEND, source(network, rows, false), episode, dropoutKey);
    }

    private EpisodeSource source(Network network, EpisodeProblem.Rows rows, boolean everywhere) {
        return new EpisodeSource(network, view, rows, everywhere, () -> kernels, () -> passedOn);
    }

    /// All nodes, with what an episode asks about them.
    Block asked(Episode episode) {
        Targets all = new Targets.Nodes(IntStream.range(0, graph.nodes()).toArray());
        return source(plan.network(), plan.rows(), true)
                .compared(
                        BACKEND,
                        plan.network().examples(view, all),
                        all,
                        episode.support().orElseThrow().targets());
    }

    NodeKernels kernels() {
        return kernels;
    }

    /// The same, and any node can be asked about.
    EpisodeProblem everywhere(Episode episode, EpisodeProblem.Rows rows) {
        return EpisodeProblem.of(BACKEND, source(plan.network(), rows, true), episode, 0);
    }

    Contribution contribution(EpisodeProblem problem, LearnerState learned) {
        return worker.contribute(problem, learned, 0, new Contribution.Buffer(BACKEND), () -> {});
    }

    /// The learner's direction for an episode, put back into θ's shapes.
    double[] direction(EpisodeProblem problem, LearnerState learned) {
        Parameters full = new ParameterSpace(BACKEND, learned.theta().specs()).zero();
        problem.extend(contribution(problem, learned).direction(), 1, full, BACKEND);
        return flat(full);
    }

    /// The slope of the learned rates, put back into their shapes.
    double[] rateDirection(EpisodeProblem problem, LearnerState learned) {
        Parameters full = new ParameterSpace(BACKEND, learned.rates().specs()).zero();
        problem.extendSupport(contribution(problem, learned).rates(), 1, full, BACKEND);
        return flat(full);
    }

    static double[] flat(Parameters parameters) {
        return parameters.values().stream()
                .flatMapToDouble(m -> Arrays.stream(m.toArray()))
                .toArray();
    }

    /// The same with one number of θ changed.
    static LearnerState moved(LearnerState from, int index, double by) {
        return new LearnerState(moved(from.theta(), index, by), from.rates(), from.carried());
    }

    /// The same with one number changed.
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
        return worst == 0 ? 0 : worst / scale;
    }
}
