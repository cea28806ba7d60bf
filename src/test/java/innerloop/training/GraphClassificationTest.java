package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.checks.ExperimentChecks;
import innerloop.checks.Finding;
import innerloop.episode.Episode;
import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import innerloop.episode.Split;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.experiment.Relabelling;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.graph.FeatureRecipe.Kind;
import innerloop.graph.FeatureRecipe.Normalize;
import innerloop.graph.GraphBuilder;
import innerloop.graph.Targets;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.HeadStart;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Prototypical;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import innerloop.nn.Gin;
import innerloop.nn.Layers;
import innerloop.nn.Objective.Distance;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Readout.Pooling;
import innerloop.nn.Sage;
import innerloop.task.GraphClassification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Few-shot graph classification on a small collection: rings, stars, paths and cliques of several sizes.
class GraphClassificationTest {

    private static final List<String> SHAPES = List.of("ring", "star", "path", "clique");
    private static final int PER_SHAPE = 6;
    private static final AttributedGraph COLLECTION = collection();
    private static final Layers SMALL = Layers.of(List.of(5), Activation.TANH);

    private static AttributedGraph collection() {
        List<int[]> edges = new ArrayList<>();
        List<Integer> graphOf = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int g = 0; g < SHAPES.size() * PER_SHAPE; g++) {
            String shape = SHAPES.get(g % SHAPES.size());
            int size = 4 + g / SHAPES.size() % 3;
            int first = graphOf.size();
            labels.add(shape);
            for (int i = 0; i < size; i++) {
                graphOf.add(g);
                for (int j = 0; j < i; j++) {
                    boolean joined =
                            switch (shape) {
                                case "ring" -> i - j == 1 || i - j == size - 1;
                                case "star" -> j == 0;
                                case "path" -> i - j == 1;
                                default -> true;
                            };
                    if (joined) {
                        edges.add(new int[] {first + i, first + j});
                    }
                }
            }
        }
        GraphBuilder builder = new GraphBuilder("collection", graphOf.size(), false);
        edges.forEach(e -> builder.edge(e[0], e[1]));
        return builder.members(graphOf.stream().mapToInt(Integer::intValue).toArray())
                .memberLabels(labels)
                .build();
    }

    private static Experiment experiment(Encoder encoder, MetaLearner learner, Pooling pooling) {
        return new Experiment(
                "collection",
                "",
                new FeatureRecipe(Kind.DEGREE, Normalize.NONE),
                new GraphClassification(2, 2, 2, pooling, 4),
                Split.ofClasses(new Lanes(SHAPES, List.of(), SHAPES)),
                encoder,
                learner,
                Budget.defaults().withSteps(3).withEvaluateEvery(3).withTestTasks(4),
                7);
    }

    private static Maml maml(HeadStart head) {
        return Maml.defaults().withInner(Maml.defaults().inner().withSteps(3).withHead(head));
    }

    private static AttributedGraph labelled(Experiment experiment) throws InputException {
        return experiment.labelled(COLLECTION);
    }

    static Stream<Arguments> networks() {
        return Stream.of(
                        new Gcn(SMALL),
                        new Gin(SMALL, true),
                        new Sage(SMALL, Sage.Aggregation.MEAN),
                        new Gat(SMALL, 2, 0, 0.2, 0))
                .flatMap(encoder ->
                        Arrays.stream(Pooling.values())
                                .map(pooling -> Arguments.of(encoder, pooling)));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void theMetaGradientThroughEveryReadoutIsThatOfTheWholeInnerLoop(
            Encoder encoder, Pooling pooling) throws InputException {
        for (MetaLearner learner :
                List.of(
                        maml(HeadStart.LEARNED),
                        maml(HeadStart.PROTOTYPES),
                        Prototypical.defaults().withDimensions(3))) {
            Experiment experiment = experiment(encoder, learner, pooling);
            Certification found = Certification.of(experiment, labelled(experiment), 1, () -> {});
            assertThat(found.secondOrder()).as("%s", learner).isTrue();
            assertThat(found.finiteDifferenceError()).isLessThan(1e-4);
        }
    }

    @Test
    void examplesAreMemberGraphsOfTheDrawnClasses() throws InputException {
        Experiment experiment = experiment(new Gin(SMALL, true), maml(HeadStart.ZERO), Pooling.SUM);
        ExperimentSetup setup =
                ExperimentSetup.of(experiment, labelled(experiment), new VectorBackend());
        for (int i = 0; i < 20; i++) {
            Episode episode = setup.episode(Phase.TEST, i);
            Targets.Members query = (Targets.Members) episode.query().targets();
            assertThat(query.size()).isEqualTo(4);
            assertThat(query.graphs()).doesNotHaveDuplicates();
            for (int k = 0; k < query.size(); k++) {
                int graph = query.graphs()[k];
                for (int node : query.nodesOf()[k]) {
                    assertThat(COLLECTION.graphOf()[node]).isEqualTo(graph);
                }
            }
        }
    }

    @Test
    void aRunGivesTheSameBitsForOneThreadAndTwoAndKeepsTheHead() throws InputException {
        Experiment experiment = experiment(new Gcn(SMALL), maml(HeadStart.LEARNED), Pooling.MEAN);
        List<String> hashes = new ArrayList<>();
        for (int threads : new int[] {1, 2}) {
            RunRecord record =
                    new ExperimentRunner(new VectorBackend(), threads)
                            .run(experiment, labelled(experiment), new RunControl(), _ -> {});
            hashes.add(record.parameters().sha256());
            assertThat(record.parameters().specs())
                    .extracting(ParameterSpec::name)
                    .contains("convs.1.lin.weight", "head.weight", "head.bias");
            assertThat(record.baselines()).extracting(b -> b.word()).contains("floor", "majority");
        }
        assertThat(hashes.get(0)).isEqualTo(hashes.get(1));
    }

    @Test
    void bothBackendsScoreAlike() throws InputException {
        Experiment experiment = experiment(new Gin(SMALL, true), maml(HeadStart.ZERO), Pooling.MAX);
        AttributedGraph graph = labelled(experiment);
        RunRecord single =
                new ExperimentRunner(new VectorBackend(), 1)
                        .run(experiment, graph, new RunControl(), _ -> {});
        RunRecord reference =
                new ExperimentRunner(new Nd4jBackend(), 1)
                        .run(experiment, graph, new RunControl(), _ -> {});
        double[] a = single.parameters().get("head.weight").toArray();
        double[] b = reference.parameters().get("head.weight").toArray();
        for (int i = 0; i < a.length; i++) {
            assertThat(a[i]).isCloseTo(b[i], within(1e-3));
        }
    }

    /// Whatever shifts all outputs alike has no gradient with Euclidean distances, and must not move.
    @Test
    void biasesThatOnlyShiftTheSpaceStayAtZero() throws InputException {
        for (Pooling pooling : List.of(Pooling.MEAN, Pooling.MAX)) {
            Experiment experiment =
                    experiment(
                            new Gcn(SMALL),
                            Prototypical.defaults()
                                    .withDistance(Distance.EUCLIDEAN)
                                    .withDimensions(3),
                            pooling);
            RunRecord record =
                    new ExperimentRunner(new VectorBackend(), 1)
                            .run(experiment, labelled(experiment), new RunControl(), _ -> {});
            for (String bias : List.of("convs.1.bias", "head.bias")) {
                assertThat(record.parameters().get(bias).toArray()).containsOnly(0);
            }
        }
    }

    @Test
    void lanesOfRegionsOrGraphsAndChangedNodeLabelsAreNamed() throws InputException {
        Experiment experiment = experiment(new Gcn(SMALL), maml(HeadStart.ZERO), Pooling.MEAN);
        Experiment byGraphs = experiment.withSplit(experiment.split().withKind(Split.Kind.GRAPHS));
        assertThat(ExperimentChecks.check(byGraphs, labelled(byGraphs)))
                .filteredOn(Finding::blocking)
                .extracting(Finding::where)
                .containsExactly("split.kind");
        Experiment relabelled =
                experiment.withLabels(new Relabelling(new TreeMap<>(Map.of(0, "ring"))));
        assertThat(ExperimentChecks.check(relabelled, labelled(relabelled)))
                .extracting(Finding::where)
                .contains("labels");
    }

    @Test
    void aGraphThatIsNoCollectionIsRefusedInOneLine() throws InputException {
        Experiment experiment = experiment(new Gcn(SMALL), maml(HeadStart.ZERO), Pooling.MEAN);
        AttributedGraph single = new GraphBuilder("single", 3, false).edge(0, 1).build();
        assertThat(ExperimentChecks.check(experiment, experiment.labelled(single)))
                .extracting(Finding::message)
                .contains("this is a single graph, not a collection of member graphs");
        AttributedGraph unlabelled =
                new GraphBuilder("unlabelled", 4, false)
                        .edge(0, 1)
                        .edge(2, 3)
                        .members(new int[] {0, 0, 1, 1})
                        .build();
        assertThat(ExperimentChecks.check(experiment, experiment.labelled(unlabelled)))
                .extracting(Finding::message)
                .contains("its member graphs have no classes");
    }
}
