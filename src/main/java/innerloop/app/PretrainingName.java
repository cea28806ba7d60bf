package innerloop.app;

import innerloop.experiment.Experiment;
import innerloop.experiment.kinds.Kinds;

/// The name of an experiment's pre-training in the window.
public final class PretrainingName {

    private PretrainingName() {}

    /// As the recipe calls it.
    public static String of(Experiment experiment) {
        return Messages.get(
                "option.pretraining.objective." + Kinds.PRETRAINING.kind(experiment).word());
    }
}
