package innerloop.graph.select;

import innerloop.phrase.Phrase;
import innerloop.phrase.Telling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A set of nodes described in words, such as `degree > 5 and (class = games or name contains "lib")`.
///
///     query      := part ("or" part)*
///     part       := term ("and" term)*
///     term       := "not" term | "(" query ")" | attribute comparison value
///     comparison := = | != | < | <= | > | >= | contains
///     value      := a number, a word, or text in quotes
///
/// Words are compared without regard to case. What is unknown fits no comparison but `!=`; `= ""` finds texts that are
/// unknown.
public final class NodeQuery {

    private static final int MOST_NESTED = 100;
    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Set<String> SIGNS = Set.of("=", "!=", "<", "<=", ">", ">=", "contains");
    private static final Pattern WORD =
            Pattern.compile("\\s*(\"[^\"]*\"?|[()]|<=|>=|!=|[<>=]|[^\\s()<>=!\"]+|.)");

    private final NodeAttributes attributes;
    private final List<String> words = new ArrayList<>();
    private int next;
    private int depth;

    private NodeQuery(String text, NodeAttributes attributes) {
        this.attributes = attributes;
        Matcher matcher = WORD.matcher(text.strip());
        while (matcher.lookingAt()) {
            words.add(matcher.group(1));
            matcher.region(matcher.end(), matcher.regionEnd());
        }
    }

    /// Why a text is no query, in one sentence with what to do.
    public static final class NotUnderstoodException extends Exception implements Telling {
        private static final long serialVersionUID = 1L;

        private final Phrase phrase;

        private NotUnderstoodException(Phrase phrase) {
            super(phrase.text());
            this.phrase = phrase;
        }

        @Override
        public Phrase phrase() {
            return phrase;
        }
    }

    /// The nodes that fit the description.
    public static NodeSet select(String text, int nodes, NodeAttributes attributes)
            throws NotUnderstoodException {
        NodeQuery query = new NodeQuery(text, attributes);
        IntPredicate fits = query.alternatives();
        if (query.next < query.words.size()) {
            throw new NotUnderstoodException(
                    Phrase.of("query.unexpected", query.words.get(query.next)));
        }
        return NodeSet.where(nodes, fits);
    }

    private IntPredicate alternatives() throws NotUnderstoodException {
        IntPredicate fits = conditions();
        while (accept("or")) {
            fits = fits.or(conditions());
        }
        return fits;
    }

    private IntPredicate conditions() throws NotUnderstoodException {
        IntPredicate fits = term();
        while (accept("and")) {
            fits = fits.and(term());
        }
        return fits;
    }

    private IntPredicate term() throws NotUnderstoodException {
        if (accept("not")) {
            deeper();
            return term().negate();
        }
        if (accept("(")) {
            deeper();
            IntPredicate inside = alternatives();
            if (!accept(")")) {
                throw new NotUnderstoodException(Phrase.of("query.notClosed"));
            }
            return inside;
        }
        return comparison();
    }

    private void deeper() throws NotUnderstoodException {
        if (++depth > MOST_NESTED) {
            throw new NotUnderstoodException(
                    Phrase.of("query.tooDeep", Integer.toString(MOST_NESTED)));
        }
    }

    private IntPredicate comparison() throws NotUnderstoodException {
        String name = word(Phrase.of("query.noAttribute", names())).replace("\"", "");
        NodeAttribute attribute = attributes.find(name).orElse(null);
        if (attribute == null) {
            throw new NotUnderstoodException(Phrase.of("query.unknownAttribute", name, names()));
        }
        String sign = word(Phrase.of("query.noComparison", name));
        if (!SIGNS.contains(sign.toLowerCase(Locale.ROOT))) {
            throw new NotUnderstoodException(Phrase.of("query.unknownComparison", sign));
        }
        String value = value(name + " " + sign);
        return switch (attribute) {
            case NodeAttribute.Numeric(var of) -> {
                DoublePredicate fits = number(name, sign, value);
                yield node -> fits.test(of.applyAsDouble(node));
            }
            case NodeAttribute.Text(var of) -> {
                Predicate<String> fits = text(name, sign, value);
                yield node -> fits.test(of.apply(node));
            }
        };
    }

    private static DoublePredicate number(String name, String sign, String value)
            throws NotUnderstoodException {
        if (!NUMBER.matcher(value).matches()) {
            throw new NotUnderstoodException(Phrase.of("query.notANumber", name, value));
        }
        double limit = Double.parseDouble(value);
        return switch (sign) {
            case "=" -> x -> x == limit;
            case "!=" -> x -> x != limit;
            case "<" -> x -> x < limit;
            case "<=" -> x -> x <= limit;
            case ">" -> x -> x > limit;
            case ">=" -> x -> x >= limit;
            default -> throw new NotUnderstoodException(Phrase.of("query.notForNumbers", sign));
        };
    }

    private static Predicate<String> text(String name, String sign, String value)
            throws NotUnderstoodException {
        String wanted = value.replace("\"", "").toLowerCase(Locale.ROOT);
        return switch (sign.toLowerCase(Locale.ROOT)) {
            case "=" -> x -> x.toLowerCase(Locale.ROOT).equals(wanted);
            case "!=" -> x -> !x.toLowerCase(Locale.ROOT).equals(wanted);
            case "contains" -> x -> !x.isEmpty() && x.toLowerCase(Locale.ROOT).contains(wanted);
            default -> throw new NotUnderstoodException(Phrase.of("query.notForTexts", name));
        };
    }

    private String value(String before) throws NotUnderstoodException {
        String value = word(Phrase.of("query.noValue", before));
        boolean quoted = value.startsWith("\"");
        if (quoted && (value.length() == 1 || !value.endsWith("\""))) {
            throw new NotUnderstoodException(Phrase.of("query.quoteNotClosed"));
        }
        if (!quoted && (SIGNS.contains(value) || value.equals("(") || value.equals(")"))) {
            throw new NotUnderstoodException(Phrase.of("query.notAValue", before, value));
        }
        return value;
    }

    private boolean accept(String word) {
        boolean there = next < words.size() && words.get(next).equalsIgnoreCase(word);
        next += there ? 1 : 0;
        return there;
    }

    private String word(Phrase missing) throws NotUnderstoodException {
        if (next == words.size()) {
            throw new NotUnderstoodException(missing);
        }
        return words.get(next++);
    }

    private List<String> names() {
        return attributes.names();
    }
}
