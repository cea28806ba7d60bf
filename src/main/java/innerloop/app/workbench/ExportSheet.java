package innerloop.app.workbench;

import innerloop.app.Messages;
import innerloop.app.shell.Overlay;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What can be taken away, kind by kind: a line for each file, with what it holds.
final class ExportSheet {

    private static final double WIDTH = 620;
    private static final double TITLE = 190;

    /// The kinds of files, in the order of the sheet.
    enum Kind {
        NETWORK,
        NUMBERS,
        PICTURES,
        PLAYING
    }

    private final Map<Kind, SequencedMap<String, Runnable>> offers = new EnumMap<>(Kind.class);
    private String hint = "";

    /// Offers a file.
    ///
    /// @param id the key of its texts, and part of its button's id
    void offer(Kind kind, String id, Runnable action) {
        offers.computeIfAbsent(kind, _ -> new LinkedHashMap<>()).put(id, action);
    }

    /// Says why something is not offered.
    void hint(String text) {
        hint = text;
    }

    /// Shows the sheet; Cancel and Escape close it.
    void show(Overlay overlay) {
        Label heading = new Label(Messages.get("export.title"));
        heading.getStyleClass().add("sheet-title");
        VBox sheet = new VBox(heading);
        sheet.setId("sheet-export");
        sheet.getStyleClass().add("sheet");
        sheet.setPrefWidth(WIDTH);
        sheet.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        VBox groups = new VBox(10);
        offers.forEach((kind, files) -> {
            Label title = new Label(Messages.get("export.kind." + kind));
            title.getStyleClass().addAll("title", "small-text");
            VBox group = new VBox(2, title);
            files.forEach((id, action) -> group.getChildren().add(line(overlay, id, action)));
            groups.getChildren().add(group);
        });
        // A low window scrolls the files.
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        sheet.getChildren().add(scroll);
        if (!hint.isEmpty()) {
            Label why = new Label(hint);
            why.getStyleClass().add("dim");
            why.setWrapText(true);
            sheet.getChildren().add(why);
        }
        Button cancel = new Button(Messages.get("export.cancel"));
        cancel.setId("export-cancel");
        cancel.setCancelButton(true);
        cancel.setOnAction(_ -> overlay.hide());
        HBox buttons = new HBox(cancel);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        sheet.getChildren().add(buttons);
        overlay.show(sheet, Pos.CENTER, first(groups, cancel));
    }

    private static Node first(VBox groups, Node otherwise) {
        Node found = groups.lookup(".export-line");
        return found == null ? otherwise : found;
    }

    private static Button line(Overlay overlay, String id, Runnable action) {
        String name = Messages.get("export." + id);
        String holds = Messages.get("export." + id + ".holds");
        Label title = new Label(name);
        title.setMinWidth(TITLE);
        title.setPrefWidth(TITLE);
        Label what = new Label(holds);
        what.getStyleClass().addAll("dim", "small-text");
        HBox words = new HBox(8, title, what);
        words.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button();
        button.setId("export-" + id);
        button.getStyleClass().addAll("flat", "export-line");
        button.setGraphic(words);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setAccessibleText(name + ": " + holds);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setOnAction(_ -> {
            overlay.hide();
            action.run();
        });
        return button;
    }
}
