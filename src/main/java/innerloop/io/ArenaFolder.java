package innerloop.io;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.phrase.Trouble;
import innerloop.training.Arena;
import innerloop.training.ArenaPicture;
import innerloop.training.ArenaResult;
import innerloop.training.RunRecord;
import innerloop.training.RunSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The folder of a comparison of learners. Each of its runs is a run folder of its own, `maml` or `maml/fold-3`, and appears when
/// it is whole, so that a comparison that was cut off goes on where it was. Beside them lie the table and its picture.
public final class ArenaFolder implements Arena.Keeper, AutoCloseable {

    static final String TABLE = "arena.json";
    static final String PICTURE = "arena.svg";

    private static final String FOLD = "fold-";

    private final Path folder;
    private final AttributedGraph graph;
    private final Path graphPath;
    private final FolderLock lock;

    private ArenaFolder(Path folder, AttributedGraph graph, Path graphPath, FolderLock lock) {
        this.folder = folder;
        this.graph = graph;
        this.graphPath = graphPath;
        this.lock = lock;
    }

    /// Begins a comparison in a folder that is empty or not there yet, or goes on with the one that lies there.
    ///
    /// @param graphPath where the graph lies; the written experiments name it relative to their folders
    /// @throws InputException if the folder holds anything else, or another program works there
    public static ArenaFolder open(Path folder, AttributedGraph graph, Path graphPath)
            throws InputException, IOException {
        Path place = folder.toAbsolutePath().normalize();
        if (Files.exists(place) && !Files.isDirectory(place)) {
            throw new InputException(Trouble.of("arenaFolder.noFolder"), folder.toString());
        }
        Files.createDirectories(place);
        FolderLock lock =
                FolderLock.take(place)
                        .orElseThrow(() ->
                                new InputException(
                                        Trouble.of("arenaFolder.taken"), folder.toString()));
        if (!Files.exists(place.resolve(TABLE)) && !FolderTree.isEmpty(place)) {
            lock.close();
            throw new InputException(Trouble.of("arenaFolder.other"), folder.toString());
        }
        return new ArenaFolder(place, graph, graphPath, lock);
    }

    private Path place(Arena.Heat heat) {
        Path own = folder.resolve(heat.contender().name());
        return heat.fold() == 0 ? own : own.resolve(FOLD + heat.fold());
    }

    @Override
    public Optional<RunSummary> kept(Arena.Heat heat) throws InputException {
        Path place = place(heat);
        if (!Files.exists(place)) {
            return Optional.empty();
        }
        RunSummary run = RunReader.summary(place);
        List<String> differing =
                List.copyOf(
                        Settings.differences(
                                        List.of(
                                                run.experiment().unpainted(),
                                                heat.experiment().unpainted()))
                                .keySet());
        if (!differing.isEmpty()) {
            throw new InputException(
                    Trouble.of("arenaFolder.settings", differing), place.toString());
        }
        if (!run.provenance().graphHash().equals(graph.contentHash())) {
            throw new InputException(Trouble.of("arenaFolder.otherGraph"), place.toString());
        }
        return Optional.of(run);
    }

    /// Of folds no checkpoints are written: nobody goes back in them, and there are many.
    @Override
    public void keep(Arena.Heat heat, RunRecord record) throws IOException {
        RunFolder.writeNew(
                place(heat), heat.fold() == 0 ? record : record.withoutCheckpoints(), graphPath);
    }

    /// Writes table and picture.
    public void write(ArenaResult result) throws IOException {
        AtomicFiles.write(folder.resolve(TABLE), ArenaScores.json(result));
        AtomicFiles.write(folder.resolve(PICTURE), ArenaPicture.svg(result));
    }

    /// Where it lies.
    public Path folder() {
        return folder;
    }

    /// From now on others may write there.
    @Override
    public void close() {
        lock.close();
    }
}
