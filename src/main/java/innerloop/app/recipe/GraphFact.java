package innerloop.app.recipe;

import innerloop.app.Messages;
import innerloop.io.ColumnSummary;
import innerloop.io.GraphFiles;
import innerloop.io.GraphSummary;
import innerloop.io.GraphSummary.ClassSize;
import innerloop.io.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Something that the file of the open graph says of it: a line, and details that unfold.
///
/// @param id part of its button's id
/// @param line what is read first
/// @param details what is behind it, line by line
/// @param odd whether a person should look at it
record GraphFact(String id, String line, List<String> details, boolean odd) {

    /// More classes or columns are counted only.
    private static final int MOST = 40;

    /// All facts, in the order of the command `import`.
    static List<GraphFact> of(GraphSummary graph) {
        return List.of(structure(graph), classes(graph), columns(graph), files(graph));
    }

    private static GraphFact structure(GraphSummary graph) {
        GraphSummary.Range weights = graph.weights();
        String line =
                Messages.get(graph.directed() ? "facts.directed" : "facts.undirected")
                        + " · "
                        + (weights == null
                                ? Messages.get("facts.unweighted")
                                : Messages.get(
                                        "facts.weights",
                                        number(weights.least()),
                                        number(weights.most())));
        List<String> details = new ArrayList<>();
        details.add(Messages.get("facts.components", graph.components()));
        if (graph.graphs() > 1) {
            details.add(Messages.get("facts.members", graph.graphs()));
        }
        details.add(Messages.get("facts.isolated", graph.isolated()));
        details.add(Messages.get("facts.loops", graph.selfLoops()));
        details.add(Messages.get("facts.parallel", graph.parallelEdges()));
        return new GraphFact("structure", line, details, graph.parallelEdges() > 0);
    }

    private static GraphFact classes(GraphSummary graph) {
        List<String> details = new ArrayList<>(sizes(graph.classSizes()));
        if (!graph.graphClasses().isEmpty()) {
            details.add(members(graph));
            details.addAll(sizes(graph.graphClasses()));
        }
        // Nodes of member graphs that have classes need none.
        boolean ofMembers = graph.classes() == 0 && !graph.graphClasses().isEmpty();
        return new GraphFact(
                "classes",
                ofMembers
                        ? members(graph)
                        : Messages.get("facts.classes", graph.classes(), graph.withoutClass()),
                details,
                graph.classes() > 0 && graph.withoutClass() > 0);
    }

    private static String members(GraphSummary graph) {
        return Messages.get(
                "facts.memberClasses", graph.graphClasses().size(), graph.graphsWithoutClass());
    }

    private static List<String> sizes(List<ClassSize> classes) {
        return shortened(
                classes.stream()
                        .map(one -> Messages.get("facts.class", one.name(), one.size()))
                        .toList());
    }

    private static GraphFact columns(GraphSummary graph) {
        List<ColumnSummary> columns = graph.columns();
        long odd = columns.stream().filter(ColumnSummary::remarkable).count();
        return new GraphFact(
                "columns",
                Messages.get("facts.columns", graph.features(), odd),
                shortened(
                        Stream.concat(
                                        columns.stream().filter(ColumnSummary::remarkable),
                                        columns.stream().filter(c -> !c.remarkable()))
                                .map(GraphFact::column)
                                .toList()),
                odd > 0);
    }

    private static String column(ColumnSummary column) {
        List<String> parts = new ArrayList<>();
        parts.add(Messages.get("facts.type." + column.type().name()));
        switch (column.note()) {
            case NONE, DOMINATING -> {
                if (column.type() == ColumnSummary.Type.WHOLE
                        || column.type() == ColumnSummary.Type.NUMBER) {
                    parts.add(
                            Messages.get(
                                    "facts.range", number(column.least()), number(column.most())));
                }
            }
            case CONSTANT -> parts.add(Messages.get("facts.constant", number(column.most())));
        }
        if (column.missing() > 0) {
            parts.add(Messages.get("facts.missing", 100 * column.missing()));
        }
        if (column.note() == ColumnSummary.Note.DOMINATING) {
            parts.add(Messages.get("facts.dominating"));
        }
        return Messages.get("facts.column", column.name(), String.join(" · ", parts));
    }

    private static GraphFact files(GraphSummary graph) {
        GraphFiles files = graph.files();
        List<String> details = new ArrayList<>();
        files.read().forEach(name -> details.add(Messages.get("facts.read", name)));
        files.unread().forEach(name -> details.add(Messages.get("facts.unread", name)));
        graph.problems().stream().map(Problem::message).forEach(details::add);
        return new GraphFact(
                "files",
                Messages.get(
                        "facts.files",
                        Messages.get("facts.format." + graph.format()),
                        files.unread().size(),
                        graph.problems().size()),
                shortened(details),
                !files.unread().isEmpty() || !graph.problems().isEmpty());
    }

    private static List<String> shortened(List<String> lines) {
        if (lines.size() <= MOST) {
            return lines;
        }
        List<String> first = new ArrayList<>(lines.subList(0, MOST));
        first.add(Messages.get("facts.more", lines.size() - MOST));
        return first;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }
}
