package innerloop.app.calculus;

import innerloop.app.Messages;
import innerloop.calculus.Axis;
import innerloop.calculus.Check;
import innerloop.calculus.Term;
import innerloop.calculus.Values;
import innerloop.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// A term as it is written on the page: an equation, and what is said of it in words.
///
/// @param equations in plain characters, to be typeset below each other; only the name where there is no formula
/// @param remarks in the reader's language
record Written(List<String> equations, List<String> remarks) {

    /// Words in formulas, and the keys of their texts. What a pattern's groups find becomes the text's arguments.
    private record Wording(Pattern words, String key, String maths) {
        Wording(String words, String key) {
            this(words, key, "");
        }

        Wording(String words, String key, String maths) {
            this(Pattern.compile(words), "calculus.words." + key, maths);
        }
    }

    private static final String HEAD = "calculus.words.head";

    private static final List<Wording> WORDINGS =
            List.of(
                    new Wording("parameter", "parameter"),
                    new Wording("what the last layer says of one node", "lastOne"),
                    new Wording("what it says of the other", "lastOther"),
                    new Wording("1 for an edge", "edge"),
                    new Wording("0 for none", "noEdge"),
                    new Wording("1 for every neighbour", "everyNeighbour", "1"),
                    new Wording("1 / number of neighbours", "neighbours", "1 / n"),
                    new Wording("(\\S+) at one node", "atOne"),
                    new Wording("(\\S+) at the other", "atOther"),
                    new Wording("(\\S+) at the example", "atExample"),
                    new Wording("(\\S+) at the support", "atSupport"),
                    new Wording("entry by entry", "entries"),
                    new Wording("what the network says of the support examples", "support"),
                    new Wording("what the network says of the example itself", "itself"),
                    new Wording(
                            "the mean of (\\S+) over the support examples of class k", "classMean"),
                    new Wording("(\\S+ / \\S+) of its class", "ofClass", "$1"),
                    new Wording("the last (.+)", "last"),
                    new Wording("what arrives after k hops", "arrives"),
                    new Wording("weight of the cosines", "cosines"),
                    new Wording("weight of this similarity", "similarity"),
                    new Wording("the exponential of a parameter", "exponential"),
                    new Wording("of the example to the support examples", "toSupport"),
                    new Wording("from the graph alone", "graphAlone"),
                    new Wording("what the diagonal is raised by", "diagonal"),
                    new Wording("factor of the scores", "factor"),
                    new Wording("(.+) and the weighted similarities", "weighted", "$1 + …"),
                    new Wording(
                            "w \\(Σ dK ∘ its similarities \\+ Σ dk ∘ those of the example\\)",
                            "weights",
                            "w (Σ dK ∘ R + Σ dk ∘ r)"),
                    new Wording("in the column's unit", "unitOf"),
                    new Wording(
                            "\\(the right number − mean\\) / deviation of the training lane",
                            "right",
                            "(y − E[y]) / √(Var[y])"),
                    new Wording("the rows of the features that are not 0", "rowsNotZero"),
                    new Wording("features that are not 0", "featuresNotZero"),
                    new Wording("the node's features", "own"),
                    new Wording("what the layer before says", "before"),
                    new Wording("the row of (.+)", "rowOf"),
                    new Wording("loops included", "loops"),
                    new Wording("the loop included", "loop"),
                    new Wording("per head", "perHead"),
                    new Wording("head (\\d+)", "head"),
                    new Wording("head beside head", "beside"),
                    new Wording("row by row", "rows"),
                    new Wording("−log p of (.+)", "logOf", "−log p_y"),
                    new Wording(
                            "mean of (\\S)(\\S*) over the heads( \\+ .+)", "mean", "$1\u0304$2$3"),
                    new Wording("(.+) / number of heads", "heads", "$1 / n"),
                    new Wording("to each", "each"),
                    new Wording("where the inner loop begins", "begins"),
                    new Wording("its length in each parameter", "lengths"),
                    new Wording("what this inner step takes from the derivative", "taken"),
                    new Wording(
                            "\\(rows of (\\S)(\\S*) of length 1\\)ᵀ (.+)",
                            "unit",
                            "($1\u0302$2)ᵀ $3"),
                    new Wording("weight of the edge to j", "edgeWeight"),
                    new Wording("weight of the pair with j", "pairWeight"),
                    new Wording("what the network says of the nodes beside it", "beside.nodes"),
                    new Wording("what the last layer says of the nodes of the graph", "lastAll"),
                    new Wording("the output of the layer for the mean", "meanLayer"),
                    new Wording("exp of the output of the other last layer", "spreadLayer"),
                    new Wording("noise of this step", "noise"),
                    new Wording("where an edge joins i and j", "joined"),
                    new Wording("where none does", "apart"),
                    new Wording("of node i (.+)", "ofNode", "$1"),
                    new Wording("of node j (.+)", "ofOther", "dzⱼ = $1"),
                    new Wording("(.+) of node i", "ofNode", "$1"),
                    new Wording("(\\S+) of its graph / number of its nodes", "ofGraph", "$1 / n"),
                    new Wording("(\\S+) of its graph", "ofMember", "$1"),
                    new Wording(
                            "(\\S+) of its graph where its entry is the largest", "largest", "$1"),
                    new Wording(
                            "(.+) at the neighbour with the largest entry(.*)", "nearest", "$1$2"),
                    new Wording("column by column", "columns"),
                    new Wording("known beforehand", "beforehand"),
                    new Wording("what restarts are usual", "usual", "uₖ g"),
                    new Wording("usualₖ (.+)", "usual", "uₖ $1"),
                    new Wording("times parameter g", "learnedG"),
                    new Wording("(.+) − 1/ways\\)", "ways", "$1 − 1/n)"),
                    new Wording("the right number", "rightNumber"),
                    new Wording(
                            "how far the inner loop of each episode of an outer step moves θ",
                            "moves"),
                    new Wording("ε \\|mean of (.+)\\|", "meanOf", "ε |E[$1]|"));

    /// Words for which mathematics has signs.
    private record Sign(Pattern words, String sign) {
        Sign(String words, String sign) {
            this(Pattern.compile(words), sign);
        }

        String in(String text) {
            return words.matcher(text).replaceAll(sign);
        }
    }

    private static final List<Sign> SIGNS =
            List.of(
                    // "+ …" behind "row by row" is part of the formula, not of the words.
                    new Sign(", row by row( \\+ .+)", "$1, row by row"),
                    new Sign("\\((\\S+) − mean\\) / √\\(variance", "($1 − E[$1]) / √(Var[$1]"),
                    new Sign("− mean d − (\\S+) mean\\((.+?)\\)\\)", "− E[d] − $1 E[$2])"),
                    new Sign("√\\(variance", "√(Var[z]"),
                    new Sign("mean \\+ deviation (\\S+)", "E[y] + √(Var[y]) $1"),
                    new Sign("Σ_rows ([^,]+)", "Σᵢ ($1)ᵢ"),
                    new Sign("\\breconstruction\\b", "L_rec"),
                    new Sign("\\bpullⱼ", "f⁺ⱼ"),
                    new Sign("\\bpushⱼ", "f⁻ⱼ"),
                    new Sign("\\bw (pagerank|hops|smoothed)(?:\\.(\\d+))?", "w_$1$2"),
                    new Sign("\\bsimilarity (pagerank|hops|smoothed)(?:\\.(\\d+))?", "r_$1$2"));

    /// A name or a formula with signs in the place of words.
    static String signs(String text) {
        String written = text;
        for (Sign sign : SIGNS) {
            written = sign.in(written);
        }
        return written;
    }

    /// Between parts of a formula, outside of brackets; the comma before `else` and `otherwise` belongs to cases.
    private static final Pattern BETWEEN =
            Pattern.compile("[,;] (?!else |otherwise )(?![^(]*\\)(?!.*\\())");

    /// More than one letter that is no function and no name.
    private static final Pattern WORDS =
            Pattern.compile(
                    "(?<![_\\p{L}])(?!exp|log|tanh|max|min|LeakyReLU|softmax|ReLU|else|for|otherwise|nothing|mean|variance|deviation|ways)[a-z]{3,}");

    /// A term in the reader's language.
    static Written of(Term term) {
        List<String> maths = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (String part : BETWEEN.split(signs(term.formula()))) {
            boolean known = false;
            for (Wording wording : WORDINGS) {
                Matcher found = wording.words().matcher(part);
                if (found.matches()) {
                    known = true;
                    remarks.add(Messages.get(wording.key(), arguments(wording, found)));
                    if (!wording.maths().isEmpty()) {
                        maths.add(found.replaceFirst(wording.maths()));
                    }
                    break;
                }
            }
            if (!known) {
                (WORDS.matcher(part).find() && !maths.isEmpty() ? remarks : maths).add(part);
            }
        }
        String name = signs(term.name());
        String first = maths.isEmpty() ? name : name + " = " + maths.removeFirst();
        maths.addFirst(first);
        return new Written(maths, remarks);
    }

    /// Cases, which are set with a brace.
    private static final Pattern BRANCHES = Pattern.compile("(.+) if (.+), else (.+)");

    private static final Pattern INDICES = Pattern.compile("(.+) for (.+), otherwise nothing");

    /// An equation in plain characters, to be read out or printed.
    static String plain(String equation) {
        Matcher branches = BRANCHES.matcher(equation);
        if (branches.matches()) {
            return Messages.get("calculus.words.if", arguments(branches));
        }
        Matcher indices = INDICES.matcher(equation);
        return indices.matches()
                ? Messages.get("calculus.words.for", arguments(indices))
                : equation;
    }

    /// The equations, and the remarks in a line of their own.
    List<String> lines() {
        List<String> lines = new ArrayList<>(equations.stream().map(Written::plain).toList());
        if (!remarks.isEmpty()) {
            lines.add(said());
        }
        return lines;
    }

    /// The remarks in one line.
    String said() {
        return Messages.of(Phrase.line(remarks.stream().map(Phrase::words).toList()));
    }

    /// Names that the steps give to rows and columns.
    private static final List<Wording> NAMES =
            List.of(
                    new Wording("head (\\d+)", "head"),
                    new Wording("training episode (\\d+)", "episode"),
                    new Wording("length", "length"),
                    new Wording("cosine with the mean", "toMean"),
                    new Wording("\\|v\\| before", "lengthBefore"),
                    new Wording("cos\\(v, first order\\)", "toFirstOrder"));

    private static final Pattern MEMBER = Pattern.compile("graph (\\d+)");

    /// A term whose rows and columns have names in the reader's language, where they are no names of nodes.
    static Term named(Term term) {
        Values value = term.value();
        return new Term(
                term.layer(),
                term.name(),
                term.formula(),
                term.kind(),
                new Values(named(value.rows()), named(value.columns()), value.numbers()),
                term.checks().stream()
                        .map(check ->
                                new Check(
                                        named(value.rows(), check.row()),
                                        named(value.columns(), check.column()),
                                        check.value(),
                                        check.difference()))
                        .toList(),
                term.note());
    }

    private static Axis named(Axis axis) {
        return new Axis(
                IntStream.range(0, axis.size()).mapToObj(k -> named(axis, k)).toList(),
                axis.nodes());
    }

    private static String named(Axis axis, String name) {
        int at = axis.names().indexOf(name);
        return at < 0 ? name : named(axis, at);
    }

    private static String named(Axis axis, int place) {
        String name = axis.get(place);
        Matcher member = MEMBER.matcher(name);
        if (axis.nodesAt(place).size() > 1 && member.matches()) {
            return Messages.get("calculus.member", member.group(1));
        }
        return axis.nodesAt(place).isEmpty() ? said(NAMES, name) : name;
    }

    private static final List<Wording> NOTES =
            List.of(
                    new Wording(
                            "dR in the place of dS forgets the gate of the inner layer",
                            "note.inner"),
                    new Wording(
                            "first order: the inner steps are left out of the derivative",
                            "note.firstOrder"),
                    new Wording("dH′ in the place of dZ forgets σ′\\(Z\\)", "note.gate"),
                    new Wording(
                            "the diagonal alone: a score changes the attention to every neighbour",
                            "note.diagonal"),
                    new Wording("the diagonal alone, and without LeakyReLU′", "note.vector"),
                    new Wording(
                            "without the transpose the shapes (\\S+ × \\S+) and (\\S+ × \\S+) do not fit",
                            "note.shapes"),
                    new Wording(
                            "both signs are turned, and p stands for 1 − p: neighbours would push and others pull",
                            "note.signs"));

    /// A note in the reader's language.
    static String note(String note) {
        return said(NOTES, note);
    }

    /// These words in the reader's language; as they are if they are none of these.
    private static String said(List<Wording> wordings, String words) {
        for (Wording wording : wordings) {
            Matcher found = wording.words().matcher(words);
            if (found.matches()) {
                return Messages.get(wording.key(), arguments(wording, found));
            }
        }
        return words;
    }

    /// The arguments of a wording's text. Steps count heads from 0, the window counts them from 1.
    private static Object[] arguments(Wording wording, Matcher found) {
        return wording.key().equals(HEAD)
                ? new Object[] {Integer.toString(Integer.parseInt(found.group(1)) + 1)}
                : arguments(found);
    }

    private static Object[] arguments(Matcher found) {
        Object[] arguments = new Object[found.groupCount()];
        for (int k = 0; k < arguments.length; k++) {
            arguments[k] = found.group(k + 1);
        }
        return arguments;
    }
}
