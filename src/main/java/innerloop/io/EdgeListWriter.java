package innerloop.io;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
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
        int columns = graph.features().columns();
        if (columns > GraphMLWriter.MOST_FEATURES) {
            throw new InputException(
                    "%d feature columns are too many for a node table (at most %d)"
                            .formatted(columns, GraphMLWriter.MOST_FEATURES),
                    path.toString(),
                    "convert to a plain folder");
        }
        GraphFacts facts = GraphFacts.of(graph);
        // Nodes without edges are no graph, edges without their nodes would be another one.
        SequencedMap<Path, AtomicFiles.Contents> pair = new LinkedHashMap<>();
        pair.put(EdgeListReader.nodesFile(path), out -> nodes(graph, facts, out));
        pair.put(path, out -> edges(graph, facts, out));
        AtomicFiles.write(pair);
    }

    @Override
    public List<Path> files(Path path) {
        return List.of(path, EdgeListReader.nodesFile(path));
    }

    @Override
    public List<String> losses(AttributedGraph graph) {
        GraphFacts facts = GraphFacts.of(graph);
        return facts.labelled() && !facts.plainClasses()
                ? List.of(
                        "classes that no node has and the order of classes are not kept;"
                                + " convert to GraphML or a plain folder to keep them")
                : List.of();
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

    private static void nodes(AttributedGraph graph, GraphFacts facts, OutputStream out)
            throws IOException {
        float[] xy = graph.positions();
        try (CsvWriter csv = csv(out)) {
            List<String> header = new ArrayList<>(List.of("id", "label"));
            if (facts.labelled()) {
                header.add("class");
            }
            if (xy != null) {
                header.addAll(List.of("x", "y"));
            }
            boolean memberClasses = graph.graphLabels().length > 0;
            if (facts.members()) {
                header.add(MemberColumns.GRAPH_OF);
            }
            if (memberClasses) {
                header.add(MemberColumns.GRAPH_CLASS);
            }
            List<String> classOfMember = MemberLabels.names(graph);
            SparseMatrix features = graph.features();
            for (int f = 0; f < features.columns(); f++) {
                header.add(graph.featureNames().isEmpty() ? "f" + f : graph.featureNames().get(f));
            }
            csv.writeRecord(SpreadsheetCells.written(header));
            for (int node = 0; node < graph.nodes(); node++) {
                List<String> row = new ArrayList<>(header.size());
                row.add(graph.nodeNames().ids().get(node));
                row.add(graph.names().get(node));
                if (facts.labelled()) {
                    int label = graph.labels()[node];
                    row.add(label < 0 ? "" : graph.classes().get(label));
                }
                if (xy != null) {
                    row.add(Decimals.text(xy[2 * node]));
                    row.add(Decimals.text(xy[2 * node + 1]));
                }
                int member = graph.graphOf()[node];
                if (facts.members()) {
                    row.add(Integer.toString(member));
                }
                if (memberClasses) {
                    row.add(classOfMember.get(member));
                }
                for (int f = 0; f < features.columns(); f++) {
                    row.add(
                            graph.featureTable().gaps(f).get(node)
                                    ? ""
                                    : Decimals.text(features.get(node, f)));
                }
                csv.writeRecord(SpreadsheetCells.written(row));
            }
        }
    }
}
