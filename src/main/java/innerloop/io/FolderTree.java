package innerloop.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder with everything in it.
final class FolderTree {

    private FolderTree() {}

    /// Deletes it; nothing happens if it does not exist. Links are deleted, what they point to is not.
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /// Deletes it in a way that whoever looks finds all of it or nothing, also if the program is killed meanwhile.
    static void discard(Path folder) throws IOException {
        delete(setAside(folder));
    }

    /// Gives it a temporary name beside its place, if it exists; the name.
    static Path setAside(Path folder) throws IOException {
        Path aside = AtomicFiles.temporaryName(folder);
        if (Files.exists(folder)) {
            Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
        }
        return aside;
    }

    /// Whether there is nothing in it.
    static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /// Copies it to a new place.
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }
}
