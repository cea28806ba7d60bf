package innerloop.io;

import java.nio.file.Path;
import java.util.List;

/// Reads one graph format. Readers keep nothing between calls and may run on any thread.
public interface GraphReader {

    /// The graph in a file or folder.
    ///
    /// @throws GraphFormatException when it cannot be read: one line with file, line, cause and fix
    GraphImport read(Path path) throws GraphFormatException;

    /// The files that are read for this path.
    default List<Path> files(Path path) {
        return List.of(path);
    }
}
