package innerloop.io;

import innerloop.io.GraphContent.Place;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// One pass over a GraphML file; what it finds goes into a [GraphMLContent].
final class GraphMLParser {

    private static final String NAMESPACE = "http://graphml.graphdrawing.org/xmlns";
    private static final Set<String> NUMBERS = Set.of("boolean", "int", "long", "float", "double");

    private final Path file;
    private final XMLStreamReader xml;
    private final GraphMLContent content;
    private final Set<String> unknownKeys = new HashSet<>();
    private final Set<String> ignoredKeys = new HashSet<>();
    private final Set<String> foreignKeys = new HashSet<>();
    private final Map<String, NodeColumn> columns = new HashMap<>();
    private @Nullable String weightKey;
    private String defaultWeight = "1";
    private boolean undirectedDefault;
    private boolean sawGraph;

    GraphMLParser(Path file, XMLStreamReader xml) {
        this.file = file;
        this.xml = xml;
        this.content = new GraphMLContent(file);
    }

    GraphImport read() throws XMLStreamException, GraphFormatException {
        // DTD events come before the root element.
        while (xml.next() != XMLStreamConstants.START_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.DTD) {
                content.warn(here(), Trouble.of("graphml.doctype"));
            }
        }
        if (!isGraphML() || !xml.getLocalName().equals("graphml")) {
            throw error(xml.getLocalName(), Trouble.of("graphml.root", xml.getLocalName()));
        }
        while (child()) {
            switch (xml.getLocalName()) {
                case "key" -> key();
                case "graph" -> graph();
                default -> XmlReading.skip(xml);
            }
        }
        if (!sawGraph) {
            throw Problem.ofFile(file, Trouble.of("graphml.noGraph")).exception();
        }
        return content.build();
    }

    /// Moves to the next child element in GraphML's namespace; false at the parent's end.
    private boolean child() throws XMLStreamException, GraphFormatException {
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (isGraphML()) {
                        return true;
                    }
                    XmlReading.skip(xml);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    return false;
                }
                case XMLStreamConstants.ENTITY_REFERENCE -> throw unknownEntity();
                default -> {
                    // Blanks, comments, processing instructions.
                }
            }
        }
    }

    private boolean isGraphML() {
        String namespace = xml.getNamespaceURI();
        return namespace == null || namespace.isEmpty() || namespace.startsWith(NAMESPACE);
    }

    /// The text of the current element without that of nested elements.
    private String text() throws XMLStreamException, GraphFormatException {
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS,
                        XMLStreamConstants.CDATA,
                        XMLStreamConstants.SPACE ->
                        text.append(xml.getText());
                case XMLStreamConstants.START_ELEMENT -> XmlReading.skip(xml);
                case XMLStreamConstants.ENTITY_REFERENCE -> throw unknownEntity();
                case XMLStreamConstants.END_ELEMENT -> {
                    return text.toString();
                }
                default -> {
                    // Comments and processing instructions.
                }
            }
        }
    }

    private void key() throws XMLStreamException, GraphFormatException {
        String id = required("id", "key");
        String domain = attribute("for", "all");
        String type = attribute("attr.type", "string").toLowerCase(Locale.ROOT);
        String attributeName = xml.getAttributeValue(null, "attr.name");
        boolean foreign = attributeName == null && hasForeignType();
        String name = attributeName == null ? id : attributeName;
        String defaultText = "";
        while (child()) {
            if (xml.getLocalName().equals("default")) {
                defaultText = text();
            } else {
                XmlReading.skip(xml);
            }
        }
        if (foreign) {
            ignoredKeys.add(id);
            foreignKeys.add(id);
            return;
        }
        if (domain.equals("graph") && id.equals(GraphMLContent.MARKER)) {
            content.ownFile();
        }
        if (domain.equals("node") || domain.equals("all")) {
            boolean number = NUMBERS.contains(type);
            NodeColumn column =
                    new NodeColumn(
                            name,
                            number ? NodeColumn.Kind.NUMBER : NodeColumn.Kind.TEXT,
                            defaultText);
            columns.put(id, column);
            content.column(id, column);
        }
        if ((domain.equals("edge") || domain.equals("all")) && name.equalsIgnoreCase("weight")) {
            weightKey = id;
            defaultWeight = defaultText.isBlank() ? "1" : defaultText;
        } else if (!domain.equals("node")) {
            // Attributes of edges and graphs that nothing is made of.
            ignoredKeys.add(id);
        }
    }

    /// Whether the key is one of yEd's, whose values are its own elements.
    private boolean hasForeignType() {
        for (int a = 0; a < xml.getAttributeCount(); a++) {
            if (xml.getAttributeLocalName(a).startsWith("yfiles")) {
                return true;
            }
        }
        return false;
    }

    private void graph() throws XMLStreamException, GraphFormatException {
        if (sawGraph) {
            throw unsupported("secondGraph");
        }
        sawGraph = true;
        undirectedDefault = !attribute("edgedefault", "undirected").equals("directed");
        content.directedDefault(!undirectedDefault);
        while (child()) {
            switch (xml.getLocalName()) {
                case "node" -> node();
                case "edge" -> edge();
                case "data" -> {
                    String key = attribute("key", "");
                    content.graphData(key, text());
                }
                case "hyperedge" -> throw unsupported("hyperedge");
                case "locator" -> throw unsupported("locator");
                default -> XmlReading.skip(xml);
            }
        }
    }

    private void node() throws XMLStreamException, GraphFormatException {
        int node = content.node(required("id", "node"), here());
        while (child()) {
            switch (xml.getLocalName()) {
                case "data" -> nodeData(node);
                case "graph" -> throw unsupported("nestedGraph");
                case "port" -> throw unsupported("port");
                case "locator" -> throw unsupported("locator");
                default -> XmlReading.skip(xml);
            }
        }
    }

    private void nodeData(int node) throws XMLStreamException, GraphFormatException {
        String key = attribute("key", "");
        Place place = here();
        NodeColumn column = columns.get(key);
        if (foreignKeys.contains(key)) {
            yEd(node, place);
        } else if (column == null) {
            unknownKey(key, place);
            XmlReading.skip(xml);
        } else {
            column.set(node, text(), place.line());
        }
    }

    /// The label and the place of a node in elements of yEd, which stand at any depth.
    private void yEd(int node, Place place) throws XMLStreamException, GraphFormatException {
        boolean labelled = false;
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (xml.getLocalName().equals("Geometry")) {
                        for (String axis : new String[] {"x", "y"}) {
                            content.set(node, axis, attribute(axis, ""), place.line());
                        }
                    } else if (xml.getLocalName().equals("NodeLabel") && !labelled) {
                        String label = text().strip();
                        depth--;
                        if (!label.isEmpty()) {
                            labelled = true;
                            content.set(node, "label", label, place.line());
                        }
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // Blanks and comments.
                }
            }
        }
    }

    private void edge() throws XMLStreamException, GraphFormatException {
        Place place = here();
        String source = required("source", "edge");
        String target = required("target", "edge");
        boolean directed = !undirectedDefault;
        String override = xml.getAttributeValue(null, "directed");
        if (override != null) {
            directed = override.strip().equals("true") || override.strip().equals("1");
        }
        String weight = defaultWeight;
        Place weightPlace = place;
        while (child()) {
            switch (xml.getLocalName()) {
                case "data" -> {
                    String key = attribute("key", "");
                    if (key.equals(weightKey)) {
                        weightPlace = here();
                        weight = text();
                    } else {
                        unknownKey(key, here());
                        XmlReading.skip(xml);
                    }
                }
                case "graph" -> throw unsupported("nestedGraph");
                default -> XmlReading.skip(xml);
            }
        }
        content.edge(source, target, directed, content.weight(weight, weightPlace), place);
    }

    private void unknownKey(String key, Place place) {
        if (!columns.containsKey(key) && !ignoredKeys.contains(key) && unknownKeys.add(key)) {
            content.warn(place, Trouble.of("graphml.noKey", Problem.shortened(key)));
        }
    }

    private String attribute(String name, String ifMissing) {
        return Objects.requireNonNullElse(xml.getAttributeValue(null, name), ifMissing);
    }

    private String required(String name, String element) throws GraphFormatException {
        String value = attribute(name, "");
        if (value.isEmpty()) {
            throw error("", Trouble.of("graphml.without." + element, name));
        }
        return value;
    }

    /// The last character of the current tag; the parser stands behind it.
    private Place here() {
        return new Place(
                Math.max(0, xml.getLocation().getLineNumber()),
                Math.max(0, xml.getLocation().getColumnNumber() - 1));
    }

    private GraphFormatException unsupported(String what) {
        return error(
                xml.getLocalName(),
                Trouble.of("graphml.unsupported", Phrase.of("graphml.part." + what)));
    }

    private GraphFormatException unknownEntity() {
        return error(xml.getLocalName(), Trouble.of("graphml.entity", xml.getLocalName()));
    }

    private GraphFormatException error(String text, Trouble trouble) {
        return content.error(here(), text, trouble);
    }
}
