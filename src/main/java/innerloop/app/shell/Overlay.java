package innerloop.app.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The layer above the window's content for one sheet at a time. Escape or a click beside the sheet
/// closes it, and the focus returns to where it was.
public final class Overlay extends StackPane {

    private final Region veil = new Region();
    private @Nullable Node focusBefore;

    Overlay() {
        setId("overlay");
        veil.getStyleClass().add("veil");
        veil.setOnMousePressed(_ -> hide());
        setVisible(false);
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        event.consume();
                        hide();
                    }
                });
    }

    /// Shows a sheet at this place and gives `focus` the focus.
    public void show(Region sheet, Pos place, Node focus) {
        if (!isVisible() && getScene() != null) {
            focusBefore = getScene().getFocusOwner();
        }
        StackPane.setAlignment(sheet, place);
        getChildren().setAll(veil, sheet);
        setVisible(true);
        focus.requestFocus();
    }

    /// Closes the sheet.
    public void hide() {
        if (isVisible()) {
            setVisible(false);
            getChildren().clear();
            Node before = focusBefore;
            focusBefore = null;
            if (before != null && before.getScene() != null) {
                before.requestFocus();
            }
        }
    }
}
