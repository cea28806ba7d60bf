package innerloop.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.BlockModel;
import innerloop.episode.Lanes;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.PaintedEpisode.Slot;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.VectorBackend;
import innerloop.task.NodeClassification;
import innerloop.training.ExperimentRunner;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import innerloop.training.SmallExperiments;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Splits by regions and member graphs, and painted episodes, against the graph.
class SplitChecksTest {

    /// 150 nodes, `c0` the first 25 and so on; five member graphs of 30 nodes.
    private static final AttributedGraph GRAPH = graph();

    private static AttributedGraph graph() {
        AttributedGraph blocks = BlockModel.easy().graph();
        return new GraphBuilder("blocks", 150, false)
                .features(blocks.features(), List.of())
                .labels(blocks.labels(), blocks.classes())
                .members(IntStream.range(0, 150).map(i -> i / 30).toArray())
                .build();
    }

    private static final Lanes THIRDS = new Lanes(List.of("a"), List.of("b"), List.of("c"));

    /// Nodes `k`, `k + 3`, `k + 6` …: eight or nine of each class.
    private static Region third(String name, int k) {
        return new Region(name, IntStream.range(0, 150).filter(i -> i % 3 == k).boxed().toList());
    }

    private static Split regions(Lanes lanes, Region... more) {
        List<Region> regions =
                new ArrayList<>(List.of(third("a", 0), third("b", 1), third("c", 2)));
        regions.addAll(List.of(more));
        return Split.empty().withKind(Split.Kind.REGIONS).withRegions(regions).withLanes(lanes);
    }

    private static Split graphs(Lanes lanes) {
        return Split.empty().withKind(Split.Kind.GRAPHS).withLanes(lanes);
    }

    private static Experiment experiment(Split split) {
        return SmallExperiments.easy(2).withSplit(split);
    }

    private static List<String> lines(Experiment experiment) {
        return ExperimentChecks.check(experiment, GRAPH).stream()
                .map(f -> (f.blocking() ? "! " : "  ") + f.line())
                .toList();
    }

    private static List<String> lines(Split split) {
        return lines(experiment(split));
    }

    private static Region nodes(String name, Integer... nodes) {
        return new Region(name, List.of(nodes));
    }

    @Test
    void soundRegionsHaveNoFindingsAndMayStandInNoLane() {
        assertThat(lines(regions(THIRDS))).isEmpty();
        assertThat(lines(regions(THIRDS, nodes("idle", 0, 1)))).isEmpty();
    }

    @Test
    void aMisspeltRegionIsNamedWithTheNearestOne() {
        Lanes lanes = new Lanes(List.of("a"), List.of("b"), List.of("c", "nort"));
        assertThat(lines(regions(lanes, nodes("north", 1), nodes("south", 2))))
                .containsExactly(
                        "! split.test: there is no region \"nort\"; did you mean \"north\"?");
        assertThat(lines(Split.empty().withKind(Split.Kind.REGIONS).withLanes(THIRDS)))
                .contains("! split.train: there is no region \"a\"; split.regions has none at all");
    }

    @Test
    void nodesTheGraphDoesNotHaveBlockOnlyWhereTheyAreUsed() {
        Region odd = nodes("odd", 0, 149, 150, 900);
        Lanes used = new Lanes(List.of("a", "odd"), List.of("b"), List.of("c"));
        String line =
                "split.regions: region \"odd\" has nodes the graph does not have: 150, 900;"
                        + " its nodes are 0 to 149";
        assertThat(lines(regions(used, odd))).contains("! " + line);
        assertThat(lines(regions(THIRDS, odd))).containsExactly("  " + line);
        assertThat(lines(regions(THIRDS, odd).withKind(Split.Kind.CLASSES)))
                .noneMatch(found -> found.contains("odd"));
    }

    @Test
    void smallClassesOfARegionAreOneFindingAndPoorRegionsAnother() {
        Lanes lanes = new Lanes(List.of("a", "few"), List.of("b"), List.of("c"));
        // Three nodes of c0 and one of c1, of the base region.
        assertThat(lines(regions(lanes, nodes("few", 0, 3, 6, 27))))
                .containsExactly(
                        "  split.train: an episode takes 7 nodes per class (shots + queries), too"
                                + " few: c0 in few (3), c1 in few (1); these classes are left out;"
                                + " lower task.queries or task.shots",
                        "  split.train: not all regions have 2 classes of at least 7 nodes: few;"
                                + " these are left out");
    }

    @Test
    void aLaneWithoutARegionForAnEpisodeBlocks() {
        Experiment many = experiment(regions(THIRDS)).withTask(new NodeClassification(2, 20, 10));
        assertThat(lines(many).subList(0, 3))
                .containsExactly(
                        "! split.train: 2-way episodes need one of the regions to have 2 classes of"
                                + " at least 30 nodes, none in the base lane has; move regions there"
                                + ", or lower task.ways, task.shots or task.queries",
                        "! split.validation: 2-way episodes need one of the regions to have 2"
                                + " classes of at least 30 nodes, none in the validation lane has;"
                                + " move regions there, or lower task.ways, task.shots or task.queries",
                        "! split.test: 2-way episodes need one of the regions to have 2 classes of"
                                + " at least 30 nodes, none in the novel lane has; move regions there"
                                + ", or lower task.ways, task.shots or task.queries");
        assertThat(lines(regions(new Lanes(List.of("a"), List.of(), List.of()))))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("! split.test: 2-way episodes need one of the regions");
    }

    @Test
    void manyNamesAreCutShort() {
        Split singles =
                regions(
                        new Lanes(
                                IntStream.range(0, 13)
                                        .mapToObj(i -> i == 0 ? "a" : "single " + i)
                                        .toList(),
                                List.of("b"),
                                List.of("c")),
                        IntStream.range(1, 13)
                                .mapToObj(i -> nodes("single " + i, 3 * i))
                                .toArray(Region[]::new));
        assertThat(lines(singles))
                .hasSize(2)
                .anyMatch(line ->
                        line.contains("c0 in single 1 (1), ") && line.contains("and 2 more"))
                .anyMatch(line -> line.contains("single 10 and 2 more; these are left out"));
    }

    @Test
    void regionsThatOverlapAcrossLanesAreReported() {
        Lanes lanes = new Lanes(List.of("a"), List.of("b"), List.of("c", "wide"));
        Region wide =
                new Region("wide", IntStream.range(0, 60).filter(i -> i % 3 < 2).boxed().toList());
        assertThat(lines(regions(lanes, wide)))
                .containsExactly(
                        "  split.test: an episode takes 7 nodes per class (shots + queries), too few:"
                                + " c2 in wide (6); these classes are left out; lower task.queries or"
                                + " task.shots",
                        "  split.test: novel regions share 34 nodes with an earlier lane: wide; the"
                                + " score is not a few-shot score on unseen regions");
        assertThat(lines(regions(new Lanes(List.of("a"), List.of("a"), List.of("c")))))
                .containsExactly(
                        "  split.validation: validation regions share 50 nodes with an earlier lane:"
                                + " a; the validation curve does not show generalisation to new"
                                + " regions");
    }

    @Test
    void memberGraphsAreCheckedInTheSameWay() {
        assertThat(lines(graphs(new Lanes(List.of("1"), List.of("2", "5"), List.of("3")))))
                .containsExactly(
                        "! split.validation: the graph has no member graph 5; its member graphs are"
                                + " 0 to 4");
        assertThat(lines(graphs(new Lanes(List.of("1"), List.of(), List.of("0")))))
                .containsExactly(
                        "! split.test: 2-way episodes need one of the member graphs to have 2"
                                + " classes of at least 7 nodes, none in the novel lane has; move"
                                + " member graphs there, or lower task.ways, task.shots or task.queries",
                        "  split.validation: no validation member graphs;"
                                + " the validation curve will show base member graphs",
                        "  split.test: an episode takes 7 nodes per class (shots + queries), too few:"
                                + " c1 in graph 0 (5); these classes are left out; lower task.queries"
                                + " or task.shots");
    }

    @Test
    void whatIsWrongWithAPaintedEpisodeStopsNobody() throws InputException {
        PaintedEpisode painted =
                new PaintedEpisode(
                        List.of(
                                new Slot("c0", List.of(0, 25), List.of(-2, 26, 150)),
                                new Slot("c9", List.of(1), List.of()),
                                new Slot("c1", List.of(30), List.of(31))));
        Experiment experiment = experiment(regions(THIRDS).withPainted(painted));
        assertThat(lines(experiment))
                .containsExactly(
                        "  split.episode: c0 has nodes the graph does not have: -2, 150;"
                                + " its nodes are 0 to 149",
                        "  split.episode: nodes painted as c0 are not of this class: 25, 26;"
                                + " take them out; scores do not depend on them",
                        "  split.episode: the graph has no class \"c9\"; did you mean \"c0\"?");
        RunRecord with = run(experiment);
        RunRecord without = run(experiment(regions(THIRDS)));
        assertThat(with.metrics()).isEqualTo(without.metrics());
        assertThat(with.protocol().text()).isEqualTo(without.protocol().text());
    }

    @Test
    void theProtocolSaysWhatIsTested() throws InputException {
        Split three = regions(new Lanes(List.of("a"), List.of(), List.of("b", "c")));
        assertThat(run(experiment(three)).protocol().text())
                .isEqualTo(
                        "2-way 2-shot, 5 query, 20 test episodes in 2 test regions, split "
                                + three.shortHash());
        Split seen = three.withMessages(Split.Messages.SEEN);
        RunRecord inductive = run(experiment(seen));
        assertThat(inductive.protocol().text())
                .isEqualTo(
                        "2-way 2-shot, 5 query, 20 test episodes in 2 test regions, split %s,"
                                        .formatted(seen.shortHash())
                                + " inductive");
        assertThat(seen.shortHash()).isNotEqualTo(three.shortHash());
        assertThat(inductive.provenance().splitHash()).isEqualTo(seen.shortHash());
        assertThat(
                        run(experiment(graphs(new Lanes(List.of("1"), List.of(), List.of("2")))))
                                .protocol()
                                .text())
                .contains("20 test episodes in 1 test graph, split ");
        assertThat(run(experiment(Split.ofClasses(BlockModel.easy().split()))).protocol().text())
                .contains("20 test episodes over 2 novel classes, split ");
    }

    @Test
    void aRegionThatIsMissingIsRefusedInOneLine() {
        Split gone = regions(new Lanes(List.of("a"), List.of(), List.of("d")));
        assertThatThrownBy(() -> run(experiment(gone)))
                .isInstanceOf(InputException.class)
                .hasMessage("split.test: there is no region \"d\"; did you mean \"a\"?");
    }

    private static RunRecord run(Experiment experiment) throws InputException {
        return new ExperimentRunner(new VectorBackend(), 1)
                .run(experiment, GRAPH, new RunControl(), _ -> {});
    }
}
