package innerloop.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.episode.Episode;
import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.math.VectorBackend;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.LearnerState;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.nn.NetworkEvaluator.Judged;
import innerloop.task.HeldOutEdges;
import innerloop.training.ExperimentSetup;
import innerloop.training.SmallExperiments;
import innerloop.training.Subject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is seen of an episode is what the engine computes.
class MicroscopeTest {

    private static final double CLOSE = 1e-5;

    private static Microscope of(MetaLearner learner) throws InputException {
        return of(SmallExperiments.easy(4).withLearner(learner));
    }

    private static Microscope of(Experiment experiment) throws InputException {
        return Microscope.of(experiment, BlockModel.easy().graph(), new VectorBackend());
    }

    private static InnerTrace look(Microscope microscope) throws InputException {
        return microscope.look(
                microscope.setup().initial(), microscope.subject(Phase.TEST, 2), () -> {});
    }

    static Stream<MetaLearner> learners() {
        return Learners.all();
    }

    @ParameterizedTest
    @MethodSource("learners")
    void theLastStepIsWhatATestEpisodeIsScoredBy(MetaLearner learner) throws Exception {
        Microscope microscope = of(learner);
        ExperimentSetup setup = microscope.setup();
        InnerTrace trace = look(microscope);
        Episode episode = trace.subject().episode();
        Judged judged =
                new EpisodeWorker(setup.backend(), setup.plan())
                        .judge(setup.problem(Phase.TEST, episode), setup.initial(), () -> {});
        Said query = trace.steps().getLast().query();
        assertThat(query.loss()).isEqualTo(judged.loss());
        assertThat(query.score())
                .isEqualTo(
                        setup.experiment()
                                .task()
                                .value(episode.query().answers(), judged.scores()));
        assertThat(trace.broken()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("learners")
    void everyLayerThatMovesIsSeenToMove(MetaLearner learner) throws Exception {
        InnerTrace trace = look(of(learner));
        if (!trace.hasSteps()) {
            assertThat(trace.steps().getFirst().moved()).isEmpty();
            assertThat(trace.steps().getFirst().gradientNorm()).isZero();
            return;
        }
        assertThat(trace.steps().getFirst().distance()).isZero();
        for (InnerStep step : trace.steps()) {
            assertThat(step.gradientNorm()).isPositive();
            if (step.step() > 0) {
                assertThat(step.distance()).isPositive();
                assertThat(step.moved().stream().mapToDouble(LayerMove::share).sum())
                        .isCloseTo(1, within(1e-9));
            }
        }
    }

    @Test
    void aStepOfPlainDescentIsTheRateTimesTheGradient() throws Exception {
        Maml maml = Learners.maml(Maml.Order.SECOND, 3, 0.5, 0.01, 4);
        InnerTrace trace = look(of(maml));
        for (int k = 0; k < trace.last(); k++) {
            InnerStep here = trace.steps().get(k);
            InnerStep next = trace.steps().get(k + 1);
            for (int layer = 0; layer < here.moved().size(); layer++) {
                assertThat(next.moved().get(layer).step())
                        .isCloseTo(0.5 * here.moved().get(layer).gradient(), within(CLOSE));
            }
        }
    }

    @Test
    void headsThatAdaptAloneLeaveTheBodyWhereItIs() throws Exception {
        Maml anil =
                (Maml)
                        Learners.all()
                                .filter(learner ->
                                        learner instanceof Maml maml
                                                && maml.variant() == Maml.Variant.ANIL)
                                .findFirst()
                                .orElseThrow();
        InnerStep last = look(of(anil)).steps().getLast();
        assertThat(last.moved().getFirst().distance()).isZero();
        assertThat(last.moved().getFirst().gradient()).isZero();
        assertThat(last.moved().getLast().share()).isEqualTo(1);
    }

    @Test
    void learningTheSupportSetMakesItsLossSmaller() throws Exception {
        InnerTrace trace = look(of(Learners.maml(Maml.Order.SECOND, 3, 0.1, 0.01, 4)));
        List<Double> losses = new ArrayList<>();
        trace.steps().forEach(step -> losses.add(step.support().loss()));
        assertThat(losses).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(trace.changedAt(0)).isZero();
    }

    @Test
    void aRateThatIsTooHighBreaksItAtAStepThatIsNamed() throws Exception {
        Microscope microscope = of(Learners.maml(Maml.Order.FIRST, 8, 300, 0.01, 4));
        int broken = look(microscope).broken().orElseThrow();
        assertThat(broken).isBetween(1, 8);
        assertThat(look(of(Learners.maml(Maml.Order.FIRST, 8, 0.1, 0.01, 4))).broken()).isEmpty();
    }

    @Test
    void probabilitiesOfAnExampleSumToOne() throws Exception {
        Said query =
                look(of(Learners.maml(Maml.Order.FIRST, 3, 0.5, 0.01, 4)))
                        .steps()
                        .getLast()
                        .query();
        for (int i = 0; i < query.slot().length; i++) {
            double[] each = query.numbers()[i];
            assertThat(Stream.of(each).flatMapToDouble(Arrays::stream).sum())
                    .isCloseTo(1, within(1e-12));
            assertThat(each[query.slot()[i]]).isEqualTo(Arrays.stream(each).max().orElseThrow());
        }
    }

    @Test
    void secondOrderHasACosine() throws Exception {
        Microscope second = of(Learners.maml(Maml.Order.SECOND, 3, 0.5, 0.01, 4));
        LearnerState at = second.setup().initial();
        Subject subject = second.subject(Phase.TRAIN, 0);
        assertThat(second.cosine(at, subject, () -> {})).isPresent();
        Microscope first = of(Learners.maml(Maml.Order.FIRST, 3, 0.5, 0.01, 4));
        assertThat(first.cosine(at, subject, () -> {})).isEmpty();
    }

    @Test
    void aWholeTaskHasNoInnerLoop() {
        assertThatThrownBy(
                        () -> of(SmallExperiments.edges(HeldOutEdges.Method.NEGATIVE_SAMPLING, 2)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no inner loop");
    }
}
