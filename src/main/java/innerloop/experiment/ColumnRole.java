package innerloop.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a column of a graph's file is: of its table of nodes, or of its table of edges.
public enum ColumnRole {
    /// What the file calls the node; each only once.
    ID(Table.NODES),
    /// What a person calls the node.
    NAME(Table.NODES),
    /// The node's class.
    CLASS(Table.NODES),
    /// A feature: a number, 0 where the file has none.
    FEATURE(Table.NODES),
    /// A feature that is the mean of its column where the file has no number.
    FILLED(Table.NODES),
    /// A feature for each of its values, 1 for nodes that have it.
    ONE_HOT(Table.NODES),
    /// The number a node regression asks for: a feature that its encoder does not read.
    TARGET(Table.NODES),
    /// The node's position from left to right.
    X(Table.NODES),
    /// The node's position from top to bottom.
    Y(Table.NODES),
    /// One end of the edge; where edges have a direction, the one it comes from.
    SOURCE(Table.EDGES),
    /// The other end of the edge.
    DESTINATION(Table.EDGES),
    /// The edge's weight.
    WEIGHT(Table.EDGES),
    /// Whether the edge has a direction: `Directed` or `true`.
    DIRECTION(Table.EDGES),
    /// When the edge came: a number. The graph then grows edge by edge.
    TIME(Table.EDGES),
    /// Nothing is made of it.
    IGNORED(Table.BOTH);

    /// Where a role can be given.
    public enum Table {
        /// The table with a row for each node.
        NODES,
        /// The table with a row for each edge.
        EDGES,
        /// Either.
        BOTH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Table table;

    ColumnRole(Table table) {
        this.table = table;
    }

    /// The roles that a column of this table can have.
    public static List<ColumnRole> of(Table table) {
        return Arrays.stream(values())
                .filter(role -> role.table == table || role.table == Table.BOTH)
                .toList();
    }

    /// Whether only one column of a table can have it.
    public boolean isOfOne() {
        return switch (this) {
            case FEATURE, FILLED, ONE_HOT, IGNORED -> false;
            case ID, NAME, CLASS, TARGET, X, Y, SOURCE, DESTINATION, WEIGHT, DIRECTION, TIME ->
                    true;
        };
    }

    /// The role in files and commands.
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
