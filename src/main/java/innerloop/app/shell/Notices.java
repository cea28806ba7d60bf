package innerloop.app.shell;

import innerloop.app.Messages;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Notices at the top of the window that do not interrupt work: a line or two each, shown until they are dismissed.
public final class Notices extends VBox {

    /// More than these at once would push the work out of the window; the oldest goes first.
    private static final int MOST = 3;

    /// Two lines of text; the rest is in the tooltip.
    private static final double MOST_HEIGHT = 36;

    /// How serious it is.
    public enum Kind {
        /// Good to know.
        INFO,
        /// Something may not be as it seems.
        WARNING,
        /// Something did not work.
        ERROR
    }

    /// Something a person can do about a notice.
    ///
    /// @param text the button's text
    /// @param run what it does; the notice is dismissed
    public record Action(String text, Runnable run) {}

    Notices() {
        setId("notices");
        setMinHeight(Region.USE_PREF_SIZE);
    }

    /// Says something. The same text again does not make a second line.
    public void post(Kind kind, String text, @Nullable Action action) {
        getChildren().removeIf(line -> text.equals(line.getUserData()));
        if (getChildren().size() >= MOST) {
            getChildren().removeFirst();
        }
        getChildren().add(line(kind, text, action));
    }

    /// Something did not work.
    public void error(String text) {
        post(Kind.ERROR, text, null);
    }

    /// Takes all notices away, for example when a new document opens.
    public void clear() {
        getChildren().clear();
    }

    private HBox line(Kind kind, String text, @Nullable Action action) {
        Label label = new Label(text.replaceAll("\\s*\\R\\s*", " "));
        label.setId("notice-text");
        label.setMinWidth(0);
        label.setWrapText(true);
        label.setMaxSize(Double.MAX_VALUE, MOST_HEIGHT);
        label.setTooltip(new Tooltip(text));
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(icon(kind), label);
        line.setUserData(text);
        line.getStyleClass().add("notice");
        if (kind != Kind.INFO) {
            line.getStyleClass().add(kind == Kind.ERROR ? "error" : "warning");
        }
        if (action != null) {
            Button button = new Button(action.text());
            button.setId("notice-action");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setOnAction(_ -> {
                getChildren().remove(line);
                action.run().run();
            });
            line.getChildren().add(button);
        }
        Button dismiss = new Button("", new FontIcon(Feather.X));
        dismiss.setId("notice-dismiss");
        dismiss.getStyleClass().add("flat");
        dismiss.setAccessibleText(Messages.get("notice.dismiss"));
        dismiss.setTooltip(new Tooltip(Messages.get("notice.dismiss")));
        dismiss.setOnAction(_ -> getChildren().remove(line));
        line.getChildren().add(dismiss);
        return line;
    }

    private static FontIcon icon(Kind kind) {
        return new FontIcon(
                switch (kind) {
                    case INFO -> Feather.INFO;
                    case WARNING -> Feather.ALERT_TRIANGLE;
                    case ERROR -> Feather.ALERT_CIRCLE;
                });
    }
}
