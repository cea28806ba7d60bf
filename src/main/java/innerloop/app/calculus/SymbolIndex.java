package innerloop.app.calculus;

import innerloop.calculus.Axis;
import innerloop.calculus.Term;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.IntStream;

/// Finds the step that computes what a symbol in the formula of another step stands for.
final class SymbolIndex {

    private SymbolIndex() {}

    /// The number of that step among all; −1 if there is none.
    ///
    /// A step of exactly this name counts, the one nearest before; or else one of the same layer whose name differs only in
    /// what is raised and lowered: `eᵢₖ` is one entry of `e²ᵢⱼ`.
    static int find(List<Term> steps, Term in, String symbol) {
        int own = steps.indexOf(in);
        if (symbol.equals(Written.signs(in.name()))) {
            return own;
        }
        int exact =
                IntStream.range(0, steps.size())
                        .filter(k ->
                                Written.signs(steps.get(k).name()).equals(symbol)
                                        && isStep(steps.get(k)))
                        .reduce(-1, (best, k) -> best < 0 || k < own ? k : best);
        if (exact >= 0) {
            return exact;
        }
        String letters = letters(symbol);
        return IntStream.range(0, steps.size())
                .filter(k ->
                        isStep(steps.get(k))
                                && steps.get(k).layer() == in.layer()
                                && letters(steps.get(k).name()).equals(letters))
                .findFirst()
                .orElse(-1);
    }

    private static boolean isStep(Term term) {
        return switch (term.kind()) {
            case GIVEN, VALUE, BACKWARD, DERIVATIVE -> true;
            case USUALLY_PRINTED -> false;
        };
    }

    /// A name without what is raised, lowered and primed, but for a word after an underscore.
    private static String letters(String name) {
        StringBuilder letters = new StringBuilder();
        for (char c : Normalizer.normalize(name, Normalizer.Form.NFC).toCharArray()) {
            String called = c < 128 ? "" : String.valueOf(Character.getName(c));
            boolean script =
                    called.contains("SUBSCRIPT")
                            || called.startsWith("SUPERSCRIPT")
                            || called.startsWith("MODIFIER LETTER")
                            || c == '′';
            if (!script) {
                letters.append(c);
            }
        }
        return letters.toString();
    }

    /// The nodes that rows and columns of a step's value stand for.
    static List<Integer> nodes(Term term) {
        return List.of(term.value().rows(), term.value().columns()).stream()
                .map(Axis::nodes)
                .flatMap(List::stream)
                .flatMap(List::stream)
                .distinct()
                .toList();
    }
}
