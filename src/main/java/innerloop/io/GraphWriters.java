package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import java.io.IOException;
import java.nio.file.Path;

/// Where writing a graph starts: finds the writer.
public final class GraphWriters {

    private GraphWriters() {}

    /// Writes in the format of the path's ending; without an ending as a plain folder.
    public static void write(AttributedGraph graph, Path path) throws InputException, IOException {
        boolean folder = !String.valueOf(path.getFileName()).contains(".");
        write(graph, path, folder ? GraphFormat.PLAIN_FOLDER : GraphFormat.ofEnding(path));
    }

    /// Writes in the given format.
    public static void write(AttributedGraph graph, Path path, GraphFormat format)
            throws InputException, IOException {
        GraphWriter writer =
                format.writer()
                        .orElseThrow(() ->
                                new InputException(
                                        "graphs cannot be written as " + format.id(),
                                        path.toString(),
                                        "choose another ending"));
        writer.write(graph, path);
    }
}
