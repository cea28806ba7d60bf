package innerloop.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.calculus.Term.Kind;
import innerloop.episode.Episode;
import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.Maml;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import innerloop.nn.Gin;
import innerloop.nn.Hops;
import innerloop.nn.Layers;
import innerloop.nn.Mlp;
import innerloop.nn.Sage;
import innerloop.nn.Sgc;
import innerloop.training.SmallExperiments;
import innerloop.training.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is explained is what the engine computes, and every derivative is the slope of the loss.
class ExplainerTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    private static Layers layers(Activation activation, Integer... hidden) {
        return Layers.of(List.of(hidden), activation);
    }

    static Stream<Encoder> encoders() {
        Layers everything =
                layers(Activation.TANH, 4)
                        .withNormalize(true)
                        .withResidual(true)
                        .withLayerNorm(true)
                        .withHops(new Hops(2, Hops.Weights.LEARNED, 0.2));
        return Stream.of(
                new Gcn(layers(Activation.RELU, 5)),
                new Gcn(layers(Activation.TANH, 6, 4).withNormalize(true)),
                new Gcn(layers(Activation.ELU)),
                new Gat(layers(Activation.ELU, 3), 2, 0, 0.2, 0),
                new Gat(layers(Activation.SIGMOID, 3).withNormalize(true), 2, 1, 0.1, 0),
                new Sage(layers(Activation.ELU, 4).withNormalize(true), Sage.Aggregation.MEAN),
                new Sage(layers(Activation.TANH, 4), Sage.Aggregation.MAX),
                new Gin(layers(Activation.TANH, 4).withNormalize(true), true),
                new Gcn(everything),
                new Mlp(everything),
                new Sgc(layers(Activation.LEAKY_RELU, 4).withNormalize(true), 2),
                new Mlp(layers(Activation.RELU, 5).withNormalize(true)));
    }

    private static Experiment by(Encoder encoder) {
        Maml maml = Learners.maml(Maml.Order.SECOND, 3, 0.5, 0.01, 4);
        return SmallExperiments.easy(2).withLearner(maml).withEncoder(encoder);
    }

    private static Explainer explainer(Experiment experiment) throws InputException {
        return Explainer.of(experiment, GRAPH, new Nd4jBackend());
    }

    private static Explanation explain(Encoder encoder, int query, boolean backward)
            throws InputException {
        Explainer explainer = explainer(by(encoder));
        Episode episode = explainer.setup().episode(Phase.TEST, 1);
        return explainer.explain(
                explainer.setup().initial(),
                new Explainer.Question(
                        episode.queryNodes()[query],
                        explainer.testEpisode(1),
                        backward,
                        "untrained"));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void theLogitsAreThoseOfTheEngine(Encoder encoder) throws Exception {
        for (int query = 0; query < 3; query++) {
            Explanation found = explain(encoder, query, false);
            assertThat(found.engineGap()).isLessThan(1e-9);
            assertThat(found.role()).isEqualTo(Explanation.Role.QUERY);
            Term p = term(found, "p", Kind.VALUE);
            Term loss = term(found, "L", Kind.VALUE);
            int slot = found.classes().indexOf(found.label());
            assertThat(loss.value().get(0, 0))
                    .isCloseTo(-Math.log(p.value().get(0, slot)), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void everyDerivativeIsTheSlopeOfTheLoss(Encoder encoder) throws Exception {
        Explanation found = explain(encoder, 0, true);
        assertThat(of(found, Kind.DERIVATIVE))
                .isNotEmpty()
                .allSatisfy(term ->
                        assertThat(term.checks())
                                .as(term.layer() + " " + term.name())
                                .isNotEmpty()
                                .allMatch(Check::agrees));
        assertThat(largest(found)).isGreaterThan(1e-4);
    }

    private static double largest(Explanation found) {
        return of(found, Kind.DERIVATIVE).stream()
                .filter(term -> term.name().startsWith("dW"))
                .flatMap(term -> term.checks().stream())
                .mapToDouble(check -> Math.abs(check.value()))
                .max()
                .orElseThrow();
    }

    @Test
    void whatIsUsuallyPrintedFailsTheSameCheck() throws Exception {
        Explanation gcn = explain(new Gcn(layers(Activation.TANH, 5)), 0, true);
        List<Term> printed = of(gcn, Kind.USUALLY_PRINTED);
        assertThat(printed).hasSize(3).noneMatch(Term::agrees);
        assertThat(printed.get(1).formula()).isEqualTo("(Â X)ᵀ dH¹");
        assertThat(printed.get(1).checks())
                .isNotEmpty()
                .allMatch(check -> check.relativeError() > 1e-3);
        Explanation gat = explain(new Gat(layers(Activation.ELU, 3), 2, 0, 0.2, 0), 0, true);
        assertThat(of(gat, Kind.USUALLY_PRINTED))
                .hasSize(4)
                .allMatch(term -> !term.checks().isEmpty())
                .noneMatch(Term::agrees);
    }

    @Test
    void messagesAddUpToTheRowThatTheWeightMultiplies() throws Exception {
        Explanation found = explain(new Gcn(layers(Activation.ELU, 4)), 0, false);
        for (int layer = 1; layer <= 2; layer++) {
            Values message = term(found, Symbols.of("m", layer) + "ⱼ", Kind.VALUE).value();
            Values sum = term(found, Symbols.of("p", layer), Kind.VALUE).value();
            for (int c = 0; c < message.columns().size(); c++) {
                double added = 0;
                for (int j = 0; j < message.rows().size(); j++) {
                    added += message.get(j, c);
                }
                assertThat(sum.get(0, c)).isCloseTo(added, within(1e-12));
            }
        }
        Values degree = term(found, "dⱼ", Kind.GIVEN).value();
        Values c = term(found, "cᵢⱼ", Kind.VALUE).value();
        int node = c.columns().names().indexOf(found.node());
        assertThat(c.get(0, node)).isCloseTo(1 / degree.get(0, node), within(1e-12));
        Values z = term(found, "z²", Kind.VALUE).value();
        Values p = term(found, "p²", Kind.VALUE).value();
        Values weight = term(found, "W²", Kind.GIVEN).value();
        Values bias = term(found, "b²", Kind.GIVEN).value();
        double logit = bias.get(0, 0);
        for (int k = 0; k < 4; k++) {
            logit += p.get(0, k) * weight.get(k, 0);
        }
        assertThat(z.get(0, 0)).isCloseTo(logit, within(1e-12));
    }

    @Test
    void aNodeOfAnotherClassHasNoLoss() throws Exception {
        Explainer explainer = explainer(by(new Gcn(layers(Activation.ELU, 4))));
        Episode episode = explainer.setup().episode(Phase.TRAIN, 0);
        int other = episode.queryNodes()[0];
        Explanation forward =
                explainer.explain(
                        explainer.setup().initial(),
                        new Explainer.Question(
                                other, explainer.testEpisode(0), false, "untrained"));
        assertThat(forward.terms()).noneMatch(term -> term.name().equals("L"));
        assertThat(forward.role()).isEqualTo(Explanation.Role.NEITHER);
        assertThatThrownBy(() ->
                        explainer.explain(
                                explainer.setup().initial(),
                                new Explainer.Question(
                                        other, explainer.testEpisode(0), true, "untrained")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("choose a node of that episode such as");
    }

    @Test
    void innerStepsAndOtherPhasesAreExplainedToo() throws Exception {
        Explainer explainer = explainer(by(new Gcn(layers(Activation.ELU, 4))));
        Subject subject =
                new Subject(Phase.VALIDATION, explainer.setup().episode(Phase.VALIDATION, 3));
        List<Explanation> found = new ArrayList<>();
        for (int k : new int[] {0, 1, 3}) {
            found.add(
                    explainer.explain(
                            explainer.setup().initial(),
                            new Explainer.Question(
                                    subject.episode().queryNodes()[0],
                                    new AdaptedTo(subject, OptionalLong.of(3), OptionalInt.of(k)),
                                    false,
                                    "untrained")));
        }
        assertThat(found).allMatch(one -> one.engineGap() < 1e-9);
        assertThat(found.getFirst().adaptedTo().episode().text()).isEqualTo("validation episode 3");
        assertThat(found.get(1).adaptedTo().extent()).isEqualTo(" by 1 inner step");
        assertThat(found.stream().map(one -> term(one, "L", Kind.VALUE).value().get(0, 0)))
                .doesNotHaveDuplicates();
        Explanation wholly =
                explainer.explain(
                        explainer.setup().initial(),
                        new Explainer.Question(
                                subject.episode().queryNodes()[0],
                                AdaptedTo.wholly(subject, 3),
                                false,
                                "untrained"));
        assertThat(term(wholly, "L", Kind.VALUE).value().get(0, 0))
                .isEqualTo(term(found.getLast(), "L", Kind.VALUE).value().get(0, 0));
    }

    @Test
    void largePartsOfAMatrixAreItsLargestRowsAndColumns() {
        Values whole =
                new Values(
                        new Axis(
                                List.of("a", "b", "c"),
                                List.of(List.of(7), List.of(8), List.of(9, 7))),
                        Axis.of(List.of("x", "y")),
                        new double[] {0, 5, 1, 0, -7, 0});
        Values part = whole.largest(2, 1);
        assertThat(part.rows().names()).containsExactly("a", "c");
        assertThat(part.rows().nodes()).containsExactly(List.of(7), List.of(9, 7));
        assertThat(part.columns()).isEqualTo(Axis.of(List.of("x")));
        assertThat(part.numbers()).containsExactly(0, -7);
        assertThat(whole.largest(3, 2)).isSameAs(whole);
    }

    @Test
    void rowsKnowTheNodesTheyStandFor() throws Exception {
        Explanation gcn = explain(new Gcn(layers(Activation.ELU, 4)), 0, true);
        Axis neighbours = term(gcn, "cᵢⱼ", Kind.VALUE).value().columns();
        Axis messages = term(gcn, "m²ⱼ", Kind.VALUE).value().rows();
        assertThat(messages).isEqualTo(neighbours);
        List<String> names = GRAPH.nodeNames().names();
        for (int j = 0; j < neighbours.size(); j++) {
            assertThat(neighbours.get(j)).isEqualTo(names.get(neighbours.nodeAt(j)));
        }
        assertThat(neighbours.names()).contains(gcn.node());
        assertThat(term(gcn, "dW²", Kind.DERIVATIVE).value().rows().nodes()).isEmpty();
        Explanation gat = explain(new Gat(layers(Activation.ELU, 3), 2, 0, 0.2, 0), 0, true);
        Axis edges = term(gat, "dα²", Kind.DERIVATIVE).value().rows();
        for (int e = 0; e < edges.size(); e++) {
            List<Integer> ends = edges.nodesAt(e);
            assertThat(edges.get(e))
                    .isEqualTo(names.get(ends.get(0)) + " ← " + names.get(ends.get(1)));
        }
    }

    private static List<Term> of(Explanation found, Kind kind) {
        return found.terms().stream().filter(term -> term.kind() == kind).toList();
    }

    private static Term term(Explanation found, String name, Kind kind) {
        return of(found, kind).stream()
                .filter(term -> term.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
