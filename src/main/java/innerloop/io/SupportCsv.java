package innerloop.io;

import innerloop.episode.Support;
import innerloop.episode.Unit;
import innerloop.experiment.InputException;
import innerloop.experiment.Relabelling;
import innerloop.graph.AttributedGraph;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads a support set that a person wrote: a table with a row `node,class` for each example, in any order. Nodes go by the ids
/// of the graph's file, or by names that only one node has; member graphs by their numbers. A class may be one that the graph
/// does not have.
///
/// The table may have a header; then the columns are found by their titles, and there may be others. That is what `predict`
/// writes, so its file can be corrected and given back.
public final class SupportCsv {

    private static final Set<String> EXAMPLE = Set.of("id", "node", "graph", "name");
    private static final Set<String> CLASS = Set.of("class", "label");

    /// Marks a name that several nodes have.
    private static final int AMBIGUOUS = -1;

    private final Path file;
    private final AttributedGraph graph;
    private final ExampleNames names;
    private final Map<String, Integer> numberOf = new HashMap<>();
    private final SortedMap<Integer, String> classOf = new TreeMap<>();
    private final Map<Integer, Long> lineOf = new HashMap<>();
    private int example;
    private int className = 1;
    private boolean titled;

    private SupportCsv(Path file, AttributedGraph graph, Unit unit) {
        this.file = file;
        this.graph = graph;
        this.names = new ExampleNames(graph, unit);
        for (int k = 0; k < names.count(); k++) {
            if (names.named() && names.isThere(k)) {
                numberOf.merge(names.name(k), k, (_, _) -> AMBIGUOUS);
            }
        }
        for (int k = 0; k < names.count(); k++) {
            // What is an id and a name is meant as an id.
            if (names.isThere(k)) {
                numberOf.put(names.id(k), k);
            }
        }
    }

    /// Reads a support set.
    ///
    /// @param graph as the experiment sees it
    /// @param unit what an example is
    /// @throws InputException if a row is no example; its message says which and why
    public static Support read(Path file, AttributedGraph graph, Unit unit) throws InputException {
        SupportCsv reading = new SupportCsv(file, graph, unit);
        try (CsvRows rows = new CsvRows(file)) {
            CsvRows.Row row = rows.next();
            if (row != null && reading.takesAsHeader(row)) {
                row = rows.next();
            }
            while (row != null) {
                reading.take(row);
                row = rows.next();
            }
        }
        return reading.support(unit);
    }

    private boolean takesAsHeader(CsvRows.Row row) {
        List<String> titles =
                row.fields().stream().map(title -> title.toLowerCase(Locale.ROOT)).toList();
        int ofExample = first(titles, EXAMPLE);
        int ofClass = first(titles, CLASS);
        if (ofExample < 0 || ofClass < 0 || numberOf.containsKey(row.field(ofExample))) {
            return false;
        }
        example = ofExample;
        className = ofClass;
        titled = true;
        return true;
    }

    private static int first(List<String> titles, Set<String> wanted) {
        for (int k = 0; k < titles.size(); k++) {
            if (wanted.contains(titles.get(k))) {
                return k;
            }
        }
        return -1;
    }

    private void take(CsvRows.Row row) throws InputException {
        int cells = row.fields().size();
        if (titled ? cells <= Math.max(example, className) : cells != 2) {
            throw wrong(
                    row,
                    Trouble.of(
                            titled ? "support.titledCells" : "support.cells", cells, names.word()));
        }
        String id = row.field(example);
        String given = row.field(className);
        Integer number = numberOf.get(id);
        if (number == null) {
            throw wrong(
                    row,
                    Trouble.of(
                            "support.noExample",
                            names.phrase(),
                            Problem.shortened(id),
                            names.exampleId()));
        }
        if (number == AMBIGUOUS) {
            throw wrong(row, Trouble.of("support.ambiguous", Problem.shortened(id)));
        }
        if (given.isEmpty()) {
            throw wrong(row, Trouble.of("support.noClass", names.phrase(), Problem.shortened(id)));
        }
        if (!graph.classes().contains(given)) {
            Relabelling.requireName(given, file + ":" + row.line());
        }
        Long before = lineOf.putIfAbsent(number, row.line());
        if (before != null) {
            throw wrong(
                    row,
                    Trouble.of(
                            "support.twice",
                            names.phrase(),
                            Problem.shortened(id),
                            before.toString()));
        }
        classOf.put(number, given);
    }

    private GraphFormatException wrong(CsvRows.Row row, Trouble trouble) {
        return Problem.ofLine(file, row.line(), trouble).exception();
    }

    private Support support(Unit unit) throws InputException {
        Support read = Support.of(graph, unit, classOf);
        if (read.ways() < 2) {
            throw Problem.ofFile(
                            file,
                            read.ways() == 0
                                    ? Trouble.of("support.none", names.word())
                                    : Trouble.of(
                                            "support.oneClass",
                                            names.word(),
                                            Problem.shortened(read.classes().getFirst())))
                    .exception();
        }
        return read;
    }
}
