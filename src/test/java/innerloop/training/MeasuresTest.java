package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.bench.SinusoidRegression;
import innerloop.episode.FewShot;
import innerloop.episode.Lanes;
import innerloop.experiment.Experiment;
import innerloop.experiment.GraphPaths;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.ExperimentJson;
import innerloop.io.GraphReaders;
import innerloop.math.Seed;
import innerloop.math.VectorBackend;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.task.NodeClassification;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What runs cost, and what they are compared with.
class MeasuresTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    @Test
    void tenSecondOrderStepsTakeLittleMoreMemoryThanOneOfFirstOrder() throws InputException {
        Path file = Path.of("sample-graphs/collapse.experiment.json");
        Experiment sample =
                ExperimentJson.read(file, List.of("budget.steps=10", "budget.testTasks=20"));
        AttributedGraph graph = GraphReaders.read(GraphPaths.resolve(file, sample)).graph();
        double first = engineBytes(sample, graph, "first", 1);
        double second = engineBytes(sample, graph, "second", 10);
        assertThat(second / first).isLessThanOrEqualTo(1.3);
    }

    private static double engineBytes(
            Experiment sample, AttributedGraph graph, String order, int steps)
            throws InputException {
        Maml learner = Maml.defaults();
        MetaLearner changed =
                learner.withOrder(order.equals("first") ? Maml.Order.FIRST : Maml.Order.SECOND)
                        .withInner(learner.inner().withSteps(steps));
        return new ExperimentRunner(new VectorBackend(), 1)
                .run(sample.withLearner(changed), graph, new RunControl(), _ -> {})
                .engineBytes();
    }

    @Test
    void aForecastKnowsTheMemoryOfTheRun() throws InputException {
        Experiment experiment = SmallExperiments.easy(400);
        Forecast forecast =
                Forecast.of(
                        experiment,
                        GRAPH,
                        new VectorBackend(),
                        1,
                        Duration.ofMillis(50),
                        new RunControl());
        RunRecord record =
                new ExperimentRunner(new VectorBackend(), 1)
                        .run(experiment, GRAPH, new RunControl(), _ -> {});
        assertThat(forecast.steps()).isBetween(20, 400);
        assertThat(forecast.seconds()).isPositive();
        assertThat((double) forecast.engineBytes() / record.engineBytes()).isBetween(0.67, 1.5);
    }

    @Test
    void everySetOfNovelClassesIsAFold() throws InputException {
        List<Lanes> splits = ClassFolds.splits(GRAPH, new NodeClassification(2, 2, 5).drawing());
        int classes = GRAPH.classes().size();
        assertThat(splits).hasSize(classes * (classes - 1) / 2);
        assertThat(new HashSet<>(splits)).hasSameSizeAs(splits);
        assertThat(splits)
                .allSatisfy(split -> {
                    assertThat(split.test()).hasSize(2);
                    assertThat(split.train())
                            .hasSize(classes - 2)
                            .doesNotContainAnyElementsOf(split.test());
                });
    }

    @Test
    void someFoldsAreDrawnBySeedAndDiffer() throws InputException {
        FewShot task = new NodeClassification(2, 2, 5).drawing();
        List<Lanes> all = ClassFolds.splits(GRAPH, task);
        List<Lanes> some = ClassFolds.splits(GRAPH, task, 4, new Seed(7));
        assertThat(some).hasSize(4).doesNotHaveDuplicates().isSubsetOf(all);
        assertThat(ClassFolds.splits(GRAPH, task, 4, new Seed(7))).isEqualTo(some);
        assertThat(ClassFolds.splits(GRAPH, task, 4, new Seed(8))).isNotEqualTo(some);
        assertThat(ClassFolds.splits(GRAPH, task, all.size() - 1, new Seed(7)))
                .hasSize(all.size() - 1)
                .doesNotHaveDuplicates();
        assertThat(ClassFolds.splits(GRAPH, task, all.size(), new Seed(7))).isEqualTo(all);
        assertThat(ClassFolds.count(GRAPH, task)).isEqualTo(all.size());
    }

    @Test
    void foldsThatCannotBeAreRefusedInOneLine() {
        assertThatThrownBy(
                        () -> ClassFolds.splits(GRAPH, new NodeClassification(5, 2, 5).drawing()))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("task.ways: 5-way folds need 10 classes");
    }

    @Test
    void mamlLearnsSinusoidsFromTenPointsInOneStep() {
        SinusoidRegression sinusoid =
                new SinusoidRegression(
                        new VectorBackend(),
                        10,
                        Learners.maml(Maml.Order.SECOND, 1, 0.01, 0.001, 25),
                        7);
        double untrained = sinusoid.error(sinusoid.untrained(), 200).mean();
        double trained = sinusoid.error(sinusoid.train(1_000, _ -> {}), 200).mean();
        // Amplitudes are uniform in [0.1, 5], so guessing 0 costs E[a²]/2 = 4.25.
        assertThat(untrained).isCloseTo(4.25, within(1.5));
        assertThat(trained).isLessThan(1.5);
    }
}
