package innerloop.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.EpisodeParts;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.Seed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Episodes of regions and of member graphs.
class AreaTest {

    private static final FewShot TASK = new FewShot(2, 1, 2, Unit.NODE);

    /// 8 member graphs of 15 nodes; node i has class i mod 5, except that every 13th node has none.
    private static final AttributedGraph GRAPH = graph();

    private static AttributedGraph graph() {
        int[] labels = new int[120];
        int[] graphOf = new int[120];
        Arrays.setAll(labels, i -> i % 13 == 12 ? -1 : i % 5);
        Arrays.setAll(graphOf, i -> i / 15);
        return new GraphBuilder("members", 120, false)
                .labels(labels, List.of("a", "b", "c", "d", "e"))
                .members(graphOf)
                .build();
    }

    /// The member graphs, and as regions the same nodes.
    private static Split split(Split.Kind kind, Lanes lanes) {
        List<Region> regions =
                IntStream.range(0, 8)
                        .mapToObj(r ->
                                new Region(
                                        Integer.toString(r),
                                        IntStream.range(15 * r, 15 * r + 15).boxed().toList()))
                        .toList();
        return new Split(kind, lanes, regions, Split.Messages.ALL, PaintedEpisode.NONE);
    }

    private static final Lanes LANES =
            new Lanes(List.of("5", "0", "2"), List.of("7"), List.of("1", "6"));

    private static EpisodeSampler sampler(Split split) {
        return new EpisodeSampler(GRAPH, split, TASK, new Seed(3));
    }

    private static Set<Integer> areasOf(Episode episode) {
        Set<Integer> areas = new TreeSet<>();
        IntStream.concat(Arrays.stream(episode.supportNodes()), Arrays.stream(episode.queryNodes()))
                .forEach(node -> areas.add(node / 15));
        return areas;
    }

    @ParameterizedTest
    @EnumSource(
            value = Split.Kind.class,
            names = {"REGIONS", "GRAPHS"})
    void anEpisodeStaysInOneAreaOfItsLaneAndAllAreasComeEquallyOften(Split.Kind kind) {
        EpisodeSampler sampler = sampler(split(kind, LANES));
        for (Phase phase : Phase.values()) {
            Map<String, Integer> drawn = new HashMap<>();
            for (int i = 0; i < 600; i++) {
                Episode episode = sampler.sample(phase, i);
                assertThat(areasOf(episode)).hasSize(1);
                drawn.merge(areasOf(episode).iterator().next().toString(), 1, Integer::sum);
                assertThat(EpisodeParts.classes(episode)).hasSize(2).doesNotHaveDuplicates();
                for (int k = 0; k < episode.queryNodes().length; k++) {
                    assertThat(GRAPH.labels()[episode.queryNodes()[k]])
                            .isEqualTo(
                                    EpisodeParts.classes(episode)[
                                            EpisodeParts.querySlots(episode)[k]]);
                }
            }
            List<String> lane = LANES.of(phase);
            assertThat(drawn.keySet()).containsExactlyInAnyOrderElementsOf(lane);
            // 600 / 3 = 200 each, standard deviation 12.
            assertThat(drawn.values()).allMatch(count -> Math.abs(count - 600 / lane.size()) < 60);
            assertThat(sampler.usableAreas(phase)).isEqualTo(lane.size());
        }
    }

    @Test
    void anEpisodeDependsOnSeedPhaseAndIndexOnly() {
        Split split = split(Split.Kind.REGIONS, LANES);
        EpisodeSampler other = sampler(split);
        for (int i = 19; i >= 0; i--) {
            assertThat(other.sample(Phase.TRAIN, i))
                    .usingRecursiveComparison()
                    .isEqualTo(sampler(split).sample(Phase.TRAIN, i));
        }
    }

    @Test
    void regionsAndMemberGraphsOfTheSameNodesGiveTheSameEpisodes() {
        for (int i = 0; i < 20; i++) {
            assertThat(sampler(split(Split.Kind.REGIONS, LANES)).sample(Phase.TEST, i))
                    .usingRecursiveComparison()
                    .isEqualTo(sampler(split(Split.Kind.GRAPHS, LANES)).sample(Phase.TEST, i));
        }
    }

    @Test
    void aRegionOfTheWholeGraphGivesTheEpisodesOfAllItsClasses() {
        Lanes all = new Lanes(List.of("all"), List.of(), List.of());
        Split whole =
                Split.empty()
                        .withKind(Split.Kind.REGIONS)
                        .withRegions(
                                List.of(
                                        new Region(
                                                "all", IntStream.range(0, 120).boxed().toList())))
                        .withLanes(all);
        Split classes = Split.ofClasses(new Lanes(GRAPH.classes(), List.of(), List.of()));
        for (int i = 0; i < 20; i++) {
            assertThat(sampler(whole).sample(Phase.TRAIN, i))
                    .usingRecursiveComparison()
                    .isEqualTo(sampler(classes).sample(Phase.TRAIN, i));
            assertThat(sampler(whole).batch(i, 7))
                    .usingRecursiveComparison()
                    .isEqualTo(sampler(classes).batch(i, 7));
        }
    }

    @Test
    void areasWithTooFewClassesAndClassesTooSmallInTheirAreaNeverAppear() {
        // "one" has three nodes of a and one of b; "two" three each of a and b, and two of c.
        Split split =
                Split.empty()
                        .withKind(Split.Kind.REGIONS)
                        .withRegions(
                                List.of(
                                        new Region("one", List.of(0, 5, 10, 1)),
                                        new Region("two", List.of(15, 20, 30, 16, 21, 31, 17, 22))))
                        .withLanes(
                                new Lanes(List.of("one", "two"), List.of("one"), List.of("gone")));
        EpisodeSampler sampler = sampler(split);
        assertThat(sampler.usableAreas(Phase.TRAIN)).isEqualTo(1);
        assertThat(sampler.usableClasses(Phase.TRAIN)).isEqualTo(2);
        for (int i = 0; i < 30; i++) {
            assertThat(EpisodeParts.classes(sampler.sample(Phase.TRAIN, i)))
                    .containsExactlyInAnyOrder(0, 1);
        }
        assertThat(sampler.canSample(Phase.VALIDATION)).isFalse();
        assertThat(sampler.canSample(Phase.TEST)).isFalse();
        assertThatThrownBy(() -> sampler.sample(Phase.VALIDATION, 0))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("VALIDATION has nowhere 2 usable classes");
    }

    @Test
    void aBatchTakesNodesOfAllTrainingAreasEachAsOften() {
        List<Integer> first = List.of(0, 5, 10, 1, 6, 11);
        List<Integer> second = List.of(10, 15, 20, 2, 7, 17);
        Split split =
                Split.empty()
                        .withKind(Split.Kind.REGIONS)
                        .withRegions(List.of(new Region("x", first), new Region("y", second)))
                        .withLanes(new Lanes(List.of("x", "y"), List.of(), List.of()));
        Episode batch = sampler(split).batch(0, 6000);
        assertThat(EpisodeParts.classes(batch)).containsExactly(0, 1, 2);
        int[] drawn = new int[120];
        for (int k = 0; k < 6000; k++) {
            int node = batch.queryNodes()[k];
            drawn[node]++;
            assertThat(GRAPH.labels()[node])
                    .isEqualTo(EpisodeParts.classes(batch)[EpisodeParts.querySlots(batch)[k]]);
        }
        // Class a has five nodes, 10 in both regions: 6000 / 3 / 5 = 400 each.
        for (int node : new int[] {0, 5, 10, 15, 20}) {
            assertThat(drawn[node]).isBetween(320, 480);
        }
        assertThat(IntStream.range(0, 120).filter(i -> drawn[i] > 0).boxed())
                .containsExactlyInAnyOrder(0, 1, 2, 5, 6, 7, 10, 11, 15, 17, 20);
    }

    @Test
    void whatTheGraphDoesNotHaveIsNoPartOfAnArea() {
        Lanes lanes = new Lanes(List.of("r", "s"), List.of(), List.of("99", "0"));
        Split regions =
                Split.empty()
                        .withKind(Split.Kind.REGIONS)
                        .withRegions(List.of(new Region("r", List.of(3, 12, 120))))
                        .withLanes(lanes);
        List<Area> areas = Area.of(GRAPH, regions, Phase.TRAIN);
        assertThat(areas).hasSize(1);
        assertThat(areas.getFirst().nodes()).containsExactly(3, 12);
        assertThat(areas.getFirst().classes()).containsExactly(3);
        Split graphs = split(Split.Kind.GRAPHS, new Lanes(List.of(), List.of(), List.of("99")));
        assertThat(Area.of(GRAPH, graphs, Phase.TEST)).isEmpty();
        Split classes = Split.ofClasses(new Lanes(List.of("x", "b"), List.of(), List.of()));
        assertThat(Area.of(GRAPH, classes, Phase.TRAIN).getFirst().classes()).containsExactly(1);
    }
}
