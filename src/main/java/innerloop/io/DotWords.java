package innerloop.io;

import innerloop.io.GraphContent.Place;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.util.Locale;

/// The words and signs of a DOT file, one after another.
final class DotWords {

    /// What the current word is.
    private enum Kind {
        /// A name or a number: may be a keyword.
        WORD,
        /// In quotes or in angle brackets: never a keyword.
        QUOTED,
        /// One of `{ } [ ] = , ; :`.
        SIGN,
        /// `->` or `--`.
        EDGE,
        /// Nothing: the file is over.
        END
    }

    private static final String SIGNS = "{}[]=,;:";

    private final TextScanner text;
    private Kind kind = Kind.END;
    private String word = "";
    private Place place = new Place(0, 0);

    DotWords(TextScanner text) {
        this.text = text;
    }

    /// Moves on.
    void next() throws GraphFormatException {
        blanks();
        place = text.place();
        int c = text.peek();
        if (c == TextScanner.END) {
            kind = Kind.END;
            word = "";
        } else if (SIGNS.indexOf(c) >= 0) {
            kind = Kind.SIGN;
            word = Character.toString(text.next());
        } else if (c == '"') {
            kind = Kind.QUOTED;
            word = quoted();
        } else if (c == '<') {
            kind = Kind.QUOTED;
            word = markup();
        } else if (c == '-') {
            edgeOrNumber();
        } else {
            kind = Kind.WORD;
            word = text.word(DotWords::isWord);
            if (word.isEmpty()) {
                throw text.expected(Phrase.of("text.part.name"));
            }
        }
    }

    private static boolean isWord(int c) {
        return c == '_' || c == '.' || Character.isLetterOrDigit(c) || c > 127;
    }

    private void edgeOrNumber() throws GraphFormatException {
        text.next();
        if (text.peek() == '-' || text.peek() == '>') {
            kind = Kind.EDGE;
            word = "-" + (char) text.next();
        } else {
            kind = Kind.WORD;
            word = "-" + text.word(DotWords::isWord);
            if (word.length() == 1) {
                throw text.expected(Phrase.of("text.part.arrow"));
            }
        }
    }

    /// Blanks, comments of C and C++, and lines that begin with `#`.
    private void blanks() throws GraphFormatException {
        text.skipBlanks();
        while (text.peek() == '#' || text.peek() == '/') {
            if (text.next() == '/' && text.take('*')) {
                comment();
            } else {
                text.skipLine();
            }
            text.skipBlanks();
        }
    }

    private void comment() throws GraphFormatException {
        int last = 0;
        int c = text.next();
        while (!(last == '*' && c == '/')) {
            if (c == TextScanner.END) {
                throw text.expected(Phrase.words("*/"));
            }
            last = c;
            c = text.next();
        }
    }

    private String quoted() throws GraphFormatException {
        StringBuilder quoted = new StringBuilder();
        text.next();
        while (text.peek() != '"') {
            int c = text.next();
            if (c == TextScanner.END) {
                throw text.expected(Phrase.of("text.part.quote"));
            }
            if (c == '\\' && text.peek() == '"') {
                c = text.next();
            } else if (c == '\\' && text.peek() == '\n') {
                text.next();
                continue;
            }
            text.append(quoted, c);
        }
        text.next();
        blanks();
        if (text.take('+')) {
            blanks();
            if (text.peek() != '"') {
                throw text.expected(Phrase.of("text.part.quoted"));
            }
            quoted.append(quoted());
        }
        return quoted.toString();
    }

    /// What stands between angle brackets, which may hold others.
    private String markup() throws GraphFormatException {
        StringBuilder markup = new StringBuilder();
        int depth = 0;
        do {
            int c = text.next();
            if (c == TextScanner.END) {
                throw text.expected(Phrase.words(">"));
            }
            if (c == '<') {
                depth++;
            } else if (c == '>') {
                depth--;
            }
            text.append(markup, c);
        } while (depth > 0);
        return markup.substring(1, markup.length() - 1);
    }

    boolean atEnd() {
        return kind == Kind.END;
    }

    /// Whether this keyword stands here, in whatever case.
    boolean is(String keyword) {
        return kind == Kind.WORD && word.toLowerCase(Locale.ROOT).equals(keyword);
    }

    boolean isSign(char sign) {
        return kind == Kind.SIGN && word.charAt(0) == sign;
    }

    boolean isEdge() {
        return kind == Kind.EDGE;
    }

    /// Whether the edge that stands here has a direction.
    boolean isArrow() {
        return word.equals("->");
    }

    /// Takes a sign that must stand here.
    void take(char sign) throws GraphFormatException {
        if (!isSign(sign)) {
            throw expected(Phrase.words(Character.toString(sign)));
        }
        next();
    }

    /// Takes a name, a number or a text.
    String id() throws GraphFormatException {
        if (kind != Kind.WORD && kind != Kind.QUOTED) {
            throw expected(Phrase.of("text.part.name"));
        }
        String id = word;
        next();
        return id;
    }

    /// Where the current word stands.
    Place place() {
        return place;
    }

    GraphFormatException problem(Trouble trouble) {
        return text.problem(word, place, trouble);
    }

    GraphFormatException expected(Phrase what) {
        return problem(
                kind == Kind.END
                        ? Trouble.of("text.cutOff", what)
                        : Trouble.of("text.instead", what, Problem.shortened(word)));
    }
}
