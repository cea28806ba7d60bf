package innerloop.training;

import innerloop.experiment.InputException;
import java.util.Optional;

/// Keeps the progress of a run where it outlives the program.
public interface ProgressKeeper {

    /// Keeps nothing: the run is short, or nobody waits for it.
    ProgressKeeper NONE =
            new ProgressKeeper() {
                @Override
                public Optional<Progress> kept(ExperimentSetup setup) {
                    return Optional.empty();
                }

                @Override
                public void keep(Progress progress) {}
            };

    /// The progress to go on from; empty if the run is to begin.
    ///
    /// @throws InputException if it is not of this experiment and graph, or cannot be read
    Optional<Progress> kept(ExperimentSetup setup) throws InputException;

    /// Keeps this progress instead of the last one. Called on the trainer thread after every validation and before the
    /// final test; it returns when the progress is safe. A failure is not the run's: it goes on.
    void keep(Progress progress);
}
