package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.phrase.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where writing a graph starts: finds the writer.
public final class GraphWriters {

    private GraphWriters() {}

    /// Writes in the format of the path's ending; without an ending as a plain folder.
    public static void write(AttributedGraph graph, Path path) throws InputException, IOException {
        writer(path).write(graph, path);
    }

    /// What of the graph the format of this path leaves out, a sentence each.
    public static List<String> losses(AttributedGraph graph, Path path) throws InputException {
        return writer(path).losses(graph);
    }

    /// Complains if writing to this path would replace files.
    public static void requireFree(Path path) throws InputException {
        for (Path file : writer(path).files(path)) {
            if (Files.isRegularFile(file)) {
                throw new InputException(Trouble.of("write.exists"), file.toString());
            }
        }
    }

    private static GraphWriter writer(Path path) throws InputException {
        boolean folder =
                Files.isDirectory(path) || !String.valueOf(path.getFileName()).contains(".");
        GraphFormat format = folder ? GraphFormat.PLAIN_FOLDER : GraphFormat.ofEnding(path);
        return format.writer()
                .orElseThrow(() ->
                        new InputException(
                                Trouble.of("write.format", format.id()), path.toString()));
    }
}
