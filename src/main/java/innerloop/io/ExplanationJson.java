package innerloop.io;

import innerloop.calculus.Check;
import innerloop.calculus.Explanation;
import innerloop.calculus.LossSlice;
import innerloop.calculus.Term;
import innerloop.calculus.Values;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// An explanation as JSON.
///
///     {"example": "…", "node": "…", "id": "…", "class": "…", "theta": "…", "episode": 0, "role": "query", "classes": […], "layers": 2,
///      "engineGap": 0.0, "terms": [{"layer": 1, "name": "dW¹", "formula": "…", "kind": "derivative", "shape": [34, 64],
///      "rows": […], "columns": […], "value": [[…]], "agrees": true,
///      "derivatives": [{"row": "3", "column": "5", "value": …, "difference": …, "relativeError": …, "agrees": true}]}]}
///
/// A number is one, a matrix a list of rows. Of a matrix of more than 10,000 entries there are its largest rows and columns, and
/// `"cut": true`.
public final class ExplanationJson {

    private static final int MOST = 10_000;
    private static final int SIDE = 100;

    private ExplanationJson() {}

    /// The document as text.
    ///
    /// @param terms those of the explanation that are wanted
    public static String text(Explanation explanation, List<Term> terms) {
        return text(explanation, terms, Optional.empty());
    }

    /// The same with a slice of a loss.
    ///
    /// @param terms those of the explanation that are wanted
    public static String text(
            Explanation explanation, List<Term> terms, Optional<LossSlice> slice) {
        ObjectNode top = JsonText.JSON.createObjectNode();
        top.put("name", explanation.experiment());
        top.put("encoder", explanation.encoder());
        top.put("example", explanation.example());
        top.put("node", explanation.node());
        top.put("id", explanation.id());
        top.put("class", explanation.label());
        top.put("theta", explanation.theta());
        explanation.adaptedTo().number().ifPresent(number -> top.put("episode", number));
        top.put("role", word(explanation.role()));
        ArrayNode classes = top.putArray("classes");
        explanation.classes().forEach(classes::add);
        top.put("layers", explanation.layers());
        ScoreJson.put(top, "engineGap", explanation.engineGap());
        ArrayNode all = top.putArray("terms");
        terms.forEach(term -> put(all.addObject(), term, explanation.unit()));
        slice.ifPresent(one -> LossSliceJson.put(top.putObject("slice"), one));
        return JsonText.write(top);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void put(ObjectNode one, Term term, Explanation.Unit unit) {
        one.put(
                switch (unit) {
                    case LAYER -> "layer";
                    case INNER_STEP -> "innerStep";
                },
                term.layer());
        one.put("name", term.name());
        one.put("formula", term.formula());
        one.put("kind", word(term.kind()));
        Values value = term.value();
        one.putArray("shape").add(value.rows().size()).add(value.columns().size());
        boolean cut = value.numbers().length > MOST;
        Values shown = cut ? value.largest(SIDE, SIDE) : value;
        if (cut) {
            one.put("cut", true);
        }
        if (value.isNumber()) {
            ScoreJson.put(one, "value", value.get(0, 0));
        } else {
            ArrayNode rows = one.putArray("rows");
            shown.rows().names().forEach(rows::add);
            ArrayNode columns = one.putArray("columns");
            shown.columns().names().forEach(columns::add);
            ArrayNode numbers = one.putArray("value");
            for (int r = 0; r < shown.rows().size(); r++) {
                ArrayNode row = numbers.addArray();
                for (int c = 0; c < shown.columns().size(); c++) {
                    row.add(shown.get(r, c));
                }
            }
        }
        switch (term.kind()) {
            case GIVEN, VALUE, BACKWARD -> {}
            case DERIVATIVE, USUALLY_PRINTED -> checks(one, term);
        }
        if (!term.note().isEmpty()) {
            one.put("note", term.note());
        }
    }

    private static void checks(ObjectNode one, Term term) {
        one.put("agrees", term.agrees());
        ArrayNode derivatives = one.putArray("derivatives");
        for (Check check : term.checks()) {
            ObjectNode entry = derivatives.addObject();
            entry.put("row", check.row()).put("column", check.column());
            ScoreJson.put(entry, "value", check.value());
            ScoreJson.put(entry, "difference", check.difference());
            ScoreJson.put(entry, "relativeError", check.relativeError());
            entry.put("agrees", check.agrees());
        }
    }
}
