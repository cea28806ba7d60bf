package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import innerloop.phrase.Trouble;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/// Writes GraphML that [GraphMLReader] reads back as an equal graph, and that Gephi, yEd and
/// NetworkX open.
///
/// Cannot hold more than 64 feature columns, nor control characters in names: both are refused with
/// one line. Explicit zeros among the features are lost. A key with the id `innerloop` marks the
/// file; member graphs and an unusual order of classes are graph data.
public final class GraphMLWriter implements GraphWriter {

    /// More columns than this belong into a plain folder.
    private static final int FEW_COLUMNS = 64;

    static final int MOST_FEATURES = 64;

    @Override
    public void write(AttributedGraph graph, Path path) throws InputException, IOException {
        int columns = graph.features().columns();
        if (columns > MOST_FEATURES) {
            throw new InputException(
                    Trouble.of("write.columns", columns, "GraphML", MOST_FEATURES),
                    path.toString());
        }
        XmlLetters.require(graph, path);
        requireOneLine(graph.classes(), path);
        requireOneLine(graph.graphClasses(), path);
        AtomicFiles.write(
                path,
                bytes -> {
                    Writer out =
                            new BufferedWriter(
                                    new OutputStreamWriter(bytes, StandardCharsets.UTF_8));
                    new Document(graph, out).write();
                    out.flush();
                });
    }

    private static void requireOneLine(List<String> classes, Path path) throws InputException {
        for (String name : classes) {
            if (name.indexOf('\n') >= 0) {
                throw new InputException(
                        Trouble.of("write.classLineBreak", Problem.shortened(name)),
                        path.toString());
            }
        }
    }

    /// One document being written.
    private static final class Document {

        private final AttributedGraph graph;
        private final GraphFacts facts;
        private final List<String> ids;
        private final boolean ownIds;
        private final Writer out;

        Document(AttributedGraph graph, Writer out) {
            this.graph = graph;
            this.facts = GraphFacts.of(graph);
            this.ids = graph.nodeNames().ids();
            this.ownIds = graph.nodeNames().idsNeeded();
            this.out = out;
        }

        void write() throws IOException {
            line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
            line("<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">");
            keys();
            line(
                    "<graph id=\"G\" edgedefault=\"%s\">"
                            .formatted(graph.directed() ? "directed" : "undirected"));
            graphData();
            for (int node = 0; node < graph.nodes(); node++) {
                node(node);
            }
            GraphFacts.forEachEdge(graph, this::edge);
            line("</graph>");
            line("</graphml>");
        }

        private void keys() throws IOException {
            key(GraphMLContent.MARKER, "graph", GraphMLContent.MARKER, "string", "");
            if (facts.labelled() && !facts.plainClasses()) {
                key(GraphMLContent.CLASSES, "graph", "classes", "string", "");
            }
            if (ownIds) {
                key(GraphMLContent.IDS, "graph", "ids", "string", "");
            }
            if (graph.graphLabels().length > 0) {
                key(GraphMLContent.GRAPH_LABELS, "graph", "graph labels", "string", "");
            }
            if (facts.named()) {
                key(GraphMLContent.NAMES, "node", "label", "string", "");
            }
            if (facts.labelled()) {
                key(GraphMLContent.CLASS, "node", "class", "string", "");
            }
            if (facts.members()) {
                key(GraphMLContent.GRAPH_OF, "node", "graph", "int", "");
            }
            if (graph.positions() != null) {
                key("x", "node", "x", "float", "");
                key("y", "node", "y", "float", "");
            }
            for (int f = 0; f < graph.features().columns(); f++) {
                String name =
                        graph.featureNames().isEmpty() ? "f" + f : graph.featureNames().get(f);
                key(GraphMLContent.FEATURE + f, "node", name, "double", isWhole(f) ? "" : "0");
            }
            if (facts.weighted()) {
                key("weight", "edge", "weight", "double", "");
            }
        }

        /// Whether each zero of a column stands in the file: where a number may be missing, and in a table of few columns, since
        /// other programs (NetworkX) do not give nodes the usual value of a key.
        private boolean isWhole(int column) {
            return graph.features().columns() <= FEW_COLUMNS
                    || !graph.featureTable().gaps(column).isEmpty();
        }

        private void key(String id, String domain, String name, String type, String defaultText)
                throws IOException {
            out.append("<key id=\"").append(id).append("\" for=\"").append(domain);
            out.append("\" attr.name=\"").append(XmlLetters.escaped(name));
            out.append("\" attr.type=\"").append(type);
            line(
                    defaultText.isEmpty()
                            ? "\"/>"
                            : "\"><default>" + defaultText + "</default></key>");
        }

        private void graphData() throws IOException {
            boolean unnamed = graph.featureNames().isEmpty();
            data(GraphMLContent.MARKER, unnamed ? GraphMLContent.UNNAMED : "1");
            if (facts.labelled() && !facts.plainClasses()) {
                data(GraphMLContent.CLASSES, String.join("\n", graph.classes()));
            }
            if (ownIds) {
                data(GraphMLContent.IDS, "1");
            }
            if (graph.graphLabels().length > 0) {
                data(GraphMLContent.GRAPH_LABELS, String.join("\n", MemberLabels.names(graph)));
            }
            out.append('\n');
        }

        private void node(int node) throws IOException {
            out.append("<node id=\"").append(id(node)).append("\">");
            if (facts.named()) {
                data(GraphMLContent.NAMES, graph.names().get(node));
            }
            int label = graph.labels()[node];
            if (label >= 0) {
                data(
                        GraphMLContent.CLASS,
                        facts.plainClasses()
                                ? graph.classes().get(label)
                                : Integer.toString(label));
            }
            if (facts.members()) {
                data(GraphMLContent.GRAPH_OF, Integer.toString(graph.graphOf()[node]));
            }
            float[] xy = graph.positions();
            if (xy != null) {
                data("x", Decimals.text(xy[2 * node]));
                data("y", Decimals.text(xy[2 * node + 1]));
            }
            SparseMatrix features = graph.features();
            for (int k = features.rowStart()[node]; k < features.rowStart()[node + 1]; k++) {
                data(
                        GraphMLContent.FEATURE + features.column()[k],
                        Decimals.text(features.value()[k]));
            }
            for (int f = 0; f < features.columns(); f++) {
                if (isWhole(f)
                        && !graph.featureTable().gaps(f).get(node)
                        && !features.holds(node, f)) {
                    data(GraphMLContent.FEATURE + f, "0");
                }
            }
            line("</node>");
        }

        private String id(int node) {
            return ownIds ? XmlLetters.escaped(ids.get(node)) : "n" + node;
        }

        private void edge(int source, int target, double weight) throws IOException {
            out.append("<edge source=\"").append(id(source));
            out.append("\" target=\"").append(id(target));
            if (facts.weighted()) {
                out.append("\">");
                data("weight", Decimals.text(weight));
                line("</edge>");
            } else {
                line("\"/>");
            }
        }

        private void data(String key, String text) throws IOException {
            out.append("<data key=\"").append(key).append("\">");
            out.append(XmlLetters.escaped(text)).append("</data>");
        }

        private void line(String text) throws IOException {
            out.append(text).append('\n');
        }
    }
}
