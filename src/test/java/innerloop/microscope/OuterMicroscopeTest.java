package innerloop.microscope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.math.VectorBackend;
import innerloop.meta.Contribution;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.FineTune;
import innerloop.meta.HeadStart;
import innerloop.meta.LearnerState;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.OuterState;
import innerloop.meta.Pretrain;
import innerloop.meta.Prototypical;
import innerloop.meta.Reptile;
import innerloop.meta.Ridge;
import innerloop.meta.Traits;
import innerloop.nn.Adam;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import innerloop.task.HeldOutEdges;
import innerloop.training.ExperimentRunner;
import innerloop.training.ExperimentSetup;
import innerloop.training.Progress;
import innerloop.training.ProgressKeeper;
import innerloop.training.RunControl;
import innerloop.training.SmallExperiments;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is seen of an outer step is what training does.
class OuterMicroscopeTest {

    private static final double CLOSE = 1e-6;
    private static final VectorBackend BACKEND = new VectorBackend();

    private static Experiment experiment(MetaLearner learner) {
        return SmallExperiments.easy(3).withBudget(new Budget(3, 1, 6)).withLearner(learner);
    }

    private static OuterMicroscope of(Experiment experiment) throws InputException {
        return OuterMicroscope.of(experiment, BlockModel.easy().graph(), BACKEND);
    }

    private static OuterTrace first(MetaLearner learner) throws InputException {
        OuterMicroscope microscope = of(experiment(learner));
        return microscope.look(OuterState.start(microscope.setup().initial()), () -> {});
    }

    private static Maml maml(int steps, double rate) {
        return Learners.maml(Maml.Order.SECOND, steps, rate, 0.01, 4);
    }

    /// The states of a run: before it, and after each step.
    private static List<OuterState> states(Experiment experiment) throws InputException {
        List<OuterState> states = new ArrayList<>();
        ProgressKeeper keeper =
                new ProgressKeeper() {
                    @Override
                    public Optional<Progress> kept(ExperimentSetup setup) {
                        states.add(OuterState.start(setup.initial()));
                        return Optional.empty();
                    }

                    @Override
                    public void keep(Progress progress) {
                        states.add(progress.outer());
                    }
                };
        new ExperimentRunner(BACKEND, 1)
                .run(experiment, BlockModel.easy().graph(), new RunControl(), _ -> {}, keeper);
        return states;
    }

    static Stream<MetaLearner> learners() {
        return Learners.all().filter(learner -> Absence.of(experiment(learner)).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("learners")
    void theMoveIsTheOneThatTrainingMakes(MetaLearner learner) throws Exception {
        Experiment experiment = experiment(learner);
        OuterMicroscope microscope = of(experiment);
        List<OuterState> states = states(experiment);
        for (int step = 0; step < 3; step++) {
            Parameters before = states.get(step).learned().theta();
            ParameterSpace space = new ParameterSpace(BACKEND, before.specs());
            double moved = space.norm(space.minus(states.get(step + 1).learned().theta(), before));
            OuterTrace trace = microscope.look(states.get(step), () -> {});
            assertThat(trace.step()).isEqualTo(step);
            assertThat(trace.move().orElseThrow().length()).isEqualTo(moved);
        }
    }

    @Test
    void theMeanIsThatOfTheEpisodesInThePlane() throws Exception {
        for (MetaLearner learner : List.of(maml(3, 0.5), Learners.reptile(3, 0.5, 0.5, false, 4))) {
            OuterTrace trace = first(learner);
            double x = trace.episodes().stream().mapToDouble(e -> e.pull().x()).average().orElse(0);
            double y = trace.episodes().stream().mapToDouble(e -> e.pull().y()).average().orElse(0);
            assertThat(trace.mean().x()).isCloseTo(x, within(CLOSE)).isNotNegative();
            assertThat(trace.mean().y()).isCloseTo(y, within(CLOSE)).isNotNegative();
            assertThat(trace.agreement()).isBetween(0.01, 1.0);
        }
    }

    @Test
    void cosineAndLossesAreThoseOfTheContribution() throws Exception {
        OuterMicroscope microscope = of(experiment(maml(3, 0.5)));
        ExperimentSetup setup = microscope.setup();
        OuterState start = OuterState.start(setup.initial());
        OuterTrace trace = microscope.look(start, () -> {});
        assertThat(trace.episodes()).hasSize(4);
        EpisodeWorker worker = new EpisodeWorker(BACKEND, setup.plan());
        for (EpisodeTrace each : trace.episodes()) {
            Contribution made =
                    worker.contribute(
                            setup.trainingProblem(each.index()),
                            start.learned(),
                            0,
                            new Contribution.Buffer(BACKEND),
                            () -> {});
            EpisodeTrace.Orders orders = each.orders().orElseThrow();
            assertThat(orders.cosine())
                    .isCloseTo(made.cosine().orElseThrow(), within(CLOSE))
                    .isLessThan(0.9999);
            assertThat(each.lossBefore()).isEqualTo(made.lossBefore());
            assertThat(each.lossAfter()).isEqualTo(made.lossAfter());
            assertThat(each.pull()).isEqualTo(orders.exact());
            assertThat(orders.ratio())
                    .isCloseTo(orders.first().length() / orders.exact().length(), within(CLOSE));
        }
    }

    @Test
    void withATinyRateBothOrdersAreTheSame() throws Exception {
        for (EpisodeTrace each : first(maml(2, 1e-6)).episodes()) {
            EpisodeTrace.Orders orders = each.orders().orElseThrow();
            assertThat(orders.cosine()).isCloseTo(1, within(1e-5));
            assertThat(orders.ratio()).isCloseTo(1, within(1e-4));
        }
    }

    @Test
    void pathsBeginAtThetaAndStepByStepGoOn() throws Exception {
        OuterTrace trace = first(maml(3, 0.5));
        for (EpisodeTrace each : trace.episodes()) {
            assertThat(each.path())
                    .extracting(EpisodeTrace.Point::step)
                    .containsExactly(0, 1, 2, 3);
            assertThat(each.path().getFirst()).isEqualTo(new EpisodeTrace.Point(0, 0, 0));
        }
        assertThat(trace.plane().points()).isEqualTo(12);
        assertThat(trace.plane().through()).isEqualTo(OuterTrace.Through.MOVEMENT);
        assertThat(trace.plane().share()).isBetween(0.4, 0.9999);
    }

    @Test
    void reptileIsPulledToWhereItsPathsEnd() throws Exception {
        OuterTrace trace = first(Learners.reptile(3, 0.5, 0.25, false, 4));
        assertThat(trace.kind()).isEqualTo(Traits.Move.DISPLACEMENT);
        for (EpisodeTrace each : trace.episodes()) {
            assertThat(each.orders()).isEmpty();
            assertThat(each.pull().x()).isCloseTo(each.path().getLast().x(), within(CLOSE));
            assertThat(each.pull().y()).isCloseTo(each.path().getLast().y(), within(CLOSE));
        }
        Arrow move = trace.move().orElseThrow();
        assertThat(move.length()).isCloseTo(0.25 * trace.mean().length(), within(1e-5));
        assertThat(trace.moveWithMean()).isCloseTo(1, within(1e-5));
    }

    @Test
    void aHeadOfClassMeansBeginsElsewhereInEveryEpisode() throws Exception {
        Maml maml = maml(2, 0.5);
        OuterTrace trace = first(maml.withInner(maml.inner().withHead(HeadStart.PROTOTYPES)));
        assertThat(trace.episodes())
                .extracting(each -> each.path().getFirst().x())
                .doesNotHaveDuplicates();
    }

    @Test
    void aLearnerWithoutAnInnerLoopIsSeenInThePlaneOfItsGradients() throws Exception {
        for (MetaLearner learner : List.of(Prototypical.defaults(), Ridge.defaults())) {
            OuterTrace trace = first(learner);
            assertThat(trace.plane().through()).isEqualTo(OuterTrace.Through.PULLS);
            assertThat(trace.plane().points()).isEqualTo(4);
            assertThat(trace.plane().share()).isBetween(0.5, 1.0);
            assertThat(trace.episodes())
                    .allSatisfy(each -> {
                        assertThat(each.path()).hasSize(1);
                        assertThat(each.pull().isSeen()).isTrue();
                        assertThat(each.lossAfter()).isEqualTo(each.lossBefore());
                    });
        }
    }

    @Test
    void itIsTheSameEveryTime() throws Exception {
        OuterTrace one = first(maml(3, 0.5));
        OuterTrace other = first(maml(3, 0.5));
        assertThat(one.mean()).isEqualTo(other.mean());
        assertThat(one.move()).isEqualTo(other.move());
        for (int i = 0; i < 4; i++) {
            assertThat(one.episodes().get(i).path()).isEqualTo(other.episodes().get(i).path());
        }
    }

    @Test
    void withoutAdamsMomentsThereIsNoMove() throws Exception {
        OuterMicroscope microscope = of(experiment(maml(3, 0.5)));
        OuterState after = states(experiment(maml(3, 0.5))).get(2);
        OuterTrace whole = microscope.look(after, () -> {});
        OuterTrace kept =
                microscope.look(OuterState.kept(after.learned(), after.start(), 2), () -> {});
        assertThat(whole.move()).isPresent();
        assertThat(kept.move()).isEmpty();
        assertThat(kept.mean()).isEqualTo(whole.mean());
    }

    @Test
    void stepsMadeAgainComeToTheSameStateAndItsMove() throws Exception {
        for (MetaLearner learner :
                List.of(
                        maml(3, 0.5),
                        Prototypical.defaults(),
                        Learners.reptile(3, 0.01, 0.5, false, 4)
                                .withOptimiser(Reptile.Optimiser.ADAM_CARRIED))) {
            Experiment experiment = experiment(learner);
            OuterMicroscope microscope = of(experiment);
            List<OuterState> states = states(experiment);
            OuterState whole = states.get(2);
            OuterState kept = OuterState.kept(whole.learned(), whole.start(), 2);
            List<Integer> made = new ArrayList<>();
            OuterState again = microscope.again(states.getFirst(), kept, made::add);
            assertThat(made).containsExactly(1, 2);
            assertThat(again.goesOn()).isTrue();
            assertThat(microscope.look(again, () -> {}).move())
                    .isPresent()
                    .isEqualTo(microscope.look(whole, () -> {}).move());
        }
    }

    @Test
    void stepsThatLeadElsewhereAreNotTaken() throws Exception {
        Experiment experiment = experiment(maml(3, 0.5));
        List<OuterState> states = states(experiment);
        OuterState other = OuterState.kept(states.get(3).learned(), states.get(3).start(), 2);
        assertThat(of(experiment).again(states.getFirst(), other, _ -> {})).isSameAs(other);
    }

    @Test
    void whatAnInnerOptimiserCarriesIsMissed() throws Exception {
        Experiment experiment =
                experiment(
                        Learners.reptile(3, 0.01, 0.5, false, 4)
                                .withOptimiser(Reptile.Optimiser.ADAM_CARRIED));
        OuterMicroscope microscope = of(experiment);
        OuterState after = states(experiment).get(1);
        assertThat(microscope.look(after, () -> {}).move()).isPresent();
        LearnerState alone =
                new LearnerState(
                        after.learned().theta(), after.learned().rates(), Adam.State.start());
        OuterState checkpoint = OuterState.kept(alone, after.start(), 1);
        assertThat(microscope.look(checkpoint, () -> {}).move()).isEmpty();
    }

    @Test
    void aDivergingInnerLoopEndsItsPathWhereNumbersEnd() throws Exception {
        OuterTrace trace = first(maml(200, 1e6));
        assertThat(trace.episodes())
                .allSatisfy(each -> {
                    assertThat(each.path())
                            .isNotEmpty()
                            .allSatisfy(point -> {
                                assertThat(point.x()).isFinite();
                                assertThat(point.y()).isFinite();
                            });
                });
    }

    @Test
    void manyEpisodesAndLongPathsAreThinnedButKeepTheirEnds() throws Exception {
        OuterTrace trace = first(Learners.maml(Maml.Order.FIRST, 40, 0.1, 0.01, 14));
        assertThat(trace.drawn()).isEqualTo(14);
        assertThat(trace.episodes())
                .hasSize(12)
                .allSatisfy(each -> {
                    assertThat(each.path()).hasSize(8);
                    assertThat(each.path().getFirst().step()).isZero();
                    assertThat(each.path().getLast().step()).isEqualTo(40);
                    assertThat(each.path())
                            .extracting(EpisodeTrace.Point::step)
                            .isSorted()
                            .doesNotHaveDuplicates();
                });
    }

    @Test
    void whatIsNotMadeOfEpisodesIsRefused() {
        assertThatThrownBy(() -> first(Pretrain.defaults()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("batches");
        assertThatThrownBy(() -> first(FineTune.defaults()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("no outer steps");
        assertThatThrownBy(
                        () -> of(SmallExperiments.edges(HeldOutEdges.Method.NEGATIVE_SAMPLING, 2)))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("all training examples");
    }
}
