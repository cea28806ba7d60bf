package innerloop.io;

import innerloop.experiment.Experiment;
import innerloop.experiment.GraphPaths;
import innerloop.experiment.InputException;
import innerloop.phrase.Phrase;
import innerloop.phrase.Trouble;
import innerloop.training.ExperimentSetup;
import innerloop.training.Progress;
import innerloop.training.ProgressKeeper;
import innerloop.training.RunRecord;
import innerloop.training.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A run folder that is being written. It lies beside its place, as `NAME.unfinished`, and is renamed when it is whole: the
/// folder itself is a whole run or absent. While the run goes it is locked, and holds the settings, θ and the progress as of
/// the last validation, so that the run can go on after the program was killed.
public final class UnfinishedRun implements ProgressKeeper, AutoCloseable {

    private static final String ENDING = ".unfinished";

    private final Path folder;
    private final Path unfinished;
    private final Path graph;
    private final FolderLock lock;
    private final Consumer<IOException> onProblem;
    private final ProgressFiles progress;
    private @Nullable ExperimentSetup setup;

    /// Whether the run has ended, so that the folder holds more than could be begun again.
    private boolean computed;

    private UnfinishedRun(
            Path folder, Path graph, FolderLock lock, Consumer<IOException> onProblem) {
        this.folder = folder;
        this.unfinished = beside(folder);
        this.graph = graph;
        this.lock = lock;
        this.onProblem = onProblem;
        this.progress = new ProgressFiles(unfinished);
    }

    private static Path beside(Path folder) {
        return folder.resolveSibling(folder.getFileName() + ENDING);
    }

    /// Whether this is the name of an unfinished run.
    static boolean isOne(Path folder) {
        return folder.getFileName().toString().endsWith(ENDING);
    }

    /// Whether a run lies in this folder, or one that is to lie there is unfinished.
    static boolean isTaken(Path folder) {
        return Files.exists(folder) || Files.exists(beside(folder)) || FolderLock.isTaken(folder);
    }

    /// The unfinished runs in a folder of runs that no program is writing, the latest first.
    public static List<Path> leftIn(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(UnfinishedRun::isOne)
                    .map(UnfinishedRun::finished)
                    .filter(folder -> !FolderLock.isTaken(folder))
                    .sorted(Comparator.comparing(Path::toString).reversed())
                    .toList();
        } catch (IOException e) {
            // No folder, no runs.
            return List.of();
        }
    }

    /// The place of the whole folder, given it or that of the unfinished one, or a link to one of them.
    private static Path place(Path folder) throws InputException, IOException {
        if (Files.isSymbolicLink(folder) && !Files.exists(folder)) {
            throw new InputException(Trouble.of("write.deadLink"), folder.toString());
        }
        return finished(Files.exists(folder) ? folder.toRealPath() : folder);
    }

    private static Path finished(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        String name = absolute.getFileName().toString();
        return isOne(absolute)
                ? absolute.resolveSibling(name.substring(0, name.length() - ENDING.length()))
                : absolute;
    }

    /// The outer steps that the unfinished run of this folder has done.
    public static int steps(Path folder) {
        return ProgressFiles.steps(beside(folder));
    }

    /// Begins a run that is to lie in this folder, which may hold an earlier run.
    ///
    /// @param graph where the graph lies; the written experiment names it relative to the folder, so that it can be run
    ///     again from there
    /// @param onProblem hears of progress that could not be written
    /// @throws InputException if another run is being written there, or the folder holds anything but a run
    public static UnfinishedRun begin(
            Path folder, Experiment experiment, Path graph, Consumer<IOException> onProblem)
            throws InputException, IOException {
        Path place = place(folder);
        requireReplaceable(place);
        return begin(place, claim(place), experiment, graph, onProblem);
    }

    /// Begins a run in a folder of its own: date, time and the experiment's name, and a number if that is taken.
    public static UnfinishedRun beginIn(
            Path parent, Experiment experiment, Path graph, Consumer<IOException> onProblem)
            throws InputException, IOException {
        Files.createDirectories(parent);
        while (true) {
            Path place =
                    finished(RunFolder.in(parent, Instant.now().toString(), experiment.name()));
            Optional<FolderLock> lock = FolderLock.take(place);
            if (lock.isPresent()) {
                return begin(place, lock.get(), experiment, graph, onProblem);
            }
        }
    }

    private static UnfinishedRun begin(
            Path place,
            FolderLock lock,
            Experiment experiment,
            Path graph,
            Consumer<IOException> onProblem)
            throws InputException, IOException {
        UnfinishedRun run = new UnfinishedRun(place, graph, lock, onProblem);
        boolean made = false;
        try {
            requireNothingToGoOnWith(place);
            Path fresh = AtomicFiles.temporaryName(place);
            Files.createDirectory(fresh);
            Path file = fresh.resolve(RunFolder.EXPERIMENT);
            AtomicFiles.write(
                    file,
                    ExperimentJson.write(experiment.withGraph(GraphPaths.relative(file, graph))));
            publish(fresh, run.unfinished);
            made = true;
            return run;
        } finally {
            if (!made) {
                lock.close();
            }
        }
    }

    /// Goes on with a run that was interrupted or stopped.
    ///
    /// @param folder its folder, with or without `.unfinished`
    /// @param graph where its graph lies
    /// @throws InputException if it is being written, or there is nothing to go on with
    public static UnfinishedRun resume(Path folder, Path graph, Consumer<IOException> onProblem)
            throws InputException, IOException {
        Path place = place(folder);
        UnfinishedRun run = new UnfinishedRun(place, graph, claim(place), onProblem);
        boolean ready = false;
        try {
            if (!Files.isDirectory(run.unfinished)) {
                run.takeUp();
            }
            ready = true;
            return run;
        } finally {
            if (!ready) {
                run.lock.close();
            }
        }
    }

    /// The settings of a run that can go on; their graph is named as seen from there.
    ///
    /// @throws InputException if there is nothing to go on with
    public static Path experimentOf(Path folder) throws InputException, IOException {
        Path place = place(folder);
        Path unfinished = beside(place).resolve(RunFolder.EXPERIMENT);
        if (Files.exists(unfinished)) {
            return unfinished;
        }
        if (ProgressFiles.isIn(place)) {
            return place.resolve(RunFolder.EXPERIMENT);
        }
        throw new InputException(
                Trouble.of(
                        Files.exists(place.resolve(RunFolder.SUMMARY))
                                ? "unfinished.whole"
                                : "unfinished.none"),
                folder.toString());
    }

    /// The backend that the interrupted run computed with; null if it had not got that far.
    public static @Nullable String backendOf(Path folder) throws InputException, IOException {
        Path file = experimentOf(folder);
        return ProgressFiles.backend(Objects.requireNonNull(file.getParent()));
    }

    /// Renames a run that was whole when the program was killed. True if it was.
    public static boolean complete(Path folder) throws InputException, IOException {
        Path place = place(folder);
        if (!Files.exists(beside(place).resolve(RunFolder.SUMMARY))) {
            return false;
        }
        try (FolderLock _ = claim(place)) {
            requireReplaceable(place);
            publish(beside(place), place);
            return true;
        }
    }

    /// Forgets the unfinished run of this folder.
    public static void discard(Path folder) throws InputException, IOException {
        Path place = place(folder);
        try (FolderLock _ = claim(place)) {
            FolderTree.discard(beside(place));
        }
    }

    /// A stopped run lies in its folder with its progress. It stays there until it is replaced by what becomes of it.
    private void takeUp() throws IOException {
        Path copy = AtomicFiles.temporaryName(folder);
        FolderTree.copy(folder, copy);
        Files.deleteIfExists(copy.resolve(RunFolder.SUMMARY));
        Files.move(copy, unfinished, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FolderLock claim(Path place) throws InputException, IOException {
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        return FolderLock.take(place)
                .orElseThrow(
                        () -> new InputException(Trouble.of("unfinished.taken"), place.toString()));
    }

    /// Refuses a place that holds anything but a run.
    private static void requireReplaceable(Path place) throws InputException, IOException {
        Path parent = place.getParent();
        if (parent == null) {
            throw new InputException(Trouble.of("write.noName"), place.toString());
        }
        if (!Files.exists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw new InputException(Trouble.of("unfinished.file"), place.toString());
        }
        if (!Files.getFileStore(place).equals(Files.getFileStore(parent))) {
            throw new InputException(Trouble.of("unfinished.disk"), place.toString());
        }
        requireNoStranger(place);
        if (!FolderTree.isEmpty(place) && !Files.exists(place.resolve(RunFolder.SUMMARY))) {
            throw new InputException(Trouble.of("unfinished.other"), place.toString());
        }
    }

    private static void requireNoStranger(Path folder) throws InputException, IOException {
        Optional<Path> stranger = RunFolder.stranger(folder);
        if (stranger.isPresent()) {
            throw new InputException(
                    Trouble.of("unfinished.stranger", stranger.get().getFileName()),
                    folder.toString());
        }
    }

    /// Refuses a place beside which a run lies that was interrupted, or anything else.
    private static void requireNothingToGoOnWith(Path place) throws InputException, IOException {
        Path unfinished = beside(place);
        if (!Files.isDirectory(unfinished)) {
            return;
        }
        requireNoStranger(unfinished);
        if (ProgressFiles.isIn(unfinished) || Files.exists(unfinished.resolve(RunFolder.SUMMARY))) {
            throw new InputException(
                    Trouble.of("unfinished.interrupted", place, unfinished.getFileName()),
                    place.toString());
        }
    }

    /// Where the whole run will lie.
    public Path folder() {
        return folder;
    }

    /// Whether there is something to go on with.
    public boolean hasProgress() {
        return ProgressFiles.isIn(unfinished);
    }

    @Override
    public Optional<Progress> kept(ExperimentSetup made) throws InputException {
        setup = made;
        return hasProgress() ? Optional.of(progress.read(made)) : Optional.empty();
    }

    @Override
    public void keep(Progress made) {
        ExperimentSetup of = Objects.requireNonNull(setup);
        progress.owe(made);
        try {
            // θ first: it is what a person would miss most.
            ParameterFiles.write(
                    unfinished.resolve(RunFolder.PARAMETERS),
                    made.outer().learned().theta(),
                    of.experiment(),
                    Phrase.line(of.protocol()).text());
            progress.write(made, of);
        } catch (IOException e) {
            onProblem.accept(e);
        }
    }

    /// Writes what a run that ended leaves, and gives the folder its name. The progress of a stopped run stays, so that it
    /// can go on. If that fails, what could be written stays beside the place.
    public void finish(RunRecord record) throws IOException {
        computed = true;
        RunFolder.write(unfinished, record, graph);
        if (record.status() != RunStatus.STOPPED) {
            FolderTree.discard(unfinished.resolve(ProgressFiles.FOLDER));
        }
        try {
            requireReplaceable(folder);
        } catch (InputException e) {
            // Somebody has put something there meanwhile.
            throw new IOException(e.getMessage(), e);
        }
        publish(unfinished, folder);
    }

    /// Between the two renames there is no folder of this name; the next start finds a whole run beside it.
    private static void publish(Path whole, Path place) throws IOException {
        Path old = FolderTree.setAside(place);
        Files.move(whole, place, StandardCopyOption.ATOMIC_MOVE);
        FolderTree.delete(old);
    }

    /// Ends the writing. What is unfinished stays, unless it is nothing that could be gone on with.
    @Override
    public void close() {
        try (lock) {
            if (Files.isDirectory(unfinished) && !hasProgress() && !computed) {
                FolderTree.discard(unfinished);
            }
        } catch (IOException e) {
            onProblem.accept(e);
        }
    }
}
