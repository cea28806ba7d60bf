package innerloop.app.table;

import innerloop.app.Messages;
import innerloop.graph.select.NodeSet;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.skin.ComboBoxListViewSkin;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.controlsfx.control.PrefixSelectionComboBox;

/// The class of a node, which can be changed where it stands: a list of all classes drops down, letters find one, Enter
/// or a click takes it, Esc leaves it as it is. If the node is one of several selected ones, all of them get the class.
final class ClassCell extends ValueCell {

    private final RowTable table;

    ClassCell(RowTable table) {
        super(table, "class");
        this.table = table;
    }

    /// A line of the list.
    private enum Kind {
        /// It says which nodes are meant, and cannot be taken.
        HEADING,
        CLASS,
        /// A class that is not in the list.
        OTHER
    }

    /// @param text what a person reads
    /// @param className the class taken; empty for none
    private record Line(Kind kind, String text, String className) {

        static Line of(String className) {
            String text = className.isEmpty() ? Messages.get("table.noClass") : className;
            return new Line(Kind.CLASS, text, className);
        }

        static Line of(Kind kind, String text) {
            return new Line(kind, text, "");
        }

        /// The lines that the list finds by letters.
        @Override
        public String toString() {
            return text;
        }
    }

    private static final class LineCell extends ListCell<Line> {
        @Override
        protected void updateItem(Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : line.text());
            boolean heading = !empty && line != null && line.kind() == Kind.HEADING;
            setDisable(heading);
        }
    }

    @Override
    public void startEdit() {
        Integer row = getItem();
        if (isEmpty() || row == null) {
            return;
        }
        super.startEdit();
        NodeSet nodes = table.labelled(row);
        Line before = Line.of(table.text("class", row));
        PrefixSelectionComboBox<Line> choice = new PrefixSelectionComboBox<>();
        choice.setId("class-choice");
        choice.setCellFactory(_ -> new LineCell());
        choice.getItems().setAll(lines(nodes));
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
            list.addEventFilter(MouseEvent.MOUSE_PRESSED, e -> taken.set(isLine(e.getTarget())));
        }
        // A click hides the list before it chooses.
        choice.setOnHidden(_ ->
                Platform.runLater(() -> {
                    leave();
                    // One of several nodes may have this class already, the others need not.
                    if (taken.get() && (nodes.size() > 1 || !choice.getValue().equals(before))) {
                        take(nodes, choice.getValue());
                    }
                }));
        choice.show();
    }

    /// Whether a selectable line was hit; disabled ones cannot be.
    private static boolean isLine(EventTarget target) {
        Node at = target instanceof Node node ? node : null;
        while (at != null && !(at instanceof LineCell)) {
            at = at.getParent();
        }
        return at != null;
    }

    private List<Line> lines(NodeSet nodes) {
        List<Line> lines = new ArrayList<>();
        if (nodes.size() > 1) {
            lines.add(Line.of(Kind.HEADING, Messages.get("table.forAll", nodes.size())));
        }
        table.classes().forEach(name -> lines.add(Line.of(name)));
        lines.add(Line.of(""));
        lines.add(Line.of(Kind.OTHER, Messages.get("table.newClass")));
        return lines;
    }

    private void leave() {
        cancelEdit();
        table.requestFocus();
    }

    private void take(NodeSet nodes, Line line) {
        switch (line.kind()) {
            case HEADING -> {}
            case CLASS -> table.labeller().label(nodes, line.className());
            case OTHER -> table.labeller().ask(nodes);
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
}
