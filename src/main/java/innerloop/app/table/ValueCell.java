package innerloop.app.table;

import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;

/// A cell with the value a column has for a row.
sealed class ValueCell extends TableCell<Integer, Integer> permits ClassCell {

    private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("cursor");

    private final RowTable table;
    private final String id;

    /// @param id of the column
    ValueCell(RowTable table, String id) {
        this.table = table;
        this.id = id;
    }

    /// The id of the column.
    final String column() {
        return id;
    }

    @Override
    protected void updateItem(Integer row, boolean empty) {
        super.updateItem(row, empty);
        refresh();
    }

    /// Shows the value as it is now.
    void refresh() {
        Integer row = getItem();
        setText(isEmpty() || row == null ? null : table.text(id, row));
        style();
    }

    /// Shows whether the cursor is here.
    final void style() {
        Integer row = getItem();
        pseudoClassStateChanged(CURSOR, row != null && !isEmpty() && table.isCursor(id, row));
    }
}
