package innerloop.io;

import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// One attribute of the nodes as it stands in a file: a text and its line per node, filled in node
/// order.
final class NodeColumn {

    /// The type the file declares for the values.
    enum Kind {
        /// Declared as numbers or true/false.
        NUMBER,
        /// Declared as text.
        TEXT,
        /// Nothing: numbers if all of them are.
        UNKNOWN
    }

    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(nan|inf|infinity)");

    private final String name;
    private final Kind kind;
    private final String defaultText;
    private final List<String> texts = new ArrayList<>();
    private int[] lines = new int[16];

    NodeColumn(String name, Kind kind, String defaultText) {
        this.name = name;
        this.kind = kind;
        this.defaultText = defaultText;
    }

    String name() {
        return name;
    }

    /// Sets the value of a node; nodes before it without a value get the default.
    void set(int node, String text, int line) {
        pad(node + 1);
        texts.set(node, text);
        lines[node] = line;
    }

    /// The line that holds the value of a node; 0 if it has none.
    int line(int node) {
        return node < lines.length ? lines[node] : 0;
    }

    private void pad(int nodes) {
        while (texts.size() < nodes) {
            texts.add(defaultText);
        }
        if (lines.length < nodes) {
            lines = Arrays.copyOf(lines, Math.max(nodes, lines.length * 2));
        }
    }

    /// The text of each node; empty where there is none.
    List<String> texts(int nodes) {
        pad(nodes);
        return texts;
    }

    /// Whether most nodes share their text with another node.
    boolean repeats(int nodes) {
        List<String> filled = texts(nodes).stream().filter(text -> !text.isBlank()).toList();
        return !filled.isEmpty() && new HashSet<>(filled).size() * 2 <= filled.size();
    }

    /// The texts as names of nodes; a blank one is the node's id.
    List<String> names(List<String> ids) {
        List<String> names = new ArrayList<>(ids.size());
        List<String> own = texts(ids.size());
        for (int node = 0; node < ids.size(); node++) {
            names.add(own.get(node).isBlank() ? ids.get(node) : own.get(node));
        }
        return names;
    }

    /// Whether the values are numbers.
    boolean numeric() {
        return switch (kind) {
            case NUMBER -> true;
            case TEXT -> false;
            case UNKNOWN ->
                    texts.stream().allMatch(t -> t.isBlank() || isNumber(t) || isNotFinite(t))
                            && texts.stream().anyMatch(t -> !t.isBlank());
        };
    }

    /// The nodes without a value.
    BitSet blanks(int nodes) {
        List<String> own = texts(nodes);
        BitSet blanks = new BitSet();
        for (int node = 0; node < nodes; node++) {
            blanks.set(node, own.get(node).isBlank());
        }
        return blanks;
    }

    /// Whether every node has a value.
    boolean complete(int nodes) {
        return texts(nodes).stream().noneMatch(String::isBlank);
    }

    private static boolean isNotFinite(String text) {
        return NOT_FINITE.matcher(text.strip().toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isNumber(String text) {
        return Double.isFinite(value(text));
    }

    private static double value(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> 1;
            case "false" -> 0;
            default -> Decimals.parse(text.strip());
        };
    }

    /// A text of this column as a number.
    double number(Path file, String text, int line) throws GraphFormatException {
        double number = value(text);
        if (!Double.isFinite(number)) {
            boolean infinite = isNotFinite(text) || Double.isInfinite(number);
            throw Problem.ofText(
                            file,
                            line,
                            0,
                            text,
                            Trouble.of(
                                    infinite ? "nodes.notFinite" : "nodes.noNumber",
                                    Problem.shortened(text),
                                    Problem.shortened(name)))
                    .exception();
        }
        return number;
    }

    /// The value of each node; where it is empty 0, with one problem for the column.
    double[] numbers(Path file, int nodes, List<Problem> problems) throws GraphFormatException {
        pad(nodes);
        double[] numbers = new double[nodes];
        int empty = 0;
        int firstEmptyLine = 0;
        for (int node = 0; node < nodes; node++) {
            String text = texts.get(node);
            if (text.isBlank()) {
                empty++;
                firstEmptyLine = firstEmptyLine == 0 ? lines[node] : firstEmptyLine;
                continue;
            }
            numbers[node] = number(file, text, lines[node]);
        }
        if (empty > 0) {
            problems.add(
                    Problem.ofLine(
                            file,
                            firstEmptyLine,
                            Trouble.of(
                                    "nodes.gaps",
                                    Problem.shortened(name),
                                    Phrase.amount(empty, "node"))));
        }
        return numbers;
    }
}
