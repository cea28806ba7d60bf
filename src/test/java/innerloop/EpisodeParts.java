package innerloop;

import innerloop.episode.Episode;
import innerloop.episode.Examples;
import innerloop.graph.Targets;
import innerloop.nn.Answers;
import java.util.Optional;

/// The parts of an episode of node classification, for tests that look at them or make one by hand.
public final class EpisodeParts {

    private EpisodeParts() {}

    /// An episode of these nodes and slots.
    public static Episode episode(
            int[] classes, int[] support, int[] query, int[] supportSlots, int[] querySlots) {
        return new Episode(
                Optional.of(examples(classes, support, supportSlots)),
                examples(classes, query, querySlots));
    }

    private static Examples examples(int[] classes, int[] nodes, int[] slots) {
        return new Examples(new Targets.Nodes(nodes), new Answers.Slots(classes, slots));
    }

    /// The class of each slot.
    public static int[] classes(Episode episode) {
        return slots(episode.query()).classes();
    }

    /// The slot of each support node.
    public static int[] supportSlots(Episode episode) {
        return episode.support().map(s -> slots(s).slot()).orElseGet(() -> new int[0]);
    }

    /// The slot of each query node.
    public static int[] querySlots(Episode episode) {
        return slots(episode.query()).slot();
    }

    private static Answers.Slots slots(Examples examples) {
        return (Answers.Slots) examples.answers();
    }
}
