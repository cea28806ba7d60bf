package innerloop.app.table;

import innerloop.app.Messages;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.select.NodeAttributes;
import innerloop.graph.select.NodeQuery.NotUnderstoodException;
import innerloop.graph.select.NodeSet;
import innerloop.io.CsvTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The contents of the table. Immutable.
///
/// @param rows what it is about
/// @param fitting the rows the filter lets through
/// @param order the rows that are shown, from the top
/// @param problem why the filter is not understood; empty if it is
@SuppressWarnings("ArrayRecordComponent") // never compared
record Shown(Rows rows, NodeSet fitting, int[] order, String problem) {

    /// No rows of no graph.
    static Shown nothing() {
        AttributedGraph none = new GraphBuilder("", 0, false).build();
        Rows rows = NodeRows.of(none, NodeAttributes.of(none));
        return new Shown(rows, NodeSet.none(0), new int[0], "");
    }

    /// The contents to be shown next.
    ///
    /// @param filter a text as [Rows#find(String)] takes it, blank for all rows
    /// @param among only rows of these nodes; null for all
    Shown next(Rows next, String filter, @Nullable NodeSet among, List<SortKey> sort) {
        NodeSet all = NodeSet.where(next.count(), next::isThere);
        NodeSet found = all;
        String why = "";
        try {
            found = filter.isBlank() ? all : next.find(filter).and(all);
        } catch (NotUnderstoodException e) {
            why = Messages.of(e);
            // Half a query is no reason to show everything for a moment.
            found = isLike(next) ? fitting : all;
        }
        NodeSet wanted =
                among == null
                        ? found
                        : found.and(NodeSet.where(next.count(), row -> next.isIn(among, row)));
        return new Shown(next, found, RowOrder.of(next, wanted, sort), why);
    }

    /// Whether these rows are numbered as the shown ones.
    boolean isLike(Rows other) {
        return other.getClass() == rows.getClass() && other.count() == rows.count();
    }

    /// Where a row stands, −1 if it is not shown.
    int position(int row) {
        return IntStream.range(0, order.length).filter(k -> order[k] == row).findFirst().orElse(-1);
    }

    /// The topmost row about a node, −1 if none is shown.
    int topmost(int node) {
        return Arrays.stream(order).filter(row -> rows.isAbout(row, node)).findFirst().orElse(-1);
    }

    /// The rows between two positions, both included, whichever is higher.
    IntStream between(int one, int other) {
        return Arrays.stream(order, Math.min(one, other), Math.max(one, other) + 1);
    }

    /// Writes the shown rows as CSV, numbers unrounded.
    void write(Path path) throws IOException {
        List<Column> columns = rows.columns();
        CsvTable.write(
                path,
                columns.stream().map(Column::id).toList(),
                order.length,
                k -> columns.stream().map(column -> column.exactText(order[k])).toList());
    }
}
