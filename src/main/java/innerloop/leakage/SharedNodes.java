package innerloop.leakage;

import innerloop.episode.Area;
import innerloop.episode.FewShot;
import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.graph.AttributedGraph;
import innerloop.leakage.Leakage.Fix;
import innerloop.leakage.Leakage.Kind;
import innerloop.leakage.Leakage.Leak;
import innerloop.phrase.Phrase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Finds classes, regions, member graphs and nodes that are in the lanes of two phases.
public final class SharedNodes {

    private SharedNodes() {}

    /// The leak between this phase and earlier ones. Fast enough to be called after every edit.
    public static Optional<Leak> of(
            Split split, FewShot drawing, AttributedGraph graph, Phase later) {
        boolean regions = split.kind() == Split.Kind.REGIONS;
        if (!regions && twice(split.lanes(), later).isEmpty()) {
            return Optional.empty();
        }
        BitSet shared = new BitSet();
        for (Phase earlier : before(later)) {
            shared.or(Area.drawn(graph, split, earlier, drawing));
        }
        shared.and(Area.drawn(graph, split, later, drawing));
        if (shared.isEmpty()) {
            return Optional.empty();
        }
        List<String> names = names(split, graph, later, shared);
        Phrase lane = Lanes.phrase(later);
        Phrase things = split.kind().phrase();
        Phrase what =
                regions
                        ? Phrase.of(
                                "leak.sharedNodes",
                                lane,
                                Phrase.amount(shared.cardinality(), "node"),
                                names)
                        : Phrase.of("leak.shared", lane, things, names);
        Phrase why =
                later == Phase.VALIDATION
                        ? Phrase.of("leak.shared.curve", things)
                        : Phrase.of("leak.shared.score", things);
        Phrase fix = Phrase.of(regions ? "leak.sharedNodes.fix" : "leak.shared.fix");
        return Optional.of(
                Leak.of(
                        Kind.SHARED_CLASS,
                        what,
                        why,
                        shared,
                        Optional.of(
                                new Fix(
                                        fix,
                                        e ->
                                                e.withSplit(
                                                        separated(
                                                                e.split(),
                                                                e.task().drawing(),
                                                                graph,
                                                                later))))));
    }

    private static List<Phase> before(Phase later) {
        return NodePhases.ORDER.subList(0, NodePhases.ORDER.indexOf(later));
    }

    /// The names that are in this lane and in an earlier one.
    private static List<String> twice(Lanes lanes, Phase later) {
        Set<String> earlier = new HashSet<>();
        before(later).forEach(phase -> earlier.addAll(lanes.of(phase)));
        return lanes.of(later).stream().filter(earlier::contains).toList();
    }

    /// The classes, regions or member graphs through which these nodes are in the lane.
    private static List<String> names(
            Split split, AttributedGraph graph, Phase phase, BitSet nodes) {
        Set<String> names =
                switch (split.kind()) {
                    case CLASSES ->
                            nodes.stream()
                                    .mapToObj(i -> graph.classes().get(graph.labels()[i]))
                                    .collect(Collectors.toSet());
                    case GRAPHS ->
                            nodes.stream()
                                    .mapToObj(i -> Integer.toString(graph.graphOf()[i]))
                                    .collect(Collectors.toSet());
                    case REGIONS ->
                            split.regions().stream()
                                    .filter(region -> region.nodes().stream().anyMatch(nodes::get))
                                    .map(Region::name)
                                    .collect(Collectors.toSet());
                };
        return split.lanes().of(phase).stream().filter(names::contains).toList();
    }

    private static Split separated(
            Split split, FewShot drawing, AttributedGraph graph, Phase later) {
        Lanes lanes = split.lanes();
        UnaryOperator<List<String>> others =
                lane -> lane.stream().filter(name -> !lanes.of(later).contains(name)).toList();
        Split separated =
                split.withLanes(
                        new Lanes(
                                others.apply(lanes.train()),
                                later == Phase.TEST
                                        ? others.apply(lanes.validation())
                                        : lanes.validation(),
                                lanes.test()));
        if (split.kind() == Split.Kind.REGIONS) {
            BitSet taken = Area.drawn(graph, split, later, drawing);
            for (Phase earlier : before(later)) {
                separated = without(separated, earlier, taken::get);
            }
        }
        return separated;
    }

    /// The split without some nodes in one lane. A region with no other nodes is removed from the lane; of a region that is
    /// also in another lane, this lane gets a reduced copy.
    static Split without(Split split, Phase phase, IntPredicate nodes) {
        Split changed = split;
        List<String> lane = new ArrayList<>();
        for (String name : split.lanes().of(phase)) {
            Region region = split.region(name).orElse(null);
            if (region == null || region.nodes().stream().noneMatch(nodes::test)) {
                lane.add(name);
                continue;
            }
            List<Integer> kept = region.nodes().stream().filter(i -> !nodes.test(i)).toList();
            List<Region> regions = new ArrayList<>(changed.regions());
            boolean elsewhere =
                    NodePhases.ORDER.stream()
                            .anyMatch(p -> p != phase && split.lanes().of(p).contains(name));
            String newName = elsewhere ? free(changed, name) : name;
            int place = regions.indexOf(region) + (elsewhere ? 1 : 0);
            if (!elsewhere) {
                regions.remove(region);
            }
            if (!kept.isEmpty()) {
                regions.add(place, new Region(newName, kept));
                lane.add(newName);
            }
            changed = changed.withRegions(regions);
        }
        return changed.withLanes(split.lanes().with(phase, lane));
    }

    private static String free(Split split, String name) {
        String stem = name.substring(0, Math.min(name.length(), Region.LONGEST_NAME - 8));
        int number = 2;
        while (split.region(stem + " " + number).isPresent()) {
            number++;
        }
        return stem + " " + number;
    }
}
