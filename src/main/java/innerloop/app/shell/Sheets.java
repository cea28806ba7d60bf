package innerloop.app.shell;

import innerloop.app.Messages;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The sheets with text: help, shortcuts, and questions that need an answer.
public final class Sheets {

    private final Overlay overlay;

    Sheets(Overlay overlay) {
        this.overlay = overlay;
    }

    /// An answer to a question.
    ///
    /// @param id part of its button's id
    /// @param text what a person reads
    /// @param main whether Enter means this one
    /// @param action what it does, after the sheet is closed
    public record Answer(String id, String text, boolean main, Runnable action) {}

    /// Asks, for example before something would be lost. Escape answers nothing and does nothing.
    public void ask(String title, String text, List<Answer> answers) {
        HBox buttons = new HBox(8);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        Node focus = buttons;
        for (Answer answer : answers) {
            Button button = new Button(answer.text());
            button.setId("answer-" + answer.id());
            button.setDefaultButton(answer.main());
            button.setOnAction(_ -> {
                overlay.hide();
                answer.action().run();
            });
            buttons.getChildren().add(button);
            if (answer.main()) {
                focus = button;
            }
        }
        VBox sheet = sheet("question", title, 440);
        sheet.getChildren().addAll(paragraph(text), buttons);
        overlay.show(sheet, Pos.CENTER, focus);
    }

    /// The short help.
    void help() {
        VBox sheet = sheet("help", Messages.get("help.title"), 560);
        for (int line = 1; Messages.has("help.text." + line); line++) {
            sheet.getChildren().add(paragraph(Messages.get("help.text." + line)));
        }
        close(sheet);
    }

    /// All keys.
    void shortcuts(Commands commands) {
        GridPane grid = new GridPane(24, 6);
        int row = 0;
        for (Command command : commands.all()) {
            if (command.shortcut() != null) {
                Label keys = keyCap(Commands.keys(command.shortcut()));
                grid.add(line(keys, command.text()), row % 2, row / 2);
                row++;
            }
        }
        List<String> extras =
                List.of(
                        "chips",
                        "lanes",
                        "tools",
                        "drag",
                        "grow",
                        "fit",
                        "tableSort",
                        "tableEdit",
                        "escape");
        for (String extra : extras) {
            Label keys = keyCap(Messages.get("shortcuts." + extra + ".keys"));
            grid.add(line(keys, Messages.get("shortcuts." + extra)), row % 2, row / 2);
            row++;
        }
        show("shortcuts", Messages.get("shortcuts.title"), 700, grid);
    }

    /// Something to look at; a low window scrolls it.
    ///
    /// @param id part of the sheet's id
    /// @param title what it is called
    /// @param width of the sheet
    public void show(String id, String title, double width, Region content) {
        VBox sheet = sheet(id, title, width);
        sheet.getChildren().add(scrolled(content));
        close(sheet);
    }

    /// The same with buttons of its own.
    ///
    /// @param buttons below the content, which never scroll away
    /// @param focus what gets the focus
    public void show(
            String id, String title, double width, Region content, Region buttons, Node focus) {
        VBox sheet = sheet(id, title, width);
        sheet.getChildren().addAll(scrolled(content), buttons);
        overlay.show(sheet, Pos.CENTER, focus);
    }

    private static ScrollPane scrolled(Region content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        return scroll;
    }

    /// Closes what is shown.
    public void hide() {
        overlay.hide();
    }

    private static HBox line(Label keys, String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinSize(0, Region.USE_PREF_SIZE);
        HBox slot = new HBox(keys);
        slot.setMinWidth(100);
        slot.setPrefWidth(100);
        HBox line = new HBox(8, slot, label);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPrefWidth(322);
        return line;
    }

    static Label keyCap(String keys) {
        Label label = new Label(keys);
        label.getStyleClass().add("key-cap");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private void close(VBox sheet) {
        Button close = new Button(Messages.get("sheet.close"));
        close.setId("sheet-close");
        close.setDefaultButton(true);
        close.setOnAction(_ -> overlay.hide());
        HBox buttons = new HBox(close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        sheet.getChildren().add(buttons);
        overlay.show(sheet, Pos.CENTER, close);
    }

    private static VBox sheet(String id, String title, double width) {
        Label heading = new Label(title);
        heading.getStyleClass().add("sheet-title");
        VBox sheet = new VBox(heading);
        sheet.setId("sheet-" + id);
        sheet.getStyleClass().add("sheet");
        sheet.setPrefWidth(width);
        sheet.setMaxSize(width, Region.USE_PREF_SIZE);
        VBox.setVgrow(heading, Priority.NEVER);
        return sheet;
    }

    private static Label paragraph(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
