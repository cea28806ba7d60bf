package innerloop.meta;

import innerloop.episode.Examples;
import innerloop.graph.Targets;
import innerloop.nn.Answers;

/// Examples of node classification, as the baselines read them.
///
/// @param node the nodes
/// @param slot the slot of each
/// @param ways number of slots
record Labelled(int[] node, int[] slot, int ways) {

    static Labelled of(Examples examples) {
        if (examples.targets() instanceof Targets.Nodes(int[] node)
                && examples.answers() instanceof Answers.Slots slots) {
            return new Labelled(node, slots.slot(), slots.ways());
        }
        throw new IllegalArgumentException("a baseline for classes of nodes");
    }

    int size() {
        return node.length;
    }
}
