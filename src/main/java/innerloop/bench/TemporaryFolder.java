package innerloop.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// A folder for temporary files; closing deletes it with its contents.
public final class TemporaryFolder implements AutoCloseable {

    private final Path path;

    /// A new one where the system keeps such things.
    public TemporaryFolder() throws IOException {
        path = Files.createTempDirectory("innerloop");
    }

    /// Where it is.
    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
