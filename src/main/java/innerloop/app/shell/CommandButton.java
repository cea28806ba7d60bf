package innerloop.app.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import org.kordamp.ikonli.javafx.FontIcon;

/// A button of the top bar for one command.
final class CommandButton extends Button {

    private final Command command;

    CommandButton(Command command, boolean withText) {
        this.command = command;
        setId("button-" + command.id().replace('.', '-'));
        if (command.icon() != null) {
            setGraphic(new FontIcon(command.icon()));
        }
        setAccessibleText(command.text());
        String keys = command.shortcut() == null ? "" : "  " + Commands.keys(command.shortcut());
        setTooltip(new Tooltip(command.text() + keys));
        setMinWidth(USE_PREF_SIZE);
        disableProperty().bind(command.enabled().map(enabled -> !enabled));
        setOnAction(_ -> command.perform());
        showText(withText);
        // After a click the focus goes back to the window, or Space would press this button instead
        // of pausing.
        addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> getScene().getRoot().requestFocus());
    }

    void showText(boolean withText) {
        setText(withText ? command.text() : "");
        getStyleClass().remove("icon-only");
        if (!withText) {
            getStyleClass().add("icon-only");
        }
    }
}
