package innerloop.io;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/// The right to write a file or folder, held by one program at a time. The system takes it back when the program ends, however
/// it ends. It is a lock on a hidden file beside the path, which is deleted when the lock is released.
public final class FolderLock implements AutoCloseable {

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /// Takes the lock; empty if another program, or another part of this one, holds it.
    ///
    /// @param path what is locked; its folder must exist
    public static Optional<FolderLock> take(Path path) throws IOException {
        Path file = path.resolveSibling("." + path.getFileName() + ".lock");
        while (true) {
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            boolean kept = false;
            try {
                Object before = key(file);
                FileLock lock = channel.tryLock();
                if (lock == null) {
                    return Optional.empty();
                }
                // The last holder may have deleted the file between opening and locking.
                if (before != null && before.equals(key(file))) {
                    kept = true;
                    return Optional.of(new FolderLock(file, channel));
                }
            } catch (OverlappingFileLockException e) {
                return Optional.empty();
            } finally {
                if (!kept) {
                    channel.close();
                }
            }
        }
    }

    /// Whether somebody holds the lock of this path.
    public static boolean isTaken(Path path) {
        try {
            Optional<FolderLock> lock = take(path);
            lock.ifPresent(FolderLock::close);
            return lock.isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    /// What tells a file from a later one of the same name, where the system knows.
    private static Object key(Path file) throws IOException {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return Objects.requireNonNullElse(now.fileKey(), now.creationTime());
        } catch (NoSuchFileException e) {
            return "";
        }
    }

    /// Gives it back.
    @Override
    public void close() {
        try (channel) {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // The lock ends with the channel; a file that stays behind says nothing.
        }
    }
}
