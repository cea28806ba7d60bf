package innerloop.io;

import innerloop.io.GraphContent.Place;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads GML (Himsolt's Graph Modelling Language), as NetworkX, Gephi, yEd, igraph and Newman's collection write it:
///
///     graph [ directed 1
///       node [ id 0 label "a" graphics [ x 1.5 y 2 ] ]
///       edge [ source 0 target 1 weight 2 ] ]
///
/// `label` is the node's name, `x` and `y` of `graphics` its position; other keys are columns ([NodeTable]), one that is
/// repeated a column for each part (`a`, `a.1`). The weight of an edge is its `weight`, else its `value`. Texts may hold
/// `&#228;` and `&quot;`; lines that begin with `#` are comments.
public final class GmlReader implements GraphReader {

    private static final int DEEPEST = 100;

    private static final Map<String, String> ENTITIES =
            Map.of("quot", "\"", "amp", "&", "lt", "<", "gt", ">", "apos", "'");

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        try (TextScanner text = new TextScanner(path)) {
            return new Reading(text, new GraphContent(path, GraphFormat.GML)).read();
        }
    }

    /// A value and where it stands.
    private record Value(String text, Place place) {}

    /// One reading of one file.
    private static final class Reading {

        private final TextScanner text;
        private final GraphContent content;
        private boolean nested;

        Reading(TextScanner text, GraphContent content) {
            this.text = text;
            this.content = content;
        }

        GraphImport read() throws GraphFormatException {
            boolean seen = false;
            String key = key();
            while (key != null) {
                if (key.equalsIgnoreCase("graph")) {
                    if (seen) {
                        throw text.problem("graph", Trouble.of("graph.second"));
                    }
                    seen = true;
                    open();
                    graph();
                } else {
                    skip(0);
                }
                key = key();
            }
            if (text.peek() != TextScanner.END || !seen) {
                throw text.expected(Phrase.words("graph ["));
            }
            return content.build();
        }

        /// The next key; null at the end of the list.
        private @Nullable String key() throws GraphFormatException {
            blanks();
            String key = text.word(Reading::isKey);
            return key.isEmpty() ? null : key;
        }

        private static boolean isKey(int c) {
            return (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '_'
                    || c == '-'
                    || c == '.';
        }

        private void blanks() throws GraphFormatException {
            text.skipBlanks();
            while (text.peek() == '#') {
                text.skipLine();
                text.skipBlanks();
            }
        }

        private void open() throws GraphFormatException {
            blanks();
            if (!text.take('[')) {
                throw text.expected(Phrase.words("["));
            }
        }

        private void close() throws GraphFormatException {
            if (!text.take(']')) {
                throw text.expected(Phrase.of("text.part.key"));
            }
        }

        private void graph() throws GraphFormatException {
            for (String key = key(); key != null; key = key()) {
                switch (key) {
                    case "directed" -> content.directedDefault(value().text().equals("1"));
                    case "node" -> node();
                    case "edge" -> edge();
                    default -> skip(0);
                }
            }
            close();
        }

        private void node() throws GraphFormatException {
            Place place = text.place();
            Map<String, Value> values = list();
            Value id = required(values, "id", place);
            int node = content.node(id.text(), id.place());
            values.forEach(
                    (key, value) -> content.set(node, key, value.text(), value.place().line()));
        }

        private void edge() throws GraphFormatException {
            Place place = text.place();
            Map<String, Value> values = list();
            Value source = required(values, "source", place);
            Value target = required(values, "target", place);
            Value weight = values.getOrDefault("weight", values.get("value"));
            content.edge(
                    source.text(),
                    target.text(),
                    weight == null ? 1 : content.weight(weight.text(), weight.place()),
                    source.place());
        }

        private Value required(Map<String, Value> values, String key, Place place)
                throws GraphFormatException {
            Value value = values.remove(key);
            if (value == null) {
                throw content.error(place, "", Trouble.of("gml.missing", key));
            }
            return value;
        }

        /// The values of a node or an edge.
        private Map<String, Value> list() throws GraphFormatException {
            open();
            Map<String, Value> values = new LinkedHashMap<>();
            Map<String, Integer> parts = new HashMap<>();
            for (String key = key(); key != null; key = key()) {
                blanks();
                if (text.peek() != '[') {
                    int part = parts.merge(key, 1, Integer::sum) - 1;
                    values.put(part == 0 ? key : key + "." + part, value());
                } else if (key.equals("graphics")) {
                    position(values);
                } else {
                    skipNested(key);
                }
            }
            close();
            return values;
        }

        private void position(Map<String, Value> values) throws GraphFormatException {
            open();
            for (String key = key(); key != null; key = key()) {
                blanks();
                if (text.peek() != '[' && (key.equals("x") || key.equals("y"))) {
                    values.putIfAbsent(key, value());
                } else {
                    skip(0);
                }
            }
            close();
        }

        private void skipNested(String key) throws GraphFormatException {
            if (!nested) {
                nested = true;
                content.warn(text.place(), Trouble.of("gml.list", Problem.shortened(key)));
            }
            skip(0);
        }

        /// Skips a value.
        private void skip(int depth) throws GraphFormatException {
            blanks();
            if (text.peek() != '[') {
                value();
                return;
            }
            if (depth == DEEPEST) {
                throw text.problem("[", Trouble.of("gml.tooDeep"));
            }
            open();
            while (key() != null) {
                skip(depth + 1);
            }
            close();
        }

        private Value value() throws GraphFormatException {
            blanks();
            Place place = text.place();
            if (text.peek() == '"') {
                return new Value(quoted(), place);
            }
            String number = text.word(c -> !TextScanner.isBlank(c) && c != ']' && c != '[');
            if (number.isEmpty()) {
                throw text.expected(Phrase.of("text.part.value"));
            }
            return new Value(number, place);
        }

        private String quoted() throws GraphFormatException {
            text.next();
            StringBuilder quoted = new StringBuilder();
            while (text.peek() != '"') {
                int c = text.next();
                if (c == TextScanner.END) {
                    throw text.expected(Phrase.of("text.part.quote"));
                }
                if (c == '&') {
                    quoted.append(entity());
                } else {
                    text.append(quoted, c);
                }
            }
            text.next();
            return quoted.toString();
        }

        /// What `&name;` means; an ampersand that begins no entity is itself.
        private String entity() throws GraphFormatException {
            String name = text.word(c -> c == '#' || (c < 128 && Character.isLetterOrDigit(c)));
            String known = ENTITIES.get(name);
            if (text.peek() == ';' && (known != null || name.startsWith("#"))) {
                int code = known == null ? code(name.substring(1)) : 0;
                if (known != null || Character.isValidCodePoint(code)) {
                    text.next();
                    return known == null ? Character.toString(code) : known;
                }
            }
            return "&" + name;
        }

        private static int code(String number) {
            boolean hex = number.startsWith("x") || number.startsWith("X");
            try {
                return Integer.parseInt(hex ? number.substring(1) : number, hex ? 16 : 10);
            } catch (NumberFormatException e) {
                return -1;
            }
        }
    }
}
