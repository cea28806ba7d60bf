package innerloop.calculus;

import innerloop.calculus.EncoderSteps.Top;
import innerloop.calculus.Explainer.Question;
import innerloop.episode.Episode;
import innerloop.episode.Phase;
import innerloop.experiment.InputException;
import innerloop.experiment.kinds.Kinds;
import innerloop.graph.Amount;
import innerloop.graph.AttributedGraph;
import innerloop.graph.NodeNames;
import innerloop.graph.Targets;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.FullBatch;
import innerloop.meta.LearnerState;
import innerloop.nn.Block;
import innerloop.nn.Encoder;
import innerloop.nn.Hops;
import innerloop.nn.Network;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Readout;
import innerloop.phrase.Trouble;
import innerloop.training.ExperimentSetup;
import innerloop.training.Subject;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// Explains one node's part of the loss of a task that learns from edges alone.
///
/// @param setup the experiment on its graph
/// @param divergenceWeight factor of the divergence
record EdgeExplainer(ExperimentSetup setup, double divergenceWeight) {

    /// Explains a node, with the pairs and the noise of the outer step that has the number of the question's episode.
    Explanation explain(LearnerState learned, Question question, int node) throws InputException {
        long step = question.adaptedTo().number().orElse(0);
        Episode batch = setup.trainingBatch(step);
        EpisodeProblem problem = setup.trainingProblem(step);
        Network network = setup.plan().trained();
        Readout.Latent latent = latent(network.readout());
        Encoder encoder = setup.experiment().encoder();
        AttributedGraph graph = setup.graph();
        requireFixedHops(encoder, latent);
        Targets pairs = batch.query().targets();
        Block block = problem.query();
        Partners partners = Partners.of(node, pairs, block.inputs(), graph.nodes());
        Field field =
                new Field(
                        setup.graphSeen(Phase.TRAIN, batch),
                        setup.featuresSeen(Phase.TRAIN, batch),
                        encoder,
                        learned.theta(),
                        partners.nodes(),
                        node);
        double perPair = Objects.requireNonNull(block.inputs().get(Block.PER_PAIR)).get(0, 0);
        EdgeSteps steps =
                new EdgeSteps(
                        field,
                        new EncoderSteps(field, tops(latent, encoder)),
                        partners,
                        noise(latent, problem, partners.nodes()),
                        divergenceWeight * perPair);
        Pass base = Pass.plain(setup.backend());
        steps.forward(base);
        Matrix z = steps.latent(base);
        Explainer.requireFinite(z);
        List<Term> terms = steps.values(base);
        if (question.backward()) {
            terms.addAll(steps.derivatives(base, Differences.ENTRIES));
        }
        NodeNames names = graph.nodeNames();
        int pulled = partners.those(true).length;
        boolean known = IntStream.of(pairs.nodes()).anyMatch(each -> each == node);
        return new Explanation(
                setup.experiment().name(),
                Kinds.of(encoder).word(),
                names.names().get(node),
                names.ids().get(node),
                "",
                question.theta(),
                AdaptedTo.wholly(new Subject(Phase.TRAIN, batch), step),
                known ? Explanation.Role.QUERY : Explanation.Role.NEITHER,
                List.of(),
                field.depth(),
                question.backward(),
                gap(z, node, problem, network, learned),
                terms,
                "node %s (id %s), its part of the loss of training step %d: pulled by %s, pushed by %s"
                        .formatted(
                                names.names().get(node),
                                names.ids().get(node),
                                step,
                                Amount.of(pulled, "node"),
                                Amount.of(partners.those(false).length, "node")),
                node,
                Explanation.Unit.LAYER);
    }

    private static Readout.Latent latent(Readout readout) {
        return switch (readout) {
            case Readout.Latent latent -> latent;
            case Readout.LastLayer _, Readout.Pooled _, Readout.PairScore _ ->
                    throw new IllegalArgumentException("edges are told from latent vectors");
        };
    }

    /// μ and log σ share the weights of the hops, and each has its own part in their derivative.
    private static void requireFixedHops(Encoder encoder, Readout.Latent latent)
            throws InputException {
        Hops hops = encoder.layers().hops();
        if (latent.variational() && hops.count() > 0 && hops.weights() == Hops.Weights.LEARNED) {
            throw new InputException(Trouble.of("explain.learnedHops"), "encoder.hopWeights");
        }
    }

    private static List<Top> tops(Readout.Latent latent, Encoder encoder) {
        return latent.variational()
                ? List.of(
                        new Top("_μ", latent.prefixOfMean(encoder)),
                        new Top("_σ", latent.prefixOfLogDeviation(encoder)))
                : List.of(new Top("", latent.prefixOfMean(encoder)));
    }

    /// The rows of the noise that these nodes have in this step.
    private Optional<Matrix> noise(Readout.Latent latent, EpisodeProblem problem, int[] nodes) {
        if (!latent.variational()) {
            return Optional.empty();
        }
        Backend backend = setup.backend();
        Matrix whole =
                Objects.requireNonNull(
                        problem.query()
                                .withNoise(backend, latent.dimensions(), problem.noiseKey())
                                .inputs()
                                .get(Block.NOISE));
        Matrix rows = backend.matrix(nodes.length, latent.dimensions());
        backend.gatherRows(whole, nodes, rows);
        return Optional.of(rows);
    }

    /// How far the node's row is from the engine's.
    private double gap(
            Matrix z, int node, EpisodeProblem problem, Network network, LearnerState learned) {
        NetworkEvaluator evaluator = new NetworkEvaluator(setup.backend(), network);
        ParameterSpace space = new ParameterSpace(setup.backend(), problem.specs());
        Matrix engine =
                evaluator
                        .forward(
                                problem.restrict(learned.theta(), space),
                                FullBatch.passes(problem, evaluator))
                        .scores();
        return Explainer.gap(z, engine, node);
    }
}
