package innerloop.io;

import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Forms of graphs that are known by sight but not read: a person is told what theirs is and how to bring it here.
final class OtherFormats {

    private OtherFormats() {}

    /// What a folder or file is, if it is one of them.
    static Optional<Problem> of(Path path) {
        return Files.isDirectory(path) ? ofFolder(path) : ofFile(path);
    }

    private static Optional<Problem> ofFolder(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "ind.*")) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                return Optional.of(planetoid(folder, name));
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Then it is said that edges.txt cannot be read.
        }
        return Optional.empty();
    }

    private static Problem planetoid(Path where, String name) {
        return Problem.ofFile(where, Trouble.of("format.planetoid", Problem.shortened(name)));
    }

    private static Optional<Problem> ofFile(Path file) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith("ind.")) {
            return Optional.of(planetoid(file, name));
        }
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
