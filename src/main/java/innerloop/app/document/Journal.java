package innerloop.app.document;

import innerloop.experiment.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Keeps the present experiment on disk while it is unsaved, so that `kill -9` loses at most a
/// blink.
///
/// Each process owns one recovery file, named after its process id; a file whose owner is dead was
/// left by a crash and is offered at the next start. The file's first line is the experiment's own
/// path (it may be empty), the rest is its JSON. Files are written beside their place and moved
/// there, so a half-written one is never seen.
public final class Journal implements AutoCloseable {

    /// Quick typing makes one write, not one per key.
    private static final long GATHER_MILLISECONDS = 250;

    private static final String PREFIX = "recovery-";
    private static final String SUFFIX = ".experiment.json";

    private final Path folder;
    private final Path mine;
    private final Function<Experiment, String> writer;
    private final Consumer<IOException> onProblem;
    private final AtomicReference<@Nullable Entry> waiting = new AtomicReference<>();
    private final Object disk = new Object();
    private boolean written;
    private boolean closed;

    private record Entry(Experiment experiment, @Nullable Path file, boolean dirty) {}

    /// Reads back what the writer wrote.
    @FunctionalInterface
    public interface Reader {
        /// The experiment in this text; throws if it is none.
        Experiment read(String json) throws Exception;
    }

    /// The unsaved experiment of a program that was killed.
    ///
    /// @param experiment the experiment as it was last
    /// @param file where it had been opened from; null if it was never saved
    /// @param when the last write
    /// @param journal the recovery file, to be given to [Journal#discard(Recovered)]
    public record Recovered(
            Experiment experiment, @Nullable Path file, Instant when, Path journal) {}

    /// A journal in this folder. `owner` is the process id; `onProblem` hears (on some thread) of
    /// failed writes.
    public Journal(
            Path folder,
            long owner,
            Function<Experiment, String> writer,
            Consumer<IOException> onProblem) {
        this.folder = folder;
        this.mine = folder.resolve(PREFIX + owner + SUFFIX);
        this.writer = writer;
        this.onProblem = onProblem;
    }

    /// Follows a document from now on.
    public void follow(WorkbenchDocument document) {
        Runnable note =
                () ->
                        note(
                                document.experiment().get(),
                                document.file().get(),
                                document.dirty().get());
        document.experiment().addListener((_, _, _) -> note.run());
        document.dirty().addListener((_, _, _) -> note.run());
    }

    /// Notes the present experiment; the write happens on a virtual thread within a second.
    public void note(Experiment experiment, @Nullable Path file, boolean dirty) {
        boolean idle = waiting.getAndSet(new Entry(experiment, file, dirty)) == null;
        if (idle) {
            Thread.ofVirtual().name("journal").start(this::writeSoon);
        }
    }

    private void writeSoon() {
        try {
            Thread.sleep(GATHER_MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        flush();
    }

    /// Writes what is waiting, now and on this thread.
    public void flush() {
        synchronized (disk) {
            Entry entry = waiting.getAndSet(null);
            if (entry == null || closed) {
                return;
            }
            try {
                if (entry.dirty()) {
                    write(entry);
                } else {
                    Files.deleteIfExists(mine);
                }
            } catch (IOException e) {
                onProblem.accept(e);
            }
        }
    }

    private void write(Entry entry) throws IOException {
        Files.createDirectories(folder);
        Path beside = folder.resolve(mine.getFileName() + ".new");
        String file = entry.file() == null ? "" : entry.file().toAbsolutePath().toString();
        Files.writeString(beside, file + "\n" + writer.apply(entry.experiment()));
        written = true;
        Files.move(
                beside, mine, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /// The unsaved experiments of ended programs, newest first. Files that cannot be read are skipped, not deleted.
    public List<Recovered> recover(Reader reader) {
        setAsideNamesake();
        List<Recovered> found = new ArrayList<>();
        for (Path path : leftovers()) {
            try {
                String[] parts = Files.readString(path).split("\n", 2);
                Path file = parts[0].isBlank() ? null : Path.of(parts[0]);
                found.add(
                        new Recovered(
                                reader.read(parts[1]),
                                file,
                                Files.getLastModifiedTime(path).toInstant(),
                                path));
            } catch (Exception _) {
                // A recovery that fails must never keep the program from starting; the file stays
                // for a look.
            }
        }
        found.sort(Comparator.comparing(Recovered::when).reversed());
        return found;
    }

    /// In a container every run may have the same process id: what lies at our own place before we
    /// wrote anything belongs to a dead one. It gets a number no process has.
    private void setAsideNamesake() {
        synchronized (disk) {
            if (written || !Files.exists(mine)) {
                return;
            }
            try {
                Files.move(mine, folder.resolve(PREFIX + System.currentTimeMillis() + SUFFIX));
            } catch (IOException e) {
                onProblem.accept(e);
            }
        }
    }

    private List<Path> leftovers() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Journal::ownerIsDead).toList();
        } catch (IOException e) {
            onProblem.accept(e);
            return List.of();
        }
    }

    private static boolean ownerIsDead(Path path) {
        String name = path.getFileName().toString();
        if (!name.startsWith(PREFIX) || !name.endsWith(SUFFIX)) {
            return false;
        }
        String owner = name.substring(PREFIX.length(), name.length() - SUFFIX.length());
        return owner.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(owner)).map(p -> !p.isAlive()).orElse(true);
    }

    /// Deletes a leftover: it was taken over, or the person does not want it.
    public void discard(Recovered recovered) {
        try {
            Files.deleteIfExists(recovered.journal());
        } catch (IOException e) {
            onProblem.accept(e);
        }
    }

    /// A clean end: nothing is left to recover.
    @Override
    public void close() {
        synchronized (disk) {
            if (closed) {
                return;
            }
            closed = true;
            try {
                Files.deleteIfExists(mine);
            } catch (IOException e) {
                onProblem.accept(e);
            }
        }
    }
}
