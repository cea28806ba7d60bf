package innerloop.bench;

import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.graph.Targets;
import innerloop.math.Backend;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeSource;
import innerloop.nn.Adam;
import innerloop.nn.Answers;
import innerloop.nn.Encoder;
import innerloop.nn.Network;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.Objective;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.nn.Readout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// How long one epoch of ordinary supervised training takes: loss, gradient and a step of Adam with some labelled nodes of
/// every class, on their exact receptive field. The nodes are split into a fixed number of parts that threads share;
/// the parts' gradients are added in order.
public final class EpochBenchmark {

    private static final int PARTS = 4;

    private final Backend backend;
    private final List<EpisodeProblem> parts = new ArrayList<>();
    private final List<NetworkEvaluator> evaluators = new ArrayList<>();
    private final List<ParameterSpace> spaces = new ArrayList<>();
    private final List<Parameters> gradients =
            new ArrayList<>(Collections.nCopies(PARTS, Parameters.none()));
    private final double[] losses = new double[PARTS];
    private final int nodes;
    private Parameters theta;
    private Adam.State state;

    /// Labels `perClass` nodes of every class, or as many as it has.
    public EpochBenchmark(
            AttributedGraph graph, Encoder encoder, Backend backend, int perClass, long seed) {
        this.backend = backend;
        SparseMatrix features =
                new FeatureRecipe(FeatureRecipe.Kind.ATTRIBUTES, FeatureRecipe.Normalize.SUM)
                        .apply(graph);
        int classes = graph.classes().size();
        Network network =
                new Network(
                        encoder,
                        new Readout.LastLayer(),
                        features.columns(),
                        classes,
                        new Objective.CrossEntropy(),
                        Network.Adapts.EVERYTHING);
        int[] labelled = labelled(graph, perClass, new SplittableRandom(seed));
        this.nodes = labelled.length;
        EpisodeSource source =
                new EpisodeSource(
                        network, encoder.view(graph, features), EpisodeProblem.Rows.PRODUCTS);
        for (int p = 0; p < PARTS; p++) {
            int[] own = Arrays.copyOfRange(labelled, nodes * p / PARTS, nodes * (p + 1) / PARTS);
            int[] slots = Arrays.stream(own).map(i -> graph.labels()[i]).toArray();
            Episode batch =
                    Episode.batch(
                            new Examples(
                                    new Targets.Nodes(own),
                                    new Answers.Slots(new int[classes], slots)));
            parts.add(EpisodeProblem.of(backend, source, batch, 0));
            evaluators.add(new NetworkEvaluator(backend, network));
            spaces.add(new ParameterSpace(backend, List.of()));
        }
        this.theta = ParameterSpace.initial(backend, network.specs(), new Seed(seed));
        this.state = Adam.State.start();
    }

    private static int[] labelled(AttributedGraph graph, int perClass, SplittableRandom random) {
        int[] order = IntStream.range(0, graph.nodes()).toArray();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
        int[] count = new int[graph.classes().size()];
        return Arrays.stream(order)
                .filter(i -> graph.labels()[i] >= 0 && count[graph.labels()[i]]++ < perClass)
                .toArray();
    }

    /// Trains for one epoch; returns the loss before it.
    public double epoch(int threads) {
        IntStream numbers = IntStream.range(0, PARTS);
        (threads > 1 ? numbers.parallel() : numbers).forEach(this::part);
        Parameters gradient = new ParameterSpace(backend, theta.specs()).zero();
        double loss = 0;
        for (int p = 0; p < PARTS; p++) {
            double share = (double) parts.get(p).answers().size() / nodes;
            parts.get(p).extend(gradients.get(p), share, gradient, backend);
            loss += share * losses[p];
        }
        Adam.Step step = Adam.withRate(0.01).step(backend, state, theta, gradient);
        theta = step.parameters();
        state = step.state();
        return loss;
    }

    private void part(int p) {
        EpisodeProblem problem = parts.get(p);
        spaces.get(p).reset(problem.specs());
        Parameters own = problem.restrict(theta, spaces.get(p));
        gradients.set(p, evaluators.get(p).gradient(own, Passes.of(problem.query()), 0));
        losses[p] = evaluators.get(p).lossOfGradient();
    }
}
