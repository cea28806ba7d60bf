package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/// Writes GEXF 1.2 that [GexfReader], Gephi and NetworkX open; NetworkX knows no later one.
public final class GexfWriter implements GraphWriter {

    @Override
    public void write(AttributedGraph graph, Path path) throws InputException, IOException {
        XmlLetters.require(graph, path);
        TextWriting.write(graph, "GEXF", path, GexfWriter::document);
    }

    @Override
    public List<String> losses(AttributedGraph graph) {
        return GraphTable.of(graph).losses();
    }

    private static void document(GraphTable table, Writer out) throws IOException {
        AttributedGraph graph = table.graph();
        out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.write(
                "<gexf xmlns=\"http://www.gexf.net/1.2draft\" xmlns:viz=\"http://www.gexf.net/1.2draft/viz\"");
        out.write(" version=\"1.2\">\n<graph mode=\"static\" defaultedgetype=\"");
        out.write((graph.directed() ? "directed" : "undirected") + "\">\n");
        List<GraphTable.Column> columns =
                table.columns().stream().filter(column -> !isPosition(table, column)).toList();
        out.write("<attributes class=\"node\">\n");
        for (int c = 0; c < columns.size(); c++) {
            out.write("<attribute id=\"" + c + "\" title=\"");
            out.write(XmlLetters.escaped(columns.get(c).name()) + "\" type=\"");
            out.write((columns.get(c).number() ? "double" : "string") + "\"/>\n");
        }
        out.write("</attributes>\n<nodes>\n");
        for (int node = 0; node < graph.nodes(); node++) {
            node(table, columns, node, out);
        }
        out.write("</nodes>\n<edges>\n");
        int[] edge = {0};
        GraphFacts.forEachEdge(
                graph,
                (source, target, weight) -> {
                    out.write("<edge id=\"" + edge[0]++ + "\" source=\"" + id(table, source));
                    out.write("\" target=\"" + id(table, target) + "\"");
                    out.write(
                            table.facts().weighted()
                                    ? " weight=\"" + Decimals.text(weight) + "\"/>\n"
                                    : "/>\n");
                });
        out.write("</edges>\n</graph>\n</gexf>\n");
    }

    private static boolean isPosition(GraphTable table, GraphTable.Column column) {
        return table.graph().positions() != null && List.of("x", "y").contains(column.name());
    }

    private static void node(
            GraphTable table, List<GraphTable.Column> columns, int node, Writer out)
            throws IOException {
        AttributedGraph graph = table.graph();
        out.write("<node id=\"" + id(table, node) + "\" label=\"");
        out.write(XmlLetters.escaped(graph.names().get(node)) + "\">");
        StringBuilder values = new StringBuilder();
        for (int c = 0; c < columns.size(); c++) {
            String cell = columns.get(c).cell().apply(node);
            if (!cell.isEmpty()) {
                values.append("<attvalue for=\"").append(c).append("\" value=\"");
                values.append(XmlLetters.escaped(cell)).append("\"/>");
            }
        }
        out.write(values.isEmpty() ? "" : "<attvalues>" + values + "</attvalues>");
        float[] xy = graph.positions();
        if (xy != null) {
            out.write("<viz:position x=\"" + Decimals.text(xy[2 * node]));
            out.write("\" y=\"" + Decimals.text(xy[2 * node + 1]) + "\" z=\"0\"/>");
        }
        out.write("</node>\n");
    }

    private static String id(GraphTable table, int node) {
        return XmlLetters.escaped(table.ids().get(node));
    }
}
