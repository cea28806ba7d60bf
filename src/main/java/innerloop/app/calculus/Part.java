package innerloop.app.calculus;

import innerloop.app.Messages;
import innerloop.app.formula.Latex;
import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Which steps are listed: all, those of a layer, or those of a parameter, in which it is used or differentiated by.
///
/// @param layer counted from 1; 0 for all
/// @param parameter its symbol; empty for none
public record Part(int layer, String parameter) {

    /// All steps.
    public static final Part ALL = new Part(0, "");

    /// How the formula of a parameter begins.
    private static final String GIVEN = "parameter";

    /// The parts of an explanation.
    static List<Part> of(Explanation explanation) {
        List<Part> parts = new ArrayList<>(List.of(ALL));
        if (explanation.unit() == Explanation.Unit.LAYER) {
            IntStream.rangeClosed(1, explanation.layers())
                    .forEach(layer -> parts.add(new Part(layer, "")));
            explanation.terms().stream()
                    .filter(Part::isParameter)
                    .map(term -> new Part(term.layer(), term.name()))
                    .distinct()
                    .forEach(parts::add);
        }
        return parts;
    }

    private static boolean isParameter(Term term) {
        return switch (term.kind()) {
            case GIVEN -> term.formula().startsWith(GIVEN);
            case VALUE, BACKWARD, DERIVATIVE, USUALLY_PRINTED -> false;
        };
    }

    /// Whether a step belongs to it.
    ///
    /// @param all the steps of the explanation
    boolean has(Term term, List<Term> all) {
        if (parameter.isEmpty()) {
            return layer == 0 || term.layer() == layer;
        }
        return term.layer() == layer
                && (term.name().equals(parameter)
                        || term.name().equals("d" + parameter)
                        || uses(term, all));
    }

    private boolean uses(Term term, List<Term> all) {
        return Written.of(term).equations().stream()
                .flatMap(equation -> Latex.of(equation).symbols().stream())
                .mapToInt(symbol -> SymbolIndex.find(all, term, symbol))
                .anyMatch(found -> found >= 0 && all.get(found).name().equals(parameter));
    }

    /// What it is called.
    String text() {
        return layer == 0
                ? Messages.get("calculus.layer.all")
                : parameter.isEmpty()
                        ? Messages.get("calculus.layer", layer)
                        : Messages.get("calculus.parameter", parameter);
    }
}
