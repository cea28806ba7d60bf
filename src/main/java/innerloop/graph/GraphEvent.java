package innerloop.graph;

/// One change of a graph that grows, see [GraphHistory]. Nodes and edges are numbered in the order in which they first came;
/// an edge that goes and comes again is another edge.
public sealed interface GraphEvent {

    /// A node is there from now on, without a class and without features, which count as 0.
    ///
    /// @param node its number
    record NodeAdded(int node) implements GraphEvent {}

    /// A node is gone; its edges went before.
    ///
    /// @param node its number
    record NodeRemoved(int node) implements GraphEvent {}

    /// An edge is there from now on.
    ///
    /// @param edge its number
    /// @param from the node it comes from
    /// @param to the node it leads to
    /// @param weight its weight, 1 for none
    record EdgeAdded(int edge, int from, int to, double weight) implements GraphEvent {}

    /// An edge is gone.
    ///
    /// @param edge its number
    record EdgeRemoved(int edge) implements GraphEvent {}

    /// An edge has another weight.
    ///
    /// @param edge its number
    /// @param weight the new one
    record EdgeWeighted(int edge, double weight) implements GraphEvent {}

    /// A node has another class.
    ///
    /// @param node its number
    /// @param label the index of the class, −1 for none
    record NodeLabelled(int node, int label) implements GraphEvent {}

    /// A feature of a node has another value.
    ///
    /// @param node its number
    /// @param column the feature
    /// @param value the new one, NaN for none
    record FeatureSet(int node, int column, double value) implements GraphEvent {}
}
