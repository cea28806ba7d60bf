package innerloop.io;

import innerloop.calculus.Check;
import innerloop.calculus.Explanation;
import innerloop.calculus.Term;
import innerloop.calculus.Values;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// An explanation as a page to print: a worksheet.
///
/// With blanks, the numbers that can be computed from others are left out, and a second page has them: `sheet.html` and
/// `sheet-answers.html`. Of what a layer reads, the row of the node itself is left out where the sheet asks for it one layer before.
public final class ExplanationPage {

    /// The most rows of a matrix that are shown.
    public static final int ROWS = 12;

    /// The most columns of a matrix that are shown.
    public static final int COLUMNS = 8;

    private static final String BLANK = "&nbsp;";

    private static final String STYLE =
            """
            body { font: 11pt/1.4 sans-serif; margin: 2em auto; max-width: 62em; padding: 0 1em; }
            h2 { border-bottom: 1px solid; margin-top: 2em; }
            h2::first-letter { text-transform: uppercase; }
            section { break-inside: avoid; margin: 1em 0; }
            .formula { font-family: serif; font-size: 13pt; }
            .usual { border-left: 3px solid; padding-left: 1em; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { border: 1px solid; padding: 0.15em 0.5em; text-align: right; min-width: 4em; }
            th { font-weight: normal; font-style: italic; }
            """;

    private final WorksheetWords words;

    private ExplanationPage(WorksheetWords words) {
        this.words = words;
    }

    /// A number with five decimals; in powers of ten if it is very large or small.
    public static String number(double value) {
        double size = Math.abs(value);
        boolean plain = size == 0 || (size >= 1e-3 && size < 1e5);
        return String.format(Locale.ROOT, plain ? "%.5f" : "%.3e", value);
    }

    /// Where the answers to a worksheet with blanks are.
    public static Path answers(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        return file.resolveSibling(name.substring(0, end) + "-answers" + name.substring(end));
    }

    /// Writes the worksheet, and with blanks its answers, too.
    ///
    /// @param terms those of the explanation that are wanted
    public static void write(Path file, Explanation explanation, List<Term> terms, boolean blanks)
            throws IOException {
        ExplanationPage page = new ExplanationPage(WorksheetWords.ENGLISH);
        SequencedMap<Path, AtomicFiles.Contents> files = new LinkedHashMap<>();
        files.put(file, contents(page.text(explanation, terms, blanks)));
        if (blanks) {
            files.put(answers(file), contents(page.text(explanation, terms, false)));
        }
        AtomicFiles.write(files);
    }

    /// The worksheet, without its answers if it has blanks.
    ///
    /// @param terms those of the explanation that are wanted
    public static AtomicFiles.Contents contents(
            Explanation explanation, List<Term> terms, boolean blanks, WorksheetWords words) {
        return contents(new ExplanationPage(words).text(explanation, terms, blanks));
    }

    private static AtomicFiles.Contents contents(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private String text(Explanation explanation, List<Term> terms, boolean blanks) {
        StringBuilder page = new StringBuilder();
        String title = words.title(explanation);
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(words.language())
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(escaped(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>")
                .append(escaped(title))
                .append("</h1>\n");
        words.facts(explanation)
                .forEach(fact -> page.append("<p>").append(escaped(fact)).append("</p>\n"));
        int layer = -1;
        for (Term term : terms) {
            if (term.layer() != layer) {
                layer = term.layer();
                page.append("<h2>")
                        .append(escaped(words.part(explanation, layer)))
                        .append("</h2>\n");
            }
            section(
                    page,
                    explanation,
                    term,
                    blanks ? blanked(explanation, terms, term) : Blanked.NOTHING);
        }
        return page.append("</body>\n</html>\n").toString();
    }

    /// What is left out of a term.
    private enum Blanked {
        NOTHING,
        OWN_ROW,
        EVERYTHING
    }

    private static Blanked blanked(Explanation explanation, List<Term> terms, Term term) {
        if (term.kind() != Term.Kind.GIVEN) {
            return Blanked.EVERYTHING;
        }
        boolean asked =
                terms.subList(0, terms.indexOf(term)).stream()
                        .anyMatch(before ->
                                before.kind() == Term.Kind.VALUE
                                        && (before.name() + "ⱼ").equals(term.name()));
        return asked && ownRow(explanation, term.value()) >= 0 ? Blanked.OWN_ROW : Blanked.NOTHING;
    }

    private static int ownRow(Explanation explanation, Values value) {
        return IntStream.range(0, value.rows().size())
                .filter(r -> value.rows().nodesAt(r).equals(List.of(explanation.number())))
                .findFirst()
                .orElse(-1);
    }

    private void section(StringBuilder page, Explanation explanation, Term term, Blanked blanked) {
        boolean usual = term.kind() == Term.Kind.USUALLY_PRINTED;
        page.append(usual ? "<section class=\"usual\">\n" : "<section>\n");
        if (usual) {
            page.append("<p>").append(escaped(words.usually())).append("</p>\n");
        }
        for (String line : words.formula(term)) {
            page.append("<p class=\"formula\">").append(escaped(line)).append("</p>\n");
        }
        if (!term.note().isEmpty()) {
            page.append("<p>").append(escaped(words.note(term))).append("</p>\n");
        }
        Values shown = term.value().largest(ROWS, COLUMNS);
        if (shown.numbers().length > 0) {
            int own = ownRow(explanation, shown);
            table(
                    page,
                    shown,
                    r ->
                            switch (blanked) {
                                case NOTHING -> false;
                                case OWN_ROW -> r == own;
                                case EVERYTHING -> true;
                            });
            page.append("<p>").append(escaped(words.cut(term.value(), shown))).append("</p>\n");
        }
        if (!term.checks().isEmpty()) {
            checks(page, term, blanked == Blanked.EVERYTHING);
        }
        page.append("</section>\n");
    }

    private static void table(StringBuilder page, Values values, IntPredicate blank) {
        page.append("<table>\n");
        if (!values.isNumber()) {
            page.append("<tr><th></th>");
            values.columns().names().forEach(column -> head(page, column));
            page.append("</tr>\n");
        }
        for (int r = 0; r < values.rows().size(); r++) {
            page.append("<tr>");
            head(page, values.rows().get(r));
            for (int c = 0; c < values.columns().size(); c++) {
                cell(page, blank.test(r) ? BLANK : number(values.get(r, c)));
            }
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    private static void head(StringBuilder page, String text) {
        page.append("<th>").append(escaped(text)).append("</th>");
    }

    private static void cell(StringBuilder page, String text) {
        page.append("<td>").append(text).append("</td>");
    }

    private void checks(StringBuilder page, Term term, boolean blank) {
        page.append("<table>\n<tr>");
        words.checks().forEach(title -> head(page, title));
        page.append("</tr>\n");
        for (Check check : term.checks()) {
            page.append("<tr>");
            head(page, entry(check));
            cell(page, blank ? BLANK : number(check.value()));
            cell(page, blank ? BLANK : number(check.difference()));
            cell(page, blank ? BLANK : error(check));
            cell(page, blank ? BLANK : check.agrees() ? "✓" : "✗");
            page.append("</tr>\n");
        }
        page.append("</table>\n");
    }

    /// The relative error of a derivative.
    public static String error(Check check) {
        return String.format(Locale.ROOT, "%.1e", check.relativeError());
    }

    /// The row and the column of an entry.
    public static String entry(Check check) {
        return check.row().isEmpty() ? check.column() : check.row() + ", " + check.column();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
