package innerloop.experiment;

import innerloop.episode.Episode;
import innerloop.episode.EpisodeSampler;
import innerloop.episode.Phase;
import innerloop.graph.AttributedGraph;
import innerloop.math.Backend;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.meta.EpisodeProblem;
import innerloop.nn.Encoder;
import innerloop.nn.Model;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import java.util.Locale;

/// An experiment bound to its graph: features made, graph prepared for the encoder, model compiled. Made once
/// per run; immutable and shared by all threads.
public final class ExperimentSetup {

    private final Experiment experiment;
    private final AttributedGraph graph;
    private final Backend backend;
    private final SparseMatrix features;
    private final Encoder.GraphView view;
    private final Model model;
    private final EpisodeSampler sampler;

    private ExperimentSetup(Experiment experiment, AttributedGraph graph, Backend backend) {
        this.experiment = experiment;
        this.graph = graph;
        this.backend = backend;
        this.features = experiment.features().apply(graph);
        this.view = experiment.encoder().view(graph, features);
        this.model = new Model(experiment.encoder(), features.columns(), experiment.task().ways());
        this.sampler = new EpisodeSampler(graph, experiment.split(), experiment.task(), seed());
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

    /// The compiled model.
    public Model model() {
        return model;
    }

    /// θ₀.
    public Parameters initialParameters() {
        return ParameterSpace.initial(backend, model.specs(), seed());
    }

    /// The phase whose classes the validation curve shows: base classes if no class is in the validation lane.
    public Phase validationPhase() {
        return sampler.canSample(Phase.VALIDATION) ? Phase.VALIDATION : Phase.TRAIN;
    }

    /// An episode of a phase.
    public Episode episode(Phase phase, long index) {
        return sampler.sample(phase, index);
    }

    /// An episode ready for computing.
    public EpisodeProblem problem(Episode episode) {
        return EpisodeProblem.of(backend, model, view, episode);
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
