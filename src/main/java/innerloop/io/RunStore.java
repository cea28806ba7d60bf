package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.phrase.Phrase;
import innerloop.training.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A folder of run folders. A deleted run lies in `.deleted` while the program lives that deleted it, so that deleting can be
/// undone there, whatever other programs look into the store; moving a folder is one step, so no crash leaves half a run.
public final class RunStore implements AutoCloseable {

    private static final String DELETED = ".deleted";

    private final Path parent;

    /// The place of what this store deletes.
    private final Path bin;

    /// Held while something lies in the bin.
    private @Nullable FolderLock lock;

    /// The store in this folder, which need not exist yet.
    public RunStore(Path parent) {
        this.parent = parent;
        String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        this.bin = parent.resolve(DELETED).resolve(random);
    }

    /// A run that is kept.
    ///
    /// @param folder where it lies
    /// @param summary its settings and scores
    /// @param notes what a person wrote about it
    public record Kept(Path folder, RunSummary summary, RunNotes notes) {

        /// The same with other notes.
        public Kept withNotes(RunNotes changed) {
            return new Kept(folder, summary, changed);
        }
    }

    /// A folder that should hold a run but cannot be read as one.
    ///
    /// @param folder where it lies
    /// @param complaint what is wrong with it, in one line
    public record Damaged(Path folder, String complaint) {}

    /// What lies in the store.
    ///
    /// @param kept all whole runs, the newest first
    /// @param damaged what is left of others
    public record Contents(List<Kept> kept, List<Damaged> damaged) {

        public Contents {
            kept = List.copyOf(kept);
            damaged = List.copyOf(damaged);
        }
    }

    /// All runs. What no run left, what is unfinished and what is deleted is left out.
    public Contents list() throws IOException {
        List<Kept> kept = new ArrayList<>();
        List<Damaged> damaged = new ArrayList<>();
        for (Path folder : folders()) {
            try {
                kept.add(read(folder));
            } catch (InputException e) {
                damaged.add(new Damaged(folder, String.valueOf(e.getMessage())));
            }
        }
        kept.sort(
                Comparator.comparing((Kept run) -> run.summary().provenance().started())
                        .reversed());
        return new Contents(kept, damaged);
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(folder ->
                            !folder.getFileName().toString().startsWith(".")
                                    && !UnfinishedRun.isOne(folder)
                                    && (Files.exists(folder.resolve(RunFolder.SUMMARY))
                                            || Files.exists(folder.resolve(RunFolder.EXPERIMENT))))
                    .sorted()
                    .toList();
        }
    }

    /// The run in a folder.
    ///
    /// @throws InputException if it is no whole one
    public static Kept read(Path folder) throws InputException {
        return new Kept(folder, RunReader.summary(folder), RunNotes.read(folder));
    }

    /// Writes what a person says of a run.
    public static void write(Path folder, RunNotes notes) throws IOException {
        notes.write(folder);
    }

    /// Takes a run out of the list.
    public synchronized void delete(Path folder) throws IOException {
        Files.createDirectories(bin);
        if (lock == null) {
            lock =
                    FolderLock.take(bin)
                            .orElseThrow(
                                    () -> new RefusedFileException(bin, Phrase.of("file.inUse")));
        }
        Files.move(folder, hidden(folder), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Brings a run back that this store deleted.
    public void restore(Path folder) throws IOException {
        Files.move(hidden(folder), folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Forgets for good what was deleted by programs that have ended.
    public void purge() throws IOException {
        Path deleted = parent.resolve(DELETED);
        if (!Files.isDirectory(deleted)) {
            return;
        }
        try (Stream<Path> bins = Files.list(deleted)) {
            for (Path each : bins.filter(Files::isDirectory).toList()) {
                Optional<FolderLock> free = FolderLock.take(each);
                if (free.isPresent()) {
                    try (FolderLock _ = free.get()) {
                        FolderTree.delete(each);
                    }
                }
            }
        }
    }

    private Path hidden(Path folder) {
        return bin.resolve(String.valueOf(folder.getFileName()));
    }

    /// From now on others may forget what this store deleted.
    @Override
    public synchronized void close() {
        if (lock != null) {
            lock.close();
            lock = null;
        }
    }
}
