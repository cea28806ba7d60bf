package innerloop.leakage;

import innerloop.episode.Area;
import innerloop.episode.FewShot;
import innerloop.episode.Phase;
import innerloop.episode.Split;
import innerloop.graph.AttributedGraph;
import java.util.Arrays;
import java.util.List;

/// The phases in which each node is drawn. A class that is too small for an episode is never drawn in any lane.
final class NodePhases {

    /// The phases, earliest first; the number of a phase is its index here.
    static final List<Phase> ORDER = List.of(Phase.TRAIN, Phase.VALIDATION, Phase.TEST);

    private static final byte NONE = -1;

    private final byte[] first;
    private final byte[] last;

    private NodePhases(int nodes) {
        first = new byte[nodes];
        last = new byte[nodes];
        Arrays.fill(first, NONE);
        Arrays.fill(last, NONE);
    }

    static NodePhases of(Split split, FewShot drawing, AttributedGraph graph) {
        NodePhases phases = new NodePhases(graph.nodes());
        for (byte p = 0; p < ORDER.size(); p++) {
            byte number = p;
            Area.drawn(graph, split, ORDER.get(p), drawing).stream()
                    .forEach(node -> phases.draw(node, number));
        }
        return phases;
    }

    private void draw(int node, byte phase) {
        first[node] = first[node] == NONE ? phase : first[node];
        last[node] = phase;
    }

    /// How many nodes the graph has.
    int size() {
        return first.length;
    }

    /// The number of the phase in which this node is drawn first; −1 if it never is.
    int of(int node) {
        return first[node];
    }

    /// The number of the phase in which this node is drawn last; −1 if it never is.
    int last(int node) {
        return last[node];
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
