package innerloop.episode;

import java.util.Arrays;

/// One small problem: learn from the support set, be judged on the query set.
///
/// @param classes class index of each slot, in this episode's random order
/// @param support support nodes, slot after slot
/// @param query query nodes, slot after slot
/// @param supportSlots the slot of each support node
/// @param querySlots the slot of each query node
public record Episode(
        int[] classes, int[] support, int[] query, int[] supportSlots, int[] querySlots) {

    /// An episode whose support and query lists go slot after slot, equally many each.
    static Episode of(int[] classes, int[] support, int[] query) {
        return new Episode(
                classes,
                support,
                query,
                slots(classes.length, support.length),
                slots(classes.length, query.length));
    }

    private static int[] slots(int ways, int nodes) {
        int[] slots = new int[nodes];
        Arrays.setAll(slots, i -> i / (nodes / ways));
        return slots;
    }

    /// Number of slots.
    public int ways() {
        return classes.length;
    }
}
