package innerloop.cli;

import innerloop.calculus.Check;
import innerloop.calculus.Explanation;
import innerloop.calculus.LossSlice;
import innerloop.calculus.Term;
import innerloop.calculus.Values;
import innerloop.io.ExplanationPage;
import innerloop.io.WorksheetWords;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An explanation for a terminal: one block for each layer, forward and then backward.
///
/// @param result where it is printed
record ExplanationText(PrintWriter result) {

    private static final Map<LossSlice.Loss, String> LOSSES =
            Map.of(
                    LossSlice.Loss.AFTER,
                    "of the query loss after the inner loop from there",
                    LossSlice.Loss.QUERY,
                    "of the query loss there",
                    LossSlice.Loss.SUPPORT,
                    "of the support loss there");

    void print(Explanation explanation, List<Term> terms) {
        WorksheetWords.ENGLISH.facts(explanation).forEach(result::println);
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

    /// Prints what is said of a slice; of the losses at its points there are the least and the largest.
    void print(LossSlice slice) {
        result.println();
        result.println("slice through θ₀, " + LOSSES.get(slice.wanted().loss()));
        result.printf(
                Locale.ROOT,
                "  %s: from %s to %s on %d × %d points, %s to either side%n",
                switch (slice.wanted().through()) {
                    case GRADIENTS -> "in the plane of the meta-gradient in both orders";
                    case PATH -> "in a plane through the end of the inner loop";
                },
                least(slice, 1),
                least(slice, -1),
                slice.at().size(),
                slice.at().size(),
                ExplanationPage.number(slice.at().getLast()));
        result.printf(Locale.ROOT, "  angle between both orders: %.1f degrees%n", slice.angle());
        result.println();
        table(
                List.of(
                        List.of("downhill", "length", "slope", "difference", "relative error", ""),
                        arrow("second order", slice.exact()),
                        arrow("first order", slice.first())));
        result.println();
        List<List<String>> path = new ArrayList<>();
        path.add(List.of("inner step", "x", "y", "beside the plane", "loss"));
        for (LossSlice.Spot spot : slice.path()) {
            path.add(
                    List.of(
                            Integer.toString(spot.step()),
                            ExplanationPage.number(spot.x()),
                            ExplanationPage.number(spot.y()),
                            ExplanationPage.number(spot.beside()),
                            ExplanationPage.number(spot.loss())));
        }
        table(path);
    }

    private static String least(LossSlice slice, int sign) {
        return ExplanationPage.number(
                sign
                        * Arrays.stream(slice.losses())
                                .filter(Double::isFinite)
                                .map(loss -> sign * loss)
                                .min()
                                .orElse(Double.NaN));
    }

    private static List<String> arrow(String name, LossSlice.Arrow arrow) {
        Check slope = arrow.slope();
        return List.of(
                name,
                ExplanationPage.number(arrow.length()),
                ExplanationPage.number(slope.value()),
                ExplanationPage.number(slope.difference()),
                ExplanationPage.error(slope),
                slope.agrees() ? "agrees" : "does not agree");
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
            String cut = WorksheetWords.ENGLISH.cut(term.value(), shown);
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
