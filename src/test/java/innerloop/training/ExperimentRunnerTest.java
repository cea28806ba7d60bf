package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.Encoders;
import innerloop.Learners;
import innerloop.episode.Lanes;
import innerloop.episode.Split;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.Backend;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.FineTune;
import innerloop.meta.Maml;
import innerloop.nn.Activation;
import innerloop.nn.Gcn;
import innerloop.nn.Layers;
import innerloop.nn.Parameters;
import innerloop.task.NodeClassification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Order(2) // takes long: begins early
class ExperimentRunnerTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();
    private static final Backend FLOAT = new VectorBackend();

    static Stream<Experiment> everyLearnerAndEveryEncoder() {
        Experiment base = SmallExperiments.easy(6);
        return Stream.concat(
                Learners.all().map(base::withLearner),
                Encoders.with(
                                Layers.of(List.of(6), Activation.RELU)
                                        .withDropout(0.2)
                                        .withInputDropout(0.1)
                                        .withNormalize(true)
                                        .withResidual(true)
                                        .withLayerNorm(true))
                        .map(base::withEncoder));
    }

    @ParameterizedTest
    @MethodSource("everyLearnerAndEveryEncoder")
    void aSeedGivesTheSameBitsHoweverManyThreadsWork(Experiment experiment) throws InputException {
        Set<String> hashes = new HashSet<>();
        Set<List<RunRecord.Metric>> metrics = new HashSet<>();
        for (int threads : new int[] {1, 1, 2, 3}) {
            RunRecord record = run(experiment, FLOAT, threads);
            hashes.add(record.parameters().sha256());
            metrics.add(record.metrics());
            assertThat(record.provenance().parametersSha256())
                    .isEqualTo(record.parameters().sha256());
        }
        assertThat(hashes).hasSize(1);
        assertThat(metrics).hasSize(1);
    }

    static Stream<Experiment> everyEncoderWithEveryLearner() {
        Experiment base = SmallExperiments.easy(2).withBudget(new Budget(2, 2, 2));
        return Encoders.with(Layers.of(List.of(4), Activation.RELU))
                .map(base::withEncoder)
                .flatMap(experiment -> Learners.all().map(experiment::withLearner));
    }

    @ParameterizedTest
    @MethodSource("everyEncoderWithEveryLearner")
    void anEncoderTrainsWithAnyLearner(Experiment experiment) throws InputException {
        RunRecord one = run(experiment, FLOAT, 1);
        RunRecord two = run(experiment, FLOAT, 2);
        assertThat(one.status()).isEqualTo(RunStatus.FINISHED);
        assertThat(two.metrics()).isEqualTo(one.metrics());
        assertThat(two.parameters().sha256()).isEqualTo(one.parameters().sha256());
    }

    @Test
    void anotherSeedGivesOtherParameters() throws InputException {
        Experiment experiment = SmallExperiments.easy(3);
        assertThat(run(experiment.withSeed(8), FLOAT, 1).parameters().sha256())
                .isNotEqualTo(run(experiment, FLOAT, 1).parameters().sha256());
    }

    @ParameterizedTest
    @MethodSource("everyLearnerAndEveryEncoder")
    void bothBackendsLearnNearlyTheSameParameters(Experiment experiment) throws InputException {
        Experiment two = experiment.withBudget(new Budget(2, 2, 2));
        double[] single = flat(run(two, FLOAT, 1).parameters());
        double[] reference = flat(run(two, new Nd4jBackend(), 1).parameters());
        for (int k = 0; k < reference.length; k++) {
            assertThat(single[k]).isCloseTo(reference[k], within(1e-3));
        }
    }

    @Test
    void aStoppedRunKeepsWhatItLearned() throws InputException {
        RunControl control = new RunControl();
        List<Parameters> learned = new ArrayList<>();
        RunRecord record =
                new ExperimentRunner(FLOAT, 2)
                        .run(
                                SmallExperiments.easy(500),
                                GRAPH,
                                control,
                                event -> {
                                    if (event instanceof TrainingEvent.Moved moved) {
                                        learned.add(moved.learned().theta());
                                        if (moved.step() == 7) {
                                            control.stop();
                                        }
                                    }
                                });
        assertThat(record.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(record.steps()).isEqualTo(7);
        assertThat(record.parameters()).isSameAs(learned.getLast());
        assertThat(record.test().tasks()).isEqualTo(20);
        assertThat(metric(record, "queryLossAfter")).hasSize(7);
    }

    @Test
    void aRunThatIsStoppedBeforeItBeginsStillEndsInOrder() throws InputException {
        RunControl control = new RunControl();
        control.stop();
        List<TrainingEvent> events = new ArrayList<>();
        RunRecord record =
                new ExperimentRunner(FLOAT, 1)
                        .run(SmallExperiments.easy(5), GRAPH, control, events::add);
        assertThat(record.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(record.steps()).isZero();
        assertThat(record.test()).isEqualTo(record.zeroSteps());
        assertThat(events.getLast()).isInstanceOf(TrainingEvent.Finished.class);
    }

    @Test
    void aHugeInnerRateDivergesAtAStepThatIsReported() throws InputException {
        List<TrainingEvent> events = new ArrayList<>();
        // Classes that cannot be told apart: else one giant step can leave a support loss of
        // exactly 0.
        BlockModel noise = new BlockModel(6, 25, 0, 3, 0, 1, 4);
        Experiment huge =
                SmallExperiments.easy(20)
                        .withTask(new NodeClassification(2, 15, 5))
                        .withLearner(Learners.maml(Maml.Order.SECOND, 5, 1e30, 0.01, 2));
        RunRecord record =
                new ExperimentRunner(FLOAT, 1)
                        .run(huge, noise.graph(), new RunControl(), events::add);
        assertThat(record.status()).isEqualTo(RunStatus.DIVERGED);
        var diverged =
                events.stream()
                        .filter(TrainingEvent.Diverged.class::isInstance)
                        .map(TrainingEvent.Diverged.class::cast)
                        .toList();
        assertThat(diverged).hasSize(1);
        assertThat(diverged.getFirst().step()).isEqualTo(record.steps() + 1);
        assertThat(diverged.getFirst().reason().text()).contains("try a smaller inner rate");
        assertThat(flat(record.parameters())).doesNotContain(Double.NaN);
    }

    @Test
    void aBaselineWhoseTestEpisodesBlowUpHasDiverged() throws InputException {
        List<TrainingEvent> events = new ArrayList<>();
        Experiment huge =
                SmallExperiments.easy(1)
                        .withLearner(new FineTune(Learners.inner(5, 1e300)))
                        .withTask(new NodeClassification(2, 15, 5));
        BlockModel noise = new BlockModel(6, 25, 0, 3, 0, 1, 4);
        RunRecord record =
                new ExperimentRunner(FLOAT, 1)
                        .run(huge, noise.graph(), new RunControl(), events::add);
        assertThat(record.status()).isEqualTo(RunStatus.DIVERGED);
        assertThat(events)
                .filteredOn(TrainingEvent.Diverged.class::isInstance)
                .singleElement()
                .asString()
                .contains("test episode ")
                .contains("in layer");
    }

    @Test
    void trainingCarriesOverToNovelClasses() throws InputException {
        // Many classes share what to read and what to leave; one shot is not enough to find that
        // out.
        BlockModel blocks = new BlockModel(34, 25, 1, 0.5, 1, 6, 3);
        Experiment experiment =
                SmallExperiments.easy(150)
                        .withTask(new NodeClassification(2, 1, 10))
                        .withSplit(Split.ofClasses(blocks.split()))
                        .withEncoder(new Gcn(Layers.of(List.of(16), Activation.RELU)))
                        .withLearner(Learners.maml(Maml.Order.SECOND, 3, 2, 0.01, 4))
                        .withBudget(new Budget(150, 150, 60));
        RunRecord record =
                new ExperimentRunner(FLOAT, 2)
                        .run(experiment, blocks.graph(), new RunControl(), _ -> {});
        List<Double> losses = metric(record, "queryLossAfter");
        assertThat(mean(losses.subList(130, 150))).isLessThan(0.8 * mean(losses.subList(0, 20)));
        assertThat(record.test().mean())
                .as("trained %s, untrained %s", record.test(), record.zeroSteps())
                .isGreaterThan(record.zeroSteps().mean() + 0.1)
                .isGreaterThan(record.floor().mean());
    }

    @Test
    void theFloorIsHighWhereClassesAreEasyAndAtChanceWhereTheyAreNoise() throws InputException {
        assertThat(run(SmallExperiments.easy(1), FLOAT, 1).floor().mean()).isGreaterThan(0.95);
        BlockModel noise = new BlockModel(6, 25, 0, 3, 0, 1, 4);
        Experiment experiment = SmallExperiments.easy(1).withBudget(new Budget(1, 1, 200));
        RunRecord record =
                new ExperimentRunner(FLOAT, 1)
                        .run(experiment, noise.graph(), new RunControl(), _ -> {});
        assertThat(record.floor().mean()).isBetween(0.4, 0.6);
        assertThat(record.test().mean()).isBetween(0.4, 0.6);
    }

    @Test
    void eventsComeInOrderAndEveryStepSaysItsNumber() throws InputException {
        List<TrainingEvent> events = new ArrayList<>();
        run(SmallExperiments.easy(10), FLOAT, 2, events::add);
        assertThat(events.getFirst()).isInstanceOf(TrainingEvent.Started.class);
        assertThat(events.get(events.size() - 22)).isInstanceOf(TrainingEvent.Testing.class);
        assertThat(events.get(events.size() - 2)).isEqualTo(new TrainingEvent.Tested(20));
        assertThat(events.getLast()).isInstanceOf(TrainingEvent.Finished.class);
        List<Integer> steps = new ArrayList<>();
        List<Integer> evaluated = new ArrayList<>();
        for (TrainingEvent event : events) {
            switch (event) {
                case TrainingEvent.StepFinished step -> steps.add(step.step());
                case TrainingEvent.Evaluated score -> evaluated.add(score.step());
                default -> {}
            }
        }
        assertThat(steps).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(evaluated).containsExactly(0, 5, 10);
    }

    @Test
    void aConsumerThatFailsEndsTheRun() {
        assertThatThrownBy(() ->
                        run(
                                SmallExperiments.easy(3),
                                FLOAT,
                                2,
                                _ -> {
                                    throw new IllegalStateException("the listener broke");
                                }))
                .hasMessage("the listener broke");
    }

    @Test
    void anExperimentThatDoesNotFitIsRefusedInOneLine() {
        Experiment unknown =
                SmallExperiments.easy(3)
                        .withSplit(
                                Split.ofClasses(
                                        new Lanes(
                                                List.of("c0", "c1"),
                                                List.of(),
                                                List.of("c4", "x5"))));
        assertThatThrownBy(() -> run(unknown, FLOAT, 1))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("split.test: the graph has no class \"x5\"");
    }

    private static RunRecord run(Experiment experiment, Backend backend, int threads)
            throws InputException {
        return run(experiment, backend, threads, _ -> {});
    }

    private static RunRecord run(
            Experiment experiment, Backend backend, int threads, Consumer<TrainingEvent> events)
            throws InputException {
        return new ExperimentRunner(backend, threads)
                .run(experiment, GRAPH, new RunControl(), events);
    }

    private static double[] flat(Parameters parameters) {
        return parameters.values().stream()
                .flatMapToDouble(m -> Arrays.stream(m.toArray()))
                .toArray();
    }

    private static List<Double> metric(RunRecord record, String name) {
        return record.metrics().stream()
                .filter(m -> m.key().name().equals(name))
                .map(RunRecord.Metric::value)
                .toList();
    }

    private static double mean(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }
}
