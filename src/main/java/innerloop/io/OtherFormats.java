package innerloop.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Forms of graphs that are known by sight but not read: a person is told what theirs is and how to bring it here.
final class OtherFormats {

    private static final String CONVERT =
            "save it as GraphML or as an edge list (.csv), for example from Gephi or NetworkX";
    private static final int START = 1 << 12;

    private OtherFormats() {}

    /// What a folder or file is, if it is one of them.
    static Optional<Problem> of(Path path) {
        return Files.isDirectory(path) ? ofFolder(path) : ofFile(path);
    }

    private static Optional<Problem> ofFolder(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "{*_A.txt,ind.*}")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                return Optional.of(
                        name.startsWith("ind.")
                                ? planetoid(folder, name)
                                : collection(folder, name));
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Then it is said that edges.txt cannot be read.
        }
        return Optional.empty();
    }

    private static Problem planetoid(Path where, String name) {
        return Problem.ofFile(
                where,
                Problem.quote(name)
                        + " is part of a Planetoid data set, whose files are Python's own",
                "load it in Python and write edges.txt, labels.txt and features.txt (docs/files.md)");
    }

    private static Problem collection(Path where, String name) {
        return Problem.ofFile(
                where,
                Problem.quote(name) + " is part of a collection in TU form, which is not read",
                "write edges.txt from it (counted from 0), graph_of.txt from _graph_indicator.txt"
                        + " and graph_labels.txt from _graph_labels.txt (docs/files.md)");
    }

    private static Optional<Problem> ofFile(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith("ind.")) {
            return Optional.of(planetoid(file, name));
        }
        String start = start(file).strip();
        String lower = start.toLowerCase(Locale.ROOT);
        Optional<String> form =
                start.startsWith("{") || start.startsWith("[")
                        ? Optional.of("JSON")
                        : lower.contains("<gexf")
                                ? Optional.of("GEXF")
                                : ofFirstWord(lower.split("[\\s\\[{]", 2)[0]);
        return form.map(known ->
                Problem.ofFile(
                        file, "this is " + known + ", which is not read as a graph", CONVERT));
    }

    private static Optional<String> ofFirstWord(String word) {
        return switch (word) {
            case "graph", "creator" -> Optional.of("GML or DOT");
            case "digraph", "strict" -> Optional.of("DOT");
            case "*vertices", "*network" -> Optional.of("Pajek");
            case "%%matrixmarket" -> Optional.of("a Matrix Market file");
            default -> Optional.empty();
        };
    }

    /// The format of a file whose name does not say it, by its first characters.
    static Optional<GraphFormat> byContent(Path file) {
        String start = start(file);
        if (start.contains("<graphml")) {
            return Optional.of(GraphFormat.GRAPHML);
        }
        if (start.startsWith("DGS00")) {
            return Optional.of(GraphFormat.DGS);
        }
        boolean text = start.chars().noneMatch(c -> c == 0 || c == '\uFFFD');
        boolean pairs =
                start.lines()
                        .map(String::strip)
                        .filter(line ->
                                !line.isEmpty() && !line.startsWith("#") && !line.startsWith("%"))
                        .limit(2)
                        .allMatch(line -> line.split("[\\t;,\\s]+").length >= 2);
        boolean empty = start.isBlank();
        return text && pairs && !empty ? Optional.of(GraphFormat.EDGE_LIST) : Optional.empty();
    }

    /// Empty for a pipe: what is looked at there is gone.
    private static String start(Path file) {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        try (var in = Files.newInputStream(file)) {
            String text = new String(in.readNBytes(START), StandardCharsets.UTF_8);
            // The last character may be cut in two.
            return text.endsWith("\uFFFD") && text.length() > START / 8
                    ? text.substring(0, text.length() - 1)
                    : text;
        } catch (IOException e) {
            return "";
        }
    }

    /// Whether a JSON document is a graph, as NetworkX, D3 and others write it, and no experiment.
    static boolean isGraph(JsonNode document) {
        return !document.has("format")
                && (isPair(document)
                        || isPair(document.path("graph"))
                        || isPair(document.path("elements")));
    }

    private static boolean isPair(JsonNode object) {
        return (object.has("nodes") || object.has("vertices"))
                && (object.has("links") || object.has("edges"));
    }

    /// What to do with such a document.
    static String fix() {
        return CONVERT;
    }
}
