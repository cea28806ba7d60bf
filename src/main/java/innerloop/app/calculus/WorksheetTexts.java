package innerloop.app.calculus;

import innerloop.app.ExperimentName;
import innerloop.app.Messages;
import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import innerloop.calculus.Values;
import innerloop.io.WorksheetWords;
import java.util.List;

/// The words of a worksheet in the language of the window, as the page shows them.
///
/// @param facts what is explained, in a few sentences
public record WorksheetTexts(List<String> facts) implements WorksheetWords {

    /// Copies the sentences.
    public WorksheetTexts {
        facts = List.copyOf(facts);
    }

    @Override
    public String language() {
        return Messages.language().tag();
    }

    @Override
    public String title(Explanation explanation) {
        return explanation.node() + ", " + ExperimentName.shown(explanation.experiment());
    }

    /// These terms, with names of rows and columns as the page shows them.
    public static List<Term> terms(List<Term> terms) {
        return terms.stream().map(Written::named).toList();
    }

    @Override
    public List<String> facts(Explanation explanation) {
        return facts;
    }

    @Override
    public String part(Explanation explanation, int number) {
        return CalculusTexts.part(explanation, number);
    }

    @Override
    public String usually() {
        return Messages.get("calculus.usually");
    }

    @Override
    public List<String> formula(Term term) {
        return Written.of(term).lines();
    }

    @Override
    public String note(Term term) {
        return Written.note(term.note());
    }

    @Override
    public String cut(Values whole, Values shown) {
        return whole.shape().equals(shown.shape())
                ? ""
                : Messages.get("calculus.cut", shown.shape(), whole.shape());
    }

    @Override
    public List<String> checks() {
        return List.of(
                Messages.get("calculus.check.entry"),
                Messages.get("calculus.check.value"),
                Messages.get("calculus.check.difference"),
                Messages.get("calculus.check.error"),
                Messages.get("calculus.check.agrees"));
    }
}
