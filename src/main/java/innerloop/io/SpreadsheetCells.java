package innerloop.io;

import java.util.List;
import java.util.regex.Pattern;

/// Text in cells of CSV files that a spreadsheet would take for a formula and run.
///
/// A text that begins with `=`, `+`, `-`, `@`, a tab or a line break, and is no number, is written with an apostrophe in
/// front: spreadsheets show such a cell as the text behind it. Where a text begins with apostrophes before one of these it
/// gets one more, so that reading takes exactly the one away again that writing has added.
final class SpreadsheetCells {

    private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\\t\\r\\n＝＋－＠].*");

    private SpreadsheetCells() {}

    /// A cell as it is written.
    static String written(String text) {
        return FORMULA.matcher(text).matches() && Double.isNaN(Decimals.parse(text))
                ? "'" + text
                : text;
    }

    /// All cells of a row as they are written.
    static List<String> written(List<String> row) {
        return row.stream().map(SpreadsheetCells::written).toList();
    }

    /// The text of a cell.
    static String read(String cell) {
        return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
    }
}
