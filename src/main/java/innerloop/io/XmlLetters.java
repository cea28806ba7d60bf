package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import java.nio.file.Path;
import java.util.List;

/// The letters that XML can hold, and how they are written.
final class XmlLetters {

    private XmlLetters() {}

    /// Complains about a text of the graph that XML cannot hold.
    static void require(AttributedGraph graph, Path path) throws InputException {
        require(graph.names(), "a node's name", path);
        require(graph.nodeNames().ids(), "a node's id", path);
        require(graph.classes(), "a class name", path);
        require(graph.graphClasses(), "a class name", path);
        require(graph.featureNames(), "a feature's name", path);
    }

    private static void require(List<String> texts, String what, Path path) throws InputException {
        for (String text : texts) {
            if (!text.codePoints().allMatch(XmlLetters::isXml)) {
                throw new InputException(
                        what + " has a character XML cannot hold: " + Problem.quote(text),
                        path.toString(),
                        "rename it, or convert to a plain folder");
            }
        }
    }

    /// The characters of XML 1.0, section 2.2.
    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /// A text inside an attribute or an element.
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (int k = 0; k < text.length(); k++) {
            char c = text.charAt(k);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                // A parser would turn these into blanks or other line breaks.
                case '\t', '\n', '\r' -> escaped.append("&#").append((int) c).append(';');
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
