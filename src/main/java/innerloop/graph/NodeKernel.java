package innerloop.graph;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A similarity of two nodes that follows from the graph alone, between 0 and 1, and 1 for a node and itself: the product of two
/// rows of length 1, so that similarities of some nodes are a positive semidefinite matrix, and sums of them, too.
///
/// @param kind what is compared
/// @param hops for [Kind#SMOOTHED] how often the features are smoothed
public record NodeKernel(Kind kind, int hops) {

    /// The most hops.
    public static final int MOST_HOPS = 7;

    /// What is compared.
    public enum Kind {
        /// Where short random walks from the two nodes end: the roots of the personalised PageRank (Hellinger's kernel).
        PAGERANK,
        /// The features of the two nodes, smoothed over the graph.
        SMOOTHED
    }

    /// [Kind#PAGERANK].
    public static NodeKernel pageRank() {
        return new NodeKernel(Kind.PAGERANK, 0);
    }

    /// The rows of `SᵏX`, `S = D^-½ (A+I) D^-½`, for k = `hops`.
    public static NodeKernel smoothed(int hops) {
        return new NodeKernel(Kind.SMOOTHED, hops);
    }

    /// All of them.
    public static Stream<NodeKernel> all() {
        return Stream.concat(
                Stream.of(pageRank()),
                IntStream.rangeClosed(0, MOST_HOPS).mapToObj(NodeKernel::smoothed));
    }

    /// Its name, for example `pagerank` or `smoothed.2`.
    public String word() {
        String word = kind.name().toLowerCase(Locale.ROOT);
        return kind == Kind.SMOOTHED ? word + "." + hops : word;
    }
}
