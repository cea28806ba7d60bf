package innerloop.io.doctor;

import innerloop.experiment.ColumnRole;
import innerloop.experiment.ColumnRole.Table;
import innerloop.experiment.GraphReading;
import innerloop.experiment.GraphReading.Directions;
import innerloop.io.ColumnReport;
import innerloop.io.ColumnSummary;
import innerloop.io.GraphFormatException;
import innerloop.io.GraphImport;
import innerloop.io.GraphReaders;
import innerloop.io.GraphSummary;
import innerloop.io.Problem;
import innerloop.io.ReadProgress;
import innerloop.phrase.Phrase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads a file by some rules and says what it found.
public final class GraphDoctor {

    private final Path path;
    private final GraphReading reading;

    private GraphDoctor(Path path, GraphReading reading) {
        this.path = path;
        this.reading = reading;
    }

    /// Reads a file.
    ///
    /// @param standardised whether the encoder is to read standardised features
    /// @throws ReadProgress.StoppedException when it was stopped
    public static Diagnosis examine(
            Path path, GraphReading reading, boolean standardised, ReadProgress progress) {
        return new GraphDoctor(path, reading).examine(standardised, progress);
    }

    private Diagnosis examine(boolean standardised, ReadProgress progress) {
        try {
            return of(GraphReaders.read(path, reading, progress), standardised);
        } catch (GraphFormatException e) {
            return new Diagnosis(
                    path,
                    reading,
                    standardised,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(
                            new Finding(
                                    e.problem().where(),
                                    e.problem().trouble().sentence(),
                                    ending(e.problem()))));
        }
    }

    /// What there is to say of a graph that was read by these rules.
    public static Diagnosis of(Path path, GraphReading reading, GraphImport read) {
        return new GraphDoctor(path, reading).of(read, false);
    }

    private Diagnosis of(GraphImport read, boolean standardised) {
        GraphSummary summary = read.summary();
        return new Diagnosis(
                path,
                reading,
                standardised,
                Optional.of(read),
                Optional.of(summary),
                findings(read, summary, standardised));
    }

    /// What helps where the reading ended.
    private List<Remedy> ending(Problem problem) {
        List<Remedy> remedies = new ArrayList<>();
        Phrase what = problem.trouble().what();
        switch (what.key()) {
            case "edgeList.noNode",
                    "edgeList.weight",
                    "edgeList.time",
                    "edgeList.without.source",
                    "edgeList.without.target",
                    "graphml.end",
                    "node.twice",
                    "nodes.idMissing",
                    "nodes.fields" ->
                    remedies.add(Remedy.of("skip", reading.withSkipping(true)));
            case "nodes.noNumber", "nodes.notFinite" -> {
                String column = what.arguments().get(1).toString();
                remedies.add(role("drop", Table.NODES, column, ColumnRole.IGNORED));
                remedies.add(role("oneHot", Table.NODES, column, ColumnRole.ONE_HOT));
            }
            case "edgeList.mixedTimes" -> remedies.addAll(directions());
            default -> {}
        }
        return remedies;
    }

    private List<Finding> findings(GraphImport read, GraphSummary summary, boolean standardised) {
        List<Finding> findings = new ArrayList<>();
        for (Problem problem : read.problems()) {
            findings.add(
                    new Finding(
                            problem.where(),
                            problem.trouble().sentence(),
                            survived(problem, read)));
        }
        boolean grows = read.graph().snapshot().isPresent();
        if (summary.parallelEdges() > 0) {
            findings.add(whole("repeated", summary.parallelEdges(), List.of()));
        }
        if (summary.selfLoops() > 0) {
            findings.add(
                    whole(
                            "loops",
                            summary.selfLoops(),
                            grows
                                    ? List.of()
                                    : List.of(Remedy.of("noLoops", reading.withoutLoops(true)))));
        }
        if (summary.directed() && !grows) {
            findings.add(
                    whole(
                            "directed",
                            summary.edges(),
                            List.of(
                                    Remedy.of(
                                            "undirected",
                                            reading.withDirections(Directions.UNDIRECTED)))));
        }
        if (!standardised) {
            summary.columns().stream()
                    .filter(column -> column.note() == ColumnSummary.Note.DOMINATING)
                    .forEach(column ->
                            findings.add(
                                    new Finding(
                                            "",
                                            Phrase.of("finding.dominating", column.name()),
                                            List.of(standardise(), drop(column)))));
        }
        summary.columns().stream()
                .filter(column -> column.note() == ColumnSummary.Note.CONSTANT)
                .filter(column -> isColumn(read, column.name()))
                .forEach(column ->
                        findings.add(
                                new Finding(
                                        "",
                                        Phrase.of("finding.constant", column.name()),
                                        List.of(drop(column)))));
        return findings;
    }

    private static Finding whole(String key, int number, List<Remedy> remedies) {
        return new Finding("", Phrase.of("finding." + key, number), remedies);
    }

    private static boolean isColumn(GraphImport read, String name) {
        return read.columns().stream().anyMatch(column -> column.name().equals(name));
    }

    private Remedy standardise() {
        return new Remedy("standardise", Phrase.of("remedy.standardise"), reading, true);
    }

    private Remedy drop(ColumnSummary column) {
        return role("drop", Table.NODES, column.name(), ColumnRole.IGNORED);
    }

    private Remedy role(String id, Table table, String column, ColumnRole role) {
        return Remedy.of(id, reading.with(table, column, role), column);
    }

    private List<Remedy> directions() {
        return List.of(
                Remedy.of("undirected", reading.withDirections(Directions.UNDIRECTED)),
                Remedy.of("directed", reading.withDirections(Directions.DIRECTED)));
    }

    /// What helps where the reading went on.
    private List<Remedy> survived(Problem problem, GraphImport read) {
        Phrase what = problem.trouble().what();
        return switch (what.key()) {
            case "nodes.unused" -> unused(read);
            case "nodes.gaps" -> {
                String column = what.arguments().getFirst().toString();
                yield List.of(
                        role("fill", Table.NODES, column, ColumnRole.FILLED),
                        role("drop", Table.NODES, column, ColumnRole.IGNORED));
            }
            case "edge.mixed" ->
                    read.graph().snapshot().isPresent()
                            ? List.of()
                            : List.of(directions().getFirst());
            case "edge.negative" ->
                    read.columns().stream()
                            .filter(column -> column.role() == ColumnRole.WEIGHT)
                            .map(column ->
                                    role("drop", Table.EDGES, column.name(), ColumnRole.IGNORED))
                            .toList();
            case "edgeList.thirdColumn" ->
                    List.of(Remedy.of("header", reading.withHeader(GraphReading.Header.NAMES)));
            default -> List.of();
        };
    }

    /// Text of which nothing is made: kinds of something may be the class, or features; all else can only be left out.
    private List<Remedy> unused(GraphImport read) {
        List<Remedy> remedies = new ArrayList<>();
        boolean classes = !read.graph().classes().isEmpty();
        GraphReading without = reading;
        for (ColumnReport column : read.columns()) {
            boolean open =
                    column.table() == Table.NODES
                            && column.role() == ColumnRole.IGNORED
                            && !column.said()
                            && !column.numeric();
            if (open) {
                without = without.with(Table.NODES, column.name(), ColumnRole.IGNORED);
            }
            if (open && column.hasKinds()) {
                if (!classes) {
                    remedies.add(role("class", Table.NODES, column.name(), ColumnRole.CLASS));
                }
                remedies.add(role("oneHot", Table.NODES, column.name(), ColumnRole.ONE_HOT));
            }
        }
        remedies.add(Remedy.of("leaveText", without));
        return remedies;
    }
}
