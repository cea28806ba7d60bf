package innerloop.experiment;

import innerloop.episode.Episode;
import innerloop.episode.EpisodeSampler;
import innerloop.episode.Phase;
import innerloop.graph.AttributedGraph;
import innerloop.math.Backend;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.FineTune;
import innerloop.meta.Learned;
import innerloop.meta.Learning;
import innerloop.meta.Maml;
import innerloop.meta.Pretrain;
import innerloop.meta.Prototypical;
import innerloop.meta.Reptile;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.Loss;
import innerloop.nn.Model;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// An experiment bound to its graph: features made, graph prepared for the encoder, model compiled. Made once
/// per run; immutable and shared by all threads.
public final class ExperimentSetup {

    private final Experiment experiment;
    private final AttributedGraph graph;
    private final Backend backend;
    private final SparseMatrix features;
    private final Encoder.GraphView view;
    private final Learning learning;
    private final EpisodeSampler sampler;

    private ExperimentSetup(Experiment experiment, AttributedGraph graph, Backend backend) {
        this.experiment = experiment;
        this.graph = graph;
        this.backend = backend;
        this.features = experiment.features().apply(graph);
        this.view = experiment.encoder().view(graph, features);
        this.sampler = new EpisodeSampler(graph, experiment.split(), experiment.task(), seed());
        this.learning =
                Learning.of(
                        experiment.learner(),
                        experiment.encoder(),
                        features.columns(),
                        experiment.task().ways(),
                        Math.max(1, sampler.usableClasses(Phase.TRAIN)),
                        Loss.CROSS_ENTROPY);
    }

    /// Binds the experiment, or says in one line why it does not fit.
    public static ExperimentSetup of(Experiment experiment, AttributedGraph graph, Backend backend)
            throws InputException {
        ExperimentChecks.require(experiment, graph);
        return new ExperimentSetup(experiment, graph, backend);
    }

    private Seed seed() {
        return new Seed(experiment.seed());
    }

    /// The experiment.
    public Experiment experiment() {
        return experiment;
    }

    /// Its graph.
    public AttributedGraph graph() {
        return graph;
    }

    /// The arithmetic.
    public Backend backend() {
        return backend;
    }

    /// `[n × f]`, made by the experiment's recipe.
    public SparseMatrix features() {
        return features;
    }

    /// The graph as the encoder sees it.
    public Encoder.GraphView view() {
        return view;
    }

    /// The learner and its programs.
    public Learning learning() {
        return learning;
    }

    /// What the outer loop starts from.
    public Learned initial() {
        return learning.initial(backend, seed());
    }

    /// The phase whose classes the validation curve shows: base classes if no class is in the validation lane.
    public Phase validationPhase() {
        return sampler.canSample(Phase.VALIDATION) ? Phase.VALIDATION : Phase.TRAIN;
    }

    /// An episode of a phase.
    public Episode episode(Phase phase, long index) {
        return sampler.sample(phase, index);
    }

    /// An episode ready for learning and being scored.
    public EpisodeProblem problem(Episode episode) {
        return problem(episode, learning.rows(), 0);
    }

    /// An episode whose outcome can be asked for at any node ([innerloop.meta.EpisodeWorker#predict]).
    public EpisodeProblem observedProblem(Episode episode) {
        return problem(episode, EpisodeProblem.Rows.EVERY, 0);
    }

    private EpisodeProblem problem(Episode episode, EpisodeProblem.Rows rows, long noise) {
        return EpisodeProblem.of(
                backend, source(learning.model(), rows), episode, experiment.task().ways(), noise);
    }

    private EpisodeProblem.Source source(Model model, EpisodeProblem.Rows rows) {
        return new EpisodeProblem.Source(experiment.encoder(), model.specs(), view, rows);
    }

    /// What the outer loop learns from at this index: an episode, or a batch of nodes of all base classes.
    public EpisodeProblem trainingProblem(long index) {
        long noise = seed().key(Seed.Purpose.DROPOUT, index);
        return switch (experiment.learner()) {
            case Pretrain _ -> {
                int size = experiment.task().ways() * experiment.task().nodesPerClass();
                yield EpisodeProblem.of(
                        backend,
                        source(learning.trained(), EpisodeProblem.Rows.ACTIVE),
                        sampler.batch(index, size),
                        sampler.usableClasses(Phase.TRAIN),
                        noise);
            }
            case Maml _, Reptile _, FineTune _, Prototypical _ ->
                    problem(episode(Phase.TRAIN, index), learning.rows(), noise);
        };
    }

    /// All nodes, with all feature columns and no labels.
    public Block everything() {
        int[] all = new int[graph.nodes()];
        Arrays.setAll(all, i -> i);
        Encoder.Operands operands = experiment.encoder().operands(view, all);
        Map<String, SparseMatrix> rows = new HashMap<>();
        view.features()
                .forEach((name, matrix) -> rows.put(name, matrix.selectRows(operands.rows())));
        return Block.of(backend, operands, rows, new int[all.length], experiment.task().ways());
    }

    /// What a score means, in one line.
    public String protocol() {
        return String.format(
                Locale.ROOT,
                "%s, %d test episodes over %d novel classes, split %s",
                experiment.task().line(),
                experiment.budget().testTasks(),
                sampler.usableClasses(Phase.TEST),
                experiment.split().shortHash());
    }
}
