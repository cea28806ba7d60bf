package innerloop.training;

import innerloop.episode.Area;
import innerloop.episode.Episode;
import innerloop.episode.Phase;
import innerloop.episode.Support;
import innerloop.episode.Unit;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.HeadStart;
import innerloop.meta.LearnerState;
import innerloop.meta.MetaLearner;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.Parameters;
import innerloop.nn.Probabilities;
import innerloop.phrase.Trouble;
import innerloop.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Tells the class of every node, or of every member graph, by what a run has learned. A few-shot learner first learns a
/// support set, whose classes may be others, and more or fewer, than those of the run's episodes; the final test's part of
/// the graph is what it sees. A task that is one whole episode has its classes already; one without classes has an embedding of the
/// nodes all the same.
public final class Predictor {

    /// So many nodes are asked about at once, so that memory has a bound on graphs of any size.
    private static final int NODES_AT_ONCE = 2_000;

    /// Asking about more examples that are left out takes too long to wait for.
    private static final int MOST_LEFT_OUT = 200;

    private final ExperimentSetup setup;
    private final LearnerState learned;
    private final Optional<Support> support;
    private final Episode episode;

    private Predictor(ExperimentSetup setup, LearnerState learned, Optional<Support> support) {
        this.setup = setup;
        this.support = support;
        this.episode = support.map(Support::episode).orElseGet(() -> setup.episode(Phase.TEST, 0));
        this.learned = fitting(learned);
    }

    /// A predictor that learns this support set.
    ///
    /// @param graph as the experiment sees it
    /// @param learned by a run of the experiment
    /// @throws InputException if the learner cannot learn this support set
    public static Predictor of(
            Experiment experiment,
            AttributedGraph graph,
            LearnerState learned,
            Support support,
            Backend backend)
            throws InputException {
        requireClasses(experiment);
        if (experiment.task().isWhole()) {
            throw new InputException(Trouble.of("predict.wholeTask"), "task.kind");
        }
        if (support.ways() < 2) {
            throw new InputException(
                    support.ways() == 0
                            ? Trouble.of("predict.noExamples")
                            : Trouble.of("predict.oneClass", support.classes().getFirst()),
                    "support");
        }
        int ways = experiment.task().drawing().ways();
        if (support.ways() != ways
                && experiment.learner() instanceof MetaLearner.Adapting adapting
                && adapting.inner().head() == HeadStart.LEARNED) {
            throw new InputException(
                    Trouble.of("predict.headWays", ways, support.ways()), "learner.head");
        }
        return new Predictor(
                ExperimentSetup.forSupport(experiment, graph, backend, support.ways()),
                learned,
                Optional.of(support));
    }

    /// A predictor for a task that is one whole episode.
    ///
    /// @param graph as the experiment sees it
    /// @param learned by a run of the experiment
    /// @throws InputException if the experiment does not fit the graph
    public static Predictor ofWhole(
            Experiment experiment, AttributedGraph graph, LearnerState learned, Backend backend)
            throws InputException {
        return new Predictor(
                ExperimentSetup.of(experiment, graph, backend), learned, Optional.empty());
    }

    /// Throws if an experiment's task has no classes that could be told.
    public static void requireClasses(Experiment experiment) throws InputException {
        Task task = experiment.task();
        if (!task.hasClasses()) {
            throw new InputException(
                    Trouble.of("predict.noClasses", task.measure().phrase()), "task.kind");
        }
    }

    /// Learned rates of a head with another number of classes start again, as the head itself does.
    private LearnerState fitting(LearnerState state) {
        Parameters model = setup.initial().rates();
        return new LearnerState(
                state.theta(),
                new Parameters(
                        model.specs(),
                        model.specs().stream()
                                .map(spec ->
                                        (state.rates().has(spec) ? state.rates() : model)
                                                .get(spec.name()))
                                .toList()),
                state.carried());
    }

    /// The experiment, with as many classes as it learns.
    public Experiment experiment() {
        return setup.experiment();
    }

    /// The classes that are told apart.
    public List<String> classes() {
        return support.map(Support::classes)
                .orElseGet(() -> tellsClasses() ? setup.graph().classes() : List.of());
    }

    private boolean tellsClasses() {
        return setup.experiment().task().hasClasses();
    }

    /// Learns, then asks about everything there is.
    ///
    /// @param embeds whether the embedding is wanted, too
    /// @param done called now and then with the number of targets that are done; may throw to end it
    /// @throws InputException if what comes out is no number
    public Prediction predict(boolean embeds, IntConsumer done) throws InputException {
        EpisodeWorker worker = new EpisodeWorker(setup.backend(), setup.plan());
        EpisodeWorker.Adapted adapted =
                worker.adapted(setup.observedProblem(Phase.TEST, episode), learned);
        Targets all = everything();
        double[][] probabilities = new double[all.size()][];
        float[][] embedding = new float[embeds ? all.size() : 0][];
        for (int from = 0; from < all.size(); ) {
            int to = tellsClasses() ? endOfPart(all, from) : all.size();
            Targets some = all.at(IntStream.range(from, to).toArray());
            NetworkEvaluator.Outputs said =
                    adapted.outputs(setup.asked(Phase.TEST, episode, examples(some)));
            for (int k = 0; k < some.size(); k++) {
                probabilities[from + k] =
                        tellsClasses() ? softmax(said.scores(), k) : new double[0];
            }
            if (embeds) {
                Matrix space = said.embedding();
                int[] own = setup.ownRows(Phase.TEST, episode, some, space.rows());
                for (int k = 0; k < own.length; k++) {
                    embedding[from + k] = row(space, own[k]);
                }
            }
            from = to;
            done.accept(to);
        }
        return new Prediction(
                all, classes(), probabilities, embeds ? Optional.of(embedding) : Optional.empty());
    }

    /// All nodes that are there, or all member graphs that have nodes.
    private Targets everything() {
        AttributedGraph graph = setup.graph();
        boolean ofGraphs = setup.experiment().task().drawing().unit() == Unit.MEMBER_GRAPH;
        Targets all = (ofGraphs ? Unit.MEMBER_GRAPH : Unit.NODE).all(graph);
        return ofGraphs
                ? all
                : all.at(IntStream.range(0, all.size()).filter(graph::isPresent).toArray());
    }

    /// What the network is asked about to hear of some targets: where examples are pairs of nodes, each node with itself.
    private Targets examples(Targets some) {
        return tellsClasses() ? some : new Targets.Pairs(some.nodes(), some.nodes());
    }

    /// At least one target, and not many nodes.
    private static int endOfPart(Targets all, int from) {
        int nodes = 0;
        int to = from;
        while (to < all.size() && nodes < NODES_AT_ONCE) {
            nodes += all.nodesOf(to).length;
            to++;
        }
        return to;
    }

    private static double[] softmax(Matrix scores, int row) throws InputException {
        double[] each = Probabilities.softmax(scores, row);
        if (!Double.isFinite(each[0])) {
            throw new InputException(Trouble.of("predict.noNumbers"), "parameters");
        }
        return each;
    }

    private static float[] row(Matrix matrix, int row) {
        float[] numbers = new float[matrix.columns()];
        for (int c = 0; c < numbers.length; c++) {
            numbers[c] = (float) matrix.get(row, c);
        }
        return numbers;
    }

    /// The parameters after learning the support set.
    public Parameters adapted() {
        EpisodeWorker worker = new EpisodeWorker(setup.backend(), setup.plan());
        Parameters reached =
                worker.adapted(setup.observedProblem(Phase.TEST, episode), learned).parameters();
        List<Matrix> kept = new ArrayList<>();
        for (Matrix value : reached.values()) {
            kept.add(setup.backend().matrix(value.rows(), value.columns(), value.toArray()));
        }
        return new Parameters(reached.specs(), kept);
    }

    /// How well the examples of the support set are told from each other: one of each class is left out at a time, so that classes
    /// stay as large beside each other as they are. Of many, some are asked about, evenly spread. Empty where a class would be
    /// left without an example.
    public Optional<Hits> leaveOneOut() {
        if (support.isEmpty() || support.get().fewest() < 2) {
            return Optional.empty();
        }
        Support all = support.get();
        List<int[]> parts = all.parts();
        int count = Math.clamp(MOST_LEFT_OUT / all.ways(), 1, parts.size());
        EpisodeWorker worker = new EpisodeWorker(setup.backend(), setup.plan());
        int asked = 0;
        int right = 0;
        for (int k = 0; k < count; k++) {
            int[] part = parts.get((int) ((long) k * parts.size() / count));
            EpisodeProblem problem = setup.problem(Phase.TEST, all.without(part));
            NetworkEvaluator.Judged judged = worker.judge(problem, learned, () -> {});
            for (int row = 0; row < part.length; row++) {
                asked++;
                right +=
                        NetworkEvaluator.argMax(judged.scores(), row) == all.slots()[part[row]]
                                ? 1
                                : 0;
            }
        }
        return Optional.of(new Hits(right, asked));
    }

    /// How many predictions are right of what is neither in the support set nor in a lane that training or validation has seen, as far
    /// as the graph knows its class and that is one of those told apart. Empty where there is nothing of the kind.
    public Optional<Hits> unseen(Prediction said) {
        if (support.isEmpty()) {
            return Optional.empty();
        }
        AttributedGraph graph = setup.graph();
        BitSet seen = new BitSet();
        for (Phase phase : List.of(Phase.TRAIN, Phase.VALIDATION)) {
            seen.or(Area.nodes(graph, setup.experiment().split(), phase));
        }
        Arrays.stream(support.get().targets().nodes()).forEach(seen::set);
        int asked = 0;
        int right = 0;
        for (int k = 0; k < said.size(); k++) {
            int node = said.targets().nodesOf(k)[0];
            int label = graph.labels()[node];
            int slot = label < 0 ? -1 : said.classes().indexOf(graph.classes().get(label));
            if (slot >= 0 && !seen.get(node)) {
                asked++;
                right += said.likeliest(k) == slot ? 1 : 0;
            }
        }
        return asked == 0 ? Optional.empty() : Optional.of(new Hits(right, asked));
    }
}
