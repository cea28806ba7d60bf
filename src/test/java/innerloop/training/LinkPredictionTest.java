package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.Encoders;
import innerloop.checks.ExperimentChecks;
import innerloop.checks.Finding;
import innerloop.episode.Episode;
import innerloop.episode.Lanes;
import innerloop.episode.Negatives;
import innerloop.episode.Phase;
import innerloop.episode.Split;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.graph.FeatureRecipe.Kind;
import innerloop.graph.FeatureRecipe.Normalize;
import innerloop.graph.GraphBuilder;
import innerloop.graph.Targets;
import innerloop.math.Matrix;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.HeadStart;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Pretrain;
import innerloop.meta.Prototypical;
import innerloop.meta.Reptile;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Layers;
import innerloop.nn.Scoring;
import innerloop.task.LinkPrediction;
import innerloop.task.Measure;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LinkPredictionTest {

    private static final AttributedGraph GRAPH = new BlockModel(6, 25, 2, 1, 0.5, 2, 1).graph();
    private static final Layers SMALL = Layers.of(List.of(5), Activation.TANH);
    private static final LinkPrediction TASK =
            LinkPrediction.defaults().withDrawing(2, 8, 4).withDimensions(4);

    private static Experiment experiment(
            Encoder encoder, MetaLearner learner, LinkPrediction task) {
        return new Experiment(
                "links",
                "",
                new FeatureRecipe(Kind.ATTRIBUTES, Normalize.L2),
                task,
                Split.ofClasses(
                        new Lanes(
                                GRAPH.classes().subList(0, 3),
                                List.of(),
                                GRAPH.classes().subList(3, 6))),
                encoder,
                learner,
                Budget.defaults().withSteps(3).withEvaluateEvery(3).withTestTasks(4),
                7);
    }

    private static Experiment experiment(MetaLearner learner) {
        return experiment(encoder(), learner, TASK);
    }

    private static Encoder encoder() {
        return Encoders.with(SMALL).findFirst().orElseThrow();
    }

    private static Maml maml() {
        return Maml.defaults()
                .withInner(Maml.defaults().inner().withSteps(3).withHead(HeadStart.LEARNED));
    }

    static Stream<Arguments> networks() {
        return Encoders.with(SMALL)
                .flatMap(encoder ->
                        Stream.of(Scoring.values()).map(scoring -> Arguments.of(encoder, scoring)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theMetaGradientThroughEveryScoreIsThatOfTheWholeInnerLoop(Encoder encoder, Scoring scoring)
            throws InputException {
        Experiment experiment = experiment(encoder, maml(), TASK.withScoring(scoring));
        Certification found = Certification.of(experiment, GRAPH, 1, () -> {});
        assertThat(found.secondOrder()).isTrue();
        assertThat(found.finiteDifferenceError()).isLessThan(1e-4);
    }

    static Stream<Encoder> encoders() {
        return Encoders.with(SMALL);
    }

    /// Edges that are not shown must not change a single bit: neither in what is learned nor in what is predicted.
    @ParameterizedTest
    @MethodSource("networks")
    void hiddenEdgesAreHiddenFromEveryPass(Encoder encoder, Scoring scoring) throws InputException {
        Experiment experiment =
                experiment(encoder, maml(), TASK)
                        .withFeatures(new FeatureRecipe(Kind.DEGREE, Normalize.NONE));
        ExperimentSetup setup = ExperimentSetup.of(experiment, GRAPH, new VectorBackend());
        Episode episode = setup.episode(Phase.TEST, 0);
        AttributedGraph bare = GRAPH.withOnlyEdges(episode.messages().orElseThrow());
        Experiment shown = experiment.withTask(TASK.withDrawing(2, 1, 1));
        ExperimentSetup blind =
                ExperimentSetup.of(
                        shown.withSplit(
                                Split.ofClasses(
                                        new Lanes(GRAPH.classes(), List.of(), GRAPH.classes()))),
                        bare,
                        new VectorBackend());
        assertThat(scores(blind, episode)).isEqualTo(scores(setup, episode));
    }

    private static double[] scores(ExperimentSetup setup, Episode episode) {
        EpisodeWorker worker = new EpisodeWorker(setup.backend(), setup.plan());
        Matrix scores =
                worker.judge(setup.problem(Phase.TEST, episode), setup.initial(), () -> {})
                        .scores();
        return scores.toArray();
    }

    @Test
    void theOrderWithinAPairDoesNotMatter() throws InputException {
        for (Scoring scoring : Scoring.values()) {
            Experiment experiment = experiment(encoder(), maml(), TASK.withScoring(scoring));
            ExperimentSetup setup = ExperimentSetup.of(experiment, GRAPH, new Nd4jBackend());
            Episode episode = setup.episode(Phase.TEST, 1);
            Targets.Pairs query = (Targets.Pairs) episode.query().targets();
            EpisodeWorker worker = new EpisodeWorker(setup.backend(), setup.plan());
            List<double[]> both = new ArrayList<>();
            for (Targets.Pairs pairs :
                    List.of(query, new Targets.Pairs(query.to(), query.from()))) {
                both.add(
                        worker.predict(
                                        setup.observedProblem(Phase.TEST, episode),
                                        setup.initial(),
                                        setup.asked(Phase.TEST, episode, pairs),
                                        OptionalInt.empty())
                                .scores()
                                .toArray());
            }
            assertThat(both.get(1)).containsExactly(both.get(0), within(1e-12));
        }
    }

    @Test
    void aRunGivesTheSameBitsForOneThreadAndTwo() throws InputException {
        for (MetaLearner learner : List.of(maml(), Reptile.defaults(), pretrained())) {
            List<String> hashes = new ArrayList<>();
            for (int threads : new int[] {1, 2}) {
                RunRecord record =
                        new ExperimentRunner(new VectorBackend(), threads)
                                .run(experiment(learner), GRAPH, new RunControl(), _ -> {});
                hashes.add(record.parameters().sha256());
                assertThat(record.test().measure()).isEqualTo(Measure.AUC);
                assertThat(record.test().mean()).isBetween(0.0, 1.0);
                assertThat(record.baselines())
                        .extracting(b -> b.word())
                        .containsExactly("floor", "degreeProduct");
            }
            assertThat(hashes.get(0)).isEqualTo(hashes.get(1));
        }
    }

    private static Pretrain pretrained() {
        return Pretrain.defaults().withInner(Pretrain.defaults().inner().withHead(HeadStart.ZERO));
    }

    @Test
    void bothBackendsScoreAlike() throws InputException {
        Experiment experiment =
                experiment(encoder(), maml(), TASK.withScoring(Scoring.MLP))
                        .withBudget(Budget.defaults().withSteps(3).withTestTasks(4));
        double[] a =
                new ExperimentRunner(new VectorBackend(), 1)
                        .run(experiment, GRAPH, new RunControl(), _ -> {})
                        .parameters()
                        .get("head.product.weight")
                        .toArray();
        double[] b =
                new ExperimentRunner(new Nd4jBackend(), 1)
                        .run(experiment, GRAPH, new RunControl(), _ -> {})
                        .parameters()
                        .get("head.product.weight")
                        .toArray();
        assertThat(a).containsExactly(b, within(1e-3));
    }

    @Test
    void theMeasureIsChosen() throws InputException {
        Experiment experiment =
                experiment(
                        encoder(),
                        maml(),
                        TASK.withRanking(LinkPrediction.Ranking.AP)
                                .withNegatives(Negatives.DEGREE));
        RunRecord record =
                new ExperimentRunner(new VectorBackend(), 1)
                        .run(experiment, GRAPH, new RunControl(), _ -> {});
        assertThat(record.test().measure()).isEqualTo(Measure.AP);
        assertThat(record.protocol().text()).contains("degree-matched");
    }

    @Test
    void graphsWithoutEdgesAndTooLargeEpisodesAreNamed() {
        AttributedGraph empty = new GraphBuilder("empty", 3, false).edge(1, 1).build();
        assertThat(ExperimentChecks.check(experiment(maml()), empty))
                .extracting(Finding::message)
                .contains("this graph has no edges between two nodes");
        assertThat(
                        ExperimentChecks.check(
                                experiment(encoder(), maml(), TASK.withDrawing(2, 2000, 4)), GRAPH))
                .filteredOn(Finding::blocking)
                .extracting(Finding::where)
                .contains("split.train", "split.test");
    }

    @Test
    void classMeansAreRefused() {
        assertThat(ExperimentChecks.check(experiment(Prototypical.defaults()), GRAPH))
                .filteredOn(Finding::blocking)
                .extracting(Finding::where)
                .containsExactly("learner.kind");
        MetaLearner fromMeans = maml().withInner(maml().inner().withHead(HeadStart.PROTOTYPES));
        assertThat(ExperimentChecks.check(experiment(fromMeans), GRAPH))
                .filteredOn(Finding::blocking)
                .extracting(Finding::where)
                .containsExactly("learner.head");
    }
}
