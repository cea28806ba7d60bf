package innerloop.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads GraphML (<http://graphml.graphdrawing.org>): `graphml > key*, graph > (node | edge)*`.
///
/// Edges may stand before their nodes. Node attributes get their meaning by name (`NodeTable`):
/// `class`, `club`, … the class; `label` or `name` the name (without: the id); `x`, `y` the
/// position; other numbers and true/false are features. The edge attribute `weight` is the weight;
/// without it, or empty, 1.
///
/// `edgedefault` and an edge's `directed` decide about direction. When both kinds of edges occur
/// the graph is directed, an undirected edge becomes two, one each way, and a [Problem] says so.
///
/// Errors with line and column: not XML, no graph, a missing or doubled id, an edge without a known
/// end, a value that is not a finite number; nested graphs, several graphs, hyperedges, ports and
/// locators are unsupported. Elements of other namespaces (yEd) are ignored.
///
/// A DOCTYPE is skipped: nothing it names is opened or fetched, and its entities do not exist.
public final class GraphMLReader implements GraphReader {

    @Override
    public GraphImport read(Path path) throws GraphFormatException {
        try (InputStream in = Files.newInputStream(path)) {
            XMLStreamReader xml = hardened().createXMLStreamReader(XmlText.open(path, in));
            try {
                return new GraphMLParser(path, xml).read();
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw notXml(path, e);
        } catch (IOException e) {
            throw Problem.unreadable(path, e).exception();
        }
    }

    private static XMLInputFactory hardened() {
        // The JDK's own parser, whatever else is on the class path: its switches are the ones
        // tested here.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver(
                (publicId, systemId, base, namespace) -> InputStream.nullInputStream());
        return factory;
    }

    private static GraphFormatException notXml(Path path, XMLStreamException e) {
        if (e.getNestedException() instanceof CharacterCodingException) {
            return Problem.ofFile(
                            path,
                            "the text is not in the encoding it declares (UTF-8 if none)",
                            "save it as UTF-8")
                    .exception();
        }
        // "ParseError at [row,col]:[5,12]\nMessage: The element type …"
        String message = Objects.requireNonNullElse(e.getMessage(), "").replaceAll("\\s+", " ");
        int start = message.indexOf("Message: ");
        String cause = start < 0 ? message : message.substring(start + "Message: ".length());
        int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
        int column = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getColumnNumber());
        return Problem.ofText(
                        path,
                        line,
                        column,
                        "",
                        "this is not well-formed XML: " + cause.strip().replaceFirst("\\.$", ""),
                        "repair the file or export it again")
                .exception();
    }
}
