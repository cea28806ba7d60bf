package innerloop.training;

import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.VectorBackend;
import java.util.function.Consumer;

/// Carries out a run and reports its events on the calling thread.
public interface Engine {

    /// The engine for real runs, on all cores.
    static Engine defaults() {
        return (experiment, graph, control, events, keeper) ->
                new ExperimentRunner(new VectorBackend(), threads())
                        .run(experiment, graph, control, events, keeper);
    }

    /// Runs until the end or until `control` stops it; the last event is [TrainingEvent.Finished].
    void run(
            Experiment experiment,
            AttributedGraph graph,
            RunControl control,
            Consumer<TrainingEvent> events,
            ProgressKeeper keeper)
            throws InputException;

    /// Worker threads of a run beside a window: all cores. The window's own work is short, so the system lets it in between.
    static int threads() {
        return Runtime.getRuntime().availableProcessors();
    }
}
