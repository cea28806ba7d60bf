package innerloop.app.table;

import innerloop.app.Messages;
import innerloop.app.OwnKeys;
import innerloop.graph.select.NodeSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// The rows and columns themselves.
///
/// The control's own selection is not used, since it would hold a list of 200,000 numbers: each visible row looks up whether
/// its nodes are selected, and keys and mouse events go to the [TableViewModel].
final class RowTable extends TableView<Integer> {

    static final double ROW_HEIGHT = 24;

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

    /// The id of the only column that can be edited; a table of edges has none.
    private static final String CLASS = "class";

    private static final double NAME_WIDTH = 220;
    private static final double CLASS_WIDTH = 130;
    private static final double NUMBER_WIDTH = 92;

    private final TableViewModel model;
    private final List<Row> visible = new ArrayList<>();
    private final List<ValueCell> cells = new ArrayList<>();
    private String cursorColumn = "";
    private int[] order = {};
    private boolean sorting = true;
    private boolean toTop;

    RowTable(TableViewModel model) {
        this.model = model;
        setId("table");
        OwnKeys.leave(this, Set.of("select.all"));
        getStyleClass().add("row-table");
        setFixedCellSize(ROW_HEIGHT);
        setEditable(true);
        setSelectionModel(null);
        setAccessibleText(Messages.get("panel.table"));
        Label nothing = new Label(Messages.get("table.empty"));
        nothing.getStyleClass().add("dim");
        setPlaceholder(nothing);
        setRowFactory(_ -> new Row());
        setSortPolicy(_ -> {
            if (sorting) {
                model.sort().set(sortKeys());
                // Who sorts wants to see what comes first.
                toTop = true;
            }
            return true;
        });
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        model.shown().subscribe(this::show);
        model.cursor()
                .addListener((_, _, _) -> {
                    restyle();
                    reveal();
                });
    }

    private final class Row extends TableRow<Integer> {
        Row() {
            visible.add(this);
            addEventFilter(MouseEvent.MOUSE_PRESSED, e -> pressed(this, e));
        }

        @Override
        protected void updateItem(Integer row, boolean empty) {
            super.updateItem(row, empty);
            style();
        }

        void style() {
            Integer row = getItem();
            pseudoClassStateChanged(CHOSEN, !isEmpty() && row != null && model.isSelected(row));
        }
    }

    private void show(Shown now) {
        List<String> ids = now.rows().columns().stream().map(Column::id).toList();
        if (!ids.equals(getColumns().stream().map(TableColumn::getId).toList())) {
            cells.clear();
            cursorColumn = ids.getFirst();
            getSortOrder().clear();
            getColumns().setAll(now.rows().columns().stream().map(this::column).toList());
        }
        if (!Arrays.equals(order, now.order())) {
            order = now.order();
            showOrder();
        }
        // Equal numbers of rows are no news to the control, though the values may be.
        cells.forEach(ValueCell::refresh);
        restyle();
    }

    /// Other items make the control forget what it is sorted by.
    private void showOrder() {
        sorting = false;
        List<TableColumn<Integer, ?>> sorted = List.copyOf(getSortOrder());
        setItems(new VirtualRows(order));
        getSortOrder().setAll(sorted);
        sorting = true;
        if (toTop) {
            toTop = false;
            scrollTo(0);
        }
    }

    private TableColumn<Integer, Integer> column(Column shown) {
        TableColumn<Integer, Integer> column = new TableColumn<>(shown.title());
        column.setId(shown.id());
        column.setPrefWidth(width(shown));
        if (shown.isNumber()) {
            column.getStyleClass().add("number");
        }
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        column.setCellFactory(_ -> {
            ValueCell cell =
                    shown.id().equals(CLASS)
                            ? new ClassCell(this)
                            : new ValueCell(this, shown.id());
            cells.add(cell);
            return cell;
        });
        return column;
    }

    private static double width(Column shown) {
        return switch (shown.id()) {
            case "name", "from", "to" -> NAME_WIDTH;
            default -> shown.isNumber() ? NUMBER_WIDTH : CLASS_WIDTH;
        };
    }

    private List<SortKey> sortKeys() {
        return getSortOrder().stream()
                .map(column ->
                        new SortKey(
                                column.getId(),
                                column.getSortType() == TableColumn.SortType.DESCENDING))
                .toList();
    }

    /// The text of a cell.
    String text(String column, int row) {
        return model.text(column, row);
    }

    /// The classes a node can have.
    List<String> classes() {
        return model.shown().get().rows().graph().classes();
    }

    /// The nodes that get another class when that of a row is changed.
    NodeSet labelled(int row) {
        return model.labelled(row);
    }

    /// Who changes classes.
    TableViewModel.Labeller labeller() {
        return model.labeller();
    }

    boolean isCursor(String column, int row) {
        return row == model.cursor().get() && column.equals(cursorColumn);
    }

    /// Shows anew what is selected and where the cursor is.
    void restyle() {
        visible.forEach(Row::style);
        cells.forEach(ValueCell::style);
    }

    /// Scrolls to the cursor if it is out of sight.
    void reveal() {
        int position = model.shown().get().position(model.cursor().get());
        if (position < 0
                || !(lookup(".virtual-flow") instanceof VirtualFlow<?> flow)
                || flow.getFirstVisibleCell() == null) {
            return;
        }
        int top = flow.getFirstVisibleCell().getIndex();
        int page = page();
        if (position < top - page || position > top + 2 * page) {
            scrollTo(Math.max(0, position - page / 2));
        } else if (position < top) {
            scrollTo(position);
        } else if (position >= top + page) {
            scrollTo(position - page + 1);
        }
    }

    /// How many rows are seen as a whole.
    private int page() {
        Node flow = lookup(".virtual-flow");
        double height = flow == null ? 0 : flow.getLayoutBounds().getHeight();
        return Math.max(1, (int) (height / ROW_HEIGHT));
    }

    private void pressed(Row row, MouseEvent e) {
        if (row.isEmpty() || e.getButton() != MouseButton.PRIMARY) {
            return;
        }
        for (Node at = (Node) e.getTarget(); at != row && at != null; at = at.getParent()) {
            if (at instanceof ValueCell cell) {
                if (cell.isEditing()) {
                    return;
                }
                cursorColumn = cell.column();
            }
        }
        requestFocus();
        Pointing how = Pointing.of(e.isShiftDown(), e.isShortcutDown(), Pointing.TOGGLE);
        model.point(row.getIndex(), how == Pointing.ALONE && isForMany(row) ? Pointing.LOOK : how);
        restyle();
        if (e.getClickCount() == 2) {
            edit();
        }
        e.consume();
    }

    /// Whether the class under the cursor is that of several selected nodes, which the first click of two must not unselect.
    private boolean isForMany(Row row) {
        return cursorColumn.equals(CLASS) && model.labelled(row.getItem()).size() > 1;
    }

    private void key(KeyEvent e) {
        int size = model.shown().get().order().length;
        if (getEditingCell() != null || size == 0) {
            return;
        }
        int at = model.shown().get().position(model.cursor().get());
        boolean shortcut = e.isShortcutDown();
        boolean done =
                switch (e.getCode()) {
                    case UP -> move(e, at - 1);
                    case DOWN -> move(e, at + 1);
                    case PAGE_UP -> move(e, at - page());
                    case PAGE_DOWN -> move(e, at + page());
                    case HOME -> move(e, 0);
                    case END -> move(e, size - 1);
                    case LEFT -> moveColumn(-1);
                    case RIGHT -> moveColumn(1);
                    case SPACE -> shortcut && at >= 0 && point(at, Pointing.TOGGLE);
                    case ENTER, F2 -> !shortcut && edit();
                    case O -> !shortcut && !e.isAltDown() && sortByCursor();
                    case A -> shortcut && !e.isShiftDown() && selectAll();
                    default -> false;
                };
        if (done) {
            e.consume();
        }
    }

    private boolean move(KeyEvent e, int position) {
        return point(
                Math.clamp(position, 0, model.shown().get().order().length - 1),
                Pointing.of(e.isShiftDown(), e.isShortcutDown(), Pointing.LOOK));
    }

    private boolean point(int position, Pointing how) {
        model.point(position, how);
        return true;
    }

    private boolean selectAll() {
        model.selectAll();
        return true;
    }

    private boolean moveColumn(int by) {
        List<String> ids = getColumns().stream().map(TableColumn::getId).toList();
        int next = Math.clamp(ids.indexOf(cursorColumn) + by, 0, ids.size() - 1);
        cursorColumn = ids.get(next);
        scrollToColumnIndex(next);
        reveal();
        restyle();
        return true;
    }

    /// Up, down and not at all, as clicks on the header do.
    private boolean sortByCursor() {
        for (TableColumn<Integer, ?> column : getColumns()) {
            if (!column.getId().equals(cursorColumn)) {
                continue;
            }
            if (!getSortOrder().contains(column)) {
                column.setSortType(TableColumn.SortType.ASCENDING);
                getSortOrder().setAll(List.of(column));
            } else if (column.getSortType() == TableColumn.SortType.ASCENDING) {
                column.setSortType(TableColumn.SortType.DESCENDING);
            } else {
                getSortOrder().clear();
            }
        }
        return true;
    }

    /// Lets the person choose another class for the node under the cursor.
    private boolean edit() {
        int position = model.shown().get().position(model.cursor().get());
        for (TableColumn<Integer, ?> column : getColumns()) {
            if (position >= 0
                    && column.getId().equals(CLASS)
                    && column.getId().equals(cursorColumn)) {
                // Only a cell that exists can be edited.
                reveal();
                layout();
                edit(position, column);
                return true;
            }
        }
        return false;
    }
}
