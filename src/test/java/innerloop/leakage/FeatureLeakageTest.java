package innerloop.leakage;

import static innerloop.leakage.FortyNodes.EXPERIMENT;
import static innerloop.leakage.FortyNodes.NODES;
import static innerloop.leakage.FortyNodes.bare;
import static innerloop.leakage.FortyNodes.fixed;
import static innerloop.leakage.FortyNodes.lanes;
import static innerloop.leakage.FortyNodes.numbers;
import static innerloop.leakage.FortyNodes.only;
import static innerloop.leakage.FortyNodes.region;
import static innerloop.leakage.FortyNodes.regions;
import static innerloop.leakage.FortyNodes.requireFixed;
import static innerloop.leakage.FortyNodes.striped;
import static innerloop.leakage.FortyNodes.withFeatures;
import static org.assertj.core.api.Assertions.assertThat;

import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.leakage.Leakage.Kind;
import innerloop.leakage.Leakage.Leak;
import innerloop.math.SparseMatrix;
import innerloop.nn.Mlp;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Nodes that look the same, and features that give the class away.
class FeatureLeakageTest {

    /// Rows that are not scaled: few are equal by chance.
    private static final FeatureRecipe RAW =
            new FeatureRecipe(FeatureRecipe.Kind.ATTRIBUTES, FeatureRecipe.Normalize.NONE);

    private static double word(int node, int word) {
        return (node * 7 + word * 3) % 40 < 20 && (node >> word % 6 & 1) == 1 ? 1 : 0;
    }

    private static AttributedGraph texts(int... copies) {
        int[] source = IntStream.range(0, NODES).toArray();
        for (int k = 0; k < copies.length; k += 2) {
            source[copies[k]] = copies[k + 1];
        }
        IntToDoubleFunction[] words =
                IntStream.range(0, 30)
                        .<IntToDoubleFunction>mapToObj(
                                w -> i -> word(source[i], w) + (source[i] == w ? 1 : 0))
                        .toArray(IntToDoubleFunction[]::new);
        return withFeatures(List.of(), words);
    }

    @Test
    void duplicatesAreNodesOfTheSameFeaturesInTwoPhases() {
        assertThat(Leakage.of(EXPERIMENT, texts())).isEmpty();
        assertThat(Leakage.of(EXPERIMENT, texts(5, 15))).as("in one lane").isEmpty();
        AttributedGraph copies = texts(35, 5, 36, 15, 37, 15);
        Leak leak = only(EXPERIMENT, copies);
        assertThat(leak.kind()).isEqualTo(Kind.DUPLICATES);
        assertThat(leak.message())
                .isEqualTo("3 nodes have a duplicate in an earlier lane, with the same features");
        assertThat(leak.nodes()).containsExactly(5, 15, 35, 36, 37);
        assertThat(leak.fix()).isEmpty();
        FeatureRecipe degree =
                new FeatureRecipe(FeatureRecipe.Kind.DEGREE, FeatureRecipe.Normalize.NONE);
        assertThat(Leakage.of(EXPERIMENT.withFeatures(degree), copies)).isEmpty();
    }

    @Test
    void duplicatesAreTakenOutOfEarlierRegions() {
        AttributedGraph copies = striped(texts(35, 5, 25, 5, 26, 15));
        Experiment split = regions(region("r", 0, 20), region("s", 20, 30), region("t", 30, 40));
        Leak leak = only(split, copies);
        assertThat(leak.nodes()).containsExactly(5, 15, 25, 26, 35);
        requireFixed(split, copies, leak);
        Split fixed = fixed(split, leak).split();
        assertThat(fixed.region("r").orElseThrow().nodes()).hasSize(18).doesNotContain(5, 15);
        assertThat(fixed.region("s").orElseThrow().nodes()).hasSize(9).doesNotContain(25);
        assertThat(fixed.region("t").orElseThrow().nodes()).hasSize(10);
    }

    @Test
    void coarseFeaturesMakeDuplicatesOnlyWithTheSameNeighbours() {
        Experiment blind = EXPERIMENT.withEncoder(Mlp.defaults());
        IntToDoubleFunction type = i -> 1 + i % 3;
        assertThat(Leakage.of(blind, withFeatures(List.of(), type))).isEmpty();
        AttributedGraph leaves = bare().edge(0, 10).edge(0, 20).edge(0, 30).build();
        assertThat(Leakage.of(blind, leaves)).as("leaves of a hub").isEmpty();
        AttributedGraph twins =
                bare().edge(0, 10).edge(1, 10).edge(0, 30).edge(1, 30).edge(2, 31).build();
        assertThat(only(blind, twins).nodes()).containsExactly(10, 30);
        assertThat(only(blind, twins).message()).endsWith("with the same neighbours");
    }

    @Test
    void rowsThatAreEqualOnceTheyAreScaledAreDuplicates() {
        AttributedGraph texts = texts();
        double[] longer = new double[NODES];
        Arrays.fill(longer, 1);
        longer[5] = 3;
        double[] ones = new double[texts.features().columns()];
        Arrays.fill(ones, 1);
        SparseMatrix features = texts(35, 5).features().scaled(longer, ones);
        AttributedGraph copies = bare().features(features, List.of()).build();
        assertThat(only(EXPERIMENT, copies).nodes()).containsExactly(5, 35);
        assertThat(Leakage.of(EXPERIMENT.withFeatures(RAW), copies)).isEmpty();
    }

    /// 9 and 39 are joined, and their other neighbours are the same.
    @Test
    void twinsMayBeNeighboursOfEachOther() {
        AttributedGraph twins =
                bare().edge(9, 39).edge(9, 4).edge(39, 4).edge(9, 5).edge(39, 5).build();
        Experiment blind = EXPERIMENT.withEncoder(Mlp.defaults());
        assertThat(only(blind, twins).nodes()).containsExactly(9, 39);
        AttributedGraph other = bare().edge(9, 39).edge(9, 4).edge(39, 5).build();
        assertThat(Leakage.of(blind, other)).isEmpty();
    }

    private static double noise(int node) {
        return (node * 37 + 11) % 41 + 0.5;
    }

    private static Leak telling(List<String> names, IntToDoubleFunction... columns) {
        AttributedGraph graph = withFeatures(names, columns);
        Experiment raw = EXPERIMENT.withFeatures(RAW);
        Leak leak = only(raw, graph);
        assertThat(leak.kind()).isEqualTo(Kind.GIVEN_AWAY);
        requireFixed(raw, graph, leak);
        return leak;
    }

    @Test
    void aFeatureThatOneClassHasGivesItAway() {
        assertThat(
                        telling(List.of(), FeatureLeakageTest::noise, i -> i / 10 == 1 ? 1 : 0)
                                .message())
                .isEqualTo("features that give the class away: #1 (for b)");
        assertThat(
                        telling(
                                        List.of("n", "w"),
                                        FeatureLeakageTest::noise,
                                        i -> i / 10 == 3 ? i : 0)
                                .nodes())
                .containsExactlyElementsOf(numbers(30, 40));
        for (int wrong : new int[] {0, 11}) {
            IntToDoubleFunction nearly = i -> (i / 10 == 1) != (i == wrong) ? 1 : 0;
            assertThat(
                            Leakage.of(
                                    EXPERIMENT,
                                    withFeatures(List.of(), FeatureLeakageTest::noise, nearly)))
                    .as("one of ten is not nearly always")
                    .isEmpty();
        }
        IntToDoubleFunction everywhere = _ -> 1;
        Experiment single = lanes(List.of("a"), List.of(), List.of());
        assertThat(
                        Leakage.of(
                                single,
                                withFeatures(List.of(), FeatureLeakageTest::noise, everywhere)))
                .isEmpty();
    }

    @Test
    void aNumberWithAValueForEachClassGivesItAway() {
        int[] code = {3, 0, 8, 5};
        assertThat(telling(List.of(), FeatureLeakageTest::noise, i -> code[i / 10]).message())
                .endsWith(": #1 (a value for each class)");
        assertThat(telling(List.of(), FeatureLeakageTest::noise, i -> i / 10 + 1).message())
                .endsWith(": #1 (a value for each class)");
        IntToDoubleFunction half = i -> i % 10 < 5 ? i / 10 + 1 : 9;
        assertThat(
                        Leakage.of(
                                EXPERIMENT.withFeatures(RAW),
                                withFeatures(List.of(), FeatureLeakageTest::noise, half)))
                .isEmpty();
        IntToDoubleFunction merged = i -> i / 20 + 1;
        assertThat(
                        Leakage.of(
                                EXPERIMENT.withFeatures(RAW),
                                withFeatures(List.of(), FeatureLeakageTest::noise, merged)))
                .isEmpty();
    }

    @Test
    void oneValueOfADenseColumnCanTellOneClass() {
        assertThat(
                        telling(List.of(), FeatureLeakageTest::noise, i -> i / 10 == 2 ? 1 : 2)
                                .message())
                .endsWith(": #1 (a value for c)");
        assertThat(
                        telling(List.of(), FeatureLeakageTest::noise, i -> i / 10 == 2 ? 0 : 1)
                                .message())
                .endsWith(": #1 (a value for c)");
        IntToDoubleFunction half = i -> i / 5 == 4 ? 1 : 2;
        assertThat(
                        Leakage.of(
                                EXPERIMENT.withFeatures(RAW),
                                withFeatures(List.of(), FeatureLeakageTest::noise, half)))
                .isEmpty();
    }

    @Test
    void aFeatureCalledLikeALabelIsNamed() {
        IntToDoubleFunction other = i -> i % 7 + 1;
        assertThat(telling(List.of("n", "Label"), FeatureLeakageTest::noise, other).message())
                .isEqualTo("features that give the class away: \"Label\" (by its name)");
        assertThat(
                        Leakage.of(
                                EXPERIMENT,
                                withFeatures(List.of("x", "y"), FeatureLeakageTest::noise, other)))
                .isEmpty();
        IntToDoubleFunction rare = i -> i % 7 == 0 ? 1 : 0;
        assertThat(
                        Leakage.of(
                                EXPERIMENT,
                                withFeatures(
                                        List.of("n", "class"), FeatureLeakageTest::noise, rare)))
                .as("a word of a text")
                .isEmpty();
    }

    @Test
    void manyTellingFeaturesAreNotAllNamed() {
        IntToDoubleFunction[] columns = new IntToDoubleFunction[9];
        Arrays.fill(columns, (IntToDoubleFunction) i -> i / 10 == 2 ? 1 : 0);
        columns[0] = FeatureLeakageTest::noise;
        assertThat(telling(List.of(), columns).message()).endsWith("#5 (for c) and 3 more");
    }
}
