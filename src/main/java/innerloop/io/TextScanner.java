package innerloop.io;

import innerloop.io.GraphContent.Place;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;

/// Reads a text file character by character, for formats whose lines mean nothing. Packed text (gzip) is unpacked.
final class TextScanner implements AutoCloseable {

    /// What [#peek] and [#next] give behind the last character.
    static final int END = -1;

    /// Longer words are no words.
    private static final int LONGEST = 1 << 24;

    private final Path file;
    private final Reader reader;
    private final char[] buffer = new char[1 << 16];
    private int at;
    private int filled;
    private int line = 1;
    private int column = 1;

    TextScanner(Path file) throws GraphFormatException {
        this.file = file;
        try {
            InputStream in = Unpacked.open(file);
            try {
                reader = XmlText.open(file, in);
            } catch (IOException | GraphFormatException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            throw Unpacked.unreadable(file, e);
        }
    }

    /// The next character, which stays the next one.
    int peek() throws GraphFormatException {
        if (at == filled) {
            fill();
        }
        return filled < 0 ? END : buffer[at];
    }

    /// The next character.
    int next() throws GraphFormatException {
        int c = peek();
        if (c == '\n') {
            line++;
            column = 1;
        } else {
            column++;
        }
        if (c != END) {
            at++;
        }
        return c;
    }

    private void fill() throws GraphFormatException {
        if (filled < 0) {
            return;
        }
        try {
            at = 0;
            filled = reader.read(buffer);
        } catch (IOException e) {
            throw Unpacked.unreadable(file, e);
        }
    }

    /// Takes the next character if it is this one.
    boolean take(char wanted) throws GraphFormatException {
        if (peek() != wanted) {
            return false;
        }
        next();
        return true;
    }

    /// Skips blanks, tabs and ends of lines.
    void skipBlanks() throws GraphFormatException {
        while (isBlank(peek())) {
            next();
        }
    }

    /// Skips what is left of the line.
    void skipLine() throws GraphFormatException {
        int c = peek();
        while (c != '\n' && c != END) {
            next();
            c = peek();
        }
    }

    static boolean isBlank(int c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    /// The characters up to the first that does not belong; empty if that is the next one.
    String word(Belongs belongs) throws GraphFormatException {
        StringBuilder word = new StringBuilder();
        int c = peek();
        while (c != END && belongs.test(c)) {
            append(word, next());
            c = peek();
        }
        return word.toString();
    }

    /// Which characters are part of a word.
    @FunctionalInterface
    interface Belongs {
        boolean test(int c);
    }

    /// Adds a character to a text, which does not grow for ever.
    void append(StringBuilder text, int c) throws GraphFormatException {
        if (text.length() >= LONGEST) {
            throw problem("", Trouble.of("text.endless"));
        }
        text.append((char) c);
    }

    /// Where the next character stands.
    Place place() {
        return new Place(line, column);
    }

    /// A complaint about the next character.
    GraphFormatException problem(String text, Trouble trouble) {
        return problem(text, place(), trouble);
    }

    /// A complaint about another place.
    GraphFormatException problem(String text, Place place, Trouble trouble) {
        return Problem.ofText(file, place.line(), place.column(), text, trouble).exception();
    }

    /// A complaint that something else should stand here.
    GraphFormatException expected(Phrase what) throws GraphFormatException {
        int c = peek();
        if (c == END) {
            return problem("", Trouble.of("text.cutOff", what));
        }
        String found = Character.toString(c);
        return problem(found, Trouble.of("text.instead", what, Problem.shortened(found)));
    }

    @Override
    public void close() throws GraphFormatException {
        try {
            reader.close();
        } catch (IOException e) {
            throw Unpacked.unreadable(file, e);
        }
    }
}
