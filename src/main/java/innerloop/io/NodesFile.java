package innerloop.io;

import innerloop.experiment.ColumnRole;
import innerloop.graph.GraphBuilder;
import innerloop.graph.NodeNames;
import innerloop.io.CsvRows.Row;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The nodes beside an edge list: `STEM.nodes.csv` with a header.
///
/// @param file where it stands
/// @param ids the nodes' ids, in order
/// @param columns the other columns
/// @param id the column of the ids
/// @param problems what was left out
record NodesFile(
        Path file,
        List<String> ids,
        List<NodeColumn> columns,
        ColumnReport id,
        List<Problem> problems) {

    private static final Set<String> ID = Set.of("id", "node", "node_id", "nodeid");

    NodesFile {
        ids = List.copyOf(ids);
        columns = List.copyOf(columns);
        problems = List.copyOf(problems);
    }

    static NodesFile read(Path file) throws GraphFormatException {
        try (CsvRows rows = new CsvRows(file)) {
            Row header = rows.next();
            if (header == null) {
                throw Problem.ofFile(file, Trouble.of("nodes.empty")).exception();
            }
            int idColumn = idColumn(file, header);
            List<NodeColumn> columns = new ArrayList<>();
            for (String name : header.fields()) {
                NodeColumn column = new NodeColumn(name.strip(), NodeColumn.Kind.UNKNOWN, "");
                if (rows.separator() != ',') {
                    column.allowDecimalCommas();
                }
                columns.add(column);
            }
            Set<String> ids = new LinkedHashSet<>();
            List<Problem> problems = new ArrayList<>();
            Skipped skipped = new Skipped(file, problems);
            MissingWords missing = new MissingWords(file);
            ColumnReport.Tally tally = new ColumnReport.Tally();
            for (Row row = rows.next(); row != null; row = rows.next()) {
                Row one = row;
                tally.add(one.field(idColumn));
                skipped.unlessBroken(() -> {
                    addId(file, one, idColumn, header.fields().size(), ids);
                    for (int c = 0; c < columns.size(); c++) {
                        columns.get(c).set(ids.size() - 1, missing.in(one, c), (int) one.line());
                    }
                });
            }
            skipped.report();
            missing.report(problems);
            NodeColumn id = columns.remove(idColumn);
            ColumnReport report =
                    tally.report(
                            ColumnRole.Table.NODES,
                            id.name(),
                            ColumnRole.ID,
                            CurrentReading.get().rules().columns().containsKey(id.name()),
                            tally.numeric());
            return new NodesFile(file, List.copyOf(ids), columns, report, problems);
        }
    }

    private static int idColumn(Path file, Row header) throws GraphFormatException {
        Map<String, ColumnRole> said = CurrentReading.get().rules().columns();
        for (int c = 0; c < header.fields().size(); c++) {
            if (said.get(header.fields().get(c).strip()) == ColumnRole.ID) {
                return c;
            }
        }
        for (int c = 0; c < header.fields().size(); c++) {
            if (ID.contains(header.fields().get(c).strip().toLowerCase(Locale.ROOT))) {
                return c;
            }
        }
        throw Problem.ofLine(file, header.line(), Trouble.of("nodes.noId")).exception();
    }

    private static void addId(Path file, Row row, int idColumn, int width, Set<String> ids)
            throws GraphFormatException {
        if (row.fields().size() > width) {
            throw Problem.ofLine(
                            file,
                            row.line(),
                            Trouble.of("nodes.fields", row.fields().size(), width))
                    .exception();
        }
        String id = row.field(idColumn);
        if (id.isBlank()) {
            throw Problem.ofLine(file, row.line(), Trouble.of("nodes.idMissing")).exception();
        }
        if (!ids.add(id)) {
            throw Problem.ofText(
                            file,
                            row.line(),
                            row.columnOf(idColumn),
                            id,
                            Trouble.of("node.twice", Problem.shortened(id)))
                    .exception();
        }
    }

    TableGaps applyTo(GraphBuilder builder, List<Problem> found) throws GraphFormatException {
        found.addAll(problems);
        NodeTable table = NodeTable.byName(columns, ids.size());
        NodeColumn column = table.names();
        builder.names(new NodeNames(column == null ? ids : column.names(ids), ids));
        TableGaps gaps = table.applyTo(builder, file, ids.size(), found);
        return new TableGaps(
                gaps.empty(),
                gaps.texts(),
                Stream.concat(Stream.of(id), gaps.columns().stream()).toList());
    }
}
