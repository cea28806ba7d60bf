package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphEvent;
import innerloop.graph.GraphHistory;
import innerloop.graph.GraphHistory.Step;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes a graph as events of GraphStream, `DGS004`: its history up to the step it is at, or one step in which all of it comes.
///
/// It cannot hold line breaks in names and classes, or classes that no node has.
public final class DgsWriter implements GraphWriter {

    @Override
    public void write(AttributedGraph graph, Path path) throws InputException, IOException {
        GraphTable table = GraphTable.of(graph, "DGS", path);
        for (int node = 0; node < graph.nodes(); node++) {
            requireLine(table.ids().get(node), Phrase.of("write.part.nodeId"), path);
            requireLine(graph.names().get(node), Phrase.of("write.part.nodeName"), path);
        }
        for (String name : graph.classes()) {
            requireLine(name, Phrase.of("write.part.className"), path);
        }
        for (String name : graph.graphClasses()) {
            requireLine(name, Phrase.of("write.part.className"), path);
        }
        for (String name : graph.featureNames()) {
            requireLine(name, Phrase.of("write.part.featureName"), path);
        }
        TextWriting.write(graph, "DGS", path, (_, out) -> new Events(table, out).write());
    }

    private static void requireLine(String text, Phrase part, Path path) throws InputException {
        if (text.chars().anyMatch(c -> c == '\n' || c == '\r')) {
            throw new InputException(
                    Trouble.of("write.lineBreak", part, Problem.shortened(text)), path.toString());
        }
    }

    @Override
    public List<String> losses(AttributedGraph graph) {
        List<String> losses = new ArrayList<>(GraphTable.of(graph).losses());
        losses.removeIf(loss -> loss.startsWith("its history"));
        return losses;
    }

    /// One file.
    private static final class Events {

        private final GraphTable table;
        private final AttributedGraph graph;
        private final List<String> keys;
        private final Writer out;

        Events(GraphTable table, Writer out) {
            this.table = table;
            this.graph = table.graph();
            this.keys = table.columns().stream().map(column -> quoted(column.name())).toList();
            this.out = out;
        }

        void write() throws IOException {
            out.write("DGS004\n" + quoted(graph.name()) + " 0 0\n");
            if (graph.snapshot().isPresent()) {
                GraphHistory.Snapshot at = graph.snapshot().get();
                for (Step step : at.history().steps().subList(0, at.step())) {
                    out.write("st " + Decimals.text(step.time()) + "\n");
                    for (GraphEvent event : step.events()) {
                        event(event);
                    }
                }
                return;
            }
            out.write("st 0\n");
            for (int node = 0; node < graph.nodes(); node++) {
                comes(node, table.columns().size());
            }
            int[] edge = {0};
            GraphFacts.forEachEdge(
                    graph, (source, target, weight) -> edge(edge[0]++, source, target, weight));
        }

        /// What a node always is, its name and its place; with `columns` all that it is.
        private void comes(int node, int columns) throws IOException {
            out.write("an " + id(node));
            if (table.hasName(node)) {
                out.write(" label:" + quoted(graph.names().get(node)));
            }
            for (int c = 0; c < table.columns().size(); c++) {
                GraphTable.Column column = table.columns().get(c);
                boolean place =
                        graph.positions() != null && List.of("x", "y").contains(column.name());
                String cell = place || c < columns ? column.cell().apply(node) : "";
                if (!cell.isEmpty()) {
                    out.write(" " + keys.get(c) + ":" + (column.number() ? cell : quoted(cell)));
                }
            }
            out.write("\n");
        }

        private void event(GraphEvent event) throws IOException {
            switch (event) {
                case GraphEvent.NodeAdded(int node) -> comes(node, 0);
                case GraphEvent.NodeRemoved(int node) -> out.write("dn " + id(node) + "\n");
                case GraphEvent.EdgeAdded(int edge, int from, int to, double weight) ->
                        edge(edge, from, to, weight);
                case GraphEvent.EdgeRemoved(int edge) -> out.write("de \"e" + edge + "\"\n");
                case GraphEvent.EdgeWeighted(int edge, double weight) ->
                        out.write("ce \"e" + edge + "\" weight:" + Decimals.text(weight) + "\n");
                case GraphEvent.NodeLabelled(int node, int label) ->
                        changes(
                                node,
                                quoted(GraphTable.CLASS),
                                label < 0 ? "" : quoted(graph.classes().get(label)));
                case GraphEvent.FeatureSet(int node, int column, double value) ->
                        changes(
                                node,
                                keys.get(keys.size() - graph.features().columns() + column),
                                Double.isNaN(value) ? "" : Decimals.text(value));
            }
        }

        private void changes(int node, String key, String value) throws IOException {
            out.write("cn " + id(node) + (value.isEmpty() ? " -" + key : " " + key + ":" + value));
            out.write("\n");
        }

        private void edge(int edge, int from, int to, double weight) throws IOException {
            out.write("ae \"e" + edge + "\" " + id(from) + (graph.directed() ? " > " : " "));
            out.write(id(to) + (weight == 1 ? "" : " weight:" + Decimals.text(weight)) + "\n");
        }

        private String id(int node) {
            return quoted(table.ids().get(node));
        }

        private static String quoted(String text) {
            return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        }
    }
}
