package innerloop.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/// Writes rows of text as CSV (RFC 4180, UTF-8, lines end in LF); no spreadsheet runs a cell ([SpreadsheetCells]).
public final class CsvTable {

    /// What readers would strip or skip is quoted: blanks at the ends of a text, and a text like a comment.
    static final QuoteStrategy QUOTES =
            new QuoteStrategy() {
                @Override
                public boolean quoteValue(int line, int field, String value) {
                    return !value.strip().equals(value) || CsvRows.isComment(value);
                }
            };

    private static final CsvWriter.CsvWriterBuilder LINES =
            CsvWriter.builder().lineDelimiter(LineDelimiter.LF).quoteStrategy(QUOTES);

    private CsvTable() {}

    /// Writes a file.
    ///
    /// @param header the names of the columns
    /// @param rows how many rows follow
    /// @param row the cells of each
    public static void write(
            Path path, List<String> header, int rows, IntFunction<List<String>> row)
            throws IOException {
        AtomicFiles.write(
                path,
                out -> {
                    try (CsvWriter csv = LINES.build(out, StandardCharsets.UTF_8)) {
                        write(csv, header, rows, row);
                    }
                });
    }

    /// Reads the rows of a table that was written so, its header first.
    public static List<List<String>> read(Path path) throws IOException {
        List<List<String>> all = new ArrayList<>();
        try (CsvRows rows = new CsvRows(path)) {
            for (CsvRows.Row row = rows.next(); row != null; row = rows.next()) {
                all.add(row.fields());
            }
        } catch (GraphFormatException e) {
            throw new IOException(e.getMessage(), e);
        }
        return all;
    }

    /// The same as text.
    static String text(List<String> header, int rows, IntFunction<List<String>> row) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = LINES.build(out)) {
            write(csv, header, rows, row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(
            CsvWriter csv, List<String> header, int rows, IntFunction<List<String>> row) {
        csv.writeRecord(SpreadsheetCells.written(header));
        for (int i = 0; i < rows; i++) {
            csv.writeRecord(SpreadsheetCells.written(row.apply(i)));
        }
    }

    /// A number as text, exactly, but as short as a float32 where it is one; empty for NaN.
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        boolean single = (float) value == value && value != Math.rint(value);
        return single ? Decimals.text((float) value) : Decimals.text(value);
    }
}
