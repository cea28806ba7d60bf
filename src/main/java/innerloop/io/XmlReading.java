package innerloop.io;

import innerloop.phrase.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads a user's XML: a DOCTYPE is skipped, nothing it names is opened or fetched, and its entities do not exist.
final class XmlReading {

    private XmlReading() {}

    /// What makes a graph of the XML.
    @FunctionalInterface
    interface Parse {
        GraphImport of(XMLStreamReader xml) throws XMLStreamException, GraphFormatException;
    }

    /// Opens the file, packed or not, and has it parsed.
    static GraphImport read(Path path, Parse parse) throws GraphFormatException {
        try (InputStream in = Unpacked.open(path)) {
            XMLStreamReader xml = hardened().createXMLStreamReader(XmlText.open(path, in));
            try {
                return parse.of(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw notXml(path, e);
        } catch (IOException e) {
            throw Unpacked.unreadable(path, e);
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
            return Problem.ofFile(path, Trouble.of("graphml.encoding")).exception();
        }
        if (e.getNestedException() instanceof IOException io) {
            return Unpacked.unreadable(path, io);
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
                        Trouble.of("graphml.broken", cause.strip().replaceFirst("\\.$", "")))
                .exception();
    }

    /// Moves to the end of the current element.
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {
                    // Content of an ignored element.
                }
            }
        }
    }
}
