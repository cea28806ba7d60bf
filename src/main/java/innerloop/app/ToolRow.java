package innerloop.app;

import javafx.scene.Node;
import javafx.scene.control.ToolBar;

/// Controls in the header of a card. What a narrow card has no room for is in a menu at the end, the last ones first.
public final class ToolRow extends ToolBar {

    /// These, the dearest first.
    public ToolRow(Node... tools) {
        super(tools);
        getStyleClass().add("tool-row");
    }
}
