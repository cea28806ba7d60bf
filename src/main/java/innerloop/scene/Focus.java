package innerloop.scene;

import innerloop.graph.select.NodeSet;

/// The nodes that are pointed at, and those that are pointed out.
///
/// @param selected the node in focus, −1 for none
/// @param hovered the node under the pointer, −1 for none
/// @param selection all selected nodes; those beyond the scene's are not drawn
/// @param changed nodes of which something else is said than a step before; they are ringed
public record Focus(int selected, int hovered, NodeSet selection, NodeSet changed) {

    /// Nobody points at anything.
    public static final Focus NONE = new Focus(-1, -1, NodeSet.none(0), NodeSet.none(0));
}
