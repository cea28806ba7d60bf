package innerloop.leakage;

import static innerloop.leakage.FortyNodes.CLASSES;
import static innerloop.leakage.FortyNodes.EXPERIMENT;
import static innerloop.leakage.FortyNodes.NODES;
import static innerloop.leakage.FortyNodes.bare;
import static innerloop.leakage.FortyNodes.fixed;
import static innerloop.leakage.FortyNodes.graph;
import static innerloop.leakage.FortyNodes.lanes;
import static innerloop.leakage.FortyNodes.numbers;
import static innerloop.leakage.FortyNodes.only;
import static innerloop.leakage.FortyNodes.region;
import static innerloop.leakage.FortyNodes.regions;
import static innerloop.leakage.FortyNodes.requireFixed;
import static innerloop.leakage.FortyNodes.striped;
import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.graph.GraphBuilder;
import innerloop.io.ExperimentJson;
import innerloop.io.GraphReaders;
import innerloop.leakage.Leakage.Kind;
import innerloop.leakage.Leakage.Leak;
import innerloop.nn.Gcn;
import innerloop.nn.Mlp;
import innerloop.nn.Sgc;
import innerloop.phrase.Phrase;
import innerloop.task.NodeClassification;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a split lets an earlier phase know of a later one.
class LeakageTest {

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
        assertThat(Leakage.remarks(List.of())).isEmpty();
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
        assertThat(Phrase.line(Leakage.remarks(leaks)).text())
                .isEqualTo("leakage: classes or nodes in two lanes");
    }

    @Test
    void nodesInRegionsOfTwoPhasesAreTakenOutOfTheEarlierOne() {
        Experiment shared = regions(region("r", 0, 12), region("s", 15, 30), region("t", 10, 18));
        Leak leak = only(shared, striped(graph()));
        assertThat(leak.message()).isEqualTo("novel regions share 5 nodes with an earlier lane: t");
        assertThat(leak.nodes()).containsExactly(10, 11, 15, 16, 17);
        assertThat(fixed(shared, leak).split().regions())
                .containsExactly(region("r", 0, 10), region("s", 18, 30), region("t", 10, 18));
        requireFixed(shared, graph(), leak);
    }

    @Test
    void aRegionThatLosesAllItsNodesIsGone() {
        Experiment shared = regions(region("r", 0, 5), region("s", 5, 9), region("t", 0, 6));
        Experiment fixed = fixed(shared, only(shared, striped(graph())));
        assertThat(fixed.split().regions()).containsExactly(region("s", 6, 9), region("t", 0, 6));
        assertThat(fixed.split().lanes().train()).isEmpty();
        Split split = shared.split();
        Lanes same = new Lanes(List.of("s"), List.of(), List.of("s"));
        Experiment twice = shared.withSplit(split.withLanes(same));
        assertThat(fixed(twice, only(twice, striped(graph()))).split())
                .isEqualTo(split.withLanes(new Lanes(List.of(), List.of(), List.of("s"))));
    }

    @Test
    void aMemberGraphInTwoLanesIsShared() {
        AttributedGraph graph =
                bare().members(IntStream.range(0, NODES).map(i -> i / 20).toArray()).build();
        Split split =
                Split.empty()
                        .withKind(Split.Kind.GRAPHS)
                        .withLanes(new Lanes(List.of("0"), List.of("1"), List.of("1", "7")));
        Leak leak = only(EXPERIMENT.withSplit(split), graph);
        assertThat(leak.message()).isEqualTo("novel member graphs that an earlier lane has too: 1");
        assertThat(leak.nodes()).containsExactlyElementsOf(numbers(20, 40));
        requireFixed(EXPERIMENT.withSplit(split), graph, leak);
    }

    @Test
    void messagesAcrossTheSplitAreCountedAsFarAsTheEncoderReads() {
        // 0 (a) – 25 (c) – 35 (d) – 36 (d), and 1 – 2 within a.
        AttributedGraph chain = bare().edge(0, 25).edge(25, 35).edge(35, 36).edge(1, 2).build();
        Leak leak = only(EXPERIMENT, chain);
        assertThat(leak.kind()).isEqualTo(Kind.MESSAGES);
        assertThat(leak.message())
                .isEqualTo(
                        "2 of 10 novel nodes (20 %), 1 of 10 validation nodes (10 %) at most 2 edges"
                                + " from nodes of an earlier lane; 2 edges lead from later lanes"
                                + " into earlier ones");
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
        AttributedGraph inside = bare().edge(0, 11).edge(38, 39).build();
        assertThat(Leakage.of(EXPERIMENT, inside)).isEmpty();
        Experiment structural =
                EXPERIMENT
                        .withEncoder(Mlp.defaults())
                        .withFeatures(
                                new FeatureRecipe(
                                        FeatureRecipe.Kind.STRUCTURAL,
                                        FeatureRecipe.Normalize.NONE));
        Leak whole = only(structural, chain);
        assertThat(whole.message())
                .startsWith(
                        "2 of 10 novel nodes (20 %), 1 of 10 validation nodes (10 %) connected to"
                                + " nodes of an earlier lane");
        requireFixed(structural, chain, whole);
    }

    @Test
    void aDirectedEdgeLeaksOnlyIntoTheEarlierPhase() {
        GraphBuilder builder = new GraphBuilder("directed", 4, true);
        builder.labels(new int[] {0, 0, 3, 3}, CLASSES);
        assertThat(Leakage.of(EXPERIMENT, builder.edge(0, 2).build())).isEmpty();
        assertThat(only(EXPERIMENT, builder.edge(2, 0).build()).message())
                .startsWith("1 of 2 novel nodes (50 %)");
    }

    @Test
    void whatIsTooSmallToBeDrawnLeaksNothing() {
        Experiment shared = regions(region("r", 0, 20), region("s", 20, 30), region("t", 5, 7));
        assertThat(Leakage.of(shared, striped(graph()))).isEmpty();
        AttributedGraph joined = bare().edge(0, 35).build();
        assertThat(Leakage.of(EXPERIMENT, joined)).isNotEmpty();
        assertThat(Leakage.of(EXPERIMENT.withTask(new NodeClassification(2, 5, 6)), joined))
                .isEmpty();
    }

    /// The later lane keeps its region whole, though it stands in the earlier lane as well.
    @Test
    void aFixLeavesLaterLanesAsTheyAre() {
        Experiment shared = regions(region("r", 0, 12), region("s", 8, 20), region("t", 20, 30));
        Split split = shared.split();
        Experiment both =
                shared.withSplit(
                        split.withLanes(new Lanes(List.of("r"), List.of("s"), List.of("t", "r"))));
        AttributedGraph graph = striped(graph());
        for (Leak leak : Leakage.of(both, graph)) {
            Split fixed = fixed(both, leak).split();
            assertThat(fixed.lanes().test()).isEqualTo(List.of("t", "r"));
            assertThat(fixed.region("r").orElseThrow()).isEqualTo(region("r", 0, 12));
        }
        Split validation = fixed(both, Leakage.of(both, graph).getFirst()).split();
        assertThat(validation.lanes().train()).containsExactly("r 2");
        assertThat(validation.region("r 2").orElseThrow()).isEqualTo(region("r 2", 0, 8));
    }

    @Test
    void degreesReadOneEdgeFurther() {
        AttributedGraph chain = bare().edge(0, 1).edge(1, 35).build();
        FeatureRecipe degree =
                new FeatureRecipe(FeatureRecipe.Kind.DEGREE, FeatureRecipe.Normalize.NONE);
        Experiment blind = EXPERIMENT.withEncoder(Mlp.defaults());
        assertThat(Leakage.of(blind, chain)).isEmpty();
        assertThat(only(blind.withFeatures(degree), chain).message())
                .contains("at most 1 edge from nodes");
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
    void theDebianSampleSharesMessagesAndDuplicates() throws InputException {
        Path samples = Path.of("sample-graphs");
        AttributedGraph graph = GraphReaders.read(samples.resolve("debian")).graph();
        Experiment experiment =
                ExperimentJson.read(samples.resolve("debian.experiment.json"), List.of());
        assertThat(Leakage.of(experiment, graph))
                .extracting(Leak::kind)
                .containsExactly(Kind.MESSAGES, Kind.DUPLICATES);
    }

    @Test
    void everyPhaseHasAPlaceInTheOrder() {
        assertThat(NodePhases.ORDER).containsExactly(Phase.values());
    }
}
