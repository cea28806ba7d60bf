package innerloop.io;

import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// One line of a DGS file, read from left to right: words, arrows and attributes.
///
/// A word is bare or quoted (`"a b"`, `'a b'`, with `\` before a quote inside). `#` where a word could begin starts a comment.
final class DgsLine {

    /// What stands in a line.
    enum Part {
        EVENT,
        NODE,
        EDGE,
        TIME,
        FIRST_NODE,
        SECOND_NODE,
        ATTRIBUTE;

        Phrase phrase() {
            return Phrase.of("dgs.part." + name());
        }
    }

    /// An attribute of an event.
    ///
    /// @param name what it is called
    /// @param values its value, the parts of a list, or `true` if only the name is there
    /// @param removed whether the event takes it away
    /// @param column where it begins, from 1
    record Attribute(String name, List<String> values, boolean removed, int column) {

        Attribute {
            values = List.copyOf(values);
        }

        /// The value; the first of a list.
        String value() {
            return values.isEmpty() ? "" : values.getFirst();
        }
    }

    private static final String ENDS_WORD = ":=<>,{}[]\"'";

    private final Path file;
    private final int line;
    private final String text;
    private int at;
    private int wordStart;

    DgsLine(Path file, int line, String text) {
        this.file = file;
        this.line = line;
        this.text = text;
    }

    /// The number of the line, from 1.
    int line() {
        return line;
    }

    /// Whether nothing but blanks and a comment follows.
    boolean atEnd() {
        skipBlanks();
        return at == text.length() || text.charAt(at) == '#';
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private boolean isNext(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    /// Moves over this character if it is next.
    boolean take(char c) {
        skipBlanks();
        boolean found = isNext(c);
        at += found ? 1 : 0;
        return found;
    }

    /// The next word, which the complaint about a missing one calls `what`.
    String word(Part what) throws GraphFormatException {
        boolean none = atEnd();
        wordStart = at;
        String word = none ? "" : isNext('"') || isNext('\'') ? quoted() : bare(ENDS_WORD);
        if (at == wordStart) {
            throw problem(
                            none
                                    ? Trouble.of("dgs.lineEnds", what.phrase())
                                    : Trouble.of(
                                            "dgs.instead",
                                            what.phrase(),
                                            text.substring(at, at + 1)))
                    .exception();
        }
        return word;
    }

    private String bare(String ends) {
        int start = at;
        while (at < text.length()
                && !Character.isWhitespace(text.charAt(at))
                && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() throws GraphFormatException {
        char quote = text.charAt(at);
        StringBuilder word = new StringBuilder();
        int k = at + 1;
        while (k < text.length() && text.charAt(k) != quote) {
            k += text.charAt(k) == '\\' && k + 1 < text.length() ? 1 : 0;
            word.append(text.charAt(k++));
        }
        if (k >= text.length()) {
            wordStart = at;
            throw problem(Trouble.of("dgs.openText", Problem.shortened(text.substring(at))))
                    .exception();
        }
        at = k + 1;
        return word.toString();
    }

    /// All attributes up to the end of the line.
    List<Attribute> attributes() throws GraphFormatException {
        List<Attribute> attributes = new ArrayList<>();
        while (!atEnd()) {
            if (!take(',')) {
                attributes.add(attribute());
            }
        }
        return attributes;
    }

    private Attribute attribute() throws GraphFormatException {
        boolean removed = isNext('-');
        if (removed || isNext('+')) {
            at++;
        }
        int column = at + 1;
        String name = word(Part.ATTRIBUTE);
        if (!take(':') && !take('=')) {
            return new Attribute(name, List.of("true"), removed, column);
        }
        skipBlanks();
        return new Attribute(name, values(name), removed, column);
    }

    /// `v`, `v,v,v`, `{v,v}` or `[k=v,k=v]`.
    private List<String> values(String name) throws GraphFormatException {
        char end = isNext('{') ? '}' : isNext('[') ? ']' : 0;
        at += end == 0 ? 0 : 1;
        List<String> values = new ArrayList<>();
        boolean more = end == 0 || !take(end);
        while (more) {
            skipBlanks();
            wordStart = at;
            values.add(isNext('"') || isNext('\'') ? quoted() : bare(end == 0 ? "," : ",{}[]"));
            boolean comma = end == 0 ? takeInnerComma() : take(',');
            more = comma && (end == 0 || !take(end));
            if (!comma && end != 0 && !take(end)) {
                throw problem(Trouble.of("dgs.openList", Problem.shortened(name), end)).exception();
            }
        }
        return values;
    }

    /// A comma with a value right behind it; one before a blank ends the attribute.
    private boolean takeInnerComma() {
        boolean inner =
                isNext(',')
                        && at + 1 < text.length()
                        && !Character.isWhitespace(text.charAt(at + 1));
        at += inner ? 1 : 0;
        return inner;
    }

    /// A problem of the word that was read last.
    Problem problem(Trouble trouble) {
        return Problem.ofText(file, line, wordStart + 1L, "", trouble);
    }
}
