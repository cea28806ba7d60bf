package innerloop.io;

import innerloop.phrase.OneLine;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Something wrong with a file: where it stands, why, and what to do. As a warning it was
/// survivable; inside a [GraphFormatException] it was not.
///
/// @param file the file as the user named it
/// @param line counted from 1, 0 = unknown
/// @param column counted from 1, 0 = unknown
/// @param text the offending text, shortened to one printable line; may be empty
/// @param cause what is wrong
/// @param fix what to do about it; may be empty
public record Problem(String file, int line, int column, String text, String cause, String fix)
        implements Serializable {

    private static final int LONGEST_TEXT = 40;

    /// Makes every part printable on one line.
    public Problem {
        text = shorten(text);
        cause = printable(cause);
        fix = printable(fix);
    }

    /// A problem of a whole file.
    static Problem ofFile(Path file, String cause, String fix) {
        return new Problem(file.toString(), 0, 0, "", cause, fix);
    }

    /// A problem of one line.
    static Problem ofLine(Path file, long line, String cause, String fix) {
        return new Problem(file.toString(), clamp(line), 0, "", cause, fix);
    }

    /// A problem of one piece of text.
    static Problem ofText(
            Path file, long line, long column, String text, String cause, String fix) {
        return new Problem(file.toString(), clamp(line), clamp(column), text, cause, fix);
    }

    /// A file the operating system does not let us read.
    static Problem unreadable(Path file, IOException e) {
        String why =
                switch (e) {
                    case AccessDeniedException _ -> "access is denied";
                    case NoSuchFileException _ -> "it does not exist";
                    default -> String.valueOf(e.getMessage());
                };
        return ofFile(file, "it cannot be read: " + why, "check the file and its permissions");
    }

    private static int clamp(long number) {
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    /// The same as an exception.
    GraphFormatException exception() {
        return new GraphFormatException(this);
    }

    /// `FILE:LINE`, or `FILE` when the line is unknown.
    public String where() {
        return line > 0 ? file + ":" + line : file;
    }

    /// `FILE:LINE: cause; fix`.
    public String message() {
        return where() + ": " + cause + (fix.isEmpty() ? "" : "; " + fix);
    }

    /// The text in quotes as it stands in a cause, shortened.
    static String quote(String text) {
        return "'" + shorten(text) + "'";
    }

    private static String shorten(String text) {
        String line = printable(text);
        if (line.codePointCount(0, line.length()) <= LONGEST_TEXT) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…";
    }

    private static String printable(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().map(c -> OneLine.isControl(c) ? ' ' : c).forEach(line::appendCodePoint);
        return line.toString();
    }
}
