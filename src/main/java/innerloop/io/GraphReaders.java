package innerloop.io;

import innerloop.phrase.Trouble;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where reading a graph starts: finds the format and its reader.
public final class GraphReaders {

    private GraphReaders() {}

    /// Reads a graph whose format follows from its path: a folder, or a file's ending.
    ///
    /// @throws GraphFormatException when it is missing, of unknown format, or cannot be read
    public static GraphImport read(Path path) throws GraphFormatException {
        requireExisting(path);
        return read(path, GraphFormat.detect(path));
    }

    /// Reads a graph in the given format, whatever its ending is.
    ///
    /// @throws GraphFormatException when it is missing or cannot be read
    public static GraphImport read(Path path, GraphFormat format) throws GraphFormatException {
        requireExisting(path);
        GraphReader reader = format.reader();
        GraphImport read = reader.read(path);
        // A reader that unpacks knows the files already.
        return read.files().equals(GraphFiles.UNKNOWN)
                ? read.withFiles(GraphFiles.of(path, reader.files(path)))
                : read;
    }

    private static void requireExisting(Path path) throws GraphFormatException {
        if (!Files.exists(path)) {
            throw Problem.ofFile(path, Trouble.of("file.none")).exception();
        }
    }

    /// The graph's name: the file's name without its ending, or the folder's.
    static String graphName(Path path) {
        String name = String.valueOf(path.toAbsolutePath().normalize().getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 && !Files.isDirectory(path) ? name.substring(0, dot) : name;
    }
}
