package innerloop.app.calculus;

import innerloop.app.Messages;
import innerloop.calculus.Term;
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
    private record Phrase(Pattern words, String key, String maths) {
        Phrase(String words, String key) {
            this(words, key, "");
        }

        Phrase(String words, String key, String maths) {
            this(Pattern.compile(words), "calculus.words." + key, maths);
        }
    }

    private static final List<Phrase> PHRASES =
            List.of(
                    new Phrase("parameter", "parameter"),
                    new Phrase("what the last layer says of one node", "lastOne"),
                    new Phrase("what it says of the other", "lastOther"),
                    new Phrase("1 for an edge", "edge"),
                    new Phrase("0 for none", "noEdge"),
                    new Phrase("1 for every neighbour", "everyNeighbour", "1"),
                    new Phrase("1 / number of neighbours", "neighbours", "1 / n"),
                    new Phrase("(\\S+) at one node", "atOne"),
                    new Phrase("(\\S+) at the other", "atOther"),
                    new Phrase("(\\S+) at the example", "atExample"),
                    new Phrase("(\\S+) at the support", "atSupport"),
                    new Phrase("entry by entry", "entries"),
                    new Phrase("what the network says of the support examples", "support"),
                    new Phrase("what the network says of the example itself", "itself"),
                    new Phrase(
                            "the mean of (\\S+) over the support examples of class k", "classMean"),
                    new Phrase("(\\S+ / \\S+) of its class", "ofClass", "$1"),
                    new Phrase("the last (.+)", "last"),
                    new Phrase("what arrives after k hops", "arrives"),
                    new Phrase("weight of the cosines", "cosines"),
                    new Phrase("weight of this similarity", "similarity"),
                    new Phrase("the exponential of a parameter", "exponential"),
                    new Phrase("of the example to the support examples", "toSupport"),
                    new Phrase("from the graph alone", "graphAlone"),
                    new Phrase("what the diagonal is raised by", "diagonal"),
                    new Phrase("factor of the scores", "factor"),
                    new Phrase("(.+) and the weighted similarities", "weighted", "$1 + …"),
                    new Phrase(
                            "w \\(Σ dK ∘ its similarities \\+ Σ dk ∘ those of the example\\)",
                            "weights",
                            "w (Σ dK ∘ R + Σ dk ∘ r)"),
                    new Phrase("in the column's unit", "unitOf"),
                    new Phrase(
                            "\\(the right number − mean\\) / deviation of the training lane",
                            "right",
                            "(y − mean) / deviation"),
                    new Phrase("the rows of the features that are not 0", "rowsNotZero"),
                    new Phrase("features that are not 0", "featuresNotZero"),
                    new Phrase("the node's features", "own"),
                    new Phrase("what the layer before says", "before"),
                    new Phrase("the row of (.+)", "rowOf"),
                    new Phrase("loops included", "loops"),
                    new Phrase("the loop included", "loop"),
                    new Phrase("per head", "perHead"),
                    new Phrase("head (\\d+)", "head"),
                    new Phrase("head beside head", "beside"),
                    new Phrase("row by row", "rows"),
                    new Phrase("−log p of (.+)", "logOf", "−log p_y"),
                    new Phrase(
                            "mean of (\\S)(\\S*) over the heads( \\+ .+)", "mean", "$1\u0304$2$3"),
                    new Phrase("(.+) / number of heads", "heads", "$1 / n"),
                    new Phrase("to each", "each"),
                    new Phrase("where the inner loop begins", "begins"),
                    new Phrase("its length in each parameter", "lengths"),
                    new Phrase("what this inner step takes from the derivative", "taken"),
                    new Phrase(
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
            for (Phrase phrase : PHRASES) {
                Matcher found = phrase.words().matcher(part);
                if (found.matches()) {
                    known = true;
                    remarks.add(Messages.get(phrase.key(), arguments(found)));
                    if (!phrase.maths().isEmpty()) {
                        maths.add(found.replaceFirst(phrase.maths()));
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

    private static final List<Phrase> NOTES =
            List.of(
                    new Phrase(
                            "dR in the place of dS forgets the gate of the inner layer",
                            "note.inner"),
                    new Phrase(
                            "first order: the inner steps are left out of the derivative",
                            "note.firstOrder"),
                    new Phrase("dH′ in the place of dZ forgets σ′\\(Z\\)", "note.gate"),
                    new Phrase(
                            "the diagonal alone: a score changes the attention to every neighbour",
                            "note.diagonal"),
                    new Phrase("the diagonal alone, and without LeakyReLU′", "note.vector"),
                    new Phrase(
                            "without the transpose the shapes (\\S+ × \\S+) and (\\S+ × \\S+) do not fit",
                            "note.shapes"));

    /// A note in the reader's language.
    static String note(String note) {
        for (Phrase phrase : NOTES) {
            Matcher found = phrase.words().matcher(note);
            if (found.matches()) {
                return Messages.get(phrase.key(), arguments(found));
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
