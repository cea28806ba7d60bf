package innerloop.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// An episode somebody paints on the graph, node by node; it may be unfinished. Immutable.
///
/// @param slots its classes in the order they were begun
public record PaintedEpisode(List<Slot> slots) {

    /// Nothing painted.
    public static final PaintedEpisode NONE = new PaintedEpisode(List.of());

    /// What a node is painted as.
    public enum Role {
        /// To learn from.
        SUPPORT,
        /// To be judged on.
        QUERY
    }

    /// One class of the episode; a node is in one of the lists at most.
    ///
    /// @param className the class
    /// @param support its support nodes by number, ascending
    /// @param query its query nodes by number, ascending
    public record Slot(String className, List<Integer> support, List<Integer> query) {

        public Slot {
            List<Integer> taken = support.stream().distinct().sorted().toList();
            support = taken;
            query = query.stream().distinct().filter(q -> !taken.contains(q)).sorted().toList();
        }

        /// The nodes painted as this.
        public List<Integer> nodes(Role role) {
            return role == Role.SUPPORT ? support : query;
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
        slots = List.copyOf(slots);
    }

    /// Whether nothing is painted.
    public boolean isEmpty() {
        return slots.isEmpty();
    }

    /// The slot of a class, if it is begun.
    public Optional<Slot> slot(String className) {
        return slots.stream().filter(slot -> slot.className().equals(className)).findFirst();
    }

    /// With a node of a class painted; a class that is not begun yet gets the next slot.
    public PaintedEpisode paint(int node, String className, Role role) {
        List<Slot> changed = new ArrayList<>(erase(node).slots);
        if (slot(className).isEmpty()) {
            changed.add(new Slot(className, List.of(node), List.of()).with(node, role));
        } else if (changed.stream().noneMatch(slot -> slot.className().equals(className))) {
            // The only painted node of its class changes its role.
            changed.add(
                    indexOf(className), new Slot(className, List.of(), List.of()).with(node, role));
        } else {
            changed.replaceAll(
                    slot -> slot.className().equals(className) ? slot.with(node, role) : slot);
        }
        return new PaintedEpisode(changed);
    }

    private int indexOf(String className) {
        return slots.stream().map(Slot::className).toList().indexOf(className);
    }

    /// Without a node; a class that has no node any more gives its slot up.
    public PaintedEpisode erase(int node) {
        return new PaintedEpisode(
                slots.stream()
                        .map(slot -> slot.without(node))
                        .filter(slot -> !slot.support().isEmpty() || !slot.query().isEmpty())
                        .toList());
    }
}
