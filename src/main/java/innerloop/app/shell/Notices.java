package innerloop.app.shell;

import innerloop.app.Messages;
import javafx.scene.Node;
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

/// Notices that do not interrupt work: a few lines each, stacked above the window's content, which stays where it is. They
/// are shown until they are dismissed.
public final class Notices extends VBox {

    /// More than these at once would hide the work; the oldest goes first.
    private static final int MOST = 3;

    /// Four lines of text; the rest is in the tooltip.
    private static final double MOST_HEIGHT = 72;

    private static final double WIDTH = 400;

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
        super(6);
        setId("notices");
        setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        setPickOnBounds(false);
    }

    /// Says something. The same text again does not make a second line.
    public void post(Kind kind, String text, @Nullable Action action) {
        add(line(kind, text, action), text);
    }

    /// Shows something that says more than a text.
    ///
    /// @param text what it amounts to
    public void show(Kind kind, Node content, String text) {
        HBox.setHgrow(content, Priority.ALWAYS);
        HBox line = new HBox(content);
        style(line, kind);
        line.getStyleClass().add("tall");
        line.getChildren().add(dismiss(line));
        add(line, text);
    }

    private void add(HBox line, String text) {
        getChildren().removeIf(other -> text.equals(other.getUserData()));
        if (getChildren().size() >= MOST) {
            getChildren().removeFirst();
        }
        line.setUserData(text);
        getChildren().add(line);
    }

    private static void style(HBox line, Kind kind) {
        line.getStyleClass().add("notice");
        if (kind != Kind.INFO) {
            line.getStyleClass().add(kind == Kind.ERROR ? "error" : "warning");
        }
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
        label.setMinHeight(0);
        label.setTooltip(new Tooltip(text));
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox line = new HBox(icon(kind), label);
        style(line, kind);
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
        line.getChildren().add(dismiss(line));
        return line;
    }

    private Button dismiss(Node line) {
        Button dismiss = new Button("", new FontIcon(Feather.X));
        dismiss.setId("notice-dismiss");
        dismiss.getStyleClass().add("flat");
        dismiss.setAccessibleText(Messages.get("notice.dismiss"));
        dismiss.setTooltip(new Tooltip(Messages.get("notice.dismiss")));
        dismiss.setOnAction(_ -> getChildren().remove(line));
        return dismiss;
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
