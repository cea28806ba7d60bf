package innerloop.app.start;

import innerloop.app.document.BackgroundWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.collections.FXCollections;

/// The files opened last, newest first, kept in a text file with one path per line.
///
/// A list of recent files is never worth an error message: what cannot be read is empty, what
/// cannot be written is forgotten at the end of the program. Every change is written on a thread of
/// its own, in order; [#close()] waits for the last one.
public final class RecentFiles implements AutoCloseable {

    private static final int MOST = 8;

    private final Path store;
    private final BackgroundWriter writer = new BackgroundWriter("recent files");
    private final ReadOnlyListWrapper<Path> files =
            new ReadOnlyListWrapper<>(this, "files", FXCollections.observableArrayList());

    /// The list stored in this file, which need not exist.
    public RecentFiles(Path store) {
        this.store = store;
        files.setAll(read(store));
    }

    private static List<Path> read(Path store) {
        List<Path> paths = new ArrayList<>();
        try {
            for (String line :
                    Files.isRegularFile(store) ? Files.readAllLines(store) : List.<String>of()) {
                if (!line.isBlank() && paths.size() < MOST) {
                    paths.add(Path.of(line));
                }
            }
        } catch (IOException | InvalidPathException _) {
            // See the class: an unreadable list is an empty one.
        }
        return paths;
    }

    /// Puts this file on top.
    public void add(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        files.remove(absolute);
        files.addFirst(absolute);
        if (files.size() > MOST) {
            files.remove(MOST, files.size());
        }
        write();
    }

    /// Forgets this file.
    public void remove(Path file) {
        files.remove(file);
        write();
    }

    private void write() {
        String text = String.join("\n", files.stream().map(Path::toString).toList()) + "\n";
        // A list of eight lines, but a home folder may lie on a slow network.
        writer.write(() -> write(text));
    }

    private void write(String text) {
        try {
            Files.createDirectories(store.toAbsolutePath().getParent());
            Path beside = store.resolveSibling(store.getFileName() + ".new");
            Files.writeString(beside, text);
            Files.move(beside, store, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException _) {
            // See the class.
        }
    }

    /// Waits until the list is on disk.
    @Override
    public void close() {
        writer.close();
    }

    /// The files, newest first.
    public ReadOnlyListProperty<Path> files() {
        return files.getReadOnlyProperty();
    }
}
