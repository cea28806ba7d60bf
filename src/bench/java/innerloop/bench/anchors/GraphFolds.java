package innerloop.bench.anchors;

import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.graph.Targets;
import innerloop.io.GraphReaders;
import innerloop.math.Backend;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.math.VectorBackend;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeSource;
import innerloop.nn.Activation;
import innerloop.nn.Adam;
import innerloop.nn.Answers;
import innerloop.nn.Encoder;
import innerloop.nn.Gin;
import innerloop.nn.Layers;
import innerloop.nn.Network;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.Objective;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.nn.Readout;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Ordinary supervised classification of whole member graphs in ten folds, by a GIN with summed readout: the setting of Xu et al.
/// (2019), §7, as far as this engine has it (no batch norm, the readout of the last layer only, all graphs of the nine
/// folds in every step).
///
///     src/bench/graph-folds.sh FOLDER [EPOCHS [SEED]]
///
/// Prints the accuracy on the tenth fold after the last epoch, and, as the paper does, at the epoch that is best on average
/// over the folds. The latter is chosen with the tested folds and therefore too good.
public final class GraphFolds {

    private static final int FOLDS = 10;
    private static final int WIDTH = 32;
    private static final int USUAL_EPOCHS = 300;
    private static final double RATE = 0.01;

    /// In the paper, too.
    private static final int HALVED_EVERY = 50;

    private final AttributedGraph graph;
    private final Backend backend = new VectorBackend();
    private final Network network;
    private final EpisodeSource source;

    private GraphFolds(AttributedGraph graph) {
        this.graph = graph;
        FeatureRecipe.Kind kind =
                graph.features().columns() > 0
                        ? FeatureRecipe.Kind.ATTRIBUTES
                        : FeatureRecipe.Kind.DEGREE;
        SparseMatrix features = new FeatureRecipe(kind, FeatureRecipe.Normalize.NONE).apply(graph);
        Encoder encoder = new Gin(Layers.of(List.of(WIDTH, WIDTH), Activation.RELU), true);
        network =
                new Network(
                        encoder,
                        new Readout.Pooled(Readout.Pooling.SUM, WIDTH),
                        features.columns(),
                        graph.graphClasses().size(),
                        new Objective.CrossEntropy(),
                        Network.Adapts.EVERYTHING);
        source =
                new EpisodeSource(
                        network, encoder.view(graph, features), EpisodeProblem.Rows.EVERY);
    }

    /// Reads the collection, trains ten times and prints what comes out.
    public static void main(String[] arguments) throws InputException {
        PrintStream out = System.out;
        int epochs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : USUAL_EPOCHS;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 7;
        GraphFolds folds = new GraphFolds(GraphReaders.read(Path.of(arguments[0])).graph());
        List<int[]> parts = folds.parts(seed);
        double[][] accuracy = new double[FOLDS][];
        for (int fold = 0; fold < FOLDS; fold++) {
            accuracy[fold] = folds.train(parts, fold, epochs, seed);
            out.printf(
                    Locale.ROOT,
                    "fold %d: %.1f %% after the last epoch%n",
                    fold + 1,
                    100 * accuracy[fold][epochs - 1]);
        }
        int best = 0;
        for (int epoch = 1; epoch < epochs; epoch++) {
            if (mean(accuracy, epoch) > mean(accuracy, best)) {
                best = epoch;
            }
        }
        print(out, "after the last epoch", accuracy, epochs - 1);
        print(out, "at the best epoch on average, " + (best + 1), accuracy, best);
    }

    private static void print(PrintStream out, String when, double[][] accuracy, int epoch) {
        double mean = mean(accuracy, epoch);
        double squares = 0;
        for (double[] fold : accuracy) {
            squares += (fold[epoch] - mean) * (fold[epoch] - mean);
        }
        out.printf(
                Locale.ROOT,
                "%s: %.1f %%, standard deviation over the folds %.1f%n",
                when,
                100 * mean,
                100 * Math.sqrt(squares / (FOLDS - 1)));
    }

    private static double mean(double[][] accuracy, int epoch) {
        return Arrays.stream(accuracy).mapToDouble(fold -> fold[epoch]).average().orElseThrow();
    }

    /// The member graphs of each fold, every class shared out evenly.
    private List<int[]> parts(long seed) {
        List<List<Integer>> parts = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            parts.add(new ArrayList<>());
        }
        Random random = new Random(seed);
        int next = 0;
        for (int label = 0; label < graph.graphClasses().size(); label++) {
            List<Integer> members = new ArrayList<>();
            for (int g = 0; g < graph.graphs(); g++) {
                if (graph.graphLabels()[g] == label) {
                    members.add(g);
                }
            }
            Collections.shuffle(members, random);
            for (int member : members) {
                parts.get(next++ % FOLDS).add(member);
            }
        }
        return parts.stream()
                .map(part -> part.stream().mapToInt(Integer::intValue).toArray())
                .toList();
    }

    /// The accuracy on one fold after every epoch of training on the others.
    private double[] train(List<int[]> parts, int fold, int epochs, long seed) {
        List<int[]> others = new ArrayList<>(parts);
        others.remove(fold);
        EpisodeProblem train = problem(others.stream().flatMapToInt(Arrays::stream).toArray());
        EpisodeProblem test = problem(parts.get(fold));
        NetworkEvaluator trainer = new NetworkEvaluator(backend, network);
        NetworkEvaluator tester = new NetworkEvaluator(backend, network);
        ParameterSpace space = new ParameterSpace(backend, train.specs());
        Parameters theta = ParameterSpace.initial(backend, network.specs(), new Seed(seed));
        Adam.State state = Adam.State.start();
        double[] accuracy = new double[epochs];
        for (int epoch = 0; epoch < epochs; epoch++) {
            double rate = Math.scalb(RATE, -(epoch / HALVED_EVERY));
            Parameters gradient = new ParameterSpace(backend, theta.specs()).zero();
            space.reset(train.specs());
            Parameters own = train.restrict(theta, space);
            train.extend(trainer.gradient(own, Passes.of(train.query()), 0), 1, gradient, backend);
            Adam.Step step = Adam.withRate(rate).step(backend, state, theta, gradient);
            theta = step.parameters();
            state = step.state();
            accuracy[epoch] =
                    Answers.Slots.of(test.answers())
                            .accuracy(tester.judge(theta, Passes.of(test.query())).scores());
        }
        return accuracy;
    }

    private EpisodeProblem problem(int[] members) {
        int[][] nodesOf =
                Arrays.stream(members).mapToObj(g -> graph.members()[g]).toArray(int[][]::new);
        int[] slots = Arrays.stream(members).map(g -> graph.graphLabels()[g]).toArray();
        int[] classes = new int[graph.graphClasses().size()];
        Arrays.setAll(classes, c -> c);
        return EpisodeProblem.of(
                backend,
                source,
                Episode.batch(
                        new Examples(
                                new Targets.Members(members, nodesOf),
                                new Answers.Slots(classes, slots))),
                0);
    }
}
