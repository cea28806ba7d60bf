package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Writes one graph format. What a reader of the same format gets back is equal to the graph,
/// except for what the format cannot hold; each writer says what that is.
public interface GraphWriter {

    /// Writes the graph, completely or not at all.
    ///
    /// @throws InputException when the format cannot hold this graph, or the place is taken
    /// @throws IOException when the disk refuses
    void write(AttributedGraph graph, Path path) throws InputException, IOException;

    /// The files that writing to this path makes.
    default List<Path> files(Path path) {
        return List.of(path);
    }

    /// What of this graph the format cannot hold and leaves out, a sentence each.
    default List<String> losses(AttributedGraph graph) {
        return List.of();
    }
}
