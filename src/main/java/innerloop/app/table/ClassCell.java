package innerloop.app.table;

import innerloop.app.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.util.StringConverter;
import org.controlsfx.control.PrefixSelectionComboBox;

/// The class of a node, which can be changed where it stands: a list of all classes drops down, letters find one, Enter
/// or a click takes it, Esc leaves it as it is.
final class ClassCell extends ValueCell {

    private final RowTable table;

    ClassCell(RowTable table) {
        super(table, "class");
        this.table = table;
    }

    @Override
    public void startEdit() {
        Integer row = getItem();
        if (isEmpty() || row == null) {
            return;
        }
        super.startEdit();
        String before = table.text("class", row);
        List<String> classes = new ArrayList<>(table.classes());
        classes.add("");
        PrefixSelectionComboBox<String> choice = new PrefixSelectionComboBox<>();
        choice.setId("class-choice");
        choice.getItems().setAll(classes);
        choice.setConverter(new ClassNames());
        choice.setValue(before);
        choice.setMaxWidth(Double.MAX_VALUE);
        setText(null);
        setGraphic(choice);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        choice.requestFocus();
        // The list exists from now on; it takes every value the arrow keys pass, so what counts is
        // how it is left.
        choice.applyCss();
        BooleanProperty taken = new SimpleBooleanProperty();
        if (choice.getSkin() instanceof ComboBoxListViewSkin<?> skin) {
            Node list = skin.getPopupContent();
            list.addEventFilter(KeyEvent.KEY_PRESSED, e -> taken.set(e.getCode() == KeyCode.ENTER));
            list.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> taken.set(true));
        }
        // A click hides the list before it chooses.
        choice.setOnHidden(
                _ -> Platform.runLater(() -> finish(row, before, choice.getValue(), taken.get())));
        choice.show();
    }

    private void finish(int row, String before, String chosen, boolean taken) {
        cancelEdit();
        table.requestFocus();
        if (taken && !chosen.equals(before)) {
            table.label(row, chosen);
        }
    }

    @Override
    public void cancelEdit() {
        super.cancelEdit();
        setGraphic(null);
        setContentDisplay(ContentDisplay.TEXT_ONLY);
        refresh();
    }

    @Override
    void refresh() {
        if (!isEditing()) {
            super.refresh();
        }
    }

    private static final class ClassNames extends StringConverter<String> {
        @Override
        public String toString(String name) {
            return name == null || name.isEmpty() ? Messages.get("table.noClass") : name;
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
