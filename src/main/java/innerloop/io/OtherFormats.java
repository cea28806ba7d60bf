package innerloop.io;

import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Forms of graphs that are known by sight but not read: a person is told what theirs is and how to bring it here.
final class OtherFormats {

    private OtherFormats() {}

    /// What a folder or file is, if it is one of them.
    static Optional<Problem> of(Path path) {
        return Files.isDirectory(path) ? Optional.empty() : ofFile(path);
    }

    private static Optional<Problem> ofFile(Path file) {
        return FormatSigns.start(file).startsWith("%%MatrixMarket")
                ? Optional.of(
                        Problem.ofFile(
                                file,
                                Trouble.of("format.notRead", Phrase.of("format.matrixMarket"))))
                : Optional.empty();
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
}
