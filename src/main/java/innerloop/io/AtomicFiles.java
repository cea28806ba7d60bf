package innerloop.io;

import innerloop.phrase.Phrase;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/// Writes files so that a reader finds the old contents or the new ones, never half of them: into a
/// temporary file in the same folder, forced to the disk, then renamed. Missing folders are made.
/// If anything fails the old file stays and the temporary file goes.
///
/// What is no file but a device or a pipe (`/dev/stdout`) is written into as it stands.
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
        SequencedMap<Path, Contents> one = new LinkedHashMap<>();
        one.put(file, contents);
        write(one);
    }

    /// Makes or replaces a UTF-8 text file.
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Makes or replaces files that belong together: all of them or none. Each is complete on the disk before the first is
    /// renamed, and if one cannot be renamed those before it are as they were.
    static void write(SequencedMap<Path, Contents> files) throws IOException {
        Deque<Replacement> replacements = new ArrayDeque<>();
        try {
            for (Map.Entry<Path, Contents> entry : files.entrySet()) {
                Path file = entry.getKey();
                if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
                    writeInto(file, entry.getValue());
                } else {
                    Replacement replacement = Replacement.of(file);
                    replacements.add(replacement);
                    replacement.prepare(file, entry.getValue());
                }
            }
            rename(replacements);
        } finally {
            for (Replacement replacement : replacements) {
                replacement.close();
            }
        }
        replacements.stream().map(Replacement::folder).distinct().forEach(AtomicFiles::forceFolder);
    }

    private static void writeInto(Path device, Contents contents) throws IOException {
        try (OutputStream out =
                new BufferedOutputStream(
                        Files.newOutputStream(device, StandardOpenOption.WRITE), 1 << 16)) {
            contents.writeTo(out);
        } catch (IOException e) {
            throw new UnwrittenException(device, e);
        }
    }

    private static void rename(Deque<Replacement> replacements) throws IOException {
        boolean together = replacements.size() > 1;
        Deque<Replacement> done = new ArrayDeque<>();
        try {
            for (Replacement replacement : replacements) {
                if (together) {
                    replacement.keepOld();
                }
                replacement.rename();
                done.push(replacement);
            }
        } catch (IOException e) {
            for (Replacement replacement : done) {
                replacement.undo();
            }
            throw e;
        }
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

    /// A file that is about to take the place of another.
    private static final class Replacement {

        private final Path target;
        private final Path folder;
        private final Path temporary;
        private @Nullable Path old;

        private Replacement(Path target, Path folder) {
            this.target = target;
            this.folder = folder;
            this.temporary = temporaryName(target);
        }

        static Replacement of(Path file) throws IOException {
            boolean link = Files.isSymbolicLink(file);
            if (link && !Files.exists(file)) {
                throw new RefusedFileException(file, Phrase.of("file.deadLink"));
            }
            Path target = link ? file.toRealPath() : file.toAbsolutePath();
            Path folder = target.getParent();
            if (folder == null) {
                throw new RefusedFileException(file, Phrase.of("file.noName"));
            }
            return new Replacement(target, folder);
        }

        Path folder() {
            return folder;
        }

        /// Writes the temporary file and forces it to the disk.
        void prepare(Path file, Contents contents) throws IOException {
            try (FileChannel channel = open(file)) {
                try {
                    // Closing the buffer would close the channel before it is forced to the disk.
                    OutputStream out =
                            new BufferedOutputStream(
                                    new Unclosed(Channels.newOutputStream(channel)), 1 << 16);
                    contents.writeTo(out);
                    out.flush();
                    channel.force(true);
                } catch (IOException e) {
                    throw new UnwrittenException(file, e);
                }
            }
        }

        private FileChannel open(Path file) throws IOException {
            try {
                Files.createDirectories(folder);
                StaleFiles.clear(folder);
                return FileChannel.open(
                        temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileSystemException e) {
                // In terms of the file that was asked for, not of the temporary one.
                throw new RefusedFileException(file, reason(e));
            }
        }

        private static Phrase reason(FileSystemException e) {
            return switch (e) {
                case AccessDeniedException _ -> Phrase.of("file.denied");
                case FileAlreadyExistsException _ -> Phrase.of("file.noFolder");
                case NoSuchFileException _ -> Phrase.of("file.impossibleFolder");
                default ->
                        e.getReason() == null
                                ? Phrase.of("file.refused")
                                : Phrase.words(e.getReason());
            };
        }

        /// Gives the old file a second name until the new one is in its place.
        void keepOld() throws IOException {
            if (Files.exists(target)) {
                Path second = temporaryName(target);
                old = second;
                try {
                    Files.createLink(second, target);
                } catch (UnsupportedOperationException | IOException e) {
                    // Not every file system knows second names.
                    Files.copy(target, second, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }

        void rename() throws IOException {
            move(temporary, target);
        }

        void undo() throws IOException {
            if (old == null) {
                Files.deleteIfExists(target);
            } else {
                move(old, target);
            }
        }

        void close() throws IOException {
            // Where the folder could not be made even asking to delete is refused.
            if (Files.exists(temporary)) {
                Files.delete(temporary);
            }
            if (old != null) {
                Files.deleteIfExists(old);
            }
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
