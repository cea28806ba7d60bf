package innerloop.app.canvas;

import innerloop.graph.AttributedGraph;
import java.util.Arrays;
import java.util.SplittableRandom;

/// The edges to draw, each once and without self-loops, in a fixed shuffled order: any prefix is a
/// fair sample, which is what is drawn when there is no time for all.
///
/// @param from one end of each edge
/// @param to the other end
@SuppressWarnings("ArrayRecordComponent") // read by the rasterizer's inner loop, compared by nobody
public record EdgeList(int[] from, int[] to) {

    /// No edges.
    public static final EdgeList NONE = new EdgeList(new int[0], new int[0]);

    /// The edges of a graph.
    public static EdgeList of(AttributedGraph graph) {
        int[] start = graph.adjacency().rowStart();
        int[] column = graph.adjacency().column();
        int[] from = new int[graph.adjacency().size()];
        int[] to = new int[from.length];
        int size = 0;
        for (int i = 0; i < graph.nodes(); i++) {
            for (int k = start[i]; k < start[i + 1]; k++) {
                int j = column[k];
                if (j < i || (j > i && graph.directed() && graph.adjacency().get(j, i) == 0)) {
                    from[size] = i;
                    to[size++] = j;
                }
            }
        }
        shuffle(from, to, size);
        return new EdgeList(Arrays.copyOf(from, size), Arrays.copyOf(to, size));
    }

    private static void shuffle(int[] a, int[] b, int size) {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = size - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int x = a[i];
            a[i] = a[j];
            a[j] = x;
            int y = b[i];
            b[i] = b[j];
            b[j] = y;
        }
    }

    /// Number of edges.
    public int size() {
        return from.length;
    }
}
