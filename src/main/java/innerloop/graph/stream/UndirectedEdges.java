package innerloop.graph.stream;

import innerloop.graph.AttributedGraph;
import java.util.Arrays;

/// A graph's edges as GraphStream wants them: each once, without direction and self-loops.
final class UndirectedEdges {

    private UndirectedEdges() {}

    /// The two ends of each edge in turn.
    static int[] of(AttributedGraph graph) {
        int[] start = graph.adjacency().rowStart();
        int[] column = graph.adjacency().column();
        int[] ends = new int[2 * start[graph.nodes()]];
        int at = 0;
        for (int i = 0; i < graph.nodes(); i++) {
            for (int k = start[i]; k < start[i + 1]; k++) {
                int j = column[k];
                // An edge both ways is stored twice.
                if (j < i || (graph.directed() && j > i && !graph.adjacency().holds(j, i))) {
                    ends[at++] = i;
                    ends[at++] = j;
                }
            }
        }
        return Arrays.copyOf(ends, at);
    }
}
