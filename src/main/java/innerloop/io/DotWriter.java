package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;

/// Writes DOT that [DotReader] reads back and Graphviz draws; positions are `pos`, as `neato -n` takes them.
public final class DotWriter implements GraphWriter {

    @Override
    public void write(AttributedGraph graph, Path path) throws InputException, IOException {
        TextWriting.write(graph, "DOT", path, DotWriter::document);
    }

    @Override
    public List<String> losses(AttributedGraph graph) {
        return GraphTable.of(graph).lossesOfNames();
    }

    private static void document(GraphTable table, Writer out) throws IOException {
        AttributedGraph graph = table.graph();
        List<String> keys = table.plainNames();
        float[] xy = graph.positions();
        out.write((graph.directed() ? "digraph" : "graph") + " {\n");
        for (int node = 0; node < graph.nodes(); node++) {
            StringBuilder attributes = new StringBuilder();
            if (table.hasName(node)) {
                add(attributes, "label", graph.names().get(node));
            }
            if (xy != null) {
                add(
                        attributes,
                        "pos",
                        Decimals.text(xy[2 * node]) + "," + Decimals.text(xy[2 * node + 1]));
            }
            for (int c = 0; c < keys.size(); c++) {
                String cell = table.columns().get(c).cell().apply(node);
                boolean position = xy != null && List.of("x", "y").contains(keys.get(c));
                if (!cell.isEmpty() && !position) {
                    add(attributes, keys.get(c), cell);
                }
            }
            out.write("  " + quoted(table.ids().get(node)));
            out.write(attributes.isEmpty() ? ";\n" : " [" + attributes + "];\n");
        }
        String between = graph.directed() ? " -> " : " -- ";
        GraphFacts.forEachEdge(
                graph,
                (source, target, weight) -> {
                    out.write("  " + quoted(table.ids().get(source)) + between);
                    out.write(quoted(table.ids().get(target)));
                    out.write(
                            table.facts().weighted()
                                    ? " [weight=\"" + Decimals.text(weight) + "\"];\n"
                                    : ";\n");
                });
        out.write("}\n");
    }

    private static void add(StringBuilder attributes, String key, String value) {
        attributes.append(attributes.isEmpty() ? "" : ", ").append(key).append('=');
        attributes.append(quoted(value));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\"", "\\\"") + "\"";
    }
}
