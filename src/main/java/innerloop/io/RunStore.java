package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.training.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder of run folders. A deleted run lies in `.deleted` until the store is opened again, so that deleting can be
/// undone; moving a folder is one step, so no crash leaves half a run.
public final class RunStore {

    private static final String DELETED = ".deleted";

    private final Path parent;

    /// The store in this folder, which need not exist yet.
    public RunStore(Path parent) {
        this.parent = parent;
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

    /// All whole runs, the newest first. What is not one is left out.
    public List<Kept> list() throws IOException {
        List<Kept> kept = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (Stream<Path> folders = Files.list(parent)) {
                folders.forEach(folder -> read(folder).ifPresent(kept::add));
            }
        }
        kept.sort(
                Comparator.comparing((Kept run) -> run.summary().provenance().started())
                        .reversed());
        return kept;
    }

    /// The run in a folder, if it is a whole one.
    public static Optional<Kept> read(Path folder) {
        try {
            return Optional.of(new Kept(folder, RunReader.summary(folder), RunNotes.read(folder)));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    /// Writes what a person says of a run.
    public static void write(Path folder, RunNotes notes) throws IOException {
        notes.write(folder);
    }

    /// Takes a run out of the list.
    public void delete(Path folder) throws IOException {
        Files.createDirectories(parent.resolve(DELETED));
        Files.move(folder, hidden(folder), StandardCopyOption.ATOMIC_MOVE);
    }

    /// Brings a deleted run back.
    public void restore(Path folder) throws IOException {
        Files.move(hidden(folder), folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /// Forgets deleted runs for good.
    public void purge() throws IOException {
        Path deleted = parent.resolve(DELETED);
        if (Files.isDirectory(deleted)) {
            try (Stream<Path> files = Files.walk(deleted)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private Path hidden(Path folder) {
        return parent.resolve(DELETED).resolve(String.valueOf(folder.getFileName()));
    }
}
