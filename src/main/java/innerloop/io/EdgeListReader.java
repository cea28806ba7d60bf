package innerloop.io;

import innerloop.experiment.ColumnRole;
import innerloop.experiment.GraphReading;
import innerloop.graph.GraphBuilder;
import innerloop.graph.NodeNames;
import innerloop.io.CsvRows.Row;
import innerloop.phrase.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an edge list: a table with a row per edge, `source target [weight]`.
///
/// The separator is found out (tab, semicolon, comma, blanks); `#` and `%` begin comments, and a
/// comment that begins with `directed` makes the graph directed. A first row with known names
/// (`source`, `target`, `from`, `to`, `weight`, `type`, …), or with words above numbers, is a
/// header; without one a third column is the weight if its first value is a number.
///
/// Nodes that are whole numbers without gaps from 0 or 1 keep their order; anything else is a name,
/// in order of appearance. If `STEM.nodes.csv` stands beside the file, or `nodes.csv` beside
/// `edges.csv`, it lists the nodes: a header with `id`, and `label`, `class`, `x`, `y` and features as in `NodeTable`; an edge to another id
/// is then an error.
public final class EdgeListReader implements GraphReader {

    private static final int LONGEST_INDEX = 9;

    /// `edges.csv`, `mine_edges.csv`: the word in front of the ending.
    private static final Pattern EDGES = Pattern.compile("(^|.*[-_.])edges(?=\\.[^.]*$)");

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        if (Files.isDirectory(path)) {
            throw Problem.ofFile(path, Trouble.of("edgeList.folder")).exception();
        }
        return new Reading(path).read();
    }

    @Override
    public List<Path> files(Path path) {
        Path nodes = companion(path);
        return nodes == null ? List.of(path) : List.of(path, nodes);
    }

    /// The file that lists the nodes of an edge list, as [EdgeListWriter] names it.
    static Path nodesFile(Path edges) {
        return edges.resolveSibling(GraphReaders.graphName(edges) + ".nodes.csv");
    }

    /// The existing file that lists the nodes.
    private static @Nullable Path companion(Path edges) {
        Path own = nodesFile(edges);
        if (Files.isRegularFile(own) && !own.equals(edges)) {
            return own;
        }
        String name = String.valueOf(edges.getFileName());
        Path sister = edges.resolveSibling(EDGES.matcher(name).replaceFirst("$1nodes"));
        return Files.isRegularFile(sister) && !sister.equals(edges) ? sister : null;
    }

    /// One reading of one file.
    private static final class Reading {

        private final Path file;
        private final List<Problem> problems = new ArrayList<>();
        private final IdNumbers numbers = new IdNumbers();
        private final EdgeBuffer edges = new EdgeBuffer();
        private @Nullable NodesFile listed;
        private final GraphReading rules = CurrentReading.get().rules();
        private final Skipped skipped;
        private final List<ColumnReport.Tally> tallies = new ArrayList<>();
        private double[] times = new double[64];
        private @Nullable EdgeColumns known;
        private boolean negative;
        private boolean unusedSeen;
        private boolean directed;
        private long mixedLine;

        Reading(Path file) {
            this.file = file;
            skipped = new Skipped(file, problems);
        }

        GraphImport read() throws GraphFormatException {
            Path companion = companion(file);
            if (companion != null) {
                NodesFile nodes = NodesFile.read(companion);
                listed = nodes;
                nodes.ids().forEach(numbers::of);
            }
            try (CsvRows rows = new CsvRows(file)) {
                directed = rows.saysDirected();
                rows(rows);
            }
            skipped.report();
            if (numbers.size() == 0) {
                throw Problem.ofFile(file, Trouble.of("edgeList.noNodes")).exception();
            }
            boolean said = rules.directions() != GraphReading.Directions.OF_FILE;
            boolean mixed = !said && !directed && edges.mixed();
            if (mixed) {
                problems.add(EdgeBuffer.mixedDirections(file, mixedLine));
            }
            directed |= edges.anyDirected();
            if (said) {
                directed = rules.directions() == GraphReading.Directions.DIRECTED;
            }
            EdgeBuffer kept = mixed ? edges.directedForm() : edges;
            int nodes = numbers.size();
            GraphBuilder builder = new GraphBuilder(GraphReaders.graphName(file), nodes, directed);
            NodesFile table = listed;
            if (table == null) {
                List<String> ids = orderedIds(kept);
                builder.names(new NodeNames(ids, ids));
            }
            TableGaps gaps =
                    (table == null ? TableGaps.NONE : table.applyTo(builder, problems))
                            .with(reports());
            GraphImport read =
                    kept.build(
                            file, builder, nodes, directed, GraphFormat.EDGE_LIST, gaps, problems);
            return timed(mixed)
                    ? read.withGraph(
                            TimedEdges.grown(read.graph(), kept, Arrays.copyOf(times, kept.size())))
                    : read;
        }

        private boolean timed(boolean mixed) throws GraphFormatException {
            boolean timed = known != null && known.place(ColumnRole.TIME) >= 0;
            if (timed && mixed) {
                throw Problem.ofFile(file, Trouble.of("edgeList.mixedTimes")).exception();
            }
            return timed && edges.size() > 0;
        }

        private List<ColumnReport> reports() {
            List<ColumnReport> reports = new ArrayList<>();
            EdgeColumns columns = known;
            for (int c = 0; columns != null && c < tallies.size(); c++) {
                String name = columns.names().get(c);
                reports.add(
                        tallies.get(c)
                                .report(
                                        ColumnRole.Table.EDGES,
                                        name,
                                        columns.role(c),
                                        columns.said().contains(name),
                                        tallies.get(c).numeric()));
            }
            return reports;
        }

        private void rows(CsvRows rows) throws GraphFormatException {
            Row first = rows.next();
            if (first == null) {
                return;
            }
            Row second = rows.next();
            EdgeColumns columns =
                    EdgeColumns.of(first.fields(), second == null ? null : second.fields(), rules);
            if (rules.isGuessed() && listsNodes(first)) {
                throw Problem.ofLine(file, first.line(), Trouble.of("edgeList.nodes")).exception();
            }
            known = columns;
            columns.names().forEach(_ -> tallies.add(new ColumnReport.Tally()));
            if (!columns.header()) {
                row(first, columns, rows.separator());
            }
            for (Row row = second; row != null; row = rows.next()) {
                row(row, columns, rows.separator());
            }
        }

        /// Whether these are the names of the columns of a table of nodes: `id,class`.
        private static boolean listsNodes(Row first) {
            return first.field(0).strip().equalsIgnoreCase("id")
                    && NodeTable.hasMeaning(first.field(1).strip())
                    && first.fields().stream().noneMatch(EdgeColumns::isEnd);
        }

        private void row(Row row, EdgeColumns columns, char separator) throws GraphFormatException {
            for (int c = 0; c < tallies.size(); c++) {
                tallies.get(c).add(row.field(c));
            }
            skipped.unlessBroken(() -> edge(row, columns, separator));
        }

        private void edge(Row row, EdgeColumns columns, char separator)
                throws GraphFormatException {
            requireWidth(row, columns);
            double weight = weight(row, columns.place(ColumnRole.WEIGHT), separator);
            double time = time(row, columns.place(ColumnRole.TIME));
            int source = end(row, columns.place(ColumnRole.SOURCE), "source");
            int target = end(row, columns.place(ColumnRole.DESTINATION), "target");
            boolean edgeDirected =
                    switch (row.field(columns.place(ColumnRole.DIRECTION))
                            .strip()
                            .toLowerCase(Locale.ROOT)) {
                        case "directed", "true", "1" -> true;
                        default -> false;
                    };
            if (edges.size() > 0 && edgeDirected != edges.anyDirected() && mixedLine == 0) {
                mixedLine = row.line();
            }
            boolean unused =
                    !columns.header()
                            && columns.place(ColumnRole.WEIGHT) < 0
                            && columns.said().isEmpty();
            if (unused && !unusedSeen && row.fields().size() > 2) {
                unusedSeen = true;
                problems.add(
                        Problem.ofText(
                                file,
                                row.line(),
                                row.columnOf(2),
                                row.field(2),
                                Trouble.of("edgeList.thirdColumn")));
            }
            if (edges.size() == times.length) {
                times = Arrays.copyOf(times, 2 * times.length);
            }
            times[edges.size()] = time;
            edges.add(source, target, weight, edgeDirected);
        }

        /// A comma in a number that is not quoted makes two cells of it.
        private void requireWidth(Row row, EdgeColumns columns) throws GraphFormatException {
            int width = columns.names().size();
            List<String> cells = row.fields();
            if (columns.header()
                    && cells.size() > width
                    && !cells.subList(width, cells.size()).stream().allMatch(String::isBlank)) {
                throw Problem.ofText(
                                file,
                                row.line(),
                                row.columnOf(width),
                                row.field(width),
                                Trouble.of("nodes.fields", cells.size(), width))
                        .exception();
            }
        }

        private double time(Row row, int column) throws GraphFormatException {
            String text = row.field(column).strip();
            double time = column < 0 ? 0 : Decimals.parse(text);
            if (!Double.isFinite(time)) {
                throw Problem.ofText(
                                file,
                                row.line(),
                                row.columnOf(column),
                                text,
                                Trouble.of("edgeList.time", Problem.shortened(text)))
                        .exception();
            }
            return time;
        }

        private int end(Row row, int column, String what) throws GraphFormatException {
            String id = row.field(column);
            if (id.isBlank()) {
                throw Problem.ofText(
                                file,
                                row.line(),
                                column < row.fields().size() ? row.columnOf(column) : 0,
                                "",
                                Trouble.of("edgeList.without." + what))
                        .exception();
            }
            if (listed == null) {
                return numbers.of(id);
            }
            int known = numbers.find(id);
            if (known < 0) {
                throw Problem.ofText(
                                file,
                                row.line(),
                                row.columnOf(column),
                                id,
                                Trouble.of(
                                        "edgeList.noNode",
                                        Problem.shortened(id),
                                        listed.file().getFileName()))
                        .exception();
            }
            return known;
        }

        private double weight(Row row, int column, char separator) throws GraphFormatException {
            String text = row.field(column).strip();
            if (text.isEmpty()) {
                return 1;
            }
            boolean comma = separator != ',' && NodeColumn.DECIMAL_COMMA.matcher(text).matches();
            double weight = Decimals.parse(comma ? text.replace(',', '.') : text);
            if (!Double.isFinite(weight)) {
                throw Problem.ofText(
                                file,
                                row.line(),
                                row.columnOf(column),
                                text,
                                Trouble.of("edgeList.weight", Problem.shortened(text)))
                        .exception();
            }
            if (weight < 0 && !negative) {
                negative = true;
                problems.add(EdgeBuffer.negativeWeight(file, row.line()));
            }
            return weight;
        }

        /// The nodes' ids in order; renumbers the edges if that is not the order of appearance.
        private List<String> orderedIds(EdgeBuffer kept) {
            String[] names = numbers.ids().toArray(String[]::new);
            int first = firstIndex(names);
            if (first < 0) {
                return List.of(names);
            }
            int[] index = new int[names.length];
            for (int number = 0; number < names.length; number++) {
                index[number] = Integer.parseInt(names[number]) - first;
            }
            kept.renumber(number -> index[number]);
            String[] ordered = new String[names.length];
            for (int number = 0; number < names.length; number++) {
                ordered[index[number]] = names[number];
            }
            return List.of(ordered);
        }

        /// 0 or 1 if the names are whole numbers without gaps from there on, else −1.
        private static int firstIndex(String[] names) {
            int smallest = Integer.MAX_VALUE;
            int largest = -1;
            for (String name : names) {
                if (name.length() > LONGEST_INDEX
                        || !name.chars().allMatch(c -> c >= '0' && c <= '9')
                        || (name.length() > 1 && name.startsWith("0"))) {
                    return -1;
                }
                int index = Integer.parseInt(name);
                smallest = Math.min(smallest, index);
                largest = Math.max(largest, index);
            }
            boolean withoutGaps = largest - smallest + 1 == names.length;
            return withoutGaps && smallest <= 1 ? smallest : -1;
        }
    }
}
