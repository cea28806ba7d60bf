package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.math.Backend;
import innerloop.math.VectorBackend;
import innerloop.meta.LearnerState;
import innerloop.meta.Maml;
import innerloop.meta.OuterState;
import innerloop.nn.Adam;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is measured and kept on the way of a run.
class CheckpointsTest {

    private static final Backend BACKEND = new VectorBackend();

    private static Checkpoint at(int step, int numbers) {
        ParameterSpec spec = ParameterSpec.row("w", 0, numbers);
        Parameters theta = new Parameters(List.of(spec), List.of(BACKEND.matrix(1, numbers)));
        return new Checkpoint(step, new LearnerState(theta, Parameters.none(), Adam.State.start()));
    }

    private static List<Integer> steps(int last, int numbers) {
        Checkpoints kept = new Checkpoints(at(0, numbers));
        for (int step = 1; step <= last; step++) {
            kept.add(at(step, numbers));
            List<Checkpoint> list = kept.list();
            assertThat(list.getFirst().step()).isZero();
            assertThat(list.getLast().step()).isEqualTo(step);
        }
        return kept.list().stream().map(Checkpoint::step).toList();
    }

    @Test
    void fewAreAllKept() {
        assertThat(steps(5, 3)).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void manyAreKeptAtEvenDistances() {
        List<Integer> kept = steps(1001, 3);
        assertThat(kept).hasSizeBetween(32, 66);
        int apart = kept.get(1);
        for (int i = 1; i < kept.size() - 1; i++) {
            assertThat(kept.get(i) - kept.get(i - 1)).isEqualTo(apart);
        }
    }

    @Test
    void momentsHaveABoundOfTheirOwnAndTheNewestKeepsThem() {
        int numbers = 1 << 18;
        Checkpoints kept = new Checkpoints(at(0, numbers));
        for (int step = 1; step <= 40; step++) {
            Checkpoint bare = at(step, numbers);
            Adam.State adam = new Adam.State(step, bare.learned().theta(), bare.learned().theta());
            kept.add(
                    new Checkpoint(
                            step,
                            bare.learned(),
                            new OuterState.Moments(adam, Adam.State.start(), Adam.State.start())));
        }
        List<Checkpoint> list = kept.list();
        // 1 MB of θ each, and 2 MB of moments.
        assertThat(list).hasSize(41);
        List<Integer> holders =
                list.stream()
                        .filter(each -> each.moments().bytes() > 0)
                        .map(Checkpoint::step)
                        .toList();
        assertThat(holders).hasSizeBetween(10, 25).contains(40);
        assertThat(list.getLast().state(list.getFirst().learned().theta()).hasMoments()).isTrue();
    }

    @Test
    void largeOnesTakeABoundedAmountOfMemory() {
        // 12 MB each: four of them, and the newest.
        assertThat(steps(40, 3 << 20)).hasSizeBetween(2, 6);
    }

    @Test
    void aLayersRatioIsItsMoveOverItsSize() {
        List<ParameterSpec> specs =
                List.of(
                        ParameterSpec.row("a", 0, 2),
                        ParameterSpec.row("b", 0, 1),
                        ParameterSpec.row("c", 1, 1));
        Parameters before = parameters(specs, new double[][] {{3, 0}, {4}, {0}});
        Parameters after = parameters(specs, new double[][] {{3, 0.03}, {4.04}, {1}});
        List<Double> ratios = new UpdateRatios(specs, BACKEND).of(before, after);
        assertThat(ratios).hasSize(2);
        assertThat(ratios.getFirst()).isCloseTo(0.05 / 5, within(1e-7));
        assertThat(ratios.getLast()).isNaN();
    }

    private static Parameters parameters(List<ParameterSpec> specs, double[][] numbers) {
        List<innerloop.math.Matrix> values = new ArrayList<>();
        for (double[] row : numbers) {
            values.add(BACKEND.matrix(1, row.length, row));
        }
        return new Parameters(specs, values);
    }

    @Test
    void aRunKeepsItsStartItsValidationsAndItsEnd() throws InputException {
        Experiment experiment = SmallExperiments.easy(12);
        List<TrainingEvent> heard = new ArrayList<>();
        RunRecord record =
                new ExperimentRunner(BACKEND, 1)
                        .run(experiment, BlockModel.easy().graph(), new RunControl(), heard::add);
        assertThat(record.checkpoints()).extracting(Checkpoint::step).containsExactly(0, 5, 10, 12);
        assertThat(record.checkpoints().getLast().learned().theta()).isSameAs(record.parameters());
        assertThat(heard)
                .filteredOn(TrainingEvent.Saved.class::isInstance)
                .extracting(e -> ((TrainingEvent.Saved) e).checkpoint())
                .isEqualTo(record.checkpoints());
        assertThat(heard.stream().filter(TrainingEvent.Tested.class::isInstance)).hasSize(20);
        for (String name : List.of("cosine", "updateRatio.layer1")) {
            assertThat(record.metrics())
                    .filteredOn(m -> m.key().name().equals(name))
                    .hasSize(12)
                    .allSatisfy(m -> assertThat(m.value()).isBetween(1e-6, 1.0));
        }
    }

    @Test
    void aStoppedRunKeepsWhereItStopped() throws InputException {
        RunControl control = new RunControl();
        RunRecord record =
                new ExperimentRunner(BACKEND, 1)
                        .run(
                                SmallExperiments.easy(50),
                                BlockModel.easy().graph(),
                                control,
                                event -> {
                                    if (event instanceof TrainingEvent.StepFinished done
                                            && done.step() == 7) {
                                        control.stop();
                                    }
                                });
        assertThat(record.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(record.checkpoints()).extracting(Checkpoint::step).containsExactly(0, 5, 7);
    }

    @Test
    void firstOrderHasNoCosine() throws InputException {
        Experiment easy = SmallExperiments.easy(3);
        Maml first = ((Maml) easy.learner()).withOrder(Maml.Order.FIRST);
        RunRecord record =
                new ExperimentRunner(BACKEND, 1)
                        .run(
                                easy.withLearner(first),
                                BlockModel.easy().graph(),
                                new RunControl(),
                                _ -> {});
        assertThat(record.metrics()).noneMatch(m -> m.key().name().equals("cosine"));
    }

    @Test
    void speedIsThatOfTheLastPiece() {
        Pace pace = new Pace(Pace.Total.NONE);
        assertThat(pace.stepsPerSecond()).isZero();
        assertThat(pace.add(100_000_000)).isEmpty();
        assertThat(pace.add(400_000_000).orElseThrow()).isEqualTo(4);
        assertThat(pace.add(500_000_000).orElseThrow()).isEqualTo(2);
        assertThat(pace.stepsPerSecond()).isEqualTo(3);
    }
}
