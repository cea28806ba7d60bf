package innerloop.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.experiment.Leakage.Kind;
import innerloop.experiment.Leakage.Leak;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.graph.GraphBuilder;
import innerloop.io.ExperimentJson;
import innerloop.io.GraphReaders;
import innerloop.math.SparseMatrix;
import innerloop.nn.Gcn;
import innerloop.nn.Mlp;
import innerloop.nn.Sgc;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Graphs of forty nodes, ten each of the classes a, b, c and d, in this order.
class LeakageTest {

    private static final int NODES = 40;
    private static final List<String> CLASSES = List.of("a", "b", "c", "d");
    private static final Lanes LANES = new Lanes(List.of("a", "b"), List.of("c"), List.of("d"));

    private static final Experiment EXPERIMENT =
            SmallExperiments.easy(1).withSplit(Split.ofClasses(LANES));

    private static GraphBuilder builder() {
        return new GraphBuilder("forty", NODES, false)
                .labels(IntStream.range(0, NODES).map(i -> i / 10).toArray(), CLASSES);
    }

    private static AttributedGraph graph() {
        return builder().build();
    }

    private static AttributedGraph withFeatures(
            List<String> names, IntToDoubleFunction... columns) {
        double[] numbers = new double[NODES * columns.length];
        for (int i = 0; i < NODES; i++) {
            for (int c = 0; c < columns.length; c++) {
                numbers[i * columns.length + c] = columns[c].applyAsDouble(i);
            }
        }
        return builder()
                .features(SparseMatrix.ofDense(NODES, columns.length, numbers), names)
                .build();
    }

    private static Experiment lanes(List<String> train, List<String> valid, List<String> test) {
        return EXPERIMENT.withSplit(Split.ofClasses(new Lanes(train, valid, test)));
    }

    private static Region region(String name, int from, int to) {
        return new Region(name, IntStream.range(from, to).boxed().toList());
    }

    private static Experiment regions(Region... regions) {
        List<String> names = Stream.of(regions).map(Region::name).toList();
        return EXPERIMENT.withSplit(
                Split.empty()
                        .withKind(Split.Kind.REGIONS)
                        .withRegions(List.of(regions))
                        .withLanes(
                                new Lanes(
                                        names.subList(0, 1),
                                        names.subList(1, 2),
                                        names.subList(2, 3))));
    }

    private static Leak only(Experiment experiment, AttributedGraph graph) {
        List<Leak> leaks = Leakage.of(experiment, graph);
        assertThat(leaks).hasSize(1);
        return leaks.getFirst();
    }

    private static Experiment fixed(Experiment experiment, Leak leak) {
        return leak.fix().orElseThrow().edit().apply(experiment);
    }

    private static void requireFixed(Experiment experiment, AttributedGraph graph, Leak leak) {
        assertThat(Leakage.of(fixed(experiment, leak), graph)).isEmpty();
    }

    @Test
    void whatSharesNothingHasNoLeak() {
        assertThat(Leakage.of(EXPERIMENT, graph())).isEmpty();
        assertThat(
                        Leakage.of(
                                regions(region("r", 0, 9), region("s", 9, 20), region("t", 20, 40)),
                                graph()))
                .isEmpty();
        AttributedGraph unlabelled = new GraphBuilder("bare", NODES, false).edge(0, 39).build();
        assertThat(Leakage.of(EXPERIMENT, unlabelled)).isEmpty();
        assertThat(Leakage.remark(List.of())).isEmpty();
    }

    @Test
    void aClassInTwoLanesIsTakenOutOfTheEarlierOne() {
        Experiment shared = lanes(List.of("a", "b", "d"), List.of("b", "c"), List.of("d", "c"));
        List<Leak> leaks = Leakage.of(shared, graph());
        assertThat(leaks).extracting(Leak::kind).containsOnly(Kind.SHARED_CLASS);
        assertThat(leaks)
                .extracting(Leak::message)
                .containsExactly(
                        "validation classes that an earlier lane has too: b",
                        "novel classes that an earlier lane has too: d, c");
        assertThat(leaks.getFirst().nodes()).containsExactlyElementsOf(numbers(10, 20));
        Experiment once = fixed(shared, leaks.getFirst());
        assertThat(once.split().lanes().train()).containsExactly("a", "d");
        requireFixed(once, graph(), only(once, graph()));
        assertThat(fixed(once, only(once, graph())).split().lanes())
                .isEqualTo(new Lanes(List.of("a"), List.of("b"), List.of("d", "c")));
        assertThat(Leakage.remark(leaks)).isEqualTo(", leakage: shared nodes");
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test
    void nodesInRegionsOfTwoPhasesAreTakenOutOfTheEarlierOne() {
        Experiment shared = regions(region("r", 0, 12), region("s", 15, 30), region("t", 10, 18));
        Leak leak = only(shared, graph());
        assertThat(leak.message()).isEqualTo("novel regions share 5 nodes with an earlier lane: t");
        assertThat(leak.nodes()).containsExactly(10, 11, 15, 16, 17);
        assertThat(fixed(shared, leak).split().regions())
                .containsExactly(region("r", 0, 10), region("s", 18, 30), region("t", 10, 18));
        requireFixed(shared, graph(), leak);
    }

    @Test
    void aRegionThatLosesAllItsNodesIsGone() {
        Experiment shared = regions(region("r", 0, 5), region("s", 5, 9), region("t", 0, 6));
        Experiment fixed = fixed(shared, only(shared, graph()));
        assertThat(fixed.split().regions()).containsExactly(region("s", 6, 9), region("t", 0, 6));
        assertThat(fixed.split().lanes().train()).isEmpty();
        Split split = shared.split();
        Lanes same = new Lanes(List.of("s"), List.of(), List.of("s"));
        Experiment twice = shared.withSplit(split.withLanes(same));
        assertThat(fixed(twice, only(twice, graph())).split())
                .isEqualTo(split.withLanes(new Lanes(List.of(), List.of(), List.of("s"))));
    }

    @Test
    void aMemberGraphInTwoLanesIsShared() {
        AttributedGraph graph =
                builder()
                        .members(IntStream.range(0, NODES).map(i -> i / 20).toArray(), new int[0])
                        .build();
        Split split =
                Split.empty()
                        .withKind(Split.Kind.GRAPHS)
                        .withLanes(new Lanes(List.of("0"), List.of("1"), List.of("1", "7")));
        Leak leak = only(EXPERIMENT.withSplit(split), graph);
        assertThat(leak.message()).isEqualTo("novel graphs that an earlier lane has too: 1");
        assertThat(leak.nodes()).containsExactlyElementsOf(numbers(20, 40));
        requireFixed(EXPERIMENT.withSplit(split), graph, leak);
    }

    @Test
    void messagesAcrossTheSplitAreCountedAsFarAsTheEncoderReads() {
        // 0 (a) – 25 (c) – 35 (d) – 36 (d), and 1 – 2 within a.
        AttributedGraph chain = builder().edge(0, 25).edge(25, 35).edge(35, 36).edge(1, 2).build();
        Leak leak = only(EXPERIMENT, chain);
        assertThat(leak.kind()).isEqualTo(Kind.MESSAGES);
        assertThat(leak.message())
                .isEqualTo(
                        "2 of 10 novel nodes (20 %), 1 of 10 validation nodes (10 %) at most 2 edges"
                                + " from nodes of an earlier lane; 2 edges join lanes");
        assertThat(leak.nodes()).containsExactly(25, 35, 36);
        requireFixed(EXPERIMENT, chain, leak);
        Leak near =
                only(
                        EXPERIMENT.withEncoder(
                                Gcn.defaults()
                                        .withLayers(Mlp.defaults().layers().withHidden(List.of()))),
                        chain);
        assertThat(near.message()).startsWith("1 of 10 novel").contains("at most 1 edge from");
        assertThat(Leakage.of(EXPERIMENT.withEncoder(Mlp.defaults()), chain)).isEmpty();
        Sgc far = new Sgc(Sgc.defaults().layers(), 3);
        assertThat(only(EXPERIMENT.withEncoder(far), chain).message()).contains("3 edges from");
        AttributedGraph inside = builder().edge(0, 11).edge(38, 39).build();
        assertThat(Leakage.of(EXPERIMENT, inside)).isEmpty();
    }

    @Test
    void aDirectedEdgeLeaksOnlyIntoTheEarlierPhase() {
        GraphBuilder builder = new GraphBuilder("directed", 2, true);
        builder.labels(new int[] {0, 3}, CLASSES);
        assertThat(Leakage.of(EXPERIMENT, builder.edge(0, 1).build())).isEmpty();
        assertThat(only(EXPERIMENT, builder.edge(1, 0).build()).message())
                .startsWith("1 of 1 novel nodes (100 %)");
    }

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
        AttributedGraph copies = texts(35, 5, 25, 5, 26, 15);
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
        AttributedGraph leaves = builder().edge(0, 10).edge(0, 20).edge(0, 30).build();
        assertThat(Leakage.of(blind, leaves)).as("leaves of a hub").isEmpty();
        AttributedGraph twins =
                builder().edge(0, 10).edge(1, 10).edge(0, 30).edge(1, 30).edge(2, 31).build();
        assertThat(only(blind, twins).nodes()).containsExactly(10, 30);
        assertThat(only(blind, twins).message()).endsWith("with the same neighbours");
    }

    private static double noise(int node) {
        return (node * 37 + 11) % 41 + 0.5;
    }

    private static Leak telling(List<String> names, IntToDoubleFunction... columns) {
        AttributedGraph graph = withFeatures(names, columns);
        Leak leak = only(EXPERIMENT, graph);
        assertThat(leak.kind()).isEqualTo(Kind.GIVEN_AWAY);
        requireFixed(EXPERIMENT, graph, leak);
        return leak;
    }

    @Test
    void aFeatureThatOneClassHasGivesItAway() {
        assertThat(telling(List.of(), LeakageTest::noise, i -> i / 10 == 1 ? 1 : 0).message())
                .isEqualTo("features that give the class away: #1 (for b)");
        assertThat(telling(List.of("n", "w"), LeakageTest::noise, i -> i / 10 == 3 ? i : 0).nodes())
                .containsExactlyElementsOf(numbers(30, 40));
        for (int wrong : new int[] {0, 11}) {
            IntToDoubleFunction nearly = i -> (i / 10 == 1) != (i == wrong) ? 1 : 0;
            assertThat(Leakage.of(EXPERIMENT, withFeatures(List.of(), LeakageTest::noise, nearly)))
                    .as("one of ten is not nearly always")
                    .isEmpty();
        }
        IntToDoubleFunction everywhere = _ -> 1;
        Experiment single = lanes(List.of("a"), List.of(), List.of());
        assertThat(Leakage.of(single, withFeatures(List.of(), LeakageTest::noise, everywhere)))
                .isEmpty();
    }

    @Test
    void aNumberWithAValueForEachClassGivesItAway() {
        int[] code = {3, 0, 8, 5};
        assertThat(telling(List.of(), LeakageTest::noise, i -> code[i / 10]).message())
                .endsWith(": #1 (a value for each class)");
        assertThat(telling(List.of(), LeakageTest::noise, i -> i / 10 + 1).message())
                .endsWith(": #1 (a value for each class)");
        IntToDoubleFunction half = i -> i % 10 < 5 ? i / 10 + 1 : 9;
        assertThat(Leakage.of(EXPERIMENT, withFeatures(List.of(), LeakageTest::noise, half)))
                .isEmpty();
        IntToDoubleFunction merged = i -> i / 20 + 1;
        assertThat(Leakage.of(EXPERIMENT, withFeatures(List.of(), LeakageTest::noise, merged)))
                .isEmpty();
    }

    @Test
    void aFeatureCalledLikeALabelIsNamed() {
        IntToDoubleFunction other = i -> i % 7 + 1;
        assertThat(telling(List.of("n", "Label"), LeakageTest::noise, other).message())
                .isEqualTo("features that give the class away: \"Label\" (by its name)");
        assertThat(
                        Leakage.of(
                                EXPERIMENT,
                                withFeatures(List.of("x", "y"), LeakageTest::noise, other)))
                .isEmpty();
        IntToDoubleFunction rare = i -> i % 7 == 0 ? 1 : 0;
        assertThat(
                        Leakage.of(
                                EXPERIMENT,
                                withFeatures(List.of("n", "class"), LeakageTest::noise, rare)))
                .as("a word of a text")
                .isEmpty();
    }

    @Test
    void manyTellingFeaturesAreNotAllNamed() {
        IntToDoubleFunction[] columns = new IntToDoubleFunction[9];
        Arrays.fill(columns, (IntToDoubleFunction) i -> i / 10 == 2 ? 1 : 0);
        columns[0] = LeakageTest::noise;
        assertThat(telling(List.of(), columns).message()).endsWith("#5 (for c) and 3 more");
    }

    @Test
    void atMostAThousandNodesAreHandedOut() {
        AttributedGraph large = new BlockModel(6, 600, 4, 0.5, 2, 1, 1).graph();
        Lanes lanes = new Lanes(List.of("c0", "c1", "c2", "c3"), List.of(), List.of("c3", "c4"));
        Experiment shared = EXPERIMENT.withSplit(Split.ofClasses(lanes));
        List<Leak> leaks = Leakage.of(shared, large);
        assertThat(leaks).extracting(Leak::kind).containsExactly(Kind.SHARED_CLASS, Kind.MESSAGES);
        assertThat(leaks.get(0).nodes()).hasSize(600);
        assertThat(leaks.get(1).nodes().size()).isBetween(300, 1_000);
    }

    @Test
    void theDebianSampleTakesAMoment() throws InputException {
        Path samples = Path.of("sample-graphs");
        AttributedGraph graph = GraphReaders.read(samples.resolve("debian")).graph();
        Experiment experiment =
                ExperimentJson.read(samples.resolve("debian.experiment.json"), List.of());
        double best = Double.POSITIVE_INFINITY;
        for (int turn = 0; turn < 10; turn++) {
            long start = System.nanoTime();
            assertThat(Leakage.of(experiment, graph))
                    .extracting(Leak::kind)
                    .containsExactly(Kind.MESSAGES, Kind.DUPLICATES);
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        System.out.printf("leaks of %s: %.1f ms at best%n", graph, best);
        assertThat(best).isLessThan(200);
    }

    @Test
    void everyPhaseHasAPlaceInTheOrder() {
        assertThat(NodePhases.ORDER).containsExactly(Phase.values());
    }
}
