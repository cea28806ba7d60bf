package innerloop.training;

import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.Backend;
import java.util.Optional;
import java.util.function.Consumer;

/// Runs an experiment: sample episodes, adapt to each, move θ, validate now and then, test at the end.
///
/// [#run] works on the calling thread (the trainer) and some worker threads, and says what happens through
/// [TrainingEvent]s. The result is the same for any number of threads: each episode's contribution is computed on
/// its own and they are added in the order of their numbers.
public final class ExperimentRunner {

    private final Backend backend;
    private final int threads;
    private final PretrainingStage pretraining = new PretrainingStage();

    /// A runner on this arithmetic with this many threads.
    public ExperimentRunner(Backend backend, int threads) {
        this.backend = backend;
        this.threads = threads;
    }

    /// The same without keeping the progress.
    public RunRecord run(
            Experiment experiment,
            AttributedGraph graph,
            RunControl control,
            Consumer<TrainingEvent> events)
            throws InputException {
        return run(experiment, graph, control, events, ProgressKeeper.NONE);
    }

    /// Runs to the end, or until `control` says stop.
    ///
    /// @param events is called on the trainer thread and must return quickly
    /// @param keeper gives the progress to go on from, and keeps that on the way
    /// @throws InputException if the experiment does not fit the graph, or the progress does not fit the experiment
    /// @throws RunControl.StoppedException if the test was told to stop before its first episode was done
    public RunRecord run(
            Experiment experiment,
            AttributedGraph graph,
            RunControl control,
            Consumer<TrainingEvent> events,
            ProgressKeeper keeper)
            throws InputException {
        ExperimentSetup setup = ExperimentSetup.of(experiment, graph, backend);
        try (EpisodePool pool = new EpisodePool(setup, threads)) {
            Optional<Progress> kept = keeper.kept(setup);
            Progress from =
                    kept.isPresent()
                            ? kept.get()
                            : Training.beginning(pretraining.of(setup, pool, control, events));
            return new Training(setup, pool, control, events, keeper, from).run();
        }
    }
}
