package innerloop.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.calculus.Term.Kind;
import innerloop.episode.Episode;
import innerloop.episode.Lanes;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.FullBatch;
import innerloop.meta.MetaLearner;
import innerloop.meta.Prototypical;
import innerloop.meta.Ridge;
import innerloop.nn.Activation;
import innerloop.nn.Gcn;
import innerloop.nn.Gin;
import innerloop.nn.Hops;
import innerloop.nn.Layers;
import innerloop.nn.Objective.Distance;
import innerloop.nn.Readout.Pooling;
import innerloop.nn.Sage;
import innerloop.nn.Scoring;
import innerloop.task.GraphClassification;
import innerloop.task.HeldOutEdges;
import innerloop.task.HeldOutNodes;
import innerloop.task.LinkPrediction;
import innerloop.task.NodeRegression;
import innerloop.task.Task;
import innerloop.training.SmallExperiments;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every task and every learner is explained: what is explained is what the engine computes, and every derivative is a slope.
class ExplainedTasksTest {

    private static final AttributedGraph BLOCKS = BlockModel.easy().graph();
    private static final AttributedGraph COLLECTION = collection();
    private static final Layers SMALL = Layers.of(List.of(4), Activation.TANH);

    /// An experiment on its graph.
    record Case(Experiment experiment, AttributedGraph graph) {
        @Override
        public String toString() {
            return experiment.task() + " by " + experiment.learner();
        }
    }

    /// Rings and stars of 4 to 7 nodes with two random features.
    private static AttributedGraph collection() {
        SplittableRandom random = new SplittableRandom(3);
        int graphs = 16;
        int nodes = 0;
        String[] labels = new String[graphs];
        int[] graphOf = new int[88];
        GraphBuilder builder = new GraphBuilder("shapes", 88, false);
        for (int g = 0; g < graphs; g++) {
            int size = 4 + g / 2 % 4;
            labels[g] = g % 2 == 0 ? "ring" : "star";
            for (int i = 0; i < size; i++) {
                graphOf[nodes + i] = g;
                if (g % 2 == 0) {
                    builder.edge(nodes + i, nodes + (i + 1) % size);
                } else if (i > 0) {
                    builder.edge(nodes, nodes + i);
                }
            }
            nodes += size;
        }
        double[] features = new double[2 * nodes];
        for (int k = 0; k < features.length; k++) {
            features[k] = random.nextDouble(-1, 1);
        }
        return builder.features(SparseMatrix.ofDense(nodes, 2, features), List.of())
                .members(graphOf)
                .memberLabels(List.of(labels))
                .build();
    }

    private static Experiment easy() {
        return SmallExperiments.easy(2).withEncoder(new Gcn(SMALL.withNormalize(true)));
    }

    private static Case blocks(MetaLearner learner) {
        return new Case(easy().withLearner(learner), BLOCKS);
    }

    private static Case blocks(Task task) {
        return new Case(easy().withTask(task), BLOCKS);
    }

    private static Case graphs(Pooling pooling, MetaLearner learner) {
        return new Case(
                easy().withTask(new GraphClassification(2, 2, 2, pooling, 3))
                        .withSplit(
                                Split.ofClasses(
                                        new Lanes(
                                                List.of("ring", "star"),
                                                List.of(),
                                                List.of("ring", "star"))))
                        .withEncoder(new Gin(SMALL, true))
                        .withLearner(learner),
                COLLECTION);
    }

    private static Prototypical prototypes(Distance distance) {
        return Prototypical.defaults().withDistance(distance).withDimensions(3);
    }

    static Stream<Case> cases() {
        Ridge ridge = Ridge.defaults().withDimensions(3);
        MetaLearner maml = easy().learner();
        LinkPrediction links = LinkPrediction.defaults().withDrawing(2, 6, 4).withDimensions(3);
        return Stream.of(
                blocks(prototypes(Distance.EUCLIDEAN)),
                blocks(prototypes(Distance.COSINE)),
                blocks(ridge.withKernels(Ridge.Kernels.ENCODER)),
                blocks(ridge.withKernels(Ridge.Kernels.ALL)),
                new Case(
                        easy().withEncoder(
                                        new Sage(
                                                SMALL.withHops(
                                                        new Hops(2, Hops.Weights.LEARNED, 0.2)),
                                                Sage.Aggregation.MEAN)),
                        BLOCKS),
                blocks(NodeRegression.defaults().withDrawing(1, 5, 5)),
                graphs(Pooling.SUM, maml),
                graphs(Pooling.MEAN, prototypes(Distance.EUCLIDEAN)),
                graphs(Pooling.MAX, maml),
                graphs(Pooling.MEAN, ridge),
                blocks(links),
                blocks(links.withScoring(Scoring.HADAMARD)),
                blocks(links.withScoring(Scoring.MLP)),
                new Case(
                        easy().withTask(HeldOutNodes.defaults())
                                .withSplit(everyNode())
                                .withLearner(FullBatch.defaults()),
                        BLOCKS),
                new Case(SmallExperiments.edges(HeldOutEdges.Method.GAE, 2), BLOCKS),
                new Case(SmallExperiments.edges(HeldOutEdges.Method.NEGATIVE_SAMPLING, 2), BLOCKS),
                new Case(SmallExperiments.edges(HeldOutEdges.Method.VGAE, 2), BLOCKS));
    }

    /// Nodes of every class in every lane.
    private static Split everyNode() {
        return new Split(
                Split.Kind.REGIONS,
                new Lanes(List.of("a"), List.of("b"), List.of("c")),
                Stream.of("a", "b", "c")
                        .map(name -> new Region(name, numbers("abc".indexOf(name))))
                        .toList(),
                Split.Messages.ALL,
                PaintedEpisode.NONE);
    }

    private static List<Integer> numbers(int first) {
        return IntStream.iterate(first, i -> i < BLOCKS.nodes(), i -> i + 3).boxed().toList();
    }

    private static Explanation explain(Case given, Wanted wanted, boolean backward)
            throws InputException {
        Explainer explainer = explainer(given);
        return explainer.explain(
                explainer.setup().initial(),
                new Explainer.Question(wanted, explainer.testEpisode(0), backward, "untrained"));
    }

    private static Explainer explainer(Case given) throws InputException {
        return Explainer.of(
                given.experiment(), given.experiment().labelled(given.graph()), new Nd4jBackend());
    }

    private static int queried(Case given) throws InputException {
        Episode episode = explainer(given).testEpisode(0).subject().episode();
        return episode.queryNodes()[0];
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsExplainedIsWhatTheEngineComputes(Case given) throws Exception {
        Explanation found = explain(given, new Wanted.Node(queried(given)), true);
        assertThat(found.engineGap()).isLessThan(1e-9);
        assertThat(found.role()).isEqualTo(Explanation.Role.QUERY);
        assertThat(found.terms()).anyMatch(term -> term.name().equals("L"));
        List<Term> derivatives =
                found.terms().stream().filter(term -> term.kind() == Kind.DERIVATIVE).toList();
        assertThat(derivatives)
                .isNotEmpty()
                .allSatisfy(term ->
                        assertThat(term.checks())
                                .as(term.layer() + " " + term.name())
                                .isNotEmpty()
                                .allMatch(Check::agrees));
        assertThat(derivatives.stream().filter(term -> term.name().startsWith("dW")))
                .anyMatch(term -> Math.abs(term.checks().getFirst().value()) > 1e-6);
    }

    @Test
    void aMemberGraphIsSeenFromAnyOfItsNodes() throws Exception {
        Case given = graphs(Pooling.MEAN, easy().learner());
        Explanation graph = explain(given, new Wanted.Graph(3), true);
        int[] nodes = given.graph().members()[3];
        Explanation node = explain(given, new Wanted.Node(nodes[1]), true);
        assertThat(graph.number()).isEqualTo(nodes[0]);
        assertThat(graph.example()).endsWith("of member graph 3, of class star");
        assertThat(value(node, "L").numbers()).isEqualTo(value(graph, "L").numbers());
        assertThat(value(node, "z¹").numbers()).isNotEqualTo(value(graph, "z¹").numbers());
        Values rows = value(graph, "yⱼ");
        double mean = 0;
        for (int j = 0; j < nodes.length; j++) {
            mean += rows.get(j, 0) / nodes.length;
        }
        assertThat(value(graph, "r").get(0, 0)).isCloseTo(mean, within(1e-12));
    }

    @Test
    void aPairIsTheSameWhicheverNodeComesFirst() throws Exception {
        Case given = blocks(LinkPrediction.defaults().withDrawing(2, 6, 4).withDimensions(3));
        int[] ends =
                explainer(given).testEpisode(0).subject().episode().query().targets().nodesOf(0);
        Explanation one = explain(given, new Wanted.Pair(ends[0], ends[1]), true);
        Explanation other = explain(given, new Wanted.Pair(ends[1], ends[0]), true);
        assertThat(one.example()).endsWith("which an edge joins");
        double s = value(one, "s").get(0, 0);
        assertThat(value(other, "s").get(0, 0)).isCloseTo(s, within(1e-12));
        assertThat(value(one, "L").get(0, 0)).isCloseTo(Math.log(1 + Math.exp(-s)), within(1e-12));
        assertThat(value(one, "a").numbers()).isEqualTo(value(other, "b").numbers());
    }

    /// A neighbour pulls, another node pushes, and what is often printed does the opposite.
    @Test
    void aNodeIsPulledAndPushedInTheEmbedding() throws Exception {
        Case given =
                new Case(SmallExperiments.edges(HeldOutEdges.Method.NEGATIVE_SAMPLING, 2), BLOCKS);
        Explanation found = explain(given, new Wanted.Node(3), true);
        Values z = value(found, "zⱼ");
        Values weight = value(found, "aⱼ");
        Values p = value(found, "pⱼ");
        Values pull = value(found, "pullⱼ");
        Values push = value(found, "pushⱼ");
        assertThat(pull.rows().size()).isPositive();
        assertThat(push.rows().size()).isPositive();
        int first = z.rows().names().indexOf(pull.rows().get(0));
        assertThat(pull.get(0, 1))
                .as("a (1 − p) z")
                .isCloseTo(
                        weight.get(0, first) * (1 - p.get(0, first)) * z.get(first, 1),
                        within(1e-12));
        int other = z.rows().names().indexOf(push.rows().get(0));
        double repulsion = value(found, "rⱼ").get(0, other);
        assertThat(push.get(0, 1))
                .as("−r p z")
                .isCloseTo(-repulsion * p.get(0, other) * z.get(other, 1), within(1e-12));
        Values dz = value(found, "dz");
        int own = z.rows().names().indexOf(found.node());
        double sum = 0;
        for (Values arrows : List.of(pull, push)) {
            for (int j = 0; j < arrows.rows().size(); j++) {
                sum -= arrows.get(j, 1);
            }
        }
        assertThat(dz.get(own, 1)).as("against all arrows").isCloseTo(sum, within(1e-12));
        assertThat(found.terms())
                .filteredOn(term -> term.kind() == Kind.USUALLY_PRINTED && term.name().equals("dz"))
                .singleElement()
                .satisfies(term ->
                        assertThat(term.checks()).anyMatch(check -> check.relativeError() > 1e-3));
    }

    @Test
    void theDivergenceOfAVariationalNodeIsThatOfTheNormalDistribution() throws Exception {
        Case given = new Case(SmallExperiments.edges(HeldOutEdges.Method.VGAE, 2), BLOCKS);
        Explanation found = explain(given, new Wanted.Node(3), false);
        Values mean = value(found, "μ");
        Values deviation = value(found, "σ");
        Values noise = value(found, "ε");
        double divergence = 0;
        for (int c = 0; c < mean.columns().size(); c++) {
            double mu = mean.get(0, c);
            double sigma = deviation.get(0, c);
            assertThat(value(found, "zᵢ").get(0, c))
                    .isCloseTo(mu + sigma * noise.get(0, c), within(1e-12));
            divergence -= 0.5 * (1 + 2 * Math.log(sigma) - mu * mu - sigma * sigma);
        }
        double pairs = Math.pow(BLOCKS.nodes(), 2);
        assertThat(value(found, "KL").get(0, 0)).isCloseTo(divergence / pairs, within(1e-12));
    }

    @Test
    void prototypesAreMeansAndTheirScoresDistances() throws Exception {
        Case given = blocks(prototypes(Distance.EUCLIDEAN));
        Explanation found = explain(given, new Wanted.Node(queried(given)), false);
        Values support = value(found, "eₛ");
        Values prototypes = value(found, "cₖ");
        Values q = value(found, "q");
        double distance = 0;
        for (int c = 0; c < 3; c++) {
            double mean = (support.get(0, c) + support.get(1, c)) / 2;
            assertThat(prototypes.get(0, c)).isCloseTo(mean, within(1e-12));
            distance += Math.pow(q.get(0, c) - mean, 2);
        }
        assertThat(value(found, "sₖ").get(0, 0)).isCloseTo(-distance, within(1e-12));
    }

    @Test
    void whatATaskDoesNotAskAboutIsSaid() {
        Case nodes = blocks(easy().learner());
        assertThatThrownBy(() -> explain(nodes, new Wanted.Graph(0), false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--graph", "single nodes");
        Case members = graphs(Pooling.SUM, easy().learner());
        Case pairs = blocks(LinkPrediction.defaults().withDrawing(2, 6, 4));
        assertThatThrownBy(() -> explain(pairs, new Wanted.Graph(0), false))
                .hasMessageContaining("pairs of nodes");
        assertThatThrownBy(() -> explainer(nodes).pair("0"))
                .hasMessageContaining("two nodes with a comma");
        assertThatThrownBy(() -> explainer(nodes).pair("0, nobody"))
                .hasMessageContaining("no node is called \"nobody\"");
        assertThatThrownBy(() -> explainer(members).memberGraph(16))
                .hasMessageContaining("give 0 to 15");
    }

    private static Values value(Explanation found, String name) {
        return found.terms().stream()
                .filter(term -> term.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
