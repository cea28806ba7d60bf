package innerloop.io;

import innerloop.io.GraphContent.Place;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads GEXF 1.1 to 1.3 (Gephi, NetworkX, Sigma): `gexf > graph > (attributes*, nodes, edges)`.
///
/// A node's `label` is its name, `viz:position` its position; what `<attvalues>` say are columns ([NodeTable]). Edges have
/// their `weight`, and their direction from `type`, else from `defaultedgetype`. Nodes within nodes are read as nodes. Times (`spells`, `start`,
/// `end`) are not used, with a warning.
public final class GexfReader implements GraphReader {

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        return XmlReading.read(path, xml -> new Parser(path, xml).read());
    }

    /// One pass over the file.
    private static final class Parser {

        private static final Set<String> NUMBERS =
                Set.of("integer", "long", "float", "double", "boolean", "short", "byte");

        private static final int DEEPEST = 100;

        private final XMLStreamReader xml;
        private final GraphContent content;
        private final Map<String, NodeColumn> columns = new HashMap<>();
        private final Map<String, String> edgeTitles = new HashMap<>();
        private final NodeColumn labels = new NodeColumn("label", NodeColumn.Kind.TEXT, "");
        private boolean labelled;
        private boolean directed;
        private boolean seen;
        private boolean timed;
        private int nodesWithin;

        Parser(Path file, XMLStreamReader xml) {
            this.xml = xml;
            this.content = new GraphContent(file, GraphFormat.GEXF);
        }

        GraphImport read() throws XMLStreamException, GraphFormatException {
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                    start();
                }
                if (xml.getEventType() == XMLStreamConstants.DTD) {
                    content.warn(here(), Trouble.of("graphml.doctype"));
                }
            }
            if (!seen) {
                throw content.error(here(), "", Trouble.of("graphml.noGraph"));
            }
            return content.build();
        }

        private void start() throws XMLStreamException, GraphFormatException {
            switch (xml.getLocalName()) {
                case "graph" -> graph();
                case "attributes" -> attributes();
                case "node" -> node();
                case "edge" -> edge();
                default -> {
                    // Elements that hold others, and what people say about the file.
                }
            }
        }

        private void graph() throws GraphFormatException {
            if (seen) {
                throw content.error(here(), "graph", Trouble.of("graph.second"));
            }
            seen = true;
            directed = attribute("defaultedgetype").equals("directed");
            content.directedDefault(directed);
            timed(attribute("mode").equals("dynamic"));
        }

        private void timed(boolean now) {
            if (now && !timed) {
                timed = true;
                content.warn(here(), Trouble.of("gexf.times"));
            }
        }

        private void attributes() throws XMLStreamException, GraphFormatException {
            boolean ofNodes = attribute("class").equals("node");
            while (xml.next() != XMLStreamConstants.END_ELEMENT) {
                if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                    declare(ofNodes);
                }
            }
        }

        private void declare(boolean ofNodes) throws XMLStreamException, GraphFormatException {
            String id = required("id", "attribute");
            String title = attribute("title").isEmpty() ? id : attribute("title");
            boolean number = NUMBERS.contains(attribute("type").toLowerCase(Locale.ROOT));
            String usual = "";
            while (xml.next() != XMLStreamConstants.END_ELEMENT) {
                if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                    if (xml.getLocalName().equals("default")) {
                        usual = xml.getElementText();
                    } else {
                        XmlReading.skip(xml);
                    }
                }
            }
            if (ofNodes) {
                NodeColumn column =
                        new NodeColumn(
                                title,
                                number ? NodeColumn.Kind.NUMBER : NodeColumn.Kind.TEXT,
                                usual);
                columns.put(id, column);
                content.column(id, column);
            } else {
                edgeTitles.put(id, title);
            }
        }

        private void node() throws XMLStreamException, GraphFormatException {
            Place place = here();
            int node = content.node(required("id", "node"), place);
            String label = xml.getAttributeValue(null, "label");
            if (label != null) {
                label(node, label, place);
            }
            timed(hasTime());
            nodesWithin++;
            if (nodesWithin > DEEPEST) {
                throw content.error(place, "node", Trouble.of("gexf.tooDeep"));
            }
            boolean inside = true;
            while (inside) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> within(node);
                    case XMLStreamConstants.END_ELEMENT ->
                            inside = !xml.getLocalName().equals("node");
                    default -> {
                        // Blanks and comments.
                    }
                }
            }
            nodesWithin--;
        }

        private void label(int node, String label, Place place) {
            if (!labelled) {
                labelled = true;
                content.column("label", labels);
            }
            labels.set(node, label, place.line());
        }

        /// An element inside a node.
        private void within(int node) throws XMLStreamException, GraphFormatException {
            switch (xml.getLocalName()) {
                case "attvalue" -> value(node);
                case "position" -> {
                    position(node, "x");
                    position(node, "y");
                }
                case "spell" -> timed(true);
                case "node" -> node();
                default -> {
                    // Lists of what is read, and looks.
                }
            }
        }

        private void position(int node, String axis) {
            String at = xml.getAttributeValue(null, axis);
            if (at != null) {
                content.set(node, axis, at, here().line());
            }
        }

        private void value(int node) throws GraphFormatException {
            String id = forWhat();
            NodeColumn column = columns.get(id);
            if (column == null) {
                throw content.error(
                        here(), id, Trouble.of("gexf.noAttribute", Problem.shortened(id)));
            }
            column.set(node, attribute("value"), here().line());
        }

        /// GEXF 1.0 calls it `id`.
        private String forWhat() {
            String id = attribute("for");
            return id.isEmpty() ? attribute("id") : id;
        }

        private boolean hasTime() {
            return xml.getAttributeValue(null, "start") != null
                    || xml.getAttributeValue(null, "end") != null;
        }

        private void edge() throws XMLStreamException, GraphFormatException {
            Place place = here();
            String source = required("source", "edge");
            String target = required("target", "edge");
            boolean own =
                    switch (attribute("type")) {
                        case "directed" -> true;
                        case "undirected", "mutual" -> false;
                        default -> directed;
                    };
            timed(hasTime());
            String weight = xml.getAttributeValue(null, "weight");
            int depth = 1;
            while (depth > 0) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        depth++;
                        if (weight == null && isWeight()) {
                            weight = attribute("value");
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> depth--;
                    default -> {
                        // Blanks and comments.
                    }
                }
            }
            content.edge(
                    source, target, own, weight == null ? 1 : content.weight(weight, place), place);
        }

        private boolean isWeight() {
            return xml.getLocalName().equals("attvalue")
                    && edgeTitles.getOrDefault(forWhat(), "").equalsIgnoreCase("weight");
        }

        private String attribute(String name) {
            return Objects.requireNonNullElse(xml.getAttributeValue(null, name), "");
        }

        private String required(String name, String element) throws GraphFormatException {
            String value = attribute(name);
            if (value.isEmpty()) {
                throw content.error(here(), "", Trouble.of("graphml.without." + element, name));
            }
            return value;
        }

        private Place here() {
            return new Place(
                    Math.max(0, xml.getLocation().getLineNumber()),
                    Math.max(0, xml.getLocation().getColumnNumber() - 1));
        }
    }
}
