package innerloop.calculus;

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
import innerloop.nn.Block;
import innerloop.nn.Formulas;
import innerloop.nn.Objective;
import innerloop.nn.Readout;
import innerloop.nn.RidgeHead;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import innerloop.training.ExperimentSetup;
import innerloop.training.Subject;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Explains what the network of an experiment computes for single examples, at θ adapted to an episode. For one thread.
public final class Explainer {

    private final ExperimentSetup setup;
    private final EpisodeWorker worker;

    private Explainer(ExperimentSetup setup) {
        this.setup = setup;
        this.worker = new EpisodeWorker(setup.backend(), setup.plan());
    }

    /// An explainer for the examples of an experiment.
    ///
    /// @param backend the reference, since differences need its precision
    /// @throws InputException if the experiment does not fit its graph, or computes what is not explained
    public static Explainer of(Experiment experiment, AttributedGraph graph, Backend backend)
            throws InputException {
        ExperimentSetup setup = ExperimentSetup.of(experiment, graph, backend);
        if (experiment.encoder().formulas().equals(new Formulas.None())) {
            throw EncoderSteps.notExplained();
        }
        return new Explainer(setup);
    }

    /// The test episode with this number, counted from 0.
    ///
    /// @throws InputException if there are none
    public AdaptedTo testEpisode(long number) throws InputException {
        if (!setup.canDraw(Phase.TEST)) {
            throw new InputException(Trouble.of("explain.noEpisode"), "split.test");
        }
        return AdaptedTo.wholly(new Subject(Phase.TEST, setup.episode(Phase.TEST, number)), number);
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
        return new NodeLookup(graph).node(called, "--node");
    }

    /// Two nodes, called as [#node] has it, with a comma between them.
    ///
    /// @throws InputException if there are no such nodes
    public Wanted.Pair pair(String called) throws InputException {
        return new NodeLookup(setup.graph()).pair(called);
    }

    /// A member graph by its number, counted from 0.
    ///
    /// @throws InputException if there is none
    public Wanted.Graph memberGraph(int number) throws InputException {
        return new NodeLookup(setup.graph()).graph(number);
    }

    /// What is explained.
    ///
    /// @param wanted the node, member graph or pair
    /// @param adaptedTo what θ is adapted to
    /// @param backward whether derivatives are wanted
    /// @param theta what θ was before, in words
    public record Question(Wanted wanted, AdaptedTo adaptedTo, boolean backward, String theta) {

        /// A question about a node.
        public Question(int node, AdaptedTo adaptedTo, boolean backward, String theta) {
            this(new Wanted.Node(node), adaptedTo, backward, theta);
        }
    }

    /// Explains an example. Of a node of a graph whose edges alone are learned from, it is the node's part of the loss that is
    /// learned from.
    ///
    /// @param learned the state to adapt
    /// @throws InputException if the episode asks about something else, or a derivative is wanted of an example that has no loss
    public Explanation explain(LearnerState learned, Question question) throws InputException {
        return switch (question.wanted()) {
            case Wanted.Node(int node) ->
                    switch (setup.plan().trained().objective()) {
                        case Objective.Reconstruction _ ->
                                new EdgeExplainer(setup, 0).explain(learned, question, node);
                        case Objective.Elbo elbo ->
                                new EdgeExplainer(setup, elbo.divergenceWeight())
                                        .explain(learned, question, node);
                        case Objective.CrossEntropy _,
                                Objective.ClassCrossEntropy _,
                                Objective.BinaryCrossEntropy _,
                                Objective.SquaredError _,
                                Objective.Prototypes _,
                                Objective.Along _,
                                RidgeHead _ ->
                                example(learned, question);
                    };
            case Wanted.Graph _, Wanted.Pair _ -> example(learned, question);
        };
    }

    private Explanation example(LearnerState learned, Question question) throws InputException {
        AdaptedTo adaptedTo = question.adaptedTo();
        Subject subject = adaptedTo.subject();
        Phase phase = subject.phase();
        Episode episode = subject.episode();
        Example example = Example.of(question.wanted(), setup.graph(), episode);
        Heads heads = new Heads(setup, subject, adaptedTo.number(), example);
        if (question.backward() && !heads.hasLoss()) {
            throw noLoss(heads, adaptedTo);
        }
        EpisodeProblem problem = setup.observedProblem(phase, episode).at(learned.theta());
        EpisodeWorker.Adapted adapted = worker.adapted(problem, learned, adaptedTo.inner());
        Block asked = problem.compared(setup.asked(phase, episode, example.targets()));
        Field field =
                new Field(
                        setup.graphSeen(phase, episode),
                        setup.featuresSeen(phase, episode),
                        setup.experiment().encoder(),
                        adapted.parameters(),
                        nodes(heads.examples()),
                        example.focus());
        NetworkSteps steps = steps(field, heads, problem, asked);
        Pass base = Pass.plain(setup.backend());
        steps.forward(base);
        Matrix scores = steps.head().scores(base);
        requireFinite(scores);
        Matrix engine = adapted.outputs(asked).scores();
        List<Term> terms = steps.values(base);
        if (question.backward()) {
            terms.addAll(steps.derivatives(base, Differences.ENTRIES));
        }
        List<Term> told = example.edge().map(edge -> edge.partOf(terms)).orElse(terms);
        if (told.isEmpty()) {
            throw new InputException(Trouble.of("explain.noEdge"), "--edge");
        }
        ExampleWords words = new ExampleWords(heads);
        AttributedGraph graph = setup.graph();
        return new Explanation(
                setup.experiment().name(),
                Kinds.of(setup.experiment().encoder()).word(),
                graph.nodeNames().names().get(example.focus()),
                graph.nodeNames().ids().get(example.focus()),
                words.label(),
                question.theta(),
                adaptedTo,
                example.role(episode),
                Arrays.stream(heads.classes()).mapToObj(graph.classes()::get).toList(),
                field.depth(),
                question.backward(),
                gap(scores, engine, 0),
                told,
                words.example(),
                example.focus(),
                Explanation.Unit.LAYER);
    }

    /// Explains how a meta-gradient comes about: the backward pass through the inner loop of an episode, line by line.
    ///
    /// @param learned the state to adapt
    /// @param theta what θ was before, in words
    /// @throws InputException if the learner has no inner loop of plain descent
    public Explanation explainInnerLoop(LearnerState learned, AdaptedTo adaptedTo, String theta)
            throws InputException {
        return new InnerLoopExplainer(setup, worker).explain(learned, adaptedTo, theta);
    }

    /// Slices a loss of the episode along a plane through θ₀.
    ///
    /// @param learned the state to adapt
    /// @param wanted which loss, in which plane
    /// @param pausePoint called between points; may throw to give up
    /// @param soFar takes the same on a coarser grid
    /// @throws InputException if the learner has no inner loop of plain descent
    public LossSlice slice(
            LearnerState learned,
            Subject subject,
            LossSlice.Wanted wanted,
            Runnable pausePoint,
            Consumer<LossSlice> soFar)
            throws InputException {
        InnerLosses losses = InnerLosses.of(setup, subject);
        return new LossSlicer(losses, losses.path(worker, learned))
                .slice(wanted, pausePoint, soFar);
    }

    private static int[] nodes(List<Targets> examples) {
        return examples.stream()
                .flatMapToInt(targets -> IntStream.of(targets.nodes()))
                .sorted()
                .distinct()
                .toArray();
    }

    private NetworkSteps steps(Field field, Heads heads, EpisodeProblem problem, Block asked)
            throws InputException {
        EncoderSteps encoder = new EncoderSteps(field);
        Readout readout = setup.plan().network().readout();
        ReadoutSteps rows = ReadoutSteps.of(field, encoder.output(), readout, heads.examples());
        String symbol =
                switch (readout) {
                    case Readout.LastLayer _ -> encoder.symbol();
                    case Readout.Pooled _ -> "o";
                    case Readout.PairScore _, Readout.Latent _ -> "s";
                };
        HeadSteps head = heads.steps(field, rows.output(), symbol, field.theta(), problem, asked);
        return new NetworkSteps(encoder, rows, head, heads.example().edge());
    }

    private InputException noLoss(Heads heads, AdaptedTo adaptedTo) {
        Episode episode = adaptedTo.subject().episode();
        Example example = heads.example();
        if (heads.classes().length == 0) {
            return new InputException(
                    Trouble.of(
                            "explain.noNumber",
                            setup.graph().nodeNames().ids().get(episode.queryNodes()[0])),
                    "--node");
        }
        int label = setup.graph().labels()[example.focus()];
        String other = setup.graph().nodeNames().ids().get(episode.queryNodes()[0]);
        Phrase what =
                switch (example.targets()) {
                    case Targets.Nodes _, Targets.Pairs _ -> Phrase.of("explain.theNode");
                    case Targets.Members _ -> Phrase.of("explain.itsGraph");
                };
        return new InputException(
                label < 0
                        ? Trouble.of("explain.noClass", what, adaptedTo.episode(), other)
                        : Trouble.of(
                                "explain.otherClass",
                                what,
                                adaptedTo.episode(),
                                other,
                                setup.graph().classes().get(label)),
                "--node");
    }

    static void requireFinite(Matrix scores) throws InputException {
        for (double score : scores.toArray()) {
            if (!Double.isFinite(score)) {
                throw new InputException(Trouble.of("explain.notFinite"), "learner.innerRate");
            }
        }
    }

    /// How far scores are from a row of the engine's.
    static double gap(Matrix scores, Matrix engine, int row) {
        double gap = 0;
        for (int c = 0; c < scores.columns(); c++) {
            gap = Math.max(gap, Math.abs(scores.get(0, c) - engine.get(row, c)));
        }
        return gap;
    }
}
