package innerloop.app.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.Ikon;
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
        setTooltip(new Tooltip(tip(command.text())));
        setMinWidth(USE_PREF_SIZE);
        disableProperty().bind(command.offered().not());
        setOnAction(_ -> command.perform());
        showText(withText);
        // After a click the focus goes back to the window, or Space would press this button instead
        // of pausing.
        addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> getScene().getRoot().requestFocus());
    }

    private String tip(String text) {
        return command.shortcut() == null ? text : text + "  " + Commands.keys(command.shortcut());
    }

    /// Says what it will do now.
    void show(Ikon icon, String text) {
        setGraphic(new FontIcon(icon));
        setAccessibleText(text);
        setTooltip(new Tooltip(tip(text)));
    }

    /// The button in a place that says why it is not offered: a disabled button has no tooltip.
    StackPane withReason() {
        StackPane place = new StackPane(this);
        place.setId(getId() + "-place");
        Tooltip reason = new Tooltip();
        reason.setWrapText(true);
        reason.setMaxWidth(360);
        command.refusal()
                .subscribe(text -> {
                    reason.setText(text);
                    setAccessibleHelp(text);
                    if (text.isEmpty()) {
                        Tooltip.uninstall(place, reason);
                    } else {
                        Tooltip.install(place, reason);
                    }
                });
        return place;
    }

    void showText(boolean withText) {
        setText(withText ? command.text() : "");
        getStyleClass().remove("icon-only");
        if (!withText) {
            getStyleClass().add("icon-only");
        }
    }
}
