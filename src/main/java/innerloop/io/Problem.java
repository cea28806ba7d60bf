package innerloop.io;

import innerloop.phrase.OneLine;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
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
/// @param trouble what is wrong, and what to do about it
public record Problem(String file, int line, int column, String text, Trouble trouble)
        implements Serializable {

    private static final int LONGEST_TEXT = 40;

    /// Makes the text printable on one line.
    public Problem {
        text = shortened(text);
    }

    /// A problem of a whole file.
    static Problem ofFile(Path file, Trouble trouble) {
        return new Problem(file.toString(), 0, 0, "", trouble);
    }

    /// A problem of one line.
    static Problem ofLine(Path file, long line, Trouble trouble) {
        return new Problem(file.toString(), clamp(line), 0, "", trouble);
    }

    /// A problem of one piece of text.
    static Problem ofText(Path file, long line, long column, String text, Trouble trouble) {
        return new Problem(file.toString(), clamp(line), clamp(column), text, trouble);
    }

    /// A file the operating system does not let us read.
    static Problem unreadable(Path file, IOException e) {
        Phrase why =
                switch (e) {
                    case AccessDeniedException _ -> Phrase.of("file.denied");
                    case NoSuchFileException _ -> Phrase.of("file.missing");
                    default -> Phrase.words(String.valueOf(e.getMessage()));
                };
        return ofFile(file, Trouble.of("graphFile.unreadable", why));
    }

    /// What is wrong, in English.
    public String cause() {
        return printable(trouble.what().text());
    }

    /// What to do about it, in English; empty if nobody knows.
    public String fix() {
        return printable(trouble.fix().text());
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
    public Phrase phrase() {
        return trouble.at(where());
    }

    /// The same, in English.
    public String message() {
        return printable(phrase().text());
    }

    /// A text as it stands in a cause.
    static String shortened(String text) {
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
