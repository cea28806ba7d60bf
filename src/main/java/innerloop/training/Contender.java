package innerloop.training;

import innerloop.experiment.Experiment;

/// One of the learners that are compared in an [Arena].
///
/// @param name its learner, and what its encoder is pre-trained by: `maml`, `ridge+contrast`
/// @param experiment the experiment with this learner
public record Contender(String name, Experiment experiment) {

    /// The experiment as another one is, but with this learner and this pre-training.
    public Experiment in(Experiment other) {
        return other.withLearner(experiment.learner()).withPretraining(experiment.pretraining());
    }
}
