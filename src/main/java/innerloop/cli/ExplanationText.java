package innerloop.cli;

import innerloop.calculus.Check;
import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import innerloop.calculus.Values;
import innerloop.io.ExplanationPage;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/// An explanation for a terminal: one block for each layer, forward and then backward.
///
/// @param result where it is printed
record ExplanationText(PrintWriter result) {

    void print(Explanation explanation, List<Term> terms) {
        ExplanationPage.facts(explanation).forEach(result::println);
        int layer = -1;
        for (Term term : terms) {
            if (term.layer() != layer) {
                layer = term.layer();
                result.println();
                result.println(explanation.unit().words() + " " + layer);
            }
            print(term);
        }
    }

    private void print(Term term) {
        result.println();
        boolean usual = term.kind() == Term.Kind.USUALLY_PRINTED;
        result.println(
                (usual ? "  usually printed as " : "  ") + term.name() + " = " + term.formula());
        if (!term.note().isEmpty()) {
            result.println("    (" + term.note() + ")");
        }
        Values shown = term.value().largest(ExplanationPage.ROWS, ExplanationPage.COLUMNS);
        // Of a derivative the entries that are checked say enough.
        if (shown.numbers().length > 0 && term.checks().isEmpty()) {
            String cut = ExplanationPage.cut(term.value(), shown);
            if (!cut.isEmpty()) {
                result.println("    " + cut + ":");
            }
            table(rows(shown));
        }
        if (!term.checks().isEmpty()) {
            table(checks(term));
        }
    }

    private void table(List<List<String>> rows) {
        Table.aligned(rows).forEach(line -> result.println("    " + line));
    }

    private static List<List<String>> rows(Values values) {
        List<List<String>> rows = new ArrayList<>();
        if (!values.isNumber()) {
            rows.add(row("", values.columns().names()));
        }
        for (int r = 0; r < values.rows().size(); r++) {
            List<String> numbers = new ArrayList<>();
            for (int c = 0; c < values.columns().size(); c++) {
                numbers.add(ExplanationPage.number(values.get(r, c)));
            }
            rows.add(row(values.rows().get(r), numbers));
        }
        return rows;
    }

    private static List<String> row(String name, List<String> cells) {
        List<String> row = new ArrayList<>(List.of(name));
        row.addAll(cells);
        return row;
    }

    private static List<List<String>> checks(Term term) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                List.of(
                        "entry of " + term.value().shape(),
                        "value",
                        "difference",
                        "relative error",
                        ""));
        for (Check check : term.checks()) {
            rows.add(
                    List.of(
                            ExplanationPage.entry(check),
                            ExplanationPage.number(check.value()),
                            ExplanationPage.number(check.difference()),
                            ExplanationPage.error(check),
                            check.agrees() ? "agrees" : "does not agree"));
        }
        return rows;
    }
}
