package innerloop.io;

import innerloop.experiment.ColumnRole;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A column of a file's table of nodes or edges: what it is taken for, and what stands in it.
///
/// @param table of nodes or of edges
/// @param name of the column
/// @param role what it is taken for
/// @param said whether a person said so; else it is guessed
/// @param numeric whether all its values are numbers
/// @param examples its first few different values
/// @param distinct how many different values it has; [#MANY] stands for as many or more
/// @param missing the share of rows without a value
public record ColumnReport(
        ColumnRole.Table table,
        String name,
        ColumnRole role,
        boolean said,
        boolean numeric,
        List<String> examples,
        int distinct,
        double missing) {

    /// So many different values are not counted further.
    public static final int MANY = 1000;

    private static final int EXAMPLES = 3;

    /// Copies the examples.
    public ColumnReport {
        examples = List.copyOf(examples);
    }

    /// Looks into the texts of a column, one after the other.
    static final class Tally {
        private final Set<String> distinct = new LinkedHashSet<>();
        private int rows;
        private int empty;

        void add(String text) {
            rows++;
            if (text.isBlank()) {
                empty++;
            } else if (distinct.size() < MANY) {
                distinct.add(text.strip());
            }
        }

        /// Whether what was looked at are numbers.
        boolean numeric() {
            return !distinct.isEmpty()
                    && distinct.stream().allMatch(text -> Double.isFinite(Decimals.parse(text)));
        }

        ColumnReport report(
                ColumnRole.Table table,
                String name,
                ColumnRole role,
                boolean said,
                boolean numeric) {
            return new ColumnReport(
                    table,
                    name,
                    role,
                    said,
                    numeric,
                    distinct.stream().limit(EXAMPLES).map(Problem::shortened).toList(),
                    distinct.size(),
                    rows == 0 ? 0 : empty / (double) rows);
        }
    }

    /// The same column, taken for something else.
    ColumnReport as(ColumnRole other, boolean bySomebody) {
        return new ColumnReport(
                table, name, other, bySomebody, numeric, examples, distinct, missing);
    }

    /// Whether the values are few enough, and common enough, to be kinds of something.
    public boolean hasKinds() {
        return distinct > 1 && distinct <= MANY / 10;
    }
}
