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
        of(format).write(graph, path);
    }

    /// The writer of a format.
    public static GraphWriter of(GraphFormat format) {
        return switch (format) {
            case PLAIN_FOLDER -> new PlainFolderWriter();
            case GRAPHML -> new GraphMLWriter();
            case EDGE_LIST -> new EdgeListWriter();
        };
    }
}
