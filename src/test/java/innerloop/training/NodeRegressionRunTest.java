package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.Learners;
import innerloop.checks.ExperimentChecks;
import innerloop.checks.Finding;
import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.graph.GraphBuilder;
import innerloop.io.RunFolder;
import innerloop.io.RunReader;
import innerloop.leakage.Leakage;
import innerloop.math.SparseMatrix;
import innerloop.math.VectorBackend;
import innerloop.meta.FineTune;
import innerloop.meta.HeadStart;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Pretrain;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import innerloop.nn.Gin;
import innerloop.nn.Layers;
import innerloop.nn.Sage;
import innerloop.phrase.Phrase;
import innerloop.task.Gain;
import innerloop.task.Measure;
import innerloop.task.NodeRegression;
import innerloop.task.NodeRegression.Signal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Regression on a few rings of 24 nodes, in which a number follows two features with signs that differ from ring to ring.
@SuppressWarnings("NullAway.Init")
class NodeRegressionRunTest {

    private static final int RINGS = 12;
    private static final int NODES = 24;
    private static final Layers SMALL = Layers.of(List.of(6), Activation.TANH);
    private static final AttributedGraph GRAPH = rings(0);

    @TempDir Path folder;

    /// @param testShift added to the numbers in the rings of the test
    private static AttributedGraph rings(double testShift) {
        Random random = new Random(3);
        GraphBuilder builder = new GraphBuilder("rings", RINGS * NODES, false);
        double[] columns = new double[3 * RINGS * NODES];
        int[] graphOf = new int[RINGS * NODES];
        for (int ring = 0; ring < RINGS; ring++) {
            double slope = ring % 2 == 0 ? 20 : -20;
            for (int k = 0; k < NODES; k++) {
                int i = ring * NODES + k;
                graphOf[i] = ring;
                builder.edge(i, ring * NODES + (k + 1) % NODES);
                double a = random.nextGaussian();
                double b = random.nextGaussian();
                columns[3 * i] = a;
                columns[3 * i + 1] = 100 + slope * (a + b) + (ring >= 9 ? testShift : 0);
                columns[3 * i + 2] = b;
            }
        }
        return builder.members(graphOf)
                .features(
                        SparseMatrix.ofDense(RINGS * NODES, 3, columns), List.of("a", "mass", "b"))
                .build();
    }

    private static Experiment experiment(Encoder encoder, MetaLearner learner, Signal signal) {
        return new Experiment(
                "rings",
                "",
                FeatureRecipe.defaults().withNormalize(FeatureRecipe.Normalize.NONE),
                new NodeRegression(6, 8, signal, "mass"),
                Split.ofClasses(Lanes.empty())
                        .withKind(Split.Kind.GRAPHS)
                        .withLanes(new Lanes(numbers(0, 7), numbers(7, 9), numbers(9, 12))),
                encoder,
                learner,
                Budget.defaults().withSteps(3).withEvaluateEvery(3).withTestTasks(6),
                7);
    }

    private static List<String> numbers(int begin, int end) {
        return IntStream.range(begin, end).mapToObj(String::valueOf).toList();
    }

    private static Maml maml() {
        return Maml.defaults()
                .withInner(
                        Maml.defaults()
                                .inner()
                                .withSteps(3)
                                .withRate(0.05)
                                .withHead(HeadStart.LEARNED));
    }

    private static RunRecord run(Experiment experiment, AttributedGraph graph, int threads)
            throws InputException {
        return new ExperimentRunner(new VectorBackend(), threads)
                .run(experiment, graph, new RunControl(), _ -> {});
    }

    static Stream<Encoder> encoders() {
        return Stream.of(
                new Gcn(SMALL),
                new Gin(SMALL, true),
                new Sage(SMALL, Sage.Aggregation.MEAN),
                new Gat(SMALL, 2, 0, 0.2, 0));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void theMetaGradientIsThatOfTheWholeInnerLoop(Encoder encoder) throws InputException {
        for (Signal signal : Signal.values()) {
            Certification found =
                    Certification.of(experiment(encoder, maml(), signal), GRAPH, 1, () -> {});
            assertThat(found.secondOrder()).isTrue();
            assertThat(found.finiteDifferenceError()).isLessThan(1e-4);
        }
    }

    static Stream<MetaLearner> learners() {
        return Learners.all();
    }

    /// Whoever has an inner loop and a head that is learned can do it; the others are told in one sentence.
    @ParameterizedTest
    @MethodSource("learners")
    void everyLearnerRunsOrIsRefusedInOneSentence(MetaLearner learner) throws InputException {
        for (Signal signal : Signal.values()) {
            Experiment experiment = experiment(new Gcn(SMALL), learner, signal);
            List<Finding> refused =
                    ExperimentChecks.check(experiment, GRAPH).stream()
                            .filter(Finding::blocking)
                            .toList();
            if (refused.isEmpty()) {
                RunRecord record = run(experiment, GRAPH, 1);
                assertThat(record.test().measure()).isEqualTo(Measure.RMSE);
                assertThat(record.test().mean()).isPositive().isFinite();
                assertThat(OtherScores.of(record))
                        .extracting(other -> other.score().measure())
                        .containsExactly(Measure.R2);
            } else {
                assertThat(refused)
                        .extracting(Finding::where)
                        .allMatch(w -> w.startsWith("learner."));
            }
        }
    }

    @Test
    void thereIsNothingToPreTrainOnWhereEveryEpisodeHasAnotherSignal() {
        Experiment smooth = experiment(new Gcn(SMALL), Pretrain.defaults(), Signal.SMOOTH);
        assertThat(ExperimentChecks.check(smooth, GRAPH))
                .filteredOn(Finding::blocking)
                .extracting(Finding::message)
                .contains("there is nothing to pre-train on: every episode has another signal");
    }

    @Test
    void aRunGivesTheSameBitsForOneThreadAndTwo() throws InputException {
        for (Signal signal : Signal.values()) {
            Experiment experiment = experiment(new Gcn(SMALL), maml(), signal);
            RunRecord one = run(experiment, GRAPH, 1);
            RunRecord two = run(experiment, GRAPH, 2);
            assertThat(one.parameters().sha256()).isEqualTo(two.parameters().sha256());
            assertThat(one.episodes()).isEqualTo(two.episodes());
            assertThat(one.metrics()).isEqualTo(two.metrics());
        }
    }

    /// What is asked for in the test changes nothing of what is learned before.
    @Test
    void theNumbersOfTheTestAreNotSeenInTraining() throws InputException {
        Experiment experiment = experiment(new Gcn(SMALL), maml(), Signal.COLUMN);
        RunRecord record = run(experiment, GRAPH, 1);
        RunRecord shifted = run(experiment, rings(1_000), 1);
        assertThat(shifted.parameters().sha256()).isEqualTo(record.parameters().sha256());
        assertThat(shifted.test()).isNotEqualTo(record.test());
        assertThat(record.parameters().specs().getFirst().rows())
                .as("the columns a and b")
                .isEqualTo(2);
    }

    @Test
    void aLearnerThatAdaptsIsBetterThanTheFloorAndItsResultIsReadBack()
            throws InputException, IOException {
        Experiment experiment =
                experiment(
                                new Sage(
                                        Layers.of(List.of(), Activation.TANH),
                                        Sage.Aggregation.MEAN),
                                FineTune.defaults()
                                        .withInner(
                                                FineTune.defaults()
                                                        .inner()
                                                        .withSteps(60)
                                                        .withRate(0.1)
                                                        .withHead(HeadStart.LEARNED)),
                                Signal.COLUMN)
                        .withTask(new NodeRegression(14, 10, Signal.COLUMN, "mass"));
        RunRecord record = run(experiment, GRAPH, 1);
        assertThat(record.gain().verdict()).isEqualTo(Gain.Verdict.ABOVE_FLOOR);
        assertThat(record.test().mean()).as("in the unit of the column").isBetween(0.1, 25.0);
        assertThat(record.floor().mean()).isGreaterThan(15);
        RunFolder.write(folder, record, folder.resolve("rings.graphml"));
        RunSummary read = RunReader.summary(folder);
        assertThat(read.test()).isEqualTo(record.test());
        assertThat(RunFolder.summary(record)).contains("\"measure\" : \"rmse\"", "\"r2\"");
    }

    /// The target in another unit, among the features.
    @Test
    void aFeatureThatIsTheTargetInOtherWordsIsALeak() {
        double[] columns = new double[2 * RINGS * NODES];
        for (int i = 0; i < RINGS * NODES; i++) {
            double celsius = GRAPH.features().get(i, 1);
            columns[2 * i] = celsius;
            columns[2 * i + 1] = 32 + 1.8 * celsius;
        }
        AttributedGraph both =
                new GraphBuilder("both", RINGS * NODES, false)
                        .edge(0, 1)
                        .members(GRAPH.graphOf())
                        .features(
                                SparseMatrix.ofDense(RINGS * NODES, 2, columns),
                                List.of("mass", "fahrenheit"))
                        .build();
        Experiment experiment = experiment(new Gcn(SMALL), maml(), Signal.COLUMN);
        assertThat(Leakage.of(experiment, both))
                .extracting(Leakage.Leak::message)
                .anyMatch(text -> text.contains("give the target away: \"fahrenheit\""));
        assertThat(Leakage.of(experiment, GRAPH))
                .extracting(Leakage.Leak::kind)
                .doesNotContain(Leakage.Kind.GIVEN_AWAY);
    }

    @Test
    void lanesOfClassesOfAGraphWithoutClassesAreNamed() {
        Experiment experiment = experiment(new Gcn(SMALL), maml(), Signal.COLUMN);
        assertThat(ExperimentChecks.check(experiment.withSplit(Split.empty()), GRAPH))
                .filteredOn(Finding::blocking)
                .extracting(Finding::line)
                .containsExactly(
                        "split.kind: the lanes hold classes, and this graph has none;"
                                + " set split.kind to graphs: there are 12 member graphs");
    }

    @Test
    void regionsAreAreasOfEpisodes() throws InputException {
        Split split =
                Split.ofClasses(Lanes.empty())
                        .withKind(Split.Kind.REGIONS)
                        .withRegions(List.of(region("west", 0, 48), region("east", 100, 148)))
                        .withLanes(new Lanes(List.of("west"), List.of(), List.of("east")));
        Experiment experiment = experiment(new Gcn(SMALL), maml(), Signal.COLUMN).withSplit(split);
        ExperimentSetup setup = ExperimentSetup.of(experiment, GRAPH, new VectorBackend());
        assertThat(Arrays.stream(setup.episode(Phase.TEST, 0).queryNodes()))
                .allMatch(node -> node >= 100 && node < 148);
        assertThat(Phrase.line(setup.protocol()).text())
                .contains("6 nodes known, 8 asked for, of column mass");
        Experiment small = experiment.withTask(new NodeRegression(40, 20, Signal.COLUMN, "mass"));
        assertThatThrownBy(() -> ExperimentChecks.require(small, GRAPH))
                .hasMessageContaining("60 nodes with a number (shots + queries)");
        assertThatCode(() -> ExperimentChecks.require(experiment, GRAPH))
                .doesNotThrowAnyException();
    }

    private static Region region(String name, int begin, int end) {
        return new Region(name, IntStream.range(begin, end).boxed().toList());
    }
}
