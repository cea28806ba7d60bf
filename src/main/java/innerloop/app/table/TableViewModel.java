package innerloop.app.table;

import innerloop.app.background.Latest;
import innerloop.app.selection.Selection;
import innerloop.app.selection.SelectionMode;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeAttributes;
import innerloop.graph.select.NodeSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// Which rows the table shows in which order, and the row its cursor is on. Rows are nodes or edges by their numbers.
///
/// Filtering and sorting happen on another thread, one request at a time and the newest next; while nobody looks at the
/// table, not at all. All methods are called on the JavaFX thread.
public final class TableViewModel {

    /// The kind of rows.
    public enum Kind {
        NODES,
        EDGES
    }

    /// Gives nodes classes.
    public interface Labeller {
        /// These nodes have this class now, none if the name is empty.
        void label(NodeSet nodes, String className);

        /// Lets the person say which class these nodes have, maybe a new one.
        void ask(NodeSet nodes);
    }

    /// A table that can be written, on any thread.
    @FunctionalInterface
    public interface Snapshot {
        /// Writes it as CSV.
        void write(Path path) throws IOException;
    }

    private final Selection selection;
    private final Labeller labeller;
    private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(this, "kind", Kind.NODES);
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final BooleanProperty selectedOnly = new SimpleBooleanProperty(this, "selectedOnly");
    private final ObjectProperty<List<SortKey>> sort =
            new SimpleObjectProperty<>(this, "sort", List.of());
    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(this, "shown", Shown.nothing());
    private final ReadOnlyIntegerWrapper cursor = new ReadOnlyIntegerWrapper(this, "cursor", -1);
    private final ReadOnlyBooleanWrapper predictedByOther =
            new ReadOnlyBooleanWrapper(this, "predictedByOther");
    private final BooleanProperty otherRecipe = new SimpleBooleanProperty(this, "otherRecipe");
    private @Nullable AttributedGraph graph;
    private @Nullable NodeAttributes attributes;
    private int anchor = -1;
    private boolean pointing;
    private boolean watched;
    private final Latest<Shown> making =
            new Latest<>(
                    Latest.virtual("table"),
                    Platform::runLater,
                    this::finish,
                    failure -> {
                        beginAgain();
                        Latest.report(failure);
                    });
    private boolean stale;

    /// A table of nothing.
    public TableViewModel(Selection selection, Labeller labeller) {
        this.selection = selection;
        this.labeller = labeller;
        kind.addListener((_, _, _) -> look());
        filter.addListener((_, _, _) -> look());
        sort.addListener((_, _, _) -> look());
        selectedOnly.addListener((_, _, _) -> look());
        selection
                .nodesProperty()
                .addListener((_, _, _) -> {
                    if (selectedOnly.get()) {
                        look();
                    }
                });
        selection.focusProperty().addListener((_, _, _) -> follow());
        predictedByOther.bind(
                otherRecipe.and(
                        Bindings.createBooleanBinding(
                                () -> shown.get().rows().arePredicted(), shown)));
    }

    /// Shows this graph; call again when more can be said of its nodes, or when they have other classes.
    public void show(AttributedGraph newGraph, NodeAttributes newAttributes) {
        AttributedGraph old = graph;
        graph = newGraph;
        attributes = newAttributes;
        if (old == null || !newGraph.hasNodesOf(old)) {
            filter.set("");
            selectedOnly.set(false);
            cursor.set(-1);
            anchor = -1;
        }
        look();
    }

    /// Says whether the run shown is of another recipe than the open one.
    public void setStale(boolean other) {
        otherRecipe.set(other);
    }

    /// Whether rows say what a learner predicts that is of another recipe than the open one.
    ReadOnlyBooleanProperty predictedByOther() {
        return predictedByOther.getReadOnlyProperty();
    }

    /// Whether the table is visible.
    void setWatched(boolean now) {
        watched = now;
        look();
    }

    private void look() {
        stale = true;
        if (watched && !making.isPending()) {
            begin();
        }
    }

    private void begin() {
        AttributedGraph asked = graph;
        NodeAttributes said = attributes;
        if (asked == null || said == null) {
            return;
        }
        stale = false;
        Shown last = shown.get();
        Kind wanted = kind.get();
        String text = filter.get();
        NodeSet among = selectedOnly.get() ? selection.nodes() : null;
        List<SortKey> keys = sort.get();
        making.want((_, _) -> {
            Rows rows =
                    switch (wanted) {
                        case NODES -> NodeRows.of(asked, said);
                        case EDGES -> EdgeRows.of(asked);
                    };
            return last.next(rows, text, among, keys);
        });
    }

    private void finish(Shown next) {
        if (graph != null && graph.hasNodesOf(next.rows().graph())) {
            boolean same = shown.get().isLike(next.rows());
            shown.set(next);
            if (!same) {
                cursor.set(-1);
                anchor = -1;
                follow();
            }
        }
        beginAgain();
    }

    private void beginAgain() {
        if (stale && watched) {
            begin();
        }
    }

    /// The cursor goes where the focus went.
    private void follow() {
        int node = selection.focusProperty().get();
        int row = node < 0 || pointing ? -1 : row(node);
        if (row >= 0) {
            anchor = row;
            cursor.set(row);
        }
    }

    /// The row to show for a node; of several the one the cursor is on, else the topmost.
    private int row(int node) {
        Shown now = shown.get();
        int own = now.rows().rowOf(node);
        int here = cursor.get();
        if (own >= 0) {
            return own;
        }
        return here >= 0 && now.rows().isAbout(here, node) ? here : now.topmost(node);
    }

    /// The row at this position, from the top, was pointed at.
    void point(int position, Pointing how) {
        Shown now = shown.get();
        int row = now.order()[position];
        pointing = true;
        try {
            select(now, row, position, how);
        } finally {
            pointing = false;
        }
        if (how != Pointing.EXTEND || anchor < 0) {
            anchor = row;
        }
        cursor.set(row);
    }

    private void select(Shown now, int row, int position, Pointing how) {
        Rows rows = now.rows();
        int start = how == Pointing.EXTEND ? now.position(anchor) : position;
        IntStream pointed = now.between(start < 0 ? position : start, position);
        switch (how) {
            case LOOK -> {
                return;
            }
            case TOGGLE -> {
                boolean there = rows.isIn(selection.nodes(), row);
                selection.take(
                        rows.nodesOf(pointed), there ? SelectionMode.SUBTRACT : SelectionMode.ADD);
            }
            case ALONE -> {
                // A table of what is selected must not shrink to the one row that is looked at.
                if (!selectedOnly.get()) {
                    selection.take(rows.nodesOf(pointed), SelectionMode.REPLACE);
                }
            }
            case EXTEND -> selection.take(rows.nodesOf(pointed), SelectionMode.REPLACE);
        }
        int node = rows.nodeOf(row);
        if (selection.nodes().contains(node) && (rows.rowOf(node) == row || selectedOnly.get())) {
            selection.focusProperty().set(node);
        }
    }

    /// Selects what all shown rows are about.
    void selectAll() {
        Shown now = shown.get();
        selection.take(now.rows().nodesOf(Arrays.stream(now.order())), SelectionMode.REPLACE);
    }

    /// Whether all nodes of a row are selected.
    boolean isSelected(int row) {
        return exists(row) && shown.get().rows().isIn(selection.nodes(), row);
    }

    /// Whether there is such a row: cells know theirs from the last layout, when it may have been another table's.
    private boolean exists(int row) {
        return row < shown.get().rows().count();
    }

    /// The text of a cell; empty if there is no such row or column.
    String text(String column, int row) {
        return exists(row)
                ? shown.get().rows().column(column).map(c -> c.text(row)).orElse("")
                : "";
    }

    /// The nodes that get another class when that of a row is changed: all selected ones if its node is one of them.
    NodeSet labelled(int row) {
        int node = shown.get().rows().nodeOf(row);
        NodeSet selected = selection.nodes();
        return selected.contains(node) ? selected : NodeSet.of(selected.nodes(), node);
    }

    /// Who changes classes.
    Labeller labeller() {
        return labeller;
    }

    /// Nodes or edges.
    ObjectProperty<Kind> kind() {
        return kind;
    }

    /// A part of a name or a query; blank for all rows.
    StringProperty filter() {
        return filter;
    }

    /// Whether only selected rows are shown.
    BooleanProperty selectedOnly() {
        return selectedOnly;
    }

    /// The columns that rows are sorted by, the most important first; by number if empty.
    ObjectProperty<List<SortKey>> sort() {
        return sort;
    }

    /// The present contents.
    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    /// The row the cursor is on, −1 for none; it may not be shown.
    ReadOnlyIntegerProperty cursor() {
        return cursor.getReadOnlyProperty();
    }

    /// The present contents as a table for export.
    public Snapshot snapshot() {
        return shown.get()::write;
    }
}
