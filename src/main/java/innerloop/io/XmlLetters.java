package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.List;

/// The letters that XML can hold, and how they are written.
final class XmlLetters {

    private XmlLetters() {}

    /// Complains about a text of the graph that XML cannot hold.
    static void require(AttributedGraph graph, Path path) throws InputException {
        require(graph.names(), Phrase.of("write.part.nodeName"), path);
        require(graph.nodeNames().ids(), Phrase.of("write.part.nodeId"), path);
        require(graph.classes(), Phrase.of("write.part.className"), path);
        require(graph.graphClasses(), Phrase.of("write.part.className"), path);
        require(graph.featureNames(), Phrase.of("write.part.featureName"), path);
    }

    private static void require(List<String> texts, Phrase what, Path path) throws InputException {
        for (String text : texts) {
            if (!text.codePoints().allMatch(XmlLetters::isXml)) {
                throw new InputException(
                        Trouble.of("write.noXml", what, Problem.shortened(text)), path.toString());
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
