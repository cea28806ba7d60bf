package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/// Writes GML that [GmlReader], NetworkX, Gephi and igraph open. Nodes are numbered from 0, and their `label` is their name, so ids beside
/// names are lost. Characters beyond ASCII are written as `&#228;`.
public final class GmlWriter implements GraphWriter {

    @Override
    public void write(AttributedGraph graph, Path path) throws InputException, IOException {
        TextWriting.write(graph, "GML", path, GmlWriter::document);
    }

    @Override
    public List<String> losses(AttributedGraph graph) {
        GraphTable table = GraphTable.of(graph);
        List<String> losses = table.lossesOfNames();
        if (graph.nodeNames().idsNeeded() && !table.ids().equals(graph.names())) {
            losses.add("nodes keep their names, not their ids");
        }
        return losses;
    }

    private static void document(GraphTable table, Writer out) throws IOException {
        AttributedGraph graph = table.graph();
        List<String> keys = table.plainNames();
        out.write("graph [\n");
        if (graph.directed()) {
            out.write("  directed 1\n");
        }
        for (int node = 0; node < graph.nodes(); node++) {
            out.write("  node [\n    id " + node + "\n");
            out.write("    label " + quoted(graph.names().get(node)) + "\n");
            for (int c = 0; c < keys.size(); c++) {
                GraphTable.Column column = table.columns().get(c);
                String cell = column.cell().apply(node);
                if (!cell.isEmpty()) {
                    out.write("    " + keys.get(c) + " ");
                    out.write((column.number() ? cell : quoted(cell)) + "\n");
                }
            }
            out.write("  ]\n");
        }
        GraphFacts.forEachEdge(
                graph,
                (source, target, weight) -> {
                    out.write("  edge [\n    source " + source + "\n    target " + target + "\n");
                    if (table.facts().weighted()) {
                        out.write("    weight " + Decimals.text(weight) + "\n");
                    }
                    out.write("  ]\n");
                });
        out.write("]\n");
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints()
                .forEach(c -> {
                    if (c == '"' || c == '&' || c < ' ' || c > '~') {
                        quoted.append("&#").append(c).append(';');
                    } else {
                        quoted.appendCodePoint(c);
                    }
                });
        return quoted.append('"').toString();
    }
}
