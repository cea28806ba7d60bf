package innerloop.app.search;

import innerloop.app.Messages;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A line to type a few letters in and the list of what fits them. The arrows move in the list while the caret stays in the
/// line; Enter or a click chooses.
public final class SearchList<T> extends VBox {

    private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");
    private static final double ROW = 32;
    private static final int ROWS = 11;

    private final Choices<T> choices;
    private final TextField typed = new TextField();
    private final ListView<T> list = new ListView<>();

    /// The entries that can be chosen.
    public interface Choices<T> {

        /// The entries that match these letters, best first; all if there are none.
        List<T> matching(String letters);

        /// The text shown for it.
        Node line(T item);

        /// Whether it can be chosen now.
        boolean isAvailable(T item);

        /// It is chosen.
        void choose(T item);
    }

    /// An empty one; [#restart()] fills it.
    ///
    /// @param id of the whole, and the beginning of the ids of its parts
    public SearchList(String id, String prompt, Choices<T> choices) {
        this.choices = choices;
        setId(id);
        getStyleClass().addAll("sheet", "palette");
        typed.setId(id + "-text");
        typed.setPromptText(prompt);
        typed.setAccessibleText(prompt);
        typed.textProperty().addListener((_, _, _) -> filter());
        typed.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        list.setId(id + "-list");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setPlaceholder(new Label(Messages.get("palette.nothing")));
        list.setCellFactory(_ -> new ItemCell());
        getChildren().addAll(typed, list);
    }

    /// Shows everything, with nothing typed.
    public void restart() {
        typed.clear();
        filter();
    }

    /// Points at this one of what is shown, as if the arrows had gone there.
    public void pointAt(T item) {
        if (!item.equals(list.getSelectionModel().getSelectedItem())) {
            select(list.getItems().indexOf(item));
        }
    }

    /// Tells what is pointed at from now on.
    public void setOnPointed(Consumer<T> pointed) {
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(item -> {
                    if (item != null) {
                        pointed.accept(item);
                    }
                });
    }

    /// Whether this one is among what is shown.
    public boolean shows(T item) {
        return list.getItems().contains(item);
    }

    /// Makes it a part of something else that is as high as there is room for, and no sheet of its own.
    public void embed() {
        getStyleClass().remove("sheet");
        getStyleClass().add("embedded");
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    /// The line to type in, which wants the focus.
    public TextField field() {
        return typed;
    }

    private void filter() {
        list.getItems().setAll(choices.matching(typed.getText()));
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
            select(next);
        }
    }

    private void select(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.clamp(index - ROWS + 2L, 0, Math.max(0, list.getItems().size() - ROWS)));
    }

    private void choose(@Nullable T item) {
        if (item != null && choices.isAvailable(item)) {
            choices.choose(item);
        }
    }

    private final class ItemCell extends ListCell<T> {

        ItemCell() {
            setOnMouseClicked(_ -> choose(getItem()));
        }

        @Override
        protected void updateItem(@Nullable T item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            setGraphic(item == null || empty ? null : choices.line(item));
            pseudoClassStateChanged(
                    UNAVAILABLE, item != null && !empty && !choices.isAvailable(item));
        }
    }
}
