package innerloop.app.selection;

import innerloop.graph.select.NodeSet;
import javafx.scene.input.MouseEvent;

/// How newly pointed-at nodes change the selection.
public enum SelectionMode {
    /// They are the selection.
    REPLACE,
    /// They join it (Shift).
    ADD,
    /// They leave it (Alt).
    SUBTRACT;

    /// The mode for the modifier keys of this event.
    public static SelectionMode of(MouseEvent event) {
        return event.isAltDown() ? SUBTRACT : event.isShiftDown() ? ADD : REPLACE;
    }

    /// The selection after `nodes` were pointed at.
    NodeSet apply(NodeSet selection, NodeSet nodes) {
        return switch (this) {
            case REPLACE -> nodes;
            case ADD -> selection.plus(nodes);
            case SUBTRACT -> selection.minus(nodes);
        };
    }
}
