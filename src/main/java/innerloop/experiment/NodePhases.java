package innerloop.experiment;

import innerloop.episode.Area;
import innerloop.episode.Phase;
import innerloop.episode.Split;
import innerloop.graph.AttributedGraph;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// In which phase each node is drawn first.
final class NodePhases {

    /// The phases, earliest first; a number of a phase is its place here.
    static final List<Phase> ORDER = List.of(Phase.TRAIN, Phase.VALIDATION, Phase.TEST);

    private static final byte NONE = -1;

    private final byte[] first;

    private NodePhases(byte[] first) {
        this.first = first;
    }

    static NodePhases of(Split split, AttributedGraph graph) {
        byte[] first = new byte[graph.nodes()];
        Arrays.fill(first, NONE);
        for (int p = ORDER.size() - 1; p >= 0; p--) {
            BitSet used = Area.nodes(graph, split, ORDER.get(p));
            for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
                if (graph.labels()[i] >= 0) {
                    first[i] = (byte) p;
                }
            }
        }
        return new NodePhases(first);
    }

    /// How many nodes the graph has.
    int size() {
        return first.length;
    }

    /// The number of the phase in which this node is drawn first; −1 if it never is.
    int of(int node) {
        return first[node];
    }

    /// The nodes that are drawn at all.
    int[] used() {
        int[] used = new int[first.length];
        int count = 0;
        for (int i = 0; i < first.length; i++) {
            if (first[i] != NONE) {
                used[count++] = i;
            }
        }
        return Arrays.copyOf(used, count);
    }
}
