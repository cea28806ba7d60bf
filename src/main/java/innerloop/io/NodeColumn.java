package innerloop.io;

import innerloop.graph.ClassOrder;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
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

    /// A number with a comma in the place of the point.
    static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+");

    private static final Pattern NOT_FINITE = Pattern.compile("[+-]?(nan|inf|infinity)");

    private final String name;
    private final Kind kind;
    private final String defaultText;
    private final boolean filled;
    private final List<String> texts;
    private boolean decimalCommas;
    private int[] lines;

    NodeColumn(String name, Kind kind, String defaultText) {
        this(name, kind, defaultText, false, new ArrayList<>(), new int[16]);
    }

    private NodeColumn(
            String name,
            Kind kind,
            String defaultText,
            boolean filled,
            List<String> texts,
            int[] lines) {
        this.name = name;
        this.kind = kind;
        this.defaultText = defaultText;
        this.filled = filled;
        this.texts = texts;
        this.lines = lines;
    }

    /// The same column, in which a node without a number has the mean of all others.
    NodeColumn filled() {
        NodeColumn column = new NodeColumn(name, kind, defaultText, true, texts, lines);
        column.decimalCommas = decimalCommas;
        return column;
    }

    /// Numbers may have a comma in the place of the point, as in tables that have other separators.
    void allowDecimalCommas() {
        decimalCommas = true;
    }

    /// A column for each value, in the order of classes, with 1 for nodes that have it and 0 for all others.
    List<NodeColumn> oneHot(int nodes) {
        Map<String, NodeColumn> columns = new TreeMap<>(ClassOrder.NATURAL);
        List<String> own = texts(nodes);
        for (int node = 0; node < nodes; node++) {
            String value = own.get(node).strip();
            if (!value.isEmpty()) {
                columns.computeIfAbsent(
                                value, each -> new NodeColumn(name + "=" + each, Kind.NUMBER, "0"))
                        .set(node, "1", line(node));
            }
        }
        return List.copyOf(columns.values());
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
        for (int node = 0; node < nodes && !filled; node++) {
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

    private boolean isNumber(String text) {
        return Double.isFinite(value(text));
    }

    private double value(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> 1;
            case "false" -> 0;
            default -> Decimals.parse(point(text.strip()));
        };
    }

    private String point(String text) {
        return decimalCommas && DECIMAL_COMMA.matcher(text).matches()
                ? text.replace(',', '.')
                : text;
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

    /// The value of each node; where it is empty the mean if it is [#filled()], else 0, with one problem for the column.
    double[] numbers(Path file, int nodes, List<Problem> problems) throws GraphFormatException {
        pad(nodes);
        double[] numbers = new double[nodes];
        Skipped skipped = new Skipped(file, problems);
        double sum = 0;
        int empty = 0;
        int firstEmptyLine = 0;
        for (int node = 0; node < nodes; node++) {
            String text = texts.get(node);
            if (text.isBlank()) {
                empty++;
                firstEmptyLine = firstEmptyLine == 0 ? lines[node] : firstEmptyLine;
                continue;
            }
            int at = node;
            skipped.unlessBroken(() -> numbers[at] = number(file, text, lines[at]));
            sum += numbers[node];
        }
        skipped.report();
        if (filled) {
            double mean = empty == nodes ? 0 : sum / (nodes - empty);
            for (int node = 0; node < nodes; node++) {
                numbers[node] = texts.get(node).isBlank() ? mean : numbers[node];
            }
        } else if (empty > 0) {
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
