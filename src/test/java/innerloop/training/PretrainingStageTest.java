package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.BlockModel;
import innerloop.episode.Lanes;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import innerloop.math.VectorBackend;
import innerloop.meta.ClassPretraining;
import innerloop.meta.EdgePretraining;
import innerloop.meta.Maml;
import innerloop.meta.Pretraining;
import innerloop.meta.Ridge;
import innerloop.nn.Parameters;
import innerloop.task.HeldOutEdges.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs whose encoder is pre-trained, by every objective there is.
class PretrainingStageTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    private static Experiment experiment(Pretraining pretraining) {
        return SmallExperiments.easy(1)
                .withLearner(Ridge.defaults().withDimensions(8))
                .withPretraining(pretraining);
    }

    private static RunRecord run(Experiment experiment, AttributedGraph graph)
            throws InputException {
        return runner(1).run(experiment, graph, new RunControl(), _ -> {});
    }

    private static ExperimentRunner runner(int threads) {
        return new ExperimentRunner(new VectorBackend(), threads);
    }

    /// What the outer loop started from.
    private static String start(RunRecord record) {
        return theta(record).sha256();
    }

    private static Parameters theta(RunRecord record) {
        return record.checkpoints().getFirst().learned().theta();
    }

    static List<Pretraining.Training> trainings() {
        return PretrainingLossTest.trainings().map(t -> t.withEpochs(3)).toList();
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void theSameBitsWithOneThreadAndTwo(Pretraining.Training training) throws InputException {
        Experiment experiment = experiment(training);
        RunRecord one = run(experiment, GRAPH);
        RunRecord two = runner(2).run(experiment, GRAPH, new RunControl(), _ -> {});
        assertThat(start(two)).isEqualTo(start(one));
        assertThat(start(run(experiment(Pretraining.none()), GRAPH))).isNotEqualTo(start(one));
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void theLossFallsAndEveryEpochIsHeardOf(Pretraining.Training training) throws InputException {
        List<Double> losses = new ArrayList<>();
        RunRecord record =
                runner(2)
                        .run(
                                experiment(training.withEpochs(40).withRate(0.01)),
                                GRAPH,
                                new RunControl(),
                                event -> {
                                    if (event instanceof TrainingEvent.Pretrained done) {
                                        losses.add(done.loss());
                                    }
                                });
        assertThat(losses).hasSize(40);
        assertThat(mean(losses.subList(35, 40))).isLessThan(mean(losses.subList(0, 5)));
        assertThat(record.protocol().text())
                .contains(
                        training.readsLabels()
                                ? ", supervised on base classes"
                                : ", self-supervised on all nodes");
        assertThat(record.startsLabelFree()).isEqualTo(!training.readsLabels());
    }

    private static double mean(List<Double> some) {
        return some.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("trainings")
    void nodesThatTrainingDoesNotSeeDoNotMatter(Pretraining.Training training)
            throws InputException {
        Experiment all = experiment(training);
        Experiment seen = all.withSplit(all.split().withMessages(Split.Messages.SEEN));
        AttributedGraph other = withOtherNovelNodes(all.split().lanes());
        assertThat(start(run(seen, other))).isEqualTo(start(run(seen, GRAPH)));
        if (!training.readsLabels()) {
            assertThat(run(seen, GRAPH).protocol().text())
                    .contains("self-supervised on seen nodes");
        }
        assertThat(start(run(all, other))).isNotEqualTo(start(run(all, GRAPH)));
    }

    /// Novel nodes with the features and the edges of others.
    private static AttributedGraph withOtherNovelNodes(Lanes lanes) {
        int n = GRAPH.nodes();
        GraphBuilder other = new GraphBuilder("blocks", n, false);
        int[] from = new int[n];
        Arrays.setAll(from, i -> i);
        boolean[] novel = new boolean[n];
        int last = 0;
        for (int i = 0; i < n; i++) {
            novel[i] = lanes.test().contains(GRAPH.classes().get(GRAPH.labels()[i]));
            if (novel[i]) {
                from[i] = last;
                last = i;
            }
        }
        SparseMatrix adjacency = GRAPH.adjacency();
        for (int i = 0; i < n; i++) {
            for (int e = adjacency.rowStart()[i]; e < adjacency.rowStart()[i + 1]; e++) {
                int j = adjacency.column()[e];
                if (i <= j && !novel[i] && !novel[j]) {
                    other.edge(i, j, adjacency.value()[e]);
                } else if (i <= j && (i + j) % 3 > 0) {
                    other.edge(i, j, adjacency.value()[e]);
                }
            }
        }
        return other.features(
                        SparseMatrix.selection(from, n).multiply(GRAPH.features()),
                        GRAPH.featureNames())
                .labels(GRAPH.labels(), GRAPH.classes())
                .build();
    }

    @Test
    void labelsOfOtherClassesAreNeverRead() throws InputException {
        Experiment experiment = experiment(ClassPretraining.defaults().withEpochs(3));
        Lanes lanes = experiment.split().lanes();
        String start = start(run(experiment, GRAPH));
        assertThat(
                        start(
                                run(
                                        experiment,
                                        relabelled(
                                                lanes.test().getFirst(),
                                                lanes.validation(),
                                                lanes))))
                .isEqualTo(start);
        assertThat(
                        start(
                                run(
                                        experiment,
                                        relabelled(
                                                lanes.validation().getFirst(),
                                                lanes.test(),
                                                lanes))))
                .isEqualTo(start);
        assertThat(
                        start(
                                run(
                                        experiment,
                                        relabelled(
                                                lanes.train().getFirst(), lanes.train(), lanes))))
                .isNotEqualTo(start);
    }

    /// Some nodes of a class get another class of a lane.
    private static AttributedGraph relabelled(String name, List<String> lane, Lanes lanes) {
        int[] labels = GRAPH.labels().clone();
        int into =
                GRAPH.classes().indexOf(lane.isEmpty() ? lanes.test().getLast() : lane.getLast());
        int left = 9;
        for (int i = 0; i < labels.length && left > 0; i++) {
            if (GRAPH.classes().get(GRAPH.labels()[i]).equals(name)) {
                labels[i] = into;
                left--;
            }
        }
        return GRAPH.withLabels(labels, GRAPH.classes());
    }

    @Test
    void anotherSplitHasOtherBaseClasses() throws InputException {
        Experiment first = experiment(ClassPretraining.defaults().withEpochs(3));
        Lanes lanes = first.split().lanes();
        List<String> novel = lanes.test();
        List<String> base = lanes.train();
        Experiment second =
                first.withSplit(Split.ofClasses(new Lanes(novel, lanes.validation(), base)));
        ExperimentRunner both = runner(1);
        String before = start(both.run(first, GRAPH, new RunControl(), _ -> {}));
        String after = start(both.run(second, GRAPH, new RunControl(), _ -> {}));
        assertThat(after).isEqualTo(start(run(second, GRAPH))).isNotEqualTo(before);
    }

    @Test
    void learnersWithAnInnerLoopStartFromTheBody() throws InputException {
        Experiment experiment =
                experiment(EdgePretraining.defaults(Method.GAE).withEpochs(3))
                        .withLearner(Maml.defaults());
        Parameters pretrained = theta(run(experiment, GRAPH));
        Parameters drawn = theta(run(experiment.withPretraining(Pretraining.none()), GRAPH));
        assertThat(pretrained.get("convs.0.lin.weight").toArray())
                .isNotEqualTo(drawn.get("convs.0.lin.weight").toArray());
        assertThat(pretrained.get("convs.1.lin.weight").toArray())
                .isEqualTo(drawn.get("convs.1.lin.weight").toArray());
    }

    @Test
    void aRateThatRuinsTheEncoderEndsTheRun() {
        Experiment ruined = experiment(EdgePretraining.defaults(Method.GAE).withRate(1e6));
        assertThatThrownBy(() -> run(ruined, GRAPH))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "pretraining.rate: pre-training does not succeed: its loss goes from")
                .hasMessageEndingWith("lower it");
    }

    @Test
    void withoutFeaturesItLearnsFromTheStructure() throws InputException {
        GraphBuilder bare = new GraphBuilder("bare", GRAPH.nodes(), false);
        for (int i = 0; i < GRAPH.nodes(); i++) {
            for (int j = 0; j <= i; j++) {
                if (GRAPH.joined(i, j)) {
                    bare.edge(i, j);
                }
            }
        }
        AttributedGraph graph = bare.labels(GRAPH.labels(), GRAPH.classes()).build();
        Experiment experiment = experiment(EdgePretraining.defaults(Method.VGAE).withEpochs(3));
        assertThat(run(experiment, graph).status()).isEqualTo(RunStatus.FINISHED);
    }
}
