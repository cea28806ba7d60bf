package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/// Writes node-link JSON that [NodeLinkReader] reads back as an equal graph, and that NetworkX opens with
/// `node_link_graph(data, edges="edges")`, the default since 3.6.
public final class NodeLinkWriter implements GraphWriter {

    @Override
    public void write(AttributedGraph graph, Path path) throws InputException, IOException {
        TextWriting.write(graph, "node-link JSON", path, NodeLinkWriter::document);
    }

    @Override
    public List<String> losses(AttributedGraph graph) {
        return GraphTable.of(graph).losses();
    }

    private static void document(GraphTable table, Writer out) throws IOException {
        AttributedGraph graph = table.graph();
        out.write("{\"directed\": " + graph.directed());
        out.write(", \"multigraph\": false, \"graph\": {},\n\"nodes\": [");
        boolean numbered = table.numbered();
        for (int node = 0; node < graph.nodes(); node++) {
            out.write(node == 0 ? "\n" : ",\n");
            out.write("{\"id\": " + id(table, node, numbered));
            if (table.hasName(node)) {
                out.write(", \"label\": " + quoted(graph.names().get(node)));
            }
            for (GraphTable.Column column : table.columns()) {
                String cell = column.cell().apply(node);
                if (!cell.isEmpty()) {
                    out.write(", " + quoted(column.name()) + ": ");
                    out.write(column.number() ? cell : quoted(cell));
                }
            }
            out.write("}");
        }
        out.write("\n],\n\"edges\": [");
        String[] before = {"\n"};
        GraphFacts.forEachEdge(
                graph,
                (source, target, weight) -> {
                    out.write(before[0] + "{\"source\": " + id(table, source, numbered));
                    out.write(", \"target\": " + id(table, target, numbered));
                    if (table.facts().weighted()) {
                        out.write(", \"weight\": " + Decimals.text(weight));
                    }
                    out.write("}");
                    before[0] = ",\n";
                });
        out.write("\n]}\n");
    }

    private static String id(GraphTable table, int node, boolean numbered) {
        String id = table.ids().get(node);
        return numbered ? id : quoted(id);
    }

    private static String quoted(String text) {
        return JsonText.JSON.writeValueAsString(text);
    }
}
