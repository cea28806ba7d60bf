package innerloop.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.episode.Area;
import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.episode.FewShot;
import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import innerloop.episode.Sampler;
import innerloop.episode.SmoothSignals;
import innerloop.episode.Split;
import innerloop.episode.Unit;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureTable;
import innerloop.graph.GraphBuilder;
import innerloop.graph.Targets;
import innerloop.math.Seed;
import innerloop.math.SparseMatrix;
import innerloop.math.VectorBackend;
import innerloop.nn.Answers.Numbers;
import innerloop.nn.Standard;
import innerloop.task.NodeRegression.Signal;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Numbers of nodes: what is asked for, what no encoder sees, and what the errors are by hand.
class NodeRegressionTest {

    private static final NodeRegression HEIGHT = new NodeRegression(2, 2, Signal.COLUMN, "height");

    /// Two paths of six nodes; the height of a node is its number, that of node 4 is unknown.
    private static AttributedGraph paths() {
        double[] columns = new double[24];
        int[] graphOf = new int[12];
        GraphBuilder builder = new GraphBuilder("paths", 12, false);
        for (int i = 0; i < 12; i++) {
            columns[2 * i] = i == 4 ? 0 : i;
            columns[2 * i + 1] = i % 3;
            graphOf[i] = i / 6;
            if (i % 6 > 0) {
                builder.edge(i - 1, i);
            }
        }
        BitSet unknown = new BitSet();
        unknown.set(4);
        return builder.members(graphOf)
                .features(
                        new FeatureTable(
                                SparseMatrix.ofDense(12, 2, columns),
                                List.of("height", "rest"),
                                new TreeMap<>(Map.of(0, unknown))))
                .build();
    }

    private static Split graphs() {
        return Split.ofClasses(Lanes.empty())
                .withKind(Split.Kind.GRAPHS)
                .withLanes(new Lanes(List.of("0"), List.of("0"), List.of("1")));
    }

    @Test
    void noEncoderReadsTheColumnThatIsAskedFor() {
        AttributedGraph seen = HEIGHT.withoutAnswers(paths());
        assertThat(seen.featureNames()).containsExactly("rest");
        assertThat(seen.features().columns()).isEqualTo(1);
        for (int i = 0; i < 12; i++) {
            assertThat(seen.features().get(i, 0)).isEqualTo(i % 3);
        }
        assertThat(seen.featureTable().gaps()).isEmpty();
        AttributedGraph all = paths();
        assertThat(HEIGHT.withSignal(Signal.SMOOTH).withoutAnswers(all)).isSameAs(all);
    }

    @Test
    void aColumnWithoutANameIsFoundByItsNumber() {
        FeatureTable named = paths().featureTable();
        FeatureTable unnamed = new FeatureTable(named.matrix(), List.of(), named.gaps());
        assertThat(unnamed.column("#1")).isEqualTo(1);
        assertThat(unnamed.column("#2")).isEqualTo(-1);
        assertThat(unnamed.column("rest")).isEqualTo(-1);
        assertThat(unnamed.without(0).gaps()).isEmpty();
        assertThat(unnamed.without(1).gaps(0).get(4)).isTrue();
    }

    @Test
    void episodesKnowTheNumbersOfDifferentNodesAndLeaveOutWhatIsUnknown() {
        Sampler sampler = HEIGHT.sampler(paths(), graphs(), new Seed(1));
        Set<Integer> drawn = new HashSet<>();
        for (int index = 0; index < 60; index++) {
            Episode episode = sampler.sample(Phase.TRAIN, index);
            Set<Integer> nodes = new HashSet<>();
            for (Examples examples : List.of(episode.support().orElseThrow(), episode.query())) {
                Numbers numbers = Numbers.of(examples.answers());
                for (int k = 0; k < examples.size(); k++) {
                    int node = examples.targets().nodes()[k];
                    assertThat(nodes.add(node)).isTrue();
                    assertThat(numbers.value()[k]).isEqualTo(node);
                }
            }
            assertThat(nodes).hasSize(4);
            drawn.addAll(nodes);
        }
        assertThat(drawn).containsExactlyInAnyOrder(0, 1, 2, 3, 5);
        assertThat(sampler.truth(Phase.TRAIN, 0)[4]).isNaN();
        assertThat(sampler.canSample(Phase.TEST)).isTrue();
        assertThat(
                        HEIGHT.withDrawing(1, 3, 3)
                                .sampler(paths(), graphs(), new Seed(1))
                                .canSample(Phase.TRAIN))
                .as("five nodes have a number")
                .isFalse();
    }

    @Test
    void numbersAreStandardisedByTheTrainingNodesAlone() {
        Sampler sampler = HEIGHT.sampler(paths(), graphs(), new Seed(1));
        Standard standard = Numbers.of(sampler.sample(Phase.TEST, 0).query().answers()).standard();
        // 0, 1, 2, 3 and 5.
        assertThat(standard.mean()).isCloseTo(2.2, within(1e-12));
        assertThat(standard.deviation()).isCloseTo(Math.sqrt(2.96), within(1e-12));
        assertThat(standard.back(standard.of(17))).isCloseTo(17, within(1e-12));
    }

    @Test
    void equalNumbersAreNotDividedByZero() {
        assertThat(Standard.of(new double[] {3, 3})).isEqualTo(new Standard(3, 1));
        assertThat(Standard.of(new double[0])).isEqualTo(Standard.NONE);
    }

    @Test
    void errorsAreThoseOfTheColumnsOwnUnit() {
        VectorBackend backend = new VectorBackend(1);
        Numbers right = new Numbers(new double[] {1, 3, 5}, new Standard(3, 2));
        // 2, 3 and 6 in the unit of the column.
        var scores = backend.matrix(3, 1, new double[] {-0.5, 0, 1.5});
        assertThat(HEIGHT.value(right, scores)).isCloseTo(Math.sqrt(2.0 / 3), within(1e-6));
        assertThat(HEIGHT.otherMeasures().getFirst().value(right, scores))
                .isCloseTo(1 - 2.0 / 8, within(1e-6));
        assertThat(HEIGHT.measure()).isEqualTo(Measure.RMSE);
        assertThat(HEIGHT.otherMeasures()).extracting(Task::measure).containsExactly(Measure.R2);
    }

    @Test
    void withoutVarianceNothingIsExplainedUnlessAllIsRight() {
        assertThat(Errors.explained(new double[] {2, 2}, new double[] {2, 2})).isNaN();
        assertThat(Errors.explained(new double[] {2, 2}, new double[] {2, 3})).isNaN();
        assertThat(Errors.explained(new double[] {0, 2}, new double[] {1, 1})).isZero();
        assertThat(Errors.explained(new double[] {0, 2}, new double[] {2, 0})).isEqualTo(-3);
    }

    @Test
    void theFloorIsTheMeanOfTheKnownNeighbours() {
        // Of 1, the neighbours 0 and 2 are known; of 5, none is: the mean of all known ones.
        Episode episode = episode(new int[] {0, 2, 9}, new double[] {0, 2, 10}, 1, 5);
        assertThat(baseline(0).of(episode)).isCloseTo(Math.sqrt((0 + 1.0) / 2), within(1e-12));
        assertThat(baseline(1).of(episode)).isCloseTo(Math.sqrt((9 + 1.0) / 2), within(1e-12));
        // By the feature "rest", 1 is as far from 0 as from 2, and 5 like 2.
        assertThat(baseline(2).of(episode)).isCloseTo(Math.sqrt((1 + 9.0) / 2), within(1e-12));
        assertThat(baseline(0).word()).isEqualTo(BaselineScore.FLOOR);
    }

    private static Baseline baseline(int number) {
        AttributedGraph graph = paths();
        return HEIGHT.baselines(graph, HEIGHT.withoutAnswers(graph).features()).get(number).get();
    }

    private static Episode episode(int[] support, double[] known, int... query) {
        double[] right = Arrays.stream(query).mapToDouble(node -> node).toArray();
        return new Episode(
                Optional.of(new Examples(new Targets.Nodes(support), new Numbers(known))),
                new Examples(new Targets.Nodes(query), new Numbers(right)));
    }

    @Test
    void whatTheGraphLacksIsSaidInOneSentence() {
        AttributedGraph bare = new GraphBuilder("bare", 3, false).build();
        assertThat(HEIGHT.lack(bare).orElseThrow().trouble().what().text())
                .isEqualTo("this graph is without a numeric column for regression");
        Task.Lack misspelt = HEIGHT.withTarget("heigth").lack(paths()).orElseThrow();
        assertThat(misspelt.trouble().at(misspelt.where()).text())
                .isEqualTo(
                        "task.target: this graph has no numeric column \"heigth\"; choose one of height, rest");
        assertThat(HEIGHT.withTarget("").lack(paths()).orElseThrow().trouble().what().text())
                .contains("no column is named");
        assertThat(NodeRegression.defaults().lack(bare).orElseThrow().trouble().what().text())
                .contains("no edges");
        AttributedGraph huge =
                new GraphBuilder("huge", 2, false)
                        .edge(0, 1)
                        .features(
                                new FeatureTable(
                                        SparseMatrix.ofDense(2, 1, new double[] {1e308, -1e308}),
                                        List.of("height"),
                                        new TreeMap<>()))
                        .build();
        assertThat(HEIGHT.lack(huge).orElseThrow().trouble().what().text())
                .isEqualTo(
                        "the column \"height\" has numbers as large as 1.0E308, whose squares overflow");
        assertThat(HEIGHT.lack(paths())).isEmpty();
        assertThat(NodeRegression.defaults().lack(paths())).isEmpty();
    }

    @Test
    void aSignalIsAPureFunctionOfItsEpisodeAndStandardised() {
        NodeRegression smooth = new NodeRegression(2, 2, Signal.SMOOTH, "");
        Sampler sampler = smooth.sampler(paths(), graphs(), new Seed(1));
        double[] first = sampler.truth(Phase.TRAIN, 3);
        assertThat(smooth.sampler(paths(), graphs(), new Seed(1)).truth(Phase.TRAIN, 3))
                .isEqualTo(first);
        assertThat(sampler.truth(Phase.TRAIN, 4)).isNotEqualTo(first);
        double[] own = Arrays.copyOf(first, 6);
        Standard standard = Standard.of(own);
        assertThat(standard.mean()).isCloseTo(0, within(1e-12));
        assertThat(standard.deviation()).isCloseTo(1, within(1e-12));
        assertThat(first[7]).as("the other path is not in this episode").isNaN();
        Episode episode = sampler.sample(Phase.TRAIN, 3);
        for (int k = 0; k < 2; k++) {
            assertThat(Numbers.of(episode.query().answers()).value()[k])
                    .isEqualTo(first[episode.queryNodes()[k]]);
        }
    }

    /// The formula of [SmoothSignals], with dense matrices.
    @Test
    void aSignalIsASumOfAveragedNoise() {
        AttributedGraph graph = paths();
        Area area = Area.of(graph, graphs(), Phase.TRAIN).getFirst();
        double[] signal = new SmoothSignals(graph).of(area, new SplittableRandom(5));
        SplittableRandom random = new SplittableRandom(5);
        double[] field = new double[6];
        Arrays.setAll(field, _ -> random.nextGaussian());
        double[] sum = new double[6];
        for (int t = 1; t <= 16; t++) {
            double[] before = field;
            field = new double[6];
            for (int i = 0; i < 6; i++) {
                double all = before[i];
                int count = 1;
                for (int j : new int[] {i - 1, i + 1}) {
                    if (j >= 0 && j < 6) {
                        all += before[j];
                        count++;
                    }
                }
                field[i] = all / count;
            }
            if (t == 4 || t == 8 || t == 16) {
                double amplitude = random.nextGaussian();
                Standard standard = Standard.of(field);
                for (int i = 0; i < 6; i++) {
                    sum[i] += amplitude * standard.of(field[i]);
                }
            }
        }
        Standard standard = Standard.of(sum);
        for (int i = 0; i < 6; i++) {
            assertThat(signal[i]).isCloseTo(standard.of(sum[i]), within(1e-9));
        }
    }

    /// Neither directions nor weights of edges count, nor edges that leave the area.
    @Test
    void aSignalKnowsOnlyWhoIsJoinedInTheArea() {
        GraphBuilder directed = new GraphBuilder("directed", 12, true);
        for (int i = 1; i < 12; i++) {
            if (i % 6 > 0) {
                directed.edge(i % 2 == 0 ? i : i - 1, i % 2 == 0 ? i - 1 : i, 7);
            }
        }
        directed.edge(3, 9, 7).edge(2, 2, 7);
        AttributedGraph graph =
                directed.members(new int[] {0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1}).build();
        Area area = Area.of(graph, graphs(), Phase.TRAIN).getFirst();
        Area plain = Area.of(paths(), graphs(), Phase.TRAIN).getFirst();
        assertThat(new SmoothSignals(graph).of(area, new SplittableRandom(2)))
                .isEqualTo(new SmoothSignals(paths()).of(plain, new SplittableRandom(2)));
    }

    @Test
    void ofNumbersThereIsOneWay() {
        assertThat(new FewShot(1, 3, 4, Unit.NUMBERED_NODE).examplesPerClass()).isEqualTo(7);
        assertThat(HEIGHT.withDrawing(5, 3, 4).drawing().ways()).isEqualTo(1);
        assertThat(HEIGHT.hasClasses()).isFalse();
    }
}
