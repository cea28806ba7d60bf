package innerloop.app.graphview;

import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeSet;

/// Nodes in the foreground, all others step back.
///
/// @param classIndex the class they are, −1 if they are none
/// @param nodes the nodes
/// @param any whether anything is in the foreground at all
/// @param numbers what is written at edges, whatever is in the foreground
record Highlight(int classIndex, NodeSet nodes, boolean any, EdgeNumbers numbers) {

    /// Nothing in the foreground.
    static final Highlight NONE = new Highlight(-1, NodeSet.none(0), false, EdgeNumbers.NONE);

    /// The nodes of a class; nothing for −1.
    static Highlight ofClass(AttributedGraph graph, int classIndex) {
        return classIndex < 0
                ? NONE
                : new Highlight(
                        classIndex,
                        NodeSet.where(graph.nodes(), i -> graph.labels()[i] == classIndex),
                        true,
                        EdgeNumbers.NONE);
    }

    /// These nodes.
    static Highlight of(NodeSet nodes) {
        return new Highlight(-1, nodes, true, EdgeNumbers.NONE);
    }

    /// The same with other numbers at edges.
    Highlight with(EdgeNumbers other) {
        return new Highlight(classIndex, nodes, any, other);
    }
}
