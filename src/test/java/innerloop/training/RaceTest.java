package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.math.VectorBackend;
import innerloop.meta.FineTune;
import innerloop.meta.HeadStart;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.OuterLoopSettings;
import innerloop.meta.Pretrain;
import innerloop.meta.Prototypical;
import innerloop.meta.Reptile;
import innerloop.meta.Traits;
import innerloop.training.Race.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Three starts on the same episodes.
class RaceTest {

    private static final int STEPS = 6;

    private static RaceResult race(Experiment experiment, int threads) throws Exception {
        return new Race(new VectorBackend(), threads, new RunControl(), _ -> {})
                .run(experiment, BlockModel.easy().graph(), STEPS);
    }

    private static RunRecord run(Experiment experiment) throws InputException {
        return new ExperimentRunner(new VectorBackend(), 1)
                .run(experiment, BlockModel.easy().graph(), new RunControl(), _ -> {});
    }

    private static Experiment with(MetaLearner learner) {
        return SmallExperiments.easy(4).withLearner(learner);
    }

    /// Every learner that can be raced, in every form.
    static Stream<MetaLearner> racers() {
        return Learners.all()
                .filter(learner -> learner.traits().loss() == Traits.Loss.BEFORE_AND_AFTER);
    }

    @ParameterizedTest
    @MethodSource("racers")
    void theCurvesGoThroughTheScoresOfRuns(MetaLearner learner) throws Exception {
        Experiment experiment = with(learner);
        RaceResult raced = race(experiment, 1);
        RunRecord run = run(experiment);
        int own = raced.ownSteps();
        assertThat(own).isLessThan(STEPS);
        assertThat(raced.steps()).isEqualTo(STEPS);
        assertThat(raced.curve(Start.META).points().get(own).score()).isEqualTo(run.test());
        assertThat(raced.curve(Start.RANDOM).points().get(own).score()).isEqualTo(run.zeroSteps());
        assertThat(raced.floor()).isEqualTo(run.floor());
        assertThat(raced.protocol()).isEqualTo(run.protocol());
    }

    @Test
    void thePretrainedCurveGoesThroughTheScoreOfPretraining() throws Exception {
        Experiment experiment = SmallExperiments.easy(4);
        RaceResult raced = race(experiment, 1);
        Maml maml = (Maml) experiment.learner();
        Experiment base = with(maml.pretraining());
        assertThat(((Pretrain) base.learner()).outer()).isEqualTo(maml.outer());
        Experiment zero =
                experiment.withLearner(maml.withInner(maml.inner().withHead(HeadStart.ZERO)));
        RaceResult fromZero = race(zero, 1);
        assertThat(fromZero.curve(Start.PRE_TRAINED).points().get(raced.ownSteps()).score())
                .isEqualTo(run(base).test());
    }

    @Test
    void beforeTheFirstStepAHeadOfZeroGuesses() throws Exception {
        Maml maml = (Maml) SmallExperiments.easy(1).learner();
        RaceResult raced = race(with(maml.withInner(maml.inner().withHead(HeadStart.ZERO))), 1);
        // A head of zero prefers no slot, whatever lies below it.
        assertThat(raced.curves())
                .allSatisfy(curve ->
                        assertThat(curve.points().getFirst().score().mean()).isEqualTo(0.5));
    }

    @Test
    void theNumberOfThreadsChangesNothingButTheTimes() throws Exception {
        RaceResult one = race(SmallExperiments.easy(4), 1);
        RaceResult two = race(SmallExperiments.easy(4), 2);
        for (Start start : Start.values()) {
            List<RaceCurve.Point> first = one.curve(start).points();
            List<RaceCurve.Point> second = two.curve(start).points();
            for (int k = 0; k <= STEPS; k++) {
                assertThat(second.get(k).score()).isEqualTo(first.get(k).score());
                assertThat(second.get(k).bytes()).isEqualTo(first.get(k).bytes());
                assertThat(second.get(k).lead()).isEqualTo(first.get(k).lead());
            }
        }
        assertThat(two.sentence()).isEqualTo(one.sentence());
    }

    @Test
    void timesAndBytesGrowStepByStep() throws Exception {
        RaceResult raced = race(SmallExperiments.easy(2), 2);
        for (RaceCurve curve : raced.curves()) {
            List<RaceCurve.Point> points = curve.points();
            for (int k = 0; k <= STEPS; k++) {
                assertThat(points.get(k).innerStep()).isEqualTo(k);
                assertThat(points.get(k).bytes()).isPositive();
                if (k > 0) {
                    assertThat(points.get(k).milliseconds())
                            .isGreaterThanOrEqualTo(points.get(k - 1).milliseconds());
                    assertThat(points.get(k).bytes())
                            .isGreaterThanOrEqualTo(points.get(k - 1).bytes());
                }
            }
        }
    }

    @Test
    void reptileIsPretrainedOnAsManyExamples() {
        Reptile reptile = Reptile.defaults().withTasksPerStep(3);
        OuterLoopSettings outer = ((Pretrain) reptile.pretraining()).outer();
        assertThat(outer).isEqualTo(Pretrain.defaults().outer().withTasks(3));
    }

    @Test
    void whatCannotBeRacedSaysWhyInOneLine() {
        assertThatThrownBy(() -> race(with(Prototypical.defaults()), 1))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("learner.kind")
                .hasMessageContaining("no inner steps");
        for (MetaLearner learner : List.of(FineTune.defaults(), Pretrain.defaults())) {
            assertThatThrownBy(() -> race(with(learner), 1))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("not meta-trained");
        }
    }

    @Test
    void aTrainingThatDivergesIsNamed() {
        Maml maml = (Maml) SmallExperiments.easy(1).learner();
        Experiment wild = with(maml.withInner(maml.inner().withRate(1e30)));
        assertThatThrownBy(() -> race(wild, 1))
                .isInstanceOf(Race.DivergedException.class)
                .hasMessageStartingWith("meta-training diverged at step ");
    }

    @Test
    void aRaceThatIsAbandonedEnds() {
        RunControl control = new RunControl();
        List<Race.Stage> stages = new ArrayList<>();
        Race race =
                new Race(
                        new VectorBackend(),
                        1,
                        control,
                        progress -> {
                            stages.add(progress.stage());
                            if (progress.stage() == Race.Stage.PRE_TRAINING) {
                                control.abandon();
                            }
                        });
        assertThatThrownBy(
                        () -> race.run(SmallExperiments.easy(3), BlockModel.easy().graph(), STEPS))
                .isInstanceOf(RunControl.StoppedException.class);
        assertThat(stages)
                .containsSubsequence(Race.Stage.META_TRAINING, Race.Stage.PRE_TRAINING)
                .doesNotContain(Race.Stage.RACING);
    }
}
