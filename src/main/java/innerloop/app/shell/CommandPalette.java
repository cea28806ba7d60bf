package innerloop.app.shell;

import innerloop.app.Messages;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/// Type a few letters, press Enter: every command by name.
final class CommandPalette extends VBox {

    private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");
    private static final double ROW = 32;
    private static final int ROWS = 11;

    private final Overlay overlay;
    private final Commands commands;
    private final TextField typed = new TextField();
    private final ListView<PaletteEntry> list = new ListView<>();

    CommandPalette(Overlay overlay, Commands commands) {
        this.overlay = overlay;
        this.commands = commands;
        setId("palette");
        getStyleClass().addAll("sheet", "palette");
        setPrefWidth(520);
        setMaxSize(520, Region.USE_PREF_SIZE);
        StackPane.setMargin(this, new Insets(72, 12, 12, 12));
        typed.setId("palette-text");
        typed.setPromptText(Messages.get("palette.prompt"));
        typed.textProperty().addListener((_, _, _) -> filter());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.setId("palette-list");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(Messages.get("palette.nothing")));
        list.setCellFactory(_ -> new EntryCell());
        getChildren().addAll(typed, list);
    }

    /// Opens the palette with nothing typed.
    void open() {
        typed.clear();
        filter();
        overlay.show(this, Pos.TOP_CENTER, typed);
    }

    private void filter() {
        list.getItems().setAll(PaletteEntry.matching(typed.getText(), commands));
        list.getSelectionModel().selectFirst();
        list.scrollTo(0);
        list.setPrefHeight(ROW * Math.clamp(list.getItems().size(), 2, ROWS) + 2);
    }

    private void keyPressed(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> select(event, 1);
            case UP -> select(event, -1);
            case PAGE_DOWN -> select(event, ROWS);
            case PAGE_UP -> select(event, -ROWS);
            case ENTER -> {
                event.consume();
                choose(list.getSelectionModel().getSelectedItem());
            }
            // Whatever else is typed belongs to the text field.
            default -> {}
        }
    }

    private void select(KeyEvent event, int step) {
        event.consume();
        int count = list.getItems().size();
        if (count > 0) {
            int next =
                    Math.clamp(
                            list.getSelectionModel().getSelectedIndex() + (long) step,
                            0,
                            count - 1);
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - ROWS + 2));
        }
    }

    private void choose(@Nullable PaletteEntry entry) {
        if (entry != null && entry.available()) {
            overlay.hide();
            entry.action().run();
        }
    }

    private final class EntryCell extends ListCell<PaletteEntry> {

        EntryCell() {
            setOnMouseClicked(_ -> choose(getItem()));
        }

        @Override
        protected void updateItem(@Nullable PaletteEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setText(null);
            setGraphic(entry == null || empty ? null : line(entry));
            pseudoClassStateChanged(UNAVAILABLE, entry != null && !empty && !entry.available());
        }

        private static HBox line(PaletteEntry entry) {
            StackPane icon = new StackPane();
            icon.setMinWidth(20);
            Command command = entry.command();
            icon.getChildren()
                    .add(
                            new FontIcon(
                                    command == null || command.icon() == null
                                            ? Feather.CHEVRON_RIGHT
                                            : command.icon()));
            Label text = new Label(entry.text());
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            HBox line = new HBox(8, icon, text, gap);
            if (!entry.detail().isEmpty()) {
                line.getChildren().add(Sheets.keyCap(entry.detail()));
            }
            line.setAlignment(Pos.CENTER_LEFT);
            return line;
        }
    }
}
