package innerloop.calculus;

/// What a person asks to be explained.
public sealed interface Wanted {

    /// A node. Where examples are larger, the example it is in.
    ///
    /// @param node its number
    record Node(int node) implements Wanted {}

    /// A member graph, seen from its first node.
    ///
    /// @param graph its number
    record Graph(int graph) implements Wanted {}

    /// A pair of nodes, seen from the first. Where examples are no pairs, the edge along which the first gets something of the other.
    ///
    /// @param one the number of one node
    /// @param other the number of the other
    record Pair(int one, int other) implements Wanted {}
}
