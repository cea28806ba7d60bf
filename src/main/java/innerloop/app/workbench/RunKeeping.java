package innerloop.app.workbench;

import innerloop.experiment.InputException;
import innerloop.io.UnfinishedRun;
import innerloop.training.ExperimentSetup;
import innerloop.training.Progress;
import innerloop.training.ProgressKeeper;
import innerloop.training.RunRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps one run of the window: its progress while it goes, the whole of it when it has ended. The folder is claimed on the
/// trainer's thread; if that fails the run goes on, and the failure is said.
final class RunKeeping implements ProgressKeeper, AutoCloseable {

    private final Path runs;
    private final Path graph;
    private final @Nullable Path resumed;
    private final Consumer<IOException> onProblem;
    private volatile @Nullable UnfinishedRun unfinished;

    /// @param runs the folder that all runs are kept in
    /// @param graph where the graph of the run lies
    /// @param resumed the folder of the run to go on with; null for a new one
    /// @param onProblem hears, on some thread, of what could not be written
    RunKeeping(Path runs, Path graph, @Nullable Path resumed, Consumer<IOException> onProblem) {
        this.runs = runs;
        this.graph = graph;
        this.resumed = resumed;
        this.onProblem = onProblem;
    }

    @Override
    public Optional<Progress> kept(ExperimentSetup setup) throws InputException {
        try {
            UnfinishedRun run =
                    resumed == null
                            ? UnfinishedRun.beginIn(runs, setup.experiment(), graph, onProblem)
                            : UnfinishedRun.resume(resumed, graph, onProblem);
            unfinished = run;
            return run.kept(setup);
        } catch (IOException e) {
            onProblem.accept(e);
            return Optional.empty();
        }
    }

    @Override
    public void keep(Progress progress) {
        UnfinishedRun run = unfinished;
        if (run != null) {
            run.keep(progress);
        }
    }

    /// Writes what the run leaves; its folder, if there is one.
    Optional<Path> finish(RunRecord record) throws IOException {
        try (UnfinishedRun run = unfinished) {
            if (run == null) {
                return Optional.empty();
            }
            run.finish(record);
            return Optional.of(run.folder());
        }
    }

    /// Gives the folder free. What is unfinished stays, to be gone on with.
    @Override
    public void close() {
        UnfinishedRun run = unfinished;
        if (run != null) {
            run.close();
        }
    }
}
