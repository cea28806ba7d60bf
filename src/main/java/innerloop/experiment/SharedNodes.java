package innerloop.experiment;

import innerloop.episode.Area;
import innerloop.episode.Lanes;
import innerloop.episode.Phase;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.experiment.Leakage.Fix;
import innerloop.experiment.Leakage.Kind;
import innerloop.experiment.Leakage.Leak;
import innerloop.graph.AttributedGraph;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;

/// Finds what stands in the lanes of two phases.
final class SharedNodes {

    private SharedNodes() {}

    /// The leak into this phase from the ones before it. Quick enough to be asked for after every edit.
    static Optional<Leak> of(Split split, AttributedGraph graph, Phase later) {
        List<String> names = twice(split.lanes(), later);
        boolean regions = split.kind() == Split.Kind.REGIONS;
        if (names.isEmpty() && !regions) {
            return Optional.empty();
        }
        BitSet shared = new BitSet();
        for (Phase earlier : before(later)) {
            shared.or(Area.nodes(graph, split, earlier));
        }
        shared.and(Area.nodes(graph, split, later));
        if (names.isEmpty() && shared.isEmpty()) {
            return Optional.empty();
        }
        String lane = SplitChecks.lane(later);
        String things = split.kind().name().toLowerCase(Locale.ROOT);
        String message =
                regions
                        ? "%s regions share %d nodes with an earlier lane: %s"
                                .formatted(
                                        lane,
                                        shared.cardinality(),
                                        String.join(", ", touching(split, later, shared)))
                        : "%s %s that an earlier lane has too: %s"
                                .formatted(lane, things, String.join(", ", names));
        String why =
                later == Phase.VALIDATION
                        ? "the validation curve does not show generalisation to new " + things
                        : "the score is not a few-shot score on unseen " + things;
        String fix =
                regions
                        ? "take the shared nodes out of the earlier lane"
                        : "take them out of the earlier lane";
        return Optional.of(
                Leak.of(
                        Kind.SHARED_CLASS,
                        message,
                        why,
                        shared,
                        Optional.of(
                                new Fix(
                                        fix,
                                        e -> e.withSplit(separated(e.split(), graph, later))))));
    }

    private static List<Phase> before(Phase later) {
        return NodePhases.ORDER.subList(0, NodePhases.ORDER.indexOf(later));
    }

    /// The names of this lane that an earlier one has too.
    private static List<String> twice(Lanes lanes, Phase later) {
        return lanes.of(later).stream()
                .filter(name -> before(later).stream().anyMatch(p -> lanes.of(p).contains(name)))
                .toList();
    }

    private static List<String> touching(Split split, Phase phase, BitSet nodes) {
        return split.lanes().of(phase).stream()
                .filter(name ->
                        split.region(name).stream()
                                .flatMap(region -> region.nodes().stream())
                                .anyMatch(nodes::get))
                .toList();
    }

    private static Split separated(Split split, AttributedGraph graph, Phase later) {
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
            BitSet taken = Area.nodes(graph, split, later);
            for (Phase earlier : before(later)) {
                separated = without(separated, earlier, taken::get);
            }
        }
        return separated;
    }

    /// The split with the regions of one lane rid of some nodes; a region that has no other is gone.
    static Split without(Split split, Phase phase, IntPredicate nodes) {
        List<Region> left = new ArrayList<>();
        Lanes lanes = split.lanes();
        for (Region region : split.regions()) {
            List<Integer> kept =
                    split.lanes().of(phase).contains(region.name())
                            ? region.nodes().stream().filter(i -> !nodes.test(i)).toList()
                            : region.nodes();
            if (kept.isEmpty()) {
                lanes = lanes.without(region.name());
            } else {
                left.add(new Region(region.name(), kept));
            }
        }
        return split.withRegions(left).withLanes(lanes);
    }
}
