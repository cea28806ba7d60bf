package innerloop.scene;

import innerloop.graph.AttributedGraph;
import java.util.Arrays;
import java.util.SplittableRandom;

/// The edges to draw, each once and without self-loops, in a fixed shuffled order: any prefix is a
/// fair sample, which is what is drawn when there is no time for all.
///
/// @param from one end of each edge
/// @param to the other end
/// @param strength how dark each edge is, in parts of an ordinary one; empty = 1 for all
/// @param directed whether arrows show where edges lead
@SuppressWarnings("ArrayRecordComponent") // read by the rasterizer's inner loop, never compared
public record EdgeList(int[] from, int[] to, float[] strength, boolean directed) {

    /// No edges.
    public static final EdgeList NONE = new EdgeList(new int[0], new int[0]);

    /// The weights drawn as the thinnest and the thickest edge of a weighted graph.
    private static final float LEAST = 0.35f;

    private static final float MOST = 4;

    private static final float LIGHTEST = 0.12f;

    /// Says a number of the edge between two nodes.
    public interface NumberOfEdge {
        /// That of the edge from the first to the second.
        double apply(int from, int to);
    }

    /// Equally strong edges without a direction.
    public EdgeList(int[] from, int[] to) {
        this(from, to, new float[0], false);
    }

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
                if (j < i || (j > i && graph.directed())) {
                    // A row of the adjacency holds what leads to its node.
                    from[size] = j;
                    to[size++] = i;
                }
            }
        }
        shuffle(from, to, size);
        return new EdgeList(
                Arrays.copyOf(from, size), Arrays.copyOf(to, size), new float[0], graph.directed());
    }

    /// The same edges, stronger where these numbers are larger: the square root of each in parts of the mean one.
    ///
    /// @param of a number for the edge from the first to the second node, none negative
    public EdgeList strengthenedBy(NumberOfEdge of) {
        double[] value = new double[size()];
        for (int e = 0; e < size(); e++) {
            value[e] = Math.sqrt(Math.max(0, of.apply(from[e], to[e])));
        }
        double mean = Arrays.stream(value).average().orElse(1);
        float[] relative = new float[size()];
        for (int e = 0; e < size(); e++) {
            relative[e] = mean > 0 ? Math.clamp((float) (value[e] / mean), LEAST, MOST) : 1;
        }
        return new EdgeList(from, to, relative, directed);
    }

    /// The same edges, as dark as these numbers say, from the lightest to the darkest that are told apart.
    ///
    /// @param share of each edge, 0 … 1
    public EdgeList darkenedBy(float[] share) {
        float[] dark = new float[size()];
        for (int e = 0; e < size(); e++) {
            dark[e] = LIGHTEST + (MOST - LIGHTEST) * share[e];
        }
        return new EdgeList(from, to, dark, directed);
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
