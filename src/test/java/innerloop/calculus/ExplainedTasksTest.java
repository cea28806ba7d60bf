package innerloop.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.calculus.ExplainedTasks.Case;
import innerloop.calculus.Term.Kind;
import innerloop.episode.Episode;
import innerloop.experiment.InputException;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.nn.Objective.Distance;
import innerloop.nn.Readout.Pooling;
import innerloop.task.HeldOutEdges;
import innerloop.task.LinkPrediction;
import innerloop.training.SmallExperiments;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every task and every learner is explained: what is explained is what the engine computes, and every derivative is a slope.
class ExplainedTasksTest {

    static Stream<Case> cases() {
        return ExplainedTasks.cases();
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
        Case given = ExplainedTasks.graphs(Pooling.MEAN, ExplainedTasks.easy().learner());
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
        Case given =
                ExplainedTasks.blocks(
                        LinkPrediction.defaults().withDrawing(2, 6, 4).withDimensions(3));
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
                new Case(
                        SmallExperiments.edges(HeldOutEdges.Method.NEGATIVE_SAMPLING, 2),
                        ExplainedTasks.BLOCKS);
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
        Case given =
                new Case(
                        SmallExperiments.edges(HeldOutEdges.Method.VGAE, 2), ExplainedTasks.BLOCKS);
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
        double pairs = Math.pow(ExplainedTasks.BLOCKS.nodes(), 2);
        assertThat(value(found, "KL").get(0, 0)).isCloseTo(divergence / pairs, within(1e-12));
    }

    @Test
    void prototypesAreMeansAndTheirScoresDistances() throws Exception {
        Case given = ExplainedTasks.blocks(ExplainedTasks.prototypes(Distance.EUCLIDEAN));
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
        Case nodes = ExplainedTasks.blocks(ExplainedTasks.easy().learner());
        assertThatThrownBy(() -> explain(nodes, new Wanted.Graph(0), false))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--graph", "single nodes");
        Case members = ExplainedTasks.graphs(Pooling.SUM, ExplainedTasks.easy().learner());
        Case pairs = ExplainedTasks.blocks(LinkPrediction.defaults().withDrawing(2, 6, 4));
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
