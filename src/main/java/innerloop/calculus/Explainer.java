package innerloop.calculus;

import innerloop.calculus.ConvolutionSteps.Wiring;
import innerloop.episode.Episode;
import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.experiment.kinds.Kinds;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.LearnerState;
import innerloop.nn.Answers;
import innerloop.nn.Formulas;
import innerloop.nn.Layers;
import innerloop.nn.Objective;
import innerloop.nn.RidgeHead;
import innerloop.training.ExperimentSetup;
import innerloop.training.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Explains what the network of an experiment computes for single nodes, at θ adapted to an episode. For one thread.
public final class Explainer {

    private final ExperimentSetup setup;
    private final EpisodeWorker worker;

    private Explainer(ExperimentSetup setup) {
        this.setup = setup;
        this.worker = new EpisodeWorker(setup.backend(), setup.plan());
    }

    /// An explainer for the nodes of an experiment.
    ///
    /// @param backend the reference, since differences need its precision
    /// @throws InputException if the experiment does not fit its graph, or computes what is not explained
    public static Explainer of(Experiment experiment, AttributedGraph graph, Backend backend)
            throws InputException {
        if (experiment.task().isWhole()) {
            throw new InputException(
                    "only tasks of small episodes are explained, and this one is one whole episode",
                    "task.kind",
                    "choose node-classification");
        }
        ExperimentSetup setup = ExperimentSetup.of(experiment, graph, backend);
        requireCrossEntropy(setup);
        if (experiment.encoder().formulas().equals(new Formulas.None())) {
            throw encoderNotExplained();
        }
        requirePlain(experiment.encoder().layers());
        return new Explainer(setup);
    }

    /// The test episode with this number, counted from 0.
    ///
    /// @throws InputException if there are none
    public AdaptedTo testEpisode(long number) throws InputException {
        if (!setup.canDraw(Phase.TEST)) {
            throw new InputException(
                    "no test episode can be drawn: the lane has too few classes or nodes",
                    "split.test",
                    "move classes into that lane");
        }
        return AdaptedTo.wholly(new Subject(Phase.TEST, setup.episode(Phase.TEST, number)), number);
    }

    private static void requireCrossEntropy(ExperimentSetup setup) throws InputException {
        switch (setup.plan().network().objective()) {
            case Objective.CrossEntropy _, Objective.ClassCrossEntropy _ -> {}
            case Objective.Prototypes _, RidgeHead _ ->
                    throw new InputException(
                            "only learners whose scores are the last layer's output are explained",
                            "learner.kind",
                            "choose maml, reptile, pretrain or fine-tune");
            case Objective.BinaryCrossEntropy _,
                    Objective.SquaredError _,
                    Objective.Reconstruction _,
                    Objective.Elbo _,
                    Objective.Along _ ->
                    throw new InputException(
                            "only the cross-entropy of classes is explained",
                            "task.kind",
                            "choose node-classification");
        }
    }

    private static InputException encoderNotExplained() {
        return new InputException(
                "this encoder is not explained", "encoder.kind", "choose gcn, gat, sgc or mlp");
    }

    private static void requirePlain(Layers layers) throws InputException {
        if (layers.residual()) {
            throw notExplained("residual", "false");
        }
        if (layers.layerNorm()) {
            throw notExplained("layerNorm", "false");
        }
        if (layers.hops().count() > 0) {
            throw notExplained("outputHops", "0");
        }
    }

    private static InputException notExplained(String key, String without) {
        return new InputException(
                "layers with this are not explained", "encoder." + key, "set it to " + without);
    }

    /// The experiment on its graph.
    public ExperimentSetup setup() {
        return setup;
    }

    /// A node by its id, its name, or else its number, counted from 0.
    ///
    /// @throws InputException if there is none, or several of this name
    public int node(String called) throws InputException {
        return node(setup.graph(), called);
    }

    /// The same in any graph.
    ///
    /// @throws InputException if there is none, or several of this name
    public static int node(AttributedGraph graph, String called) throws InputException {
        int id = graph.nodeNames().ids().indexOf(called);
        List<String> names = graph.nodeNames().names();
        int[] found =
                id >= 0
                        ? new int[] {id}
                        : IntStream.range(0, names.size())
                                .filter(k -> names.get(k).equals(called))
                                .toArray();
        List<String> ids = graph.nodeNames().ids();
        if (found.length == 0 && called.matches("\\d{1,9}")) {
            int number = Integer.parseInt(called);
            found = number < graph.nodes() ? new int[] {number} : found;
        }
        if (found.length == 0) {
            throw new InputException(
                    "no node is called \"" + called + "\"",
                    "--node",
                    "give a name or an id such as \"%s\"".formatted(names.getFirst()));
        }
        if (found.length > 1) {
            throw new InputException(
                    "%d nodes are called \"%s\"".formatted(found.length, called),
                    "--node",
                    "give an id such as \"%s\"".formatted(ids.get(found[0])));
        }
        if (!graph.isPresent(found[0])) {
            throw new InputException(
                    "\"" + called + "\" is not there at this step of the history",
                    "--node",
                    "choose another node, or a later history.until");
        }
        return found[0];
    }

    /// What is explained.
    ///
    /// @param node its number
    /// @param adaptedTo what θ is adapted to
    /// @param backward whether derivatives are wanted
    /// @param theta what θ was before, in words
    public record Question(int node, AdaptedTo adaptedTo, boolean backward, String theta) {}

    /// Explains a node.
    ///
    /// @param learned the state to adapt
    /// @throws InputException if this encoder is not explained, or the node's class is none of the episode's
    public Explanation explain(LearnerState learned, Question question) throws InputException {
        Subject subject = question.adaptedTo().subject();
        Phase phase = subject.phase();
        Episode episode = subject.episode();
        int[] classes =
                switch (episode.query().targets()) {
                    case Targets.Nodes _ -> Answers.Slots.of(episode.query().answers()).classes();
                    case Targets.Members _, Targets.Pairs _ ->
                            throw new InputException(
                                    "only the classes of nodes are explained",
                                    "task.kind",
                                    "choose node-classification");
                };
        AttributedGraph graph = setup.graph();
        int label = graph.labels()[question.node()];
        int slot =
                IntStream.range(0, classes.length)
                        .filter(s -> classes[s] == label)
                        .findFirst()
                        .orElse(-1);
        if (question.backward() && slot < 0) {
            throw otherClass(question, episode, label);
        }
        EpisodeProblem problem = setup.observedProblem(phase, episode);
        EpisodeWorker.Adapted adapted =
                worker.adapted(problem, learned, question.adaptedTo().inner());
        Field field =
                new Field(
                        setup.graphSeen(phase),
                        setup.featuresSeen(phase),
                        setup.experiment().encoder(),
                        adapted.parameters(),
                        question.node());
        Steps steps = steps(field);
        Pass base = Pass.plain(setup.backend());
        steps.forward(base);
        Matrix logits = base.get(Steps.z(field.depth()));
        requireFinite(logits);
        Matrix engine =
                adapted.outputs(
                                setup.asked(
                                        phase,
                                        episode,
                                        new Targets.Nodes(new int[] {question.node()})))
                        .scores();
        List<String> names = Arrays.stream(classes).mapToObj(graph.classes()::get).toList();
        Scoring scoring = new Scoring(base.arithmetic(), field.depth(), Axis.of(names), slot);
        List<Term> terms = new ArrayList<>();
        for (int layer = 1; layer <= field.depth(); layer++) {
            terms.addAll(steps.values(base, layer));
        }
        terms.addAll(scoring.values(logits));
        if (question.backward()) {
            Differences differences =
                    new Differences(
                            base,
                            steps::forward,
                            pass -> scoring.loss(pass.get(Steps.z(field.depth()))));
            terms.addAll(steps.derivatives(base, scoring.derivative(logits), differences));
        }
        return new Explanation(
                setup.experiment().name(),
                Kinds.of(setup.experiment().encoder()).word(),
                graph.nodeNames().names().get(question.node()),
                graph.nodeNames().ids().get(question.node()),
                label < 0 ? "" : graph.classes().get(label),
                question.theta(),
                question.adaptedTo(),
                role(episode, question.node()),
                names,
                field.depth(),
                question.backward(),
                gap(logits, engine),
                terms);
    }

    private static Steps steps(Field field) throws InputException {
        return switch (field.encoder().formulas()) {
            case Formulas.Convolution _ -> new ConvolutionSteps(field, Wiring.gcn(field));
            case Formulas.Propagated(int hops) ->
                    new ConvolutionSteps(field, Wiring.propagated(field, hops));
            case Formulas.Attention(double slope) -> new AttentionSteps(field, slope);
            case Formulas.None _ -> throw encoderNotExplained();
        };
    }

    private InputException otherClass(Question question, Episode episode, int label) {
        AttributedGraph graph = setup.graph();
        String own = label < 0 ? "has no class" : "is of class " + graph.classes().get(label);
        return new InputException(
                "the node %s, which %s does not have, so it has no loss there"
                        .formatted(own, question.adaptedTo().episode()),
                "--node",
                "choose a node of that episode such as \"%s\", or another --episode"
                        .formatted(graph.nodeNames().ids().get(episode.queryNodes()[0])));
    }

    private static void requireFinite(Matrix logits) throws InputException {
        for (double logit : logits.toArray()) {
            if (!Double.isFinite(logit)) {
                throw new InputException(
                        "the adapted parameters are not finite",
                        "learner.innerRate",
                        "try a smaller inner rate");
            }
        }
    }

    private static double gap(Matrix logits, Matrix engine) {
        double gap = 0;
        for (int c = 0; c < logits.columns(); c++) {
            gap = Math.max(gap, Math.abs(logits.get(0, c) - engine.get(0, c)));
        }
        return gap;
    }

    private static Explanation.Role role(Episode episode, int node) {
        if (contains(episode.queryNodes(), node)) {
            return Explanation.Role.QUERY;
        }
        return contains(episode.supportNodes(), node)
                ? Explanation.Role.SUPPORT
                : Explanation.Role.NEITHER;
    }

    private static boolean contains(int[] nodes, int node) {
        return Arrays.stream(nodes).anyMatch(k -> k == node);
    }
}
