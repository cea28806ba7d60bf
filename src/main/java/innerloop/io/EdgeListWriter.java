package innerloop.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.phrase.Phrase;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Writes an edge list with a header, and beside it `STEM.nodes.csv` with the nodes' id, label,
/// class, position and features: tables for spreadsheets and data frames.
///
/// [EdgeListReader] reads both back. Lost are classes no node has and an unusual order of classes;
/// features without names come back as `f0`, `f1`, …; more than 64 columns are refused.
public final class EdgeListWriter implements GraphWriter {

    @Override
    public void write(AttributedGraph graph, Path path) throws InputException, IOException {
        GraphTable table = GraphTable.of(graph, Phrase.of("write.nodeTable"), path);
        // Nodes without edges are no graph, edges without their nodes would be another one.
        SequencedMap<Path, AtomicFiles.Contents> pair = new LinkedHashMap<>();
        pair.put(EdgeListReader.nodesFile(path), out -> nodes(table, out));
        pair.put(path, out -> edges(graph, table.facts(), out));
        AtomicFiles.write(pair);
    }

    @Override
    public List<Path> files(Path path) {
        return List.of(path, EdgeListReader.nodesFile(path));
    }

    @Override
    public List<String> losses(AttributedGraph graph) {
        return GraphTable.of(graph).losses();
    }

    private static CsvWriter csv(OutputStream out) {
        return CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .quoteStrategy(CsvTable.QUOTES)
                .build(out, StandardCharsets.UTF_8);
    }

    private static void edges(AttributedGraph graph, GraphFacts facts, OutputStream out)
            throws IOException {
        if (graph.directed()) {
            out.write("# directed\n".getBytes(StandardCharsets.UTF_8));
        }
        try (CsvWriter csv = csv(out)) {
            csv.writeRecord(
                    facts.weighted()
                            ? List.of("source", "target", "weight")
                            : List.of("source", "target"));
            List<String> ids = SpreadsheetCells.written(graph.nodeNames().ids());
            GraphFacts.forEachEdge(
                    graph,
                    (source, target, weight) -> {
                        String from = ids.get(source);
                        String to = ids.get(target);
                        csv.writeRecord(
                                facts.weighted()
                                        ? List.of(from, to, Decimals.text(weight))
                                        : List.of(from, to));
                    });
        }
    }

    private static void nodes(GraphTable table, OutputStream out) throws IOException {
        try (CsvWriter csv = csv(out)) {
            List<String> header = new ArrayList<>(List.of("id", "label"));
            table.columns().forEach(column -> header.add(column.name()));
            csv.writeRecord(SpreadsheetCells.written(header));
            for (int node = 0; node < table.graph().nodes(); node++) {
                List<String> row = new ArrayList<>(header.size());
                row.add(table.ids().get(node));
                row.add(table.graph().names().get(node));
                for (GraphTable.Column column : table.columns()) {
                    row.add(column.cell().apply(node));
                }
                csv.writeRecord(SpreadsheetCells.written(row));
            }
        }
    }
}
