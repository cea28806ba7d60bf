package innerloop.cli;

import innerloop.experiment.ColumnRole;
import innerloop.graph.Amount;
import innerloop.io.ColumnSummary;
import innerloop.io.GraphSummary;
import innerloop.io.GraphSummary.ClassSize;
import innerloop.io.doctor.Diagnosis;
import innerloop.io.doctor.Finding;
import innerloop.io.doctor.Remedy;
import innerloop.phrase.OneLine;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a graph is, in lines a person reads.
final class ImportReport {

    /// More classes or plain columns are counted only.
    private static final int MOST_NAMED = 12;

    private ImportReport() {}

    static List<String> lines(String name, GraphSummary graph, Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s (%s): %s, %s"
                        .formatted(
                                name,
                                graph.format(),
                                Amount.of(graph.nodes(), "node"),
                                Amount.of(
                                        graph.edges(),
                                        graph.directed() ? "directed edge" : "undirected edge")));
        lines.add(
                "structure: %s, %s, %s, %s, %s"
                        .formatted(
                                Amount.of(graph.components(), "component"),
                                Amount.of(graph.isolated(), "isolated node"),
                                Amount.of(graph.selfLoops(), "self-loop"),
                                Amount.of(graph.parallelEdges(), "repeated edge"),
                                weights(graph)));
        if (graph.steps() > 0) {
            lines.add("history: events: %d, steps: %d".formatted(graph.events(), graph.steps()));
        }
        if (graph.graphs() > 1) {
            lines.add("member graphs: " + graph.graphs());
        }
        lines.add("classes: " + classes(graph.classSizes(), graph.withoutClass(), "node"));
        if (!graph.graphClasses().isEmpty()) {
            lines.add(
                    "classes of member graphs: "
                            + classes(
                                    graph.graphClasses(),
                                    graph.graphsWithoutClass(),
                                    "member graph"));
        }
        columns(graph, lines);
        lines.add("read: " + String.join(", ", graph.files().read()));
        if (!graph.files().unread().isEmpty()) {
            lines.add("not read: " + String.join(", ", graph.files().unread()));
        }
        roles(graph, lines);
        for (Finding finding : diagnosis.findings()) {
            String where = finding.where().isEmpty() ? "" : finding.where() + ": ";
            String kind = finding.where().isEmpty() ? "note: " : "problem: ";
            lines.add(kind + where + OneLine.escaped(finding.what().text()));
            finding.remedies().stream()
                    .filter(remedy -> !options(remedy).isEmpty())
                    .forEach(remedy ->
                            lines.add(
                                    "  %s: %s".formatted(options(remedy), remedy.words().text())));
        }
        return lines;
    }

    /// The options, or the setting of the experiment, that take a remedy.
    static String options(Remedy remedy) {
        return remedy.standardised()
                ? "--set features.scaling=standardise"
                : ReadingOptions.text(remedy.reading());
    }

    /// What the columns are taken for; of features, which stand above, only those that a person made so.
    private static void roles(GraphSummary graph, List<String> lines) {
        String roles =
                graph.roles().stream()
                        .filter(column -> column.said() || column.role() != ColumnRole.FEATURE)
                        .map(column ->
                                "%s %s%s"
                                        .formatted(
                                                column.name(),
                                                ReadingOptions.word(column.role()),
                                                column.said() ? "" : " (guessed)"))
                        .collect(Collectors.joining(", "));
        if (!roles.isEmpty()) {
            lines.add("columns: " + roles);
        }
    }

    private static String weights(GraphSummary graph) {
        GraphSummary.Range weights = graph.weights();
        return weights == null
                ? "no weights"
                : "weights %s … %s".formatted(number(weights.least()), number(weights.most()));
    }

    private static String classes(List<ClassSize> classes, int without, String what) {
        if (classes.isEmpty()) {
            return "none";
        }
        String named =
                classes.stream()
                        .limit(MOST_NAMED)
                        .map(one -> one.name() + " " + one.size())
                        .collect(Collectors.joining(", "));
        return "%d (%s%s); %s without class"
                .formatted(
                        classes.size(),
                        named,
                        classes.size() > MOST_NAMED ? ", …" : "",
                        Amount.of(without, what));
    }

    /// All columns if they are few; else the remarkable ones.
    private static void columns(GraphSummary graph, List<String> lines) {
        List<ColumnSummary> columns = graph.columns();
        boolean few = graph.features() <= MOST_NAMED;
        lines.add(
                "features: "
                        + (graph.features() == 0 ? "none" : Amount.of(graph.features(), "column")));
        List<ColumnSummary> shown =
                columns.stream().filter(column -> few || column.remarkable()).toList();
        shown.stream().limit(MOST_NAMED).forEach(column -> lines.add("  " + column(column)));
        int rest = (few ? columns.size() : graph.remarkableColumns()) - MOST_NAMED;
        if (rest > 0) {
            lines.add("  and %d more like these".formatted(rest));
        }
    }

    private static String column(ColumnSummary column) {
        if (column.type() == ColumnSummary.Type.TEXT) {
            return column.name() + ": text, not used";
        }
        boolean constant = column.note() == ColumnSummary.Note.CONSTANT;
        boolean flag = column.type() == ColumnSummary.Type.FLAG;
        String range =
                constant || flag
                        ? ""
                        : "%s … %s".formatted(number(column.least()), number(column.most()));
        String missing =
                column.missing() == 0
                        ? ""
                        : String.format(
                                Locale.ROOT,
                                "missing for %.1f %% of nodes",
                                100 * column.missing());
        return column.name()
                + ": "
                + Stream.of(constant ? "" : type(column.type()), range, missing, note(column))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", "));
    }

    private static String type(ColumnSummary.Type type) {
        return switch (type) {
            case FLAG -> "0 or 1";
            case WHOLE -> "whole numbers";
            case NUMBER -> "numbers";
            case TEXT -> "text";
        };
    }

    private static String note(ColumnSummary column) {
        return switch (column.note()) {
            case NONE -> "";
            case CONSTANT -> "always " + number(column.most());
            case DOMINATING -> "dwarfs the other columns; set features.scaling to auto";
        };
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : new BigDecimal(value).round(new MathContext(6)).stripTrailingZeros().toString();
    }
}
