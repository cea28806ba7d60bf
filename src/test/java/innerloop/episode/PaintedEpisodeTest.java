package innerloop.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.EpisodeParts;
import innerloop.episode.PaintedEpisode.Role;
import innerloop.episode.PaintedEpisode.Slot;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.Seed;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PaintedEpisodeTest {

    /// 60 nodes, node i of class i mod 6 (`a` … `f`); `tiny` has nodes 60 … 62, `empty` none, node 63 is of no class.
    private static final AttributedGraph GRAPH = graph();

    private static final Split SPLIT =
            Split.ofClasses(
                    new Lanes(List.of("a", "b"), List.of("c", "tiny"), List.of("d", "e", "f")));

    private static AttributedGraph graph() {
        int[] labels = new int[64];
        Arrays.setAll(labels, i -> i < 60 ? i % 6 : i < 63 ? 6 : -1);
        return new GraphBuilder("g", 64, false)
                .labels(labels, List.of("a", "b", "c", "d", "e", "f", "tiny", "empty"))
                .build();
    }

    private static PaintedEpisode painted(Slot... slots) {
        return new PaintedEpisode(List.of(slots));
    }

    private static Slot slot(String name, List<Integer> support, List<Integer> query) {
        return new Slot(name, support, query);
    }

    @Test
    void aWholePaintingIsAnEpisodeWithTheNodesSlotAfterSlot() {
        PaintedEpisode painted =
                painted(
                        slot("f", List.of(11, 5), List.of(17)),
                        slot("a", List.of(6), List.of(0, 12, 18)));
        Episode episode = painted.toEpisode(GRAPH, new FewShot(2, 1, 1, Unit.NODE)).orElseThrow();
        assertThat(EpisodeParts.classes(episode)).containsExactly(5, 0);
        assertThat(episode.supportNodes()).containsExactly(5, 11, 6);
        assertThat(EpisodeParts.supportSlots(episode)).containsExactly(0, 0, 1);
        assertThat(episode.queryNodes()).containsExactly(17, 0, 12, 18);
        assertThat(EpisodeParts.querySlots(episode)).containsExactly(0, 1, 1, 1);
    }

    @Test
    void whatIsNotWholeIsNoEpisode() {
        Slot good = slot("a", List.of(0), List.of(6));
        assertThat(
                        painted(good, slot("b", List.of(1), List.of(7)))
                                .toEpisode(GRAPH, new FewShot(2, 1, 1, Unit.NODE)))
                .isPresent();
        assertThat(
                        painted(good, slot("b", List.of(1), List.of(7)))
                                .toEpisode(GRAPH, new FewShot(3, 1, 1, Unit.NODE)))
                .isEmpty();
        for (Slot bad :
                List.of(
                        slot("b", List.of(1), List.of()),
                        slot("b", List.of(), List.of(1)),
                        slot("b", List.of(1), List.of(2)),
                        slot("b", List.of(2), List.of(1)),
                        slot("b", List.of(1, 63), List.of(7)),
                        slot("b", List.of(1), List.of(64)),
                        slot("b", List.of(-1), List.of(7)),
                        slot("gone", List.of(1), List.of(7)))) {
            assertThat(painted(good, bad).toEpisode(GRAPH, new FewShot(2, 1, 1, Unit.NODE)))
                    .as(bad.toString())
                    .isEmpty();
        }
        assertThat(PaintedEpisode.NONE.toEpisode(GRAPH, new FewShot(2, 1, 1, Unit.NODE))).isEmpty();
    }

    @Test
    void aClassHasOneSlot() {
        assertThatThrownBy(() ->
                        painted(
                                slot("a", List.of(0), List.of(6)),
                                slot("a", List.of(12), List.of(18))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two slots have the same class");
    }

    @Test
    void aNodeThatIsPaintedAgainChangesItsRoleAndItsClassKeepsItsPlace() {
        PaintedEpisode painted =
                PaintedEpisode.NONE
                        .paint(0, "a", Role.SUPPORT)
                        .paint(1, "b", Role.SUPPORT)
                        .paint(0, "a", Role.QUERY)
                        .paint(6, "a", Role.SUPPORT);
        assertThat(painted)
                .isEqualTo(
                        painted(
                                slot("a", List.of(6), List.of(0)),
                                slot("b", List.of(1), List.of())));
        assertThat(painted.erase(1)).isEqualTo(painted(slot("a", List.of(6), List.of(0))));
    }

    @Test
    void nothingPaintedIsCompletedFromTheNovelLane() {
        Set<String> first = new TreeSet<>();
        for (int seed = 0; seed < 40; seed++) {
            PaintedEpisode complete =
                    PaintedEpisode.NONE.complete(
                            GRAPH, SPLIT, new FewShot(2, 2, 4, Unit.NODE), new Seed(seed));
            assertThat(complete.slots()).hasSize(2);
            complete.slots()
                    .forEach(slot -> {
                        assertThat(slot.className()).isIn("d", "e", "f");
                        assertThat(slot.support()).hasSize(2);
                        assertThat(slot.query()).hasSize(4);
                    });
            first.add(complete.slots().getFirst().className());
            assertThat(complete.toEpisode(GRAPH, new FewShot(2, 1, 1, Unit.NODE))).isPresent();
        }
        assertThat(first).containsExactly("d", "e", "f");
    }

    @Test
    void furtherClassesComeFromValidationThenBaseThenNowhere() {
        FewShot task = new FewShot(7, 1, 3, Unit.NODE);
        for (int seed = 0; seed < 20; seed++) {
            List<String> names = names(PaintedEpisode.NONE, task, seed);
            assertThat(names.subList(0, 3)).containsExactlyInAnyOrder("d", "e", "f");
            // "tiny" has too few nodes to fill a slot, so it is the last of its lane.
            assertThat(names.subList(3, 5)).containsExactly("c", "tiny");
            assertThat(names.subList(5, 7)).containsExactlyInAnyOrder("a", "b");
            assertThat(names(PaintedEpisode.NONE, new FewShot(20, 1, 3, Unit.NODE), seed))
                    .hasSize(7);
        }
    }

    private static List<String> names(PaintedEpisode begun, FewShot task, long seed) {
        return begun.complete(GRAPH, SPLIT, task, new Seed(seed)).slots().stream()
                .map(Slot::className)
                .toList();
    }

    /// Random paintings, with all that can be wrong about them.
    @Test
    void whatIsPaintedStaysAndTheRestIsRightAndPure() {
        SplittableRandom random = new SplittableRandom(5);
        List<String> classes = List.of("a", "b", "c", "d", "tiny", "empty", "gone");
        for (int turn = 0; turn < 300; turn++) {
            PaintedEpisode begun = PaintedEpisode.NONE;
            for (int k = random.nextInt(12); k > 0; k--) {
                int node = random.nextInt(-1, 66);
                boolean own = node >= 0 && node < 63 && random.nextInt(4) > 0;
                begun =
                        begun.paint(
                                node,
                                own
                                        ? GRAPH.classes().get(GRAPH.labels()[node])
                                        : classes.get(random.nextInt(classes.size())),
                                random.nextBoolean() ? Role.SUPPORT : Role.QUERY);
            }
            FewShot task =
                    new FewShot(
                            random.nextInt(2, 6),
                            random.nextInt(1, 5),
                            random.nextInt(1, 9),
                            Unit.NODE);
            PaintedEpisode complete = begun.complete(GRAPH, SPLIT, task, new Seed(turn));
            assertThat(complete).isEqualTo(begun.complete(GRAPH, SPLIT, task, new Seed(turn)));
            assertThat(complete.slots()).hasSize(Math.max(task.ways(), begun.slots().size()));
            Set<Integer> nodes = new HashSet<>();
            for (int s = 0; s < complete.slots().size(); s++) {
                Slot slot = complete.slots().get(s);
                Slot before =
                        s < begun.slots().size()
                                ? begun.slots().get(s)
                                : slot(slot.className(), List.of(), List.of());
                assertThat(slot.className()).isEqualTo(before.className());
                for (Role role : Role.values()) {
                    assertThat(slot.nodes(role)).containsAll(before.nodes(role));
                    int wanted = role == Role.SUPPORT ? task.shots() : task.queries();
                    assertThat(slot.nodes(role).size())
                            .isLessThanOrEqualTo(Math.max(wanted, before.nodes(role).size()));
                    for (int node : slot.nodes(role)) {
                        assertThat(nodes.add(node)).isTrue();
                        if (!before.nodes(role).contains(node)) {
                            assertThat(GRAPH.classes().get(GRAPH.labels()[node]))
                                    .isEqualTo(slot.className());
                        }
                    }
                }
                if (begun.isEmpty() && !slot.className().equals("tiny")) {
                    assertThat(slot.support().size() + slot.query().size())
                            .isEqualTo(Math.min(10, task.examplesPerClass()));
                }
            }
        }
    }

    @Test
    void aClassThatIsTooSmallGivesWhatItHasAndSparesAQueryNode() {
        FewShot task = new FewShot(2, 5, 5, Unit.NODE);
        PaintedEpisode begun = painted(slot("tiny", List.of(61), List.of()));
        Slot tiny = begun.complete(GRAPH, SPLIT, task, new Seed(1)).slots().getFirst();
        assertThat(tiny.support()).hasSize(2).contains(61);
        assertThat(tiny.query()).hasSize(1);
    }

    @Test
    void aSlotWithoutANodeIsNoneAndNoNodeIsInTwo() {
        assertThat(
                        painted(slot("a", List.of(), List.of()), slot("b", List.of(3), List.of()))
                                .slots())
                .containsExactly(slot("b", List.of(3), List.of()));
        assertThatThrownBy(() ->
                        painted(slot("a", List.of(3), List.of()), slot("b", List.of(), List.of(3))))
                .hasMessage("node 3 is in two slots");
    }

    @Test
    void nodesOfAClassAreDrawnAboutEquallyOften() {
        int[] drawn = new int[64];
        PaintedEpisode begun = painted(slot("d", List.of(3), List.of(9)));
        for (int seed = 0; seed < 2000; seed++) {
            begun.complete(GRAPH, SPLIT, new FewShot(2, 3, 1, Unit.NODE), new Seed(seed))
                    .slots()
                    .getFirst()
                    .support()
                    .forEach(node -> drawn[node]++);
        }
        // Two out of the eight other nodes of the class: 2000 / 4 = 500, standard deviation 19.
        for (int node = 15; node < 60; node += 6) {
            assertThat(drawn[node]).isBetween(400, 600);
        }
    }

    /// The novel region has three nodes of each class, the base region four.
    @Test
    void anEpisodeOfASplitByRegionsStaysInOneOfThem() {
        Split regions =
                Split.empty()
                        .withKind(Split.Kind.REGIONS)
                        .withRegions(List.of(region("novel", 0, 18), region("base", 18, 42)))
                        .withLanes(new Lanes(List.of("base"), List.of(), List.of("novel")));
        for (int seed = 0; seed < 20; seed++) {
            assertThat(
                            completed(
                                    PaintedEpisode.NONE,
                                    regions,
                                    new FewShot(3, 1, 2, Unit.NODE),
                                    seed))
                    .hasSize(9)
                    .allMatch(node -> node < 18);
            assertThat(
                            completed(
                                    PaintedEpisode.NONE,
                                    regions,
                                    new FewShot(3, 1, 3, Unit.NODE),
                                    seed))
                    .hasSize(12)
                    .allMatch(node -> node >= 18 && node < 42);
            PaintedEpisode begun =
                    PaintedEpisode.NONE.paint(
                            20, GRAPH.classes().get(GRAPH.labels()[20]), Role.SUPPORT);
            assertThat(completed(begun, regions, new FewShot(3, 1, 2, Unit.NODE), seed))
                    .contains(20)
                    .allMatch(node -> node >= 18 && node < 42);
        }
    }

    private static List<Integer> completed(
            PaintedEpisode begun, Split regions, FewShot task, int seed) {
        PaintedEpisode complete = begun.complete(GRAPH, regions, task, new Seed(seed));
        assertThat(complete.isInOneArea(GRAPH, regions)).isTrue();
        return Stream.of(Role.values())
                .flatMap(role -> Arrays.stream(complete.nodes(role)).boxed())
                .toList();
    }

    @Test
    void nodesOfTwoRegionsAreNoEpisodeOfASplitByRegions() {
        Split regions =
                Split.empty()
                        .withKind(Split.Kind.REGIONS)
                        .withRegions(List.of(region("novel", 0, 18), region("base", 18, 42)))
                        .withLanes(new Lanes(List.of("base"), List.of(), List.of("novel")));
        PaintedEpisode both = painted(slot("a", List.of(0), List.of(18)));
        assertThat(both.isInOneArea(GRAPH, regions)).isFalse();
        assertThat(both.isInOneArea(GRAPH, SPLIT)).isTrue();
    }

    private static Region region(String name, int from, int to) {
        return new Region(name, IntStream.range(from, to).boxed().toList());
    }
}
