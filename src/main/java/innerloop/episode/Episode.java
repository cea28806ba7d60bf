package innerloop.episode;

import innerloop.graph.Targets;
import innerloop.nn.Answers;
import java.util.Arrays;
import java.util.Optional;

/// One small learning problem: a support set to learn from and a query set to be scored on.
///
/// @param support the examples to learn from; empty for a batch, whose query set is learned from
/// @param query the examples to be scored
/// @param messages the only edges that carry messages; empty if all edges do that the phase sees
public record Episode(
        Optional<Examples> support, Examples query, Optional<Targets.Pairs> messages) {

    /// An episode in which all edges carry messages that its phase sees.
    public Episode(Optional<Examples> support, Examples query) {
        this(support, query, Optional.empty());
    }

    /// An episode whose targets go slot after slot, equally many in each.
    ///
    /// @param classes class index of each slot
    static Episode ofSlots(int[] classes, Targets support, Targets query) {
        return new Episode(
                Optional.of(new Examples(support, inOrder(classes, support.size()))),
                new Examples(query, inOrder(classes, query.size())));
    }

    private static Answers inOrder(int[] classes, int count) {
        int[] slots = new int[count];
        Arrays.setAll(slots, i -> i / (count / classes.length));
        return new Answers.Slots(classes, slots);
    }

    /// A batch: examples without a support set.
    public static Episode batch(Examples examples) {
        return new Episode(Optional.empty(), examples);
    }

    /// The nodes of the support set; none in a batch. Read only.
    public int[] supportNodes() {
        return support.map(s -> s.targets().nodes()).orElseGet(() -> new int[0]);
    }

    /// The nodes of the query set. Read only.
    public int[] queryNodes() {
        return query.targets().nodes();
    }
}
