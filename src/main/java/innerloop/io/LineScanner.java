package innerloop.io;

import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Reads a text file line by line and token by token straight from bytes: no string is made for a
/// number.
///
/// Lines end with LF, CRLF or the end of the file; tokens are separated by blanks and tabs; a UTF-8
/// byte order mark is skipped; a name ending in `.gz` is unpacked. Use:
///
///     while (lines.next()) {
///         while (lines.token()) { int u = lines.index(...); }
///     }
final class LineScanner implements AutoCloseable {

    /// What a number in a file is.
    enum Meaning {
        NODE,
        MEMBER,
        COLUMN,
        VALUE,
        WEIGHT,
        COORDINATE;

        Phrase phrase() {
            return Phrase.of("number.name." + name());
        }
    }

    /// Twice as much is needed while the buffer grows.
    private static final int LONGEST_LINE =
            (int) Math.min(1 << 28, Runtime.getRuntime().maxMemory() / 8);

    private final Path file;
    private final InputStream in;
    private byte[] buffer = new byte[1 << 17];
    private int filled;
    private int nextLine;
    private boolean ended;
    private int lineStart;
    private int lineEnd;
    private int lineNumber;
    private int tokenStart;
    private int tokenEnd;

    LineScanner(Path file) throws GraphFormatException {
        this.file = file;
        try {
            in = open(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
        try {
            fill();
            if (startsWith(0xFF, 0xFE) || startsWith(0xFE, 0xFF)) {
                throw Problem.ofFile(file, Trouble.of("file.utf16")).exception();
            }
        } catch (GraphFormatException e) {
            close();
            throw e;
        }
        if (startsWith(0xEF, 0xBB, 0xBF)) {
            nextLine = 3;
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = CurrentReading.open(file);
        if (!String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".gz")) {
            return raw;
        }
        try {
            return new GZIPInputStream(raw, 1 << 16);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private GraphFormatException unreadable(IOException e) {
        return switch (e) {
            case ZipException _, EOFException _ ->
                    Problem.ofFile(file, Trouble.of("file.gzip")).exception();
            default -> Problem.unreadable(file, e).exception();
        };
    }

    private boolean startsWith(int... bytes) {
        for (int k = 0; k < bytes.length; k++) {
            if (k >= filled || (buffer[k] & 0xFF) != bytes[k]) {
                return false;
            }
        }
        return true;
    }

    /// Moves to the next line; false at the end of the file.
    boolean next() throws GraphFormatException {
        int at = nextLine;
        while (true) {
            while (at < filled && buffer[at] != '\n') {
                at++;
            }
            if (at < filled || ended) {
                break;
            }
            at -= nextLine;
            fill();
            at += nextLine;
        }
        if (at == filled && nextLine == filled) {
            return false;
        }
        lineStart = nextLine;
        lineEnd = at;
        nextLine = Math.min(at + 1, filled);
        if (lineEnd > lineStart && buffer[lineEnd - 1] == '\r') {
            lineEnd--;
        }
        lineNumber++;
        tokenStart = lineStart;
        tokenEnd = lineStart;
        return true;
    }

    /// Moves the unread rest to the front and reads more behind it.
    private void fill() throws GraphFormatException {
        if (nextLine > 0) {
            System.arraycopy(buffer, nextLine, buffer, 0, filled - nextLine);
            filled -= nextLine;
            nextLine = 0;
        }
        if (filled == buffer.length) {
            if (buffer.length >= LONGEST_LINE) {
                throw Problem.ofLine(
                                file,
                                lineNumber + 1L,
                                Trouble.of("file.longLine", buffer.length >> 20))
                        .exception();
            }
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        try {
            int count = in.read(buffer, filled, buffer.length - filled);
            ended = count < 0;
            filled += Math.max(0, count);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /// Moves to the line's next token; false when there is none.
    boolean token() {
        int at = tokenEnd;
        while (at < lineEnd && isBlank(buffer[at])) {
            at++;
        }
        tokenStart = at;
        while (at < lineEnd && !isBlank(buffer[at])) {
            at++;
        }
        tokenEnd = at;
        return tokenEnd > tokenStart;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    /// Whether nothing but blanks follows.
    boolean atEnd() {
        for (int at = tokenEnd; at < lineEnd; at++) {
            if (!isBlank(buffer[at])) {
                return false;
            }
        }
        return true;
    }

    /// Whether the current token begins with this character.
    boolean tokenStartsWith(char c) {
        return tokenEnd > tokenStart && buffer[tokenStart] == c;
    }

    /// The current token as a whole number from 0 on, or an error that calls it `what`.
    int index(Meaning what) throws GraphFormatException {
        return index(tokenStart, tokenEnd, what);
    }

    private int index(int start, int end, Meaning what) throws GraphFormatException {
        int number = 0;
        boolean fits = end > start && end - start <= 10;
        for (int at = start; at < end && fits; at++) {
            int digit = buffer[at] - '0';
            fits = digit >= 0 && digit <= 9 && number <= (Integer.MAX_VALUE - 1 - digit) / 10;
            number = number * 10 + digit;
        }
        if (!fits) {
            throw at(start, end, text -> Trouble.of("number.noIndex", text, what.phrase()));
        }
        return number;
    }

    /// The current token as a finite number, or an error that calls it `what`.
    double number(Meaning what) throws GraphFormatException {
        return number(tokenStart, tokenEnd, what);
    }

    private double number(int start, int end, Meaning what) throws GraphFormatException {
        double value = Decimals.parse(buffer, start, end);
        if (!Double.isFinite(value)) {
            throw notFinite(start, end, what);
        }
        return value;
    }

    private GraphFormatException notFinite(int start, int end, Meaning what)
            throws GraphFormatException {
        String key =
                switch (string(start, end).toLowerCase(Locale.ROOT).replaceFirst("^[+-]", "")) {
                    case "nan", "na", "inf", "infinity" -> "notFinite";
                    default ->
                            Double.isInfinite(Decimals.parse(buffer, start, end))
                                    ? "tooLarge"
                                    : "noNumber";
                };
        return at(start, end, text -> Trouble.of("number.wrong." + key, text, what.phrase()));
    }

    /// The `column` of a token `column` or `column:value`.
    int column() throws GraphFormatException {
        return index(tokenStart, colon(), Meaning.COLUMN);
    }

    /// The `value` of a token `column` or `column:value`, 1 when not given.
    double columnValue() throws GraphFormatException {
        int colon = colon();
        return colon == tokenEnd ? 1 : number(colon + 1, tokenEnd, Meaning.VALUE);
    }

    private int colon() {
        int at = tokenStart;
        while (at < tokenEnd && buffer[at] != ':') {
            at++;
        }
        return at;
    }

    /// The whole line, which must be UTF-8.
    String text() throws GraphFormatException {
        return string(lineStart, lineEnd);
    }

    private String string(int start, int end) throws GraphFormatException {
        boolean ascii = true;
        for (int at = start; at < end; at++) {
            ascii &= buffer[at] >= 0;
        }
        if (ascii) {
            return new String(buffer, start, end - start, StandardCharsets.US_ASCII);
        }
        try {
            // A new decoder reports malformed bytes; the String constructor would replace them.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(buffer, start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Problem.ofLine(file, lineNumber, Trouble.of("file.notUtf8.line")).exception();
        }
    }

    /// The number of the current line, from 1; after the last line the number of lines.
    int lineNumber() {
        return lineNumber;
    }

    /// A problem of the current token, made of its text.
    Problem problem(Function<String, Trouble> of) {
        return problem(tokenStart, tokenEnd, of);
    }

    /// A problem of the current line.
    Problem lineProblem(Trouble trouble) {
        return Problem.ofLine(file, lineNumber, trouble);
    }

    private Problem problem(int start, int end, Function<String, Trouble> of) {
        String text = new String(buffer, start, end - start, StandardCharsets.UTF_8);
        return Problem.ofText(
                file, lineNumber, start - lineStart + 1L, text, of.apply(Problem.shortened(text)));
    }

    private GraphFormatException at(int start, int end, Function<String, Trouble> of) {
        return problem(start, end, of).exception();
    }

    @Override
    public void close() throws GraphFormatException {
        try {
            in.close();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }
}
