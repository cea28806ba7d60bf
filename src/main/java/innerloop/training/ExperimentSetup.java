package innerloop.training;

import innerloop.checks.ExperimentChecks;
import innerloop.episode.Episode;
import innerloop.episode.FewShot;
import innerloop.episode.Phase;
import innerloop.episode.Sampler;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.ReceptiveField;
import innerloop.graph.Targets;
import innerloop.math.Backend;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.meta.Blueprint;
import innerloop.meta.ClassPretraining;
import innerloop.meta.ContrastivePretraining;
import innerloop.meta.EdgePretraining;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeSource;
import innerloop.meta.LearnerState;
import innerloop.meta.PassedOn;
import innerloop.meta.Plan;
import innerloop.meta.Pretraining;
import innerloop.meta.PretrainingGround;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.Network;
import innerloop.nn.NetworkEvaluator;
import innerloop.phrase.Phrase;
import innerloop.task.HeldOutNodes;
import innerloop.task.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// An experiment bound to its graph: networks compiled, features computed, and the part of the graph that each phase sees
/// prepared for the encoder. Created once per run; immutable and shared by all threads.
public final class ExperimentSetup {

    private final Experiment experiment;
    private final AttributedGraph graph;
    private final Backend backend;
    private final PhaseGraphs seen;
    private final Plan plan;
    private final Sampler sampler;
    private final Blueprint blueprint;
    private final Map<PhaseGraph, PassedOn> passedOn = new ConcurrentHashMap<>();

    private ExperimentSetup(
            Experiment experiment, AttributedGraph graph, Backend backend, @Nullable Plan known) {
        this.experiment = experiment;
        this.graph = graph;
        this.backend = backend;
        this.seen = new PhaseGraphs(experiment, graph);
        Task task = experiment.task();
        this.sampler = task.sampler(graph, experiment.split(), seed());
        this.blueprint =
                new Blueprint(
                        experiment.encoder(),
                        task.readout(),
                        task.objective(),
                        experiment.featureColumns(graph),
                        task.outputs(graph),
                        Math.max(1, sampler.usableClasses(Phase.TRAIN)),
                        task.criterion(graph));
        this.plan = known != null ? known : experiment.learner().plan(blueprint);
    }

    /// Binds the experiment to its graph.
    public static ExperimentSetup of(Experiment experiment, AttributedGraph graph, Backend backend)
            throws InputException {
        ExperimentChecks.require(experiment, graph);
        return new ExperimentSetup(experiment, graph, backend, null);
    }

    /// Binds the experiment to its graph for support sets of any number of classes, wherever they come from: its lanes need not
    /// have so many.
    static ExperimentSetup forSupport(
            Experiment experiment, AttributedGraph graph, Backend backend, int ways) {
        Task task = experiment.task();
        FewShot drawing = task.drawing();
        return new ExperimentSetup(
                experiment.withTask(task.withDrawing(ways, drawing.shots(), drawing.queries())),
                graph,
                backend,
                null);
    }

    /// The same networks on another state of the graph.
    ExperimentSetup on(AttributedGraph other) {
        return new ExperimentSetup(experiment, other, backend, plan);
    }

    /// Whether a test episode can be drawn.
    boolean canTest() {
        return canDraw(Phase.TEST);
    }

    /// Whether an episode of a phase can be drawn.
    public boolean canDraw(Phase phase) {
        return sampler.canSample(phase);
    }

    /// The root of its randomness.
    Seed seed() {
        return new Seed(experiment.seed());
    }

    /// The experiment.
    public Experiment experiment() {
        return experiment;
    }

    /// Its graph, with all edges.
    public AttributedGraph graph() {
        return graph;
    }

    /// The arithmetic.
    public Backend backend() {
        return backend;
    }

    /// The part of the graph that a phase sees.
    PhaseGraph seen(Phase phase) {
        return seen.of(phase);
    }

    /// The same as a graph.
    public AttributedGraph graphSeen(Phase phase) {
        return seen(phase).graph();
    }

    /// The feature matrix of that graph.
    public SparseMatrix featuresSeen(Phase phase) {
        return seen(phase).features();
    }

    /// The part of the graph that an episode of a phase sees: edges that it hides carry no messages.
    public AttributedGraph graphSeen(Phase phase, Episode episode) {
        return episode.messages()
                .map(edges -> seen(phase).graph(edges))
                .orElseGet(() -> graphSeen(phase));
    }

    /// The feature matrix of that graph.
    public SparseMatrix featuresSeen(Phase phase, Episode episode) {
        return episode.messages()
                .map(edges -> seen(phase).features(edges))
                .orElseGet(() -> featuresSeen(phase));
    }

    /// What pre-training has to do with.
    PretrainingGround ground(PretrainingGround.Both both) {
        PhaseGraph training = seen(Phase.TRAIN);
        return new PretrainingGround(
                blueprint,
                experiment.learner().dimensions(),
                training.without(experiment.split().unseen(graph, Phase.TRAIN)),
                new PretrainingGround.Labels() {
                    @Override
                    public Sampler sampler(Seed own) {
                        return experiment.task().sampler(graph, experiment.split(), own);
                    }

                    @Override
                    public Encoder.GraphView view() {
                        return training.view();
                    }
                },
                backend,
                seed(),
                both);
    }

    /// The learner with its networks.
    public Plan plan() {
        return plan;
    }

    /// The state the outer loop starts from.
    public LearnerState initial() {
        return plan.initial(backend, seed());
    }

    /// The phase whose classes the validation curve shows: base classes if no class is in the validation lane.
    public Phase validationPhase() {
        return sampler.canSample(Phase.VALIDATION) ? Phase.VALIDATION : Phase.TRAIN;
    }

    /// An episode of a phase.
    public Episode episode(Phase phase, long index) {
        return sampler.sample(phase, index);
    }

    /// An episode prepared for learning and scoring, on the part of the graph that the phase sees.
    public EpisodeProblem problem(Phase phase, Episode episode) {
        return problem(phase, episode, plan.rows(), 0);
    }

    /// What the meta-gradient of this index is certified on: an episode, or all training examples for a learner that reads no
    /// support sets. Without dropout.
    EpisodeProblem certifiedProblem(long index) {
        return experiment.learner().readsSupport()
                ? problem(Phase.TRAIN, episode(Phase.TRAIN, index))
                : batch(index, 0);
    }

    /// An episode prepared for predictions at any node ([innerloop.meta.EpisodeWorker#predict]).
    public EpisodeProblem observedProblem(Phase phase, Episode episode) {
        return EpisodeProblem.of(
                backend, source(plan.network(), phase, episode, plan.rows(), true), episode, 0);
    }

    /// An episode in whose inner loop all rows of the first weights move, as parameters and not as products.
    public EpisodeProblem wholeProblem(Phase phase, Episode episode) {
        return problem(phase, episode, EpisodeProblem.Rows.EVERY, 0);
    }

    /// Which rows of the embedding of some nodes ([NetworkEvaluator.Outputs#embedding]) are their own: where the last layer
    /// passes messages, there are rows of their neighbours, too.
    ///
    /// @param targets ascending
    /// @param rows how many there are
    int[] ownRows(Phase phase, Episode episode, Targets targets, int rows) {
        int[] nodes = targets.nodes();
        if (rows == targets.size()) {
            return IntStream.range(0, rows).toArray();
        }
        int[] read = ReceptiveField.columnsOf(view(phase, episode).structure(), nodes, nodes);
        return Arrays.stream(nodes).map(node -> Arrays.binarySearch(read, node)).toArray();
    }

    private EpisodeProblem problem(
            Phase phase, Episode episode, EpisodeProblem.Rows rows, long dropoutKey) {
        return problem(plan.network(), phase, episode, rows, dropoutKey);
    }

    private EpisodeProblem problem(
            Network network,
            Phase phase,
            Episode episode,
            EpisodeProblem.Rows rows,
            long dropoutKey) {
        return EpisodeProblem.of(
                backend, source(network, phase, episode, rows, false), episode, dropoutKey);
    }

    private EpisodeSource source(
            Network network,
            Phase phase,
            Episode episode,
            EpisodeProblem.Rows rows,
            boolean everywhere) {
        return new EpisodeSource(
                network,
                view(phase, episode),
                rows,
                everywhere,
                seen(phase)::kernels,
                () -> passedOn.computeIfAbsent(seen(phase), this::passedOn));
    }

    private PassedOn passedOn(PhaseGraph part) {
        return new PassedOn(backend, plan.network(), part.view(), part.graph());
    }

    /// The graph as the encoder sees it in an episode of a phase.
    private Encoder.GraphView view(Phase phase, Episode episode) {
        return episode.messages()
                .map(edges -> seen(phase).view(edges))
                .orElseGet(() -> seen(phase).view());
    }

    /// The episode, or batch of examples of all base classes, with this index in training.
    public EpisodeProblem trainingProblem(long index) {
        long dropoutKey = seed().key(Seed.Purpose.DROPOUT, index);
        return switch (plan.draws()) {
            case BATCHES -> batch(index, dropoutKey);
            case EPISODES ->
                    problem(Phase.TRAIN, episode(Phase.TRAIN, index), plan.rows(), dropoutKey);
        };
    }

    /// The examples that outer step `index` of a learner learns from which reads no support sets.
    public Episode trainingBatch(long index) {
        FewShot drawing = experiment.task().drawing();
        return sampler.batch(index, drawing.ways() * drawing.examplesPerClass());
    }

    private EpisodeProblem batch(long index, long dropoutKey) {
        return problem(
                plan.trained(),
                Phase.TRAIN,
                trainingBatch(index),
                EpisodeProblem.Rows.ACTIVE,
                dropoutKey);
    }

    /// The value of the task's measure on an episode's query set.
    double score(EpisodeProblem problem, NetworkEvaluator.Judged judged) {
        return experiment.task().value(problem.answers(), judged.scores());
    }

    /// The right number of every node in an episode of a phase ([Sampler#truth]).
    public double[] truth(Phase phase, long index) {
        return sampler.truth(phase, index);
    }

    /// The nodes an episode of a phase can ask about ([Sampler#area]).
    int[] area(Phase phase, long index) {
        return sampler.area(phase, index);
    }

    /// Some examples with all feature columns and no answers, on what an episode of a phase sees of the graph.
    public Block asked(Phase phase, Episode episode, Targets all) {
        Block asked = plan.network().examples(view(phase, episode), all);
        return episode.support()
                .map(support ->
                        source(plan.network(), phase, episode, plan.rows(), true)
                                .compared(backend, asked, all, support.targets()))
                .orElse(asked);
    }

    /// The parts of the protocol line of a score, which says what it means.
    public List<Phrase> protocol() {
        return protocol(experiment.testEpisodes());
    }

    /// The same for a test that was stopped after some of its episodes.
    List<Phrase> protocol(int tested) {
        List<Phrase> parts = new ArrayList<>();
        parts.add(experiment.task().phrase());
        Split split = experiment.split();
        if (experiment.task().isWhole()) {
            if (experiment.task() instanceof HeldOutNodes) {
                parts.add(Phrase.of("protocol.split", split.shortHash()));
            }
            pretrained().ifPresent(parts::add);
            parts.add(Phrase.of("protocol.seed", Long.toString(experiment.seed())));
            return parts;
        }
        int planned = experiment.testEpisodes();
        Phrase episodes = Phrase.amount(planned, "testEpisode");
        Phrase where =
                switch (split.kind()) {
                    case CLASSES ->
                            experiment.task().hasClasses()
                                    ? Phrase.of(
                                            "protocol.overClasses",
                                            sampler.usableClasses(Phase.TEST))
                                    : Phrase.of(
                                            "protocol.amongClasses", split.lanes().test().size());
                    case REGIONS ->
                            Phrase.of("protocol.inRegions", sampler.usableAreas(Phase.TEST));
                    case GRAPHS -> Phrase.of("protocol.inGraphs", sampler.usableAreas(Phase.TEST));
                };
        parts.add(
                tested == planned
                        ? Phrase.of("protocol.test", episodes, where)
                        : Phrase.of("protocol.partOfTest", episodes, where, tested));
        parts.add(Phrase.of("protocol.split", split.shortHash()));
        if (split.messages() == Split.Messages.SEEN) {
            parts.add(Phrase.of("protocol.inductive"));
        }
        pretrained().ifPresent(parts::add);
        return parts;
    }

    private Optional<Phrase> pretrained() {
        return switch (experiment.pretraining()) {
            case Pretraining.None _ -> Optional.empty();
            case ClassPretraining _ -> Optional.of(Phrase.of("protocol.supervised"));
            case ContrastivePretraining _, EdgePretraining _ ->
                    Optional.of(
                            Phrase.of(
                                    experiment.split().messages() == Split.Messages.SEEN
                                            ? "protocol.selfSupervised.seen"
                                            : "protocol.selfSupervised.all"));
        };
    }
}
