package innerloop.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.calculus.Term.Kind;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Prototypical;
import innerloop.meta.Reptile;
import innerloop.nn.Activation;
import innerloop.nn.Gcn;
import innerloop.nn.Layers;
import innerloop.training.SmallExperiments;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The backward pass through an inner loop, line by line.
class InnerLoopExplainerTest {

    private static final AttributedGraph BLOCKS = BlockModel.easy().graph();
    private static final int STEPS = 3;

    private static Explanation explain(MetaLearner learner) throws InputException {
        Experiment experiment =
                SmallExperiments.easy(2)
                        .withEncoder(new Gcn(Layers.of(List.of(4), Activation.RELU)))
                        .withLearner(learner);
        Explainer explainer = Explainer.of(experiment, BLOCKS, new Nd4jBackend());
        return explainer.explainInnerLoop(
                explainer.setup().initial(), explainer.testEpisode(0), "untrained");
    }

    private static List<Term> of(Explanation found, Kind kind) {
        return found.terms().stream().filter(term -> term.kind() == kind).toList();
    }

    @ParameterizedTest
    @EnumSource(
            value = Maml.Variant.class,
            names = {"MAML", "ANIL"})
    void everyLineIsTheSlopeOfTheQueryLoss(Maml.Variant variant) throws Exception {
        Maml maml = Learners.maml(Maml.Order.SECOND, STEPS, 0.5, 0.01, 4).withVariant(variant);
        Explanation found = explain(maml);
        assertThat(found.engineGap()).isLessThan(1e-12);
        assertThat(of(found, Kind.DERIVATIVE))
                .hasSize(STEPS + 1)
                .allSatisfy(term ->
                        assertThat(term.checks())
                                .as(term.name())
                                .singleElement()
                                .matches(Check::agrees));
        assertThat(of(found, Kind.DERIVATIVE).stream().mapToInt(Term::layer))
                .containsExactly(3, 2, 1, 0);
        assertThat(of(found, Kind.BACKWARD)).hasSize(2 * STEPS + 1);
        assertThat(of(found, Kind.USUALLY_PRINTED))
                .as("first order")
                .hasSize(STEPS)
                .noneMatch(Term::agrees);
    }

    @Test
    void theLengthsOfThePartsMakeTheWhole() throws Exception {
        Explanation found = explain(Learners.maml(Maml.Order.SECOND, STEPS, 0.5, 0.01, 4));
        double squares = 0;
        for (double part : value(found, "v₀").numbers()) {
            squares += part * part;
        }
        double whole = of(found, Kind.DERIVATIVE).getLast().value().get(0, 0);
        assertThat(Math.sqrt(squares)).isCloseTo(whole, within(1e-12));
        Values start = value(found, "θ₀");
        assertThat(start.get(0, 0)).as("a head of zero").isCloseTo(Math.log(2), within(1e-12));
        assertThat(start.get(0, 3)).isZero();
        assertThat(value(found, "θ₃").get(0, 0)).isLessThan(start.get(0, 0));
    }

    @Test
    void reptileMovesByTheMean() throws Exception {
        Reptile reptile = Learners.reptile(STEPS, 0.5, 0.25, false, 4);
        Explanation found = explain(reptile);
        Values moved = value(found, "θ′ᵢ − θ");
        assertThat(moved.rows().size()).isEqualTo(4);
        double along = 0;
        for (int i = 0; i < 4; i++) {
            along += moved.get(i, 0) * moved.get(i, 1) / 4;
        }
        assertThat(value(found, "|Δθ|").get(0, 0))
                .as("the mean of the projections on the mean is its length")
                .isCloseTo(0.25 * along, within(1e-12));
        assertThat(of(found, Kind.DERIVATIVE)).allMatch(Term::agrees);
    }

    @Test
    void whatHasNoPlainInnerLoopSaysSo() {
        assertThatThrownBy(() -> explain(Prototypical.defaults()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("learner.kind")
                .hasMessageContaining("maml, anil");
        Maml rates = Maml.defaults().withLearnRates(true);
        assertThatThrownBy(() -> explain(rates)).hasMessageContaining("rates that are not learned");
        Reptile adam = Reptile.defaults().withOptimiser(Reptile.Optimiser.ADAM_RESET);
        assertThatThrownBy(() -> explain(adam)).hasMessageContaining("optimiser sgd");
    }

    private static Values value(Explanation found, String name) {
        return found.terms().stream()
                .filter(term -> term.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }
}
