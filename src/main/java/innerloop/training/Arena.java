package innerloop.training;

import innerloop.episode.Lanes;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.Backend;
import innerloop.math.Seed;
import innerloop.phrase.OneLine;
import innerloop.phrase.Phrase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Compares learners on the same test episodes: each is trained and tested on every split, one split after the other, so that
/// rows of the table fill in together and say something even if the work is cut short.
public final class Arena {

    private final Backend backend;
    private final int threads;
    private final RunControl control;
    private final Keeper keeper;
    private final Consumer<TrainingEvent> events;

    /// One run of the comparison.
    ///
    /// @param contender who is tried
    /// @param fold the number of the split, 1 for the first; 0 if there is only that of the experiment
    /// @param experiment with the contender's learner and this split
    public record Heat(Contender contender, int fold, Experiment experiment) {}

    /// Keeps finished runs, so that they need not be run again.
    public interface Keeper {

        /// Keeps nothing.
        Keeper NONE =
                new Keeper() {
                    @Override
                    public Optional<RunSummary> kept(Heat heat) {
                        return Optional.empty();
                    }

                    @Override
                    public void keep(Heat heat, RunRecord record) {
                        // Nobody wants it.
                    }
                };

        /// What is kept of it.
        ///
        /// @throws InputException if something else lies in its place
        Optional<RunSummary> kept(Heat heat) throws InputException;

        /// Keeps it.
        void keep(Heat heat, RunRecord record) throws IOException;
    }

    /// Hears how the comparison goes on.
    public interface Watching {

        /// A run has ended or broken off, or was kept from before.
        ///
        /// @param soFar with this run
        void ran(Heat heat, ArenaRun outcome, ArenaResult soFar) throws IOException;
    }

    /// @param control ends it when it is told to abandon
    /// @param keeper gives the runs that need not be run again, and keeps the others
    /// @param events what each run says of itself, called on the thread that trains
    public Arena(
            Backend backend,
            int threads,
            RunControl control,
            Keeper keeper,
            Consumer<TrainingEvent> events) {
        this.backend = backend;
        this.threads = threads;
        this.control = control;
        this.keeper = keeper;
        this.events = events;
    }

    /// The splits on which learners of an experiment are compared: its own, or so many folds over classes, which follow from the
    /// seed.
    ///
    /// @throws InputException if folds are asked for that the experiment cannot have
    public static List<Split> splits(
            Experiment experiment, AttributedGraph graph, OptionalInt folds) throws InputException {
        if (folds.isEmpty()) {
            return List.of(experiment.split());
        }
        ClassFolds.require(experiment);
        List<Split> splits = new ArrayList<>();
        for (Lanes lanes :
                ClassFolds.splits(
                        graph,
                        experiment.task().drawing(),
                        folds.getAsInt(),
                        new Seed(experiment.seed()))) {
            splits.add(experiment.split().withLanes(lanes));
        }
        return List.copyOf(splits);
    }

    /// Runs all that is left to run. A run that breaks off is a row's failure, and the others go on; it is not kept, so that it is
    /// tried again when the comparison is.
    ///
    /// @param empty the comparison before its first run
    /// @return the comparison after its last run, or after that before which it was told to stop
    /// @throws InputException if what was kept is something else
    /// @throws IOException if a run could not be kept
    public ArenaResult run(ArenaResult empty, AttributedGraph graph, Watching watching)
            throws InputException, IOException {
        ExperimentRunner runner = new ExperimentRunner(backend, threads);
        ArenaResult result = empty;
        try {
            for (Heat heat : empty.heats()) {
                Optional<RunSummary> kept = keeper.kept(heat);
                ArenaRun outcome =
                        kept.isPresent()
                                ? new ArenaRun.Ended(kept.get())
                                : run(heat, graph, runner);
                result = result.with(heat.contender(), outcome);
                watching.ran(heat, outcome, result);
            }
        } catch (RunControl.StoppedException e) {
            // What has ended stays.
        }
        return result;
    }

    private ArenaRun run(Heat heat, AttributedGraph graph, ExperimentRunner runner)
            throws IOException {
        RunRecord record;
        try {
            record = runner.run(heat.experiment(), graph, control, events);
        } catch (RunControl.StoppedException e) {
            throw e;
        } catch (InputException e) {
            return new ArenaRun.Failed(e.phrase());
        } catch (OutOfMemoryError e) {
            return new ArenaRun.Failed(Phrase.of("arena.memory"));
        } catch (RuntimeException e) {
            return new ArenaRun.Failed(Phrase.words(OneLine.escaped(e.toString())));
        }
        if (record.status() == RunStatus.STOPPED) {
            // A part of the episodes cannot be compared with all of them.
            throw new RunControl.StoppedException();
        }
        keeper.keep(heat, record);
        return new ArenaRun.Ended(RunSummary.of(record));
    }
}
