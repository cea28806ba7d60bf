package innerloop.app;

import innerloop.experiment.Experiment;
import innerloop.experiment.kinds.Kinds;

/// What views call the pre-training of an experiment.
public final class PretrainingName {

    private PretrainingName() {}

    /// As the recipe calls it.
    public static String of(Experiment experiment) {
        return Messages.get(
                "option.pretraining.objective." + Kinds.PRETRAINING.kind(experiment).word());
    }
}
