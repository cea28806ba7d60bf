package innerloop.app.table;

import innerloop.app.Messages;
import innerloop.graph.select.NodeAttribute;
import innerloop.io.CsvTable;
import java.util.Locale;

/// A column of the table.
///
/// @param id what filters and files call it
/// @param values one for each row
record Column(String id, NodeAttribute values) {

    private static final double LARGE = 1e6;
    private static final double SMALL = 1e-3;

    /// Its title for people; features keep their names.
    String title() {
        String key = "table.column." + id;
        return Messages.has(key) ? Messages.get(key) : id;
    }

    boolean isNumber() {
        return values instanceof NodeAttribute.Numeric;
    }

    /// The value of a row, rounded for reading; empty where it is unknown.
    String text(int row) {
        return switch (values) {
            case NodeAttribute.Text(var of) -> of.apply(row);
            case NodeAttribute.Numeric(var of) -> rounded(of.applyAsDouble(row));
        };
    }

    private static String rounded(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value)) {
            return "";
        }
        if (value == Math.rint(value) && size < LARGE) {
            return Long.toString((long) value);
        }
        String form = size >= SMALL && size < LARGE ? "%.3f" : "%.2e";
        return String.format(Locale.ROOT, form, value);
    }

    /// The value of a row, exactly.
    String exactText(int row) {
        return switch (values) {
            case NodeAttribute.Text(var of) -> of.apply(row);
            case NodeAttribute.Numeric(var of) -> CsvTable.number(of.applyAsDouble(row));
        };
    }
}
