package innerloop.io;

import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import innerloop.calculus.Values;
import java.util.List;
import java.util.Locale;

/// The words of a worksheet in English.
final class EnglishWorksheet implements WorksheetWords {

    @Override
    public String language() {
        return "en";
    }

    @Override
    public String title(Explanation explanation) {
        return explanation.node() + ", " + explanation.experiment();
    }

    @Override
    public List<String> facts(Explanation e) {
        return List.of(
                "%s; encoder %s with %d layers".formatted(e.example(), e.encoder(), e.layers()),
                "θ: %s, adapted%s to %s%s; the example is %s"
                        .formatted(
                                e.theta(),
                                e.adaptedTo().extent(),
                                e.adaptedTo().episode(),
                                e.classes().isEmpty()
                                        ? ""
                                        : " (" + String.join(", ", e.classes()) + ")",
                                e.role().words()),
                String.format(
                        Locale.ROOT,
                        "float64; these numbers and the engine's differ by %.1e",
                        e.engineGap()));
    }

    @Override
    public String part(Explanation explanation, int number) {
        return explanation.unit().words() + " " + number;
    }

    @Override
    public String usually() {
        return "usually printed as";
    }

    @Override
    public List<String> formula(Term term) {
        return List.of(term.name() + " = " + term.formula());
    }

    @Override
    public String note(Term term) {
        return term.note();
    }

    @Override
    public String cut(Values whole, Values shown) {
        return whole.shape().equals(shown.shape())
                ? ""
                : "of " + whole.shape() + ", the largest rows and columns";
    }

    @Override
    public List<String> checks() {
        return List.of("entry", "value", "difference", "relative error", "agrees");
    }
}
