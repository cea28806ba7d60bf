package innerloop.io;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/// Writes files so that a reader finds the old contents or the new ones, never half of them: into a
/// temporary file in the same folder, forced to the disk, then renamed. Missing folders are made.
/// If anything fails the old file stays and the temporary file goes.
public final class AtomicFiles {

    /// Writes the contents of one file.
    @FunctionalInterface
    public interface Contents {
        /// Writes everything; the stream is buffered and closed by the caller.
        void writeTo(OutputStream out) throws IOException;
    }

    private AtomicFiles() {}

    /// Makes or replaces a file.
    public static void write(Path file, Contents contents) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException(file + " is not a file name");
        }
        Files.createDirectories(folder);
        Path temporary = temporaryName(target);
        try {
            try (FileChannel channel =
                    FileChannel.open(
                            temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                // Closing the buffer would close the channel before it is forced to the disk.
                OutputStream out =
                        new BufferedOutputStream(
                                new Unclosed(Channels.newOutputStream(channel)), 1 << 16);
                contents.writeTo(out);
                out.flush();
                channel.force(true);
            }
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
        forceFolder(folder);
    }

    /// Makes or replaces a UTF-8 text file.
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// A hidden, unused name beside the target.
    static Path temporaryName(Path target) {
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        return target.resolveSibling("." + target.getFileName() + "." + random + ".tmp");
    }

    /// Renames, replacing a file.
    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /// Forces the renaming itself to the disk, so that it survives a power cut, if the system can do so.
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows cannot open folders; there the file system's journal must do.
        }
    }

    /// Lets a writer close its stream without closing the file.
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int start, int length) throws IOException {
            out.write(bytes, start, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
