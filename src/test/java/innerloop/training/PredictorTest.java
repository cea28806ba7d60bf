package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import innerloop.BlockModel;
import innerloop.Learners;
import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.Phase;
import innerloop.episode.Support;
import innerloop.episode.Unit;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.VectorBackend;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.HeadStart;
import innerloop.meta.LearnerState;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.nn.Answers;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a run has learned tells the class of every node as its own test does.
class PredictorTest {

    private static final AttributedGraph GRAPH = BlockModel.easy().graph();

    private final Backend backend = new VectorBackend();

    private static Experiment by(MetaLearner learner) {
        return SmallExperiments.easy(2).withLearner(learner);
    }

    private static Maml startingAt(HeadStart head) {
        Maml maml = Learners.maml(Maml.Order.SECOND, 3, 0.5, 0.01, 4);
        return maml.withInner(maml.inner().withHead(head));
    }

    private static Support support(String... nodesAndClasses) {
        SortedMap<Integer, String> classOf = new TreeMap<>();
        for (int k = 0; k < nodesAndClasses.length; k += 2) {
            classOf.put(Integer.valueOf(nodesAndClasses[k]), nodesAndClasses[k + 1]);
        }
        return Support.of(GRAPH, Unit.NODE, classOf);
    }

    private LearnerState untrained(Experiment experiment) throws InputException {
        return ExperimentSetup.of(experiment, GRAPH, backend).initial();
    }

    private Prediction predicted(Experiment experiment, Support support) throws InputException {
        return Predictor.of(experiment, GRAPH, untrained(experiment), support, backend)
                .predict(true, _ -> {});
    }

    static Stream<MetaLearner> learners() {
        return Learners.all();
    }

    @ParameterizedTest
    @MethodSource("learners")
    void theQueryNodesOfATestEpisodeAreToldAsInTheTest(MetaLearner learner) throws Exception {
        Experiment experiment = by(learner);
        ExperimentSetup setup = ExperimentSetup.of(experiment, GRAPH, backend);
        Episode episode = setup.episode(Phase.TEST, 0);
        Matrix scores =
                new EpisodeWorker(backend, setup.plan())
                        .judge(setup.problem(Phase.TEST, episode), setup.initial(), () -> {})
                        .scores();
        Examples known = episode.support().orElseThrow();
        Answers.Slots slots = Answers.Slots.of(known.answers());
        Support same =
                new Support(
                        Arrays.stream(slots.classes()).mapToObj(GRAPH.classes()::get).toList(),
                        known.targets(),
                        slots.slot());
        Prediction said = predicted(experiment, same);
        int[] nodes = episode.queryNodes();
        for (int q = 0; q < nodes.length; q++) {
            double difference = scores.get(q, 1) - scores.get(q, 0);
            assertThat(said.probabilities()[nodes[q]][1])
                    .isCloseTo(1 / (1 + Math.exp(-difference)), within(1e-4));
        }
    }

    @Test
    void anyNumberOfClassesCanBeLearnedNewOnesToo() throws Exception {
        Experiment experiment = by(startingAt(HeadStart.ZERO));
        Prediction said =
                predicted(
                        experiment,
                        support("3", "mine", "28", "c1", "29", "c1", "1", "c0", "53", "also mine"));
        assertThat(said.classes()).containsExactly("c0", "c1", "also mine", "mine");
        assertThat(said.size()).isEqualTo(GRAPH.nodes());
        for (int node = 0; node < said.size(); node++) {
            double[] each = said.probabilities()[node];
            assertThat(Arrays.stream(each).sum()).isCloseTo(1, within(1e-9));
            double[] sorted = Arrays.stream(each).sorted().toArray();
            assertThat(said.margin(node)).isCloseTo(sorted[3] - sorted[2], within(1e-12));
            assertThat(each[said.likeliest(node)]).isEqualTo(sorted[3]);
        }
    }

    @Test
    void otherNamesInAnotherOrderPermuteTheProbabilities() throws Exception {
        Experiment experiment = by(startingAt(HeadStart.ZERO));
        double[][] said =
                predicted(experiment, support("0", "x", "1", "x", "50", "y", "51", "y", "99", "z"))
                        .probabilities();
        double[][] permuted =
                predicted(experiment, support("0", "z", "1", "z", "50", "x", "51", "x", "99", "y"))
                        .probabilities();
        for (int node = 0; node < said.length; node++) {
            assertThat(permuted[node])
                    .containsExactly(
                            new double[] {said[node][1], said[node][2], said[node][0]},
                            within(1e-5));
        }
    }

    @Test
    void everyNodeHasItsOwnRowOfTheEmbedding() throws Exception {
        Experiment experiment = by(startingAt(HeadStart.ZERO));
        Support support = support("0", "x", "1", "x", "50", "y");
        float[][] rows = predicted(experiment, support).embedding().orElseThrow();
        ExperimentSetup setup = ExperimentSetup.forSupport(experiment, GRAPH, backend, 2);
        EpisodeWorker.Adapted adapted =
                new EpisodeWorker(backend, setup.plan())
                        .adapted(
                                setup.observedProblem(Phase.TEST, support.episode()),
                                setup.initial());
        Targets some = new Targets.Nodes(new int[] {7, 70, 140});
        Matrix few = adapted.outputs(setup.asked(Phase.TEST, support.episode(), some)).embedding();
        assertThat(few.rows()).isGreaterThan(3);
        int[] own = setup.ownRows(Phase.TEST, support.episode(), some, few.rows());
        for (int k = 0; k < 3; k++) {
            for (int d = 0; d < few.columns(); d++) {
                assertThat((double) rows[some.nodes()[k]][d])
                        .isCloseTo(few.get(own[k], d), within(1e-5));
            }
        }
    }

    @Test
    void itsOwnSupportSetIsThatOfATestEpisodeOrThePaintedOne() throws Exception {
        Experiment experiment = SmallExperiments.easy(2);
        OwnSupport own = OwnSupport.of(experiment, GRAPH);
        assertThat(own.support().classes()).containsExactly("c4", "c5");
        assertThat(own.support().size()).isEqualTo(4);
        assertThat(own.sentence())
                .isEqualTo(
                        "4 nodes of 2 classes, 2 of each novel class, drawn from the labelled ones by seed 7");
        assertThat(OwnSupport.of(experiment, GRAPH).support().targets().nodes())
                .isEqualTo(own.support().targets().nodes());
        PaintedEpisode painted = experiment.split().painted();
        for (int node : new int[] {3, 30}) {
            String name = GRAPH.classes().get(GRAPH.labels()[node]);
            painted =
                    painted.paint(node, name, PaintedEpisode.Role.SUPPORT)
                            .paint(node + 1, name, PaintedEpisode.Role.QUERY);
        }
        OwnSupport byHand =
                OwnSupport.of(experiment.withSplit(experiment.split().withPainted(painted)), GRAPH);
        assertThat(byHand.support().classes()).containsExactly("c0", "c1");
        assertThat(byHand.support().targets().nodes()).containsExactly(3, 30);
        assertThat(byHand.sentence()).startsWith("the painted episode of the experiment");
    }

    @Test
    void leftOutExamplesSayWhatToExpect() throws Exception {
        Experiment experiment = by(startingAt(HeadStart.PROTOTYPES));
        Support known = support("0", "x", "1", "x", "2", "x", "30", "y", "31", "y", "32", "y");
        Hits score =
                Predictor.of(experiment, GRAPH, untrained(experiment), known, backend)
                        .leaveOneOut()
                        .orElseThrow();
        assertThat(score.asked()).isEqualTo(6);
        assertThat(score.right()).isEqualTo(6);
        assertThat(
                        Predictor.of(
                                        experiment,
                                        GRAPH,
                                        untrained(experiment),
                                        support("0", "x", "1", "x", "30", "y"),
                                        backend)
                                .leaveOneOut())
                .isEmpty();
        Hits allRight = new Hits(18, 18);
        assertThat(allRight.low()).isCloseTo(0.8241, within(1e-4));
        assertThat(allRight.high()).isEqualTo(1);
        assertThat(allRight.text()).isEqualTo("100.0 % (95 %: 82.4 to 100.0 %)");
    }

    @Test
    void knownNodesThatNothingHasSeenSayWhatToExpect() throws Exception {
        Experiment experiment = by(startingAt(HeadStart.PROTOTYPES));
        // c4 and c5 are novel, c0 is a base class.
        Support known = support("0", "c0", "100", "c4", "101", "c4", "125", "c5");
        Predictor predictor =
                Predictor.of(experiment, GRAPH, untrained(experiment), known, backend);
        Prediction said = predictor.predict(false, _ -> {});
        int right = 0;
        for (int node = 102; node < 150; node++) {
            right += said.likeliest(node) == (node < 125 ? 1 : 2) && node != 125 ? 1 : 0;
        }
        assertThat(predictor.unseen(said)).contains(new Hits(right, 47));
        Predictor ofNewClasses =
                Predictor.of(
                        experiment,
                        GRAPH,
                        untrained(experiment),
                        support("0", "mine", "100", "c0"),
                        backend);
        assertThat(ofNewClasses.unseen(ofNewClasses.predict(false, _ -> {}))).isEmpty();
    }

    @Test
    void whatCannotBeLearnedIsRefused() {
        Experiment learnedHead = by(startingAt(HeadStart.LEARNED));
        assertThatThrownBy(() -> predicted(learnedHead, support("0", "x", "30", "y", "60", "z")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "the learned head tells 2 classes apart, and the support set has 3");
        assertThatThrownBy(() -> predicted(learnedHead, support("0", "x", "30", "x")))
                .hasMessageContaining("of one class only, \"x\"");
    }
}
