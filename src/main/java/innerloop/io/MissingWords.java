package innerloop.io;

import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Words by which programs say that a cell of a table has no value (R: `NA`; pandas: `NaN`); it is then empty, which is said once.
final class MissingWords {

    private static final Set<String> WORDS =
            Set.of("NA", "N/A", "n/a", "#N/A", "<NA>", "NaN", "nan", "NAN", "null", "NULL");

    private final Path file;
    private int cells;
    private long firstLine;
    private String first = "";

    MissingWords(Path file) {
        this.file = file;
    }

    /// The text of a cell, empty if that says that there is none.
    String in(CsvRows.Row row, int column) {
        String text = row.field(column);
        if (!WORDS.contains(text.strip())) {
            return text;
        }
        if (cells++ == 0) {
            firstLine = row.line();
            first = text.strip();
        }
        return "";
    }

    void report(List<Problem> problems) {
        if (cells > 0) {
            problems.add(
                    Problem.ofText(
                            file,
                            firstLine,
                            0,
                            first,
                            Trouble.of(
                                    "nodes.missingWords", first, Phrase.amount(cells, "place"))));
        }
    }
}
