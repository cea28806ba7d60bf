package innerloop.microscope;

import innerloop.experiment.Experiment;
import innerloop.meta.MetaLearner;
import innerloop.meta.Traits;
import innerloop.phrase.Phrase;
import java.util.Optional;

/// Why the outer steps of an experiment cannot be taken apart into episodes.
public enum Absence {
    /// The task is one whole episode.
    WHOLE_TASK,
    /// There are no outer steps.
    NO_OUTER_LOOP,
    /// Outer steps learn from batches of examples of all base classes.
    BATCHES;

    /// Why those of this experiment cannot; empty if they can.
    public static Optional<Absence> of(Experiment experiment) {
        MetaLearner learner = experiment.learner();
        if (experiment.task().isWhole()) {
            return Optional.of(WHOLE_TASK);
        }
        if (!learner.trains()) {
            return Optional.of(NO_OUTER_LOOP);
        }
        return learner.traits().loss() == Traits.Loss.BATCH
                ? Optional.of(BATCHES)
                : Optional.empty();
    }

    /// What there is to say of it, in one line.
    Phrase phrase() {
        return Phrase.of("outer.absent." + name());
    }
}
