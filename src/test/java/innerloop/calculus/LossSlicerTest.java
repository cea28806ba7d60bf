package innerloop.calculus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.calculus.LossSlice.Loss;
import innerloop.calculus.LossSlice.Through;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Prototypical;
import innerloop.nn.Activation;
import innerloop.nn.Gcn;
import innerloop.nn.Layers;
import innerloop.training.SmallExperiments;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Slices of the losses of an episode.
class LossSlicerTest {

    private static final AttributedGraph BLOCKS = BlockModel.easy().graph();
    private static final int STEPS = 3;
    private static final Maml MAML = Learners.maml(Maml.Order.SECOND, STEPS, 0.5, 0.01, 4);

    private final List<LossSlice> first = new ArrayList<>();

    private LossSlice slice(MetaLearner learner, Loss loss, Through through) throws InputException {
        Experiment experiment =
                SmallExperiments.easy(2)
                        .withEncoder(new Gcn(Layers.of(List.of(4), Activation.TANH)))
                        .withLearner(learner);
        Explainer explainer = Explainer.of(experiment, BLOCKS, new Nd4jBackend());
        return explainer.slice(
                explainer.setup().initial(),
                explainer.testEpisode(0).subject(),
                new LossSlice.Wanted(loss, through),
                () -> {},
                first::add);
    }

    @ParameterizedTest
    @CsvSource({"MAML", "ANIL"})
    void theExactArrowIsTheSteepestWayDown(Maml.Variant variant) throws Exception {
        LossSlice slice = slice(MAML.withVariant(variant), Loss.AFTER, Through.GRADIENTS);
        assertThat(slice.exact().slope()).matches(Check::agrees);
        assertThat(slice.first().slope()).matches(Check::agrees);
        assertThat(slice.exact().slope().value()).isCloseTo(-slice.exact().length(), within(1e-12));
        assertThat(slice.first().slope().value())
                .as("the first-order arrow misses by the angle between both")
                .isCloseTo(-slice.cosine() * slice.exact().length(), within(1e-12));
        assertThat(slice.cosine()).isLessThan(1 - 1e-6);
        assertThat(slice.exact().y()).isCloseTo(0, within(1e-12));
        assertThat(Math.hypot(slice.first().x(), slice.first().y()))
                .as("the plane holds both arrows")
                .isCloseTo(slice.first().length(), within(1e-12));
        int middle = slice.at().size() / 2;
        double step = slice.at().get(1) - slice.at().get(0);
        double across =
                (slice.get(middle, middle + 1) - slice.get(middle, middle - 1)) / (2 * step);
        double up = (slice.get(middle + 1, middle) - slice.get(middle - 1, middle)) / (2 * step);
        assertThat(across / slice.exact().slope().value()).isCloseTo(1, within(0.05));
        assertThat(up / across)
                .as("lines of equal height are at right angles to it")
                .isCloseTo(0, within(0.05));
    }

    @Test
    void theMiddleIsTheLossAtTheStart() throws Exception {
        LossSlice after = slice(MAML, Loss.AFTER, Through.GRADIENTS);
        LossSlice query = slice(MAML, Loss.QUERY, Through.GRADIENTS);
        int middle = after.at().size() / 2;
        assertThat(after.at().get(middle)).isZero();
        assertThat(after.get(middle, middle)).isEqualTo(after.path().getFirst().loss());
        assertThat(after.path().getFirst().loss())
                .as("after the inner loop from θ₀ comes θ_K")
                .isCloseTo(query.path().getLast().loss(), within(1e-12));
        assertThat(query.exact().slope()).matches(Check::agrees);
        assertThat(query.get(middle, middle)).isEqualTo(query.path().getFirst().loss());
    }

    @Test
    void theInnerLoopDescendsTheSupportLossInTheirPlane() throws Exception {
        LossSlice slice = slice(MAML, Loss.SUPPORT, Through.PATH);
        assertThat(slice.path()).hasSize(STEPS + 1);
        for (int k = 1; k <= STEPS; k++) {
            assertThat(slice.path().get(k).loss()).isLessThan(slice.path().get(k - 1).loss());
        }
        LossSlice.Spot end = slice.path().getLast();
        assertThat(end.beside()).as("the plane goes through it").isCloseTo(0, within(1e-12));
        assertThat(end.y()).isCloseTo(0, within(1e-12));
        assertThat(slice.at().getLast()).isCloseTo(1.25 * end.x(), within(1e-12));
        assertThat(slice.first().slope()).matches(Check::agrees);
    }

    @Test
    void aCoarseLookComesFirstAndHasTheSameNumbers() throws Exception {
        LossSlice whole = slice(MAML, Loss.SUPPORT, Through.GRADIENTS);
        assertThat(first)
                .singleElement()
                .satisfies(rough -> {
                    assertThat(rough.at()).hasSize(7);
                    assertThat(rough.get(3, 5)).isEqualTo(whole.get(6, 10));
                });
        assertThat(whole.losses()).hasSize(13 * 13).doesNotContain(Double.NaN);
    }

    @Test
    void whatHasNoInnerLoopSaysSo() {
        assertThatThrownBy(() -> slice(Prototypical.defaults(), Loss.QUERY, Through.PATH))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no inner loop");
    }
}
