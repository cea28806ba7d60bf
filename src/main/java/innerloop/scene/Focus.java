package innerloop.scene;

import innerloop.graph.select.NodeSet;

/// The nodes that are pointed at.
///
/// @param selected the node in focus, −1 for none
/// @param hovered the node under the pointer, −1 for none
/// @param selection all selected nodes; those beyond the scene's are not drawn
public record Focus(int selected, int hovered, NodeSet selection) {

    /// Nobody points at anything.
    public static final Focus NONE = new Focus(-1, -1, NodeSet.none(0));
}
