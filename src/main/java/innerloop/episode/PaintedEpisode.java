package innerloop.episode;

import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.math.Seed;
import innerloop.nn.Answers;
import innerloop.phrase.Phrase;
import innerloop.phrase.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// An episode painted on the graph by hand, node by node; it may be unfinished. Immutable.
///
/// @param slots its classes in the order they were begun; a slot without a node is left out, and no node is in two
public record PaintedEpisode(List<Slot> slots) {

    /// Nothing painted.
    public static final PaintedEpisode NONE = new PaintedEpisode(List.of());

    /// The role of a painted node.
    public enum Role {
        /// Support: learned from.
        SUPPORT,
        /// Query: scored.
        QUERY
    }

    /// One class of the episode; a node is in one of the lists at most.
    ///
    /// @param className the class
    /// @param support its support nodes by number, ascending
    /// @param query its query nodes by number, ascending
    public record Slot(String className, List<Integer> support, List<Integer> query) {

        public Slot {
            Set<Integer> taken = Set.copyOf(support);
            support = taken.stream().sorted().toList();
            query = query.stream().distinct().filter(q -> !taken.contains(q)).sorted().toList();
        }

        /// The nodes painted as this.
        public List<Integer> nodes(Role role) {
            return role == Role.SUPPORT ? support : query;
        }

        /// Whether it has a support and a query node, and all its nodes are of its class.
        private boolean isWhole(AttributedGraph graph) {
            int index = graph.classes().indexOf(className);
            return index >= 0
                    && !support.isEmpty()
                    && !query.isEmpty()
                    && Stream.concat(support.stream(), query.stream())
                            .allMatch(node ->
                                    node >= 0
                                            && node < graph.nodes()
                                            && graph.labels()[node] == index);
        }

        private boolean isEmpty() {
            return support.isEmpty() && query.isEmpty();
        }

        private Slot without(int node) {
            return new Slot(className, minus(support, node), minus(query, node));
        }

        private Slot with(int node, Role role) {
            Slot free = without(node);
            return role == Role.SUPPORT
                    ? new Slot(className, plus(free.support, node), free.query)
                    : new Slot(className, free.support, plus(free.query, node));
        }

        private static List<Integer> minus(List<Integer> nodes, int node) {
            return nodes.stream().filter(other -> other != node).toList();
        }

        private static List<Integer> plus(List<Integer> nodes, int node) {
            List<Integer> more = new ArrayList<>(nodes);
            more.add(node);
            return more;
        }
    }

    public PaintedEpisode {
        slots = slots.stream().filter(slot -> !slot.isEmpty()).toList();
        if (slots.stream().map(Slot::className).distinct().count() < slots.size()) {
            throw new Refusal(Phrase.of("refusal.sameClass"));
        }
        Set<Integer> painted = new HashSet<>();
        for (Slot slot : slots) {
            Stream.concat(slot.support.stream(), slot.query.stream())
                    .filter(node -> !painted.add(node))
                    .findFirst()
                    .ifPresent(node -> {
                        throw new Refusal(Phrase.of("refusal.sameNode", node.toString()));
                    });
        }
    }

    /// Whether nothing is painted.
    public boolean isEmpty() {
        return slots.isEmpty();
    }

    /// All nodes painted as this, slot after slot.
    public int[] nodes(Role role) {
        return slots.stream()
                .flatMap(slot -> slot.nodes(role).stream())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// Whether all painted nodes are in an area.
    public boolean isIn(Area area) {
        return Stream.of(Role.values())
                .flatMapToInt(role -> Arrays.stream(nodes(role)))
                .allMatch(node -> Arrays.binarySearch(area.nodes(), node) >= 0);
    }

    /// Whether it could be an episode of a split: one of its regions or member graphs, in any lane, contains all painted nodes.
    /// Always true if the lanes hold classes.
    public boolean isInOneArea(AttributedGraph graph, Split split) {
        return split.kind() == Split.Kind.CLASSES
                || isEmpty()
                || Stream.of(Phase.values())
                        .flatMap(phase -> Area.of(graph, split, phase).stream())
                        .anyMatch(this::isIn);
    }

    /// The slot of a class, if it is begun.
    public Optional<Slot> slot(String className) {
        return slots.stream().filter(slot -> slot.className().equals(className)).findFirst();
    }

    /// The episode with one more painted node of a class; a new class gets the next slot.
    public PaintedEpisode paint(int node, String className, Role role) {
        List<Slot> changed =
                new ArrayList<>(slots.stream().map(slot -> slot.without(node)).toList());
        if (slot(className).isEmpty()) {
            changed.add(new Slot(className, List.of(), List.of()));
        }
        changed.replaceAll(
                slot -> slot.className().equals(className) ? slot.with(node, role) : slot);
        return new PaintedEpisode(changed);
    }

    /// The episode without a node; a class without nodes loses its slot.
    public PaintedEpisode erase(int node) {
        return new PaintedEpisode(slots.stream().map(slot -> slot.without(node)).toList());
    }

    /// The episode, if it is complete: it has as many slots as an episode has ways, each with a support and a query node, and
    /// all nodes are of the classes they are painted as. Slots may have different numbers of nodes. Only an episode of nodes
    /// can be painted.
    public Optional<Episode> toEpisode(AttributedGraph graph, FewShot drawing) {
        if (drawing.unit() != Unit.NODE
                || slots.size() != drawing.ways()
                || !slots.stream().allMatch(slot -> slot.isWhole(graph))) {
            return Optional.empty();
        }
        int[] classes =
                slots.stream()
                        .mapToInt(slot -> graph.classes().indexOf(slot.className()))
                        .toArray();
        return Optional.of(
                new Episode(
                        Optional.of(examples(Role.SUPPORT, classes)),
                        examples(Role.QUERY, classes)));
    }

    private Examples examples(Role role, int[] classes) {
        return new Examples(
                new Targets.Nodes(nodes(role)), new Answers.Slots(classes, slotOfNode(role)));
    }

    private int[] slotOfNode(Role role) {
        return IntStream.range(0, slots.size())
                .flatMap(k -> slots.get(k).nodes(role).stream().mapToInt(_ -> k))
                .toArray();
    }

    /// The episode completed at random to the ways, shots and queries of a task; painted nodes stay. Further classes and nodes
    /// come from the test lane if it has any, then from validation and training. Pure: the same seed gives the same episode.
    public PaintedEpisode complete(AttributedGraph graph, Split split, FewShot drawing, Seed seed) {
        return new EpisodeCompletion(graph, split, drawing, seed).of(this);
    }
}
