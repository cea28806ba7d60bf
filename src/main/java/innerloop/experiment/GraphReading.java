package innerloop.experiment;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// How the file of a graph is read where a person has said so. All else readers guess, and show what they guessed.
///
/// An experiment keeps it, so that a rerun reads the same.
///
/// @param format the id of the file's format; empty if it is told by the content
/// @param separator between the cells of a text table
/// @param header whether a text table of edges begins with the names of its columns
/// @param columns what columns of the nodes are, by their names
/// @param edgeColumns what columns of a text table of edges are, by their names; `#0`, `#1`, … without a header
/// @param directions of the edges
/// @param withoutLoops whether edges from a node to itself are left out
/// @param skipping whether rows, nodes and edges that cannot be read are left out, where reading would end otherwise
public record GraphReading(
        String format,
        Separator separator,
        Header header,
        SortedMap<String, ColumnRole> columns,
        SortedMap<String, ColumnRole> edgeColumns,
        Directions directions,
        boolean withoutLoops,
        boolean skipping) {

    /// What stands between the cells of a text table.
    public enum Separator {
        /// Found out from the first rows.
        GUESSED('\0'),
        /// A tab.
        TAB('\t'),
        /// A comma.
        COMMA(','),
        /// A semicolon.
        SEMICOLON(';'),
        /// One blank or more.
        BLANKS(' ');

        private final char character;

        Separator(char character) {
            this.character = character;
        }

        /// The character; of no use if it is guessed.
        public char character() {
            return character;
        }
    }

    /// Whether a table begins with the names of its columns.
    public enum Header {
        /// Found out from the first two rows.
        GUESSED,
        /// It does.
        NAMES,
        /// Its first row is one like all others.
        NONE
    }

    /// Whether edges have a direction.
    public enum Directions {
        /// As the file says.
        OF_FILE,
        /// Rows of a text table go from the first end to the second.
        DIRECTED,
        /// No edge has one.
        UNDIRECTED
    }

    private static final GraphReading GUESSED =
            new GraphReading(
                    "",
                    Separator.GUESSED,
                    Header.GUESSED,
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    Directions.OF_FILE,
                    false,
                    false);

    /// Copies the maps.
    public GraphReading {
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        edgeColumns = Collections.unmodifiableSortedMap(new TreeMap<>(edgeColumns));
    }

    /// Nothing is said: all is guessed.
    public static GraphReading guessed() {
        return GUESSED;
    }

    /// Whether nothing is said.
    public boolean isGuessed() {
        return equals(GUESSED);
    }

    /// With another format; empty if it is to be guessed.
    public GraphReading withFormat(String other) {
        return new GraphReading(
                other, separator, header, columns, edgeColumns, directions, withoutLoops, skipping);
    }

    /// With another separator.
    public GraphReading withSeparator(Separator other) {
        return new GraphReading(
                format, other, header, columns, edgeColumns, directions, withoutLoops, skipping);
    }

    /// With or without a header.
    public GraphReading withHeader(Header other) {
        return new GraphReading(
                format, separator, other, columns, edgeColumns, directions, withoutLoops, skipping);
    }

    /// With other directions of the edges.
    public GraphReading withDirections(Directions other) {
        return new GraphReading(
                format, separator, header, columns, edgeColumns, other, withoutLoops, skipping);
    }

    /// With or without loops.
    public GraphReading withoutLoops(boolean left) {
        return new GraphReading(
                format, separator, header, columns, edgeColumns, directions, left, skipping);
    }

    /// Leaving out what cannot be read, or not.
    public GraphReading withSkipping(boolean skip) {
        return new GraphReading(
                format, separator, header, columns, edgeColumns, directions, withoutLoops, skip);
    }

    /// With this role of a column. A role that one column can have is taken from the one that had it.
    ///
    /// @param table nodes or edges
    public GraphReading with(ColumnRole.Table table, String column, ColumnRole role) {
        boolean edges = table == ColumnRole.Table.EDGES;
        SortedMap<String, ColumnRole> changed = new TreeMap<>(edges ? edgeColumns : columns);
        if (role.isOfOne()) {
            changed.values().removeIf(role::equals);
        }
        changed.put(column, role);
        return new GraphReading(
                format,
                separator,
                header,
                edges ? columns : changed,
                edges ? changed : edgeColumns,
                directions,
                withoutLoops,
                skipping);
    }

    /// The columns of a table that something is said of.
    public Map<String, ColumnRole> said(ColumnRole.Table table) {
        return table == ColumnRole.Table.EDGES ? edgeColumns : columns;
    }
}
