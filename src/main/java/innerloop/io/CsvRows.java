package innerloop.io;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import innerloop.experiment.GraphReading.Separator;
import innerloop.phrase.Trouble;
import java.io.BufferedReader;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The rows of a text table. The separator is found out: the first of tab, semicolon, comma that
/// stands unquoted in each of the first rows, else blanks. Empty lines and lines from `#` or `%` on are
/// skipped, as is a byte order mark; fields are stripped of blanks unless they are quoted.
final class CsvRows implements AutoCloseable {

    /// One row.
    ///
    /// @param line its number, from 1
    /// @param fields stripped of blanks unless quoted
    record Row(long line, List<String> fields) {

        /// The field, empty when the row is too short or there is no such column.
        String field(int column) {
            return column >= 0 && column < fields.size() ? fields.get(column) : "";
        }

        /// Where a field begins if nothing before it was quoted or padded, from 1.
        long columnOf(int field) {
            long column = 1;
            for (int k = 0; k < field; k++) {
                column += fields.get(k).length() + 1L;
            }
            return column;
        }
    }

    private static final int SAMPLE = 1 << 17;
    private static final String SEPARATOR_LINE = "sep=";
    private static final int SAMPLE_LINES = 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path file;
    private final BufferedReader reader;
    private final CloseableIterator<Row> records;
    private final char separator;
    private final boolean directed;

    CsvRows(Path file) throws GraphFormatException {
        this.file = file;
        try {
            reader =
                    new BufferedReader(
                            new InputStreamReader(
                                    Unpacked.open(file), StandardCharsets.UTF_8.newDecoder()));
        } catch (IOException e) {
            throw Unpacked.unreadable(file, e);
        }
        try {
            char own = ownSeparator();
            List<String> sample = sample();
            Separator said = CurrentReading.get().rules().separator();
            if (said != Separator.GUESSED) {
                separator = said.character();
            } else if (own != 0) {
                separator = own;
            } else {
                separator = separator(sample.stream().filter(line -> !isComment(line)).toList());
            }
            directed =
                    sample.stream().filter(CsvRows::isComment).anyMatch(PlainEdges::saysDirected);
            char comment = sample.stream().anyMatch(line -> line.startsWith("%")) ? '%' : '#';
            records =
                    CsvReader.builder()
                            .fieldSeparator(separator)
                            .commentStrategy(CommentStrategy.SKIP)
                            .commentCharacter(comment)
                            .skipEmptyLines(true)
                            .trimWhitespacesAroundQuotes(separator == ',' || separator == ';')
                            .allowUnclosedQuote(false)
                            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                            .build(
                                    new Fields(separator == ' ', own == 0 ? 0 : 1),
                                    separator == ' ' ? new TabsAsBlanks(reader) : reader)
                            .iterator();
        } catch (IOException e) {
            close();
            throw unreadable(e);
        }
    }

    /// Of a table whose cells are parted by blanks and tabs, each as it comes.
    private static final class TabsAsBlanks extends FilterReader {

        TabsAsBlanks(Reader in) {
            super(in);
        }

        @Override
        public int read(char[] buffer, int from, int length) throws IOException {
            int count = super.read(buffer, from, length);
            for (int k = from; k < from + count; k++) {
                buffer[k] = buffer[k] == '\t' ? ' ' : buffer[k];
            }
            return count;
        }
    }

    /// Whether a comment at the top says that the graph is directed.
    boolean saysDirected() {
        return directed;
    }

    /// The separator of fields.
    char separator() {
        return separator;
    }

    /// The next row; null at the end.
    @Nullable Row next() throws GraphFormatException {
        try {
            while (records.hasNext()) {
                Row row = records.next();
                if (!row.fields().stream().allMatch(String::isEmpty)) {
                    return row;
                }
            }
            return null;
        } catch (CsvParseException e) {
            throw Problem.ofFile(file, Trouble.of("csv.broken", rootMessage(e))).exception();
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        }
    }

    private static String rootMessage(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }

    private GraphFormatException unreadable(IOException e) {
        return Unpacked.unreadable(file, e);
    }

    static boolean isComment(String line) {
        return line.startsWith("#") || line.startsWith("%");
    }

    /// The separator named in a first line `sep=;`, which spreadsheets write; 0 without such a line. Skips that line and a byte
    /// order mark.
    private char ownSeparator() throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        reader.mark(1 + SEPARATOR_LINE.length());
        char[] start = new char[SEPARATOR_LINE.length() + 1];
        int count = reader.read(start);
        if (count == start.length && new String(start).startsWith(SEPARATOR_LINE)) {
            reader.readLine();
            return start[SEPARATOR_LINE.length()];
        }
        reader.reset();
        return 0;
    }

    /// The first nonempty rows without what is quoted in them.
    private List<String> sample() throws IOException {
        reader.mark(SAMPLE);
        char[] start = new char[SAMPLE];
        int length = 0;
        int count = reader.read(start, 0, SAMPLE);
        while (count > 0) {
            length += count;
            count = reader.read(start, length, SAMPLE - length);
        }
        reader.reset();
        List<String> lines = rowsWithoutQuoted(new String(start, 0, length));
        if (length == SAMPLE && lines.size() > 1) {
            // The last line may be cut off.
            lines.removeLast();
        }
        return lines;
    }

    private static char separator(List<String> lines) {
        List<String> first = lines.subList(0, Math.min(SAMPLE_LINES, lines.size()));
        for (char candidate : new char[] {'\t', ';', ','}) {
            if (!first.isEmpty() && first.stream().allMatch(line -> line.indexOf(candidate) >= 0)) {
                return candidate;
            }
        }
        return first.stream().anyMatch(line -> line.indexOf(' ') >= 0) ? ' ' : ',';
    }

    /// A quoted field may hold separators and line breaks. It begins where a field can begin and ends with its quote; a quote
    /// elsewhere is a character like any other, and so is every quote in a comment.
    private static List<String> rowsWithoutQuoted(String text) {
        List<String> rows = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        boolean quoted = false;
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            if (quoted) {
                quoted = c != '"';
            } else if (c == '"' && !isComment(row.toString().strip()) && canBegin(text, k)) {
                quoted = true;
            } else if (c == '\n' || c == '\r') {
                rows.add(row.toString().strip());
                row.setLength(0);
            } else {
                row.append(c);
            }
        }
        rows.add(row.toString().strip());
        rows.removeIf(String::isEmpty);
        return rows;
    }

    /// Whether a field can begin here; a second quote goes on with a quoted one.
    private static boolean canBegin(String text, int at) {
        return at == 0 || "\t;, \n\r\"".indexOf(text.charAt(at - 1)) >= 0;
    }

    /// Makes a row of the fields that the parser finds; of a comment, one without fields.
    private static final class Fields extends AbstractBaseCsvCallbackHandler<Row> {

        private final boolean blanksSeparate;
        private final int linesBefore;
        private List<String> fields = new ArrayList<>();
        private boolean comment;

        Fields(boolean blanksSeparate, int linesBefore) {
            this.blanksSeparate = blanksSeparate;
            this.linesBefore = linesBefore;
        }

        @Override
        protected void handleBegin(long startingLineNumber) {
            fields = new ArrayList<>();
            comment = false;
        }

        @Override
        protected void handleField(int index, char[] buffer, int at, int length, boolean quoted) {
            String text = new String(buffer, at, length);
            String field = quoted ? text : text.strip();
            comment |= fields.isEmpty() && !quoted && isComment(field);
            // Several blanks in a row separate once.
            if (!blanksSeparate || quoted || !field.isEmpty()) {
                fields.add(SpreadsheetCells.read(field));
            }
        }

        @Override
        protected Row buildRecord() {
            return new Row(getStartingLineNumber() + linesBefore, comment ? List.of() : fields);
        }
    }

    @Override
    public void close() throws GraphFormatException {
        try {
            reader.close();
        } catch (IOException e) {
            throw Problem.unreadable(file, e).exception();
        }
    }
}
