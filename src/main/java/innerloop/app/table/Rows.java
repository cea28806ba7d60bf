package innerloop.app.table;

import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeQuery.NotUnderstoodException;
import innerloop.graph.select.NodeSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The rows of the table, one for each node or each edge of a graph, numbered from 0. Immutable.
sealed interface Rows permits NodeRows, EdgeRows {

    /// Whether they say what a learner predicts.
    boolean arePredicted();

    /// The graph.
    AttributedGraph graph();

    /// Number of rows.
    int count();

    /// Whether a row is about something that is there: nodes come and go in a history, and keep their numbers.
    default boolean isThere(int row) {
        return true;
    }

    /// How many of the rows are.
    default int there() {
        return count();
    }

    /// The columns, from the left.
    List<Column> columns();

    /// The rows that fit a text that is not blank: a part of a name, or a query.
    NodeSet find(String text) throws NotUnderstoodException;

    /// Whether all nodes of a row are among these.
    boolean isIn(NodeSet nodes, int row);

    /// All nodes of these rows.
    NodeSet nodesOf(IntStream rows);

    /// The node a row is about, the first of two.
    int nodeOf(int row);

    /// The row a node has to itself, −1 if there is none.
    int rowOf(int node);

    /// Whether a row is about a node, with or without others.
    boolean isAbout(int row, int node);

    /// The column of this id.
    default Optional<Column> column(String id) {
        return columns().stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
