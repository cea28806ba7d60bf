package innerloop.app.calculus;

import innerloop.app.Messages;
import innerloop.calculus.Term;
import innerloop.phrase.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
                            "(y − mean) / deviation"),
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
                            "($1\u0302$2)ᵀ $3"));

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
        for (String part : BETWEEN.split(term.formula())) {
            boolean known = false;
            for (Wording wording : WORDINGS) {
                Matcher found = wording.words().matcher(part);
                if (found.matches()) {
                    known = true;
                    remarks.add(Messages.get(wording.key(), arguments(found)));
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
        String first = maths.isEmpty() ? term.name() : term.name() + " = " + maths.removeFirst();
        maths.addFirst(first);
        return new Written(maths, remarks);
    }

    /// The equations, and the remarks in a line of their own.
    List<String> lines() {
        List<String> lines = new ArrayList<>(equations);
        if (!remarks.isEmpty()) {
            lines.add(said());
        }
        return lines;
    }

    /// The remarks in one line.
    String said() {
        return Messages.of(Phrase.line(remarks.stream().map(Phrase::words).toList()));
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
                            "note.shapes"));

    /// A note in the reader's language.
    static String note(String note) {
        for (Wording wording : NOTES) {
            Matcher found = wording.words().matcher(note);
            if (found.matches()) {
                return Messages.get(wording.key(), arguments(found));
            }
        }
        return note;
    }

    private static Object[] arguments(Matcher found) {
        Object[] arguments = new Object[found.groupCount()];
        for (int k = 0; k < arguments.length; k++) {
            arguments[k] = found.group(k + 1);
        }
        return arguments;
    }
}
