package innerloop.training;

import innerloop.episode.Phase;
import innerloop.meta.Contribution;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.LearnerState;
import innerloop.meta.MetaLearner;
import innerloop.meta.OuterState;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.phrase.Phrase;
import java.util.List;

/// Finds where numbers stopped being finite, and describes it in words.
final class NonFiniteReason {

    private final ExperimentSetup setup;

    NonFiniteReason(ExperimentSetup setup) {
        this.setup = setup;
    }

    /// Repeats the step, checking every number.
    Phrase ofStep(
            Contribution[] contributions,
            List<Contribution.Buffer> buffers,
            OuterState outer,
            double norm) {
        EpisodeWorker worker = new EpisodeWorker(setup.backend(), setup.plan());
        for (int i = 0; i < contributions.length; i++) {
            var found =
                    worker.firstNonFinite(
                            contributions[i].problem(),
                            outer.learned(),
                            outer.steps(),
                            buffers.get(i));
            if (found.isPresent()) {
                return Phrase.of("diverged.task", i + 1, found.get(), rate());
            }
        }
        return Phrase.of("diverged.norm", norm, rate());
    }

    /// The reason why the score of a test episode is not finite.
    Phrase ofTest(int episode, LearnerState learned) {
        EpisodeProblem problem = setup.problem(Phase.TEST, setup.episode(Phase.TEST, episode));
        return Phrase.of(
                "diverged.test",
                episode + 1,
                new EpisodeWorker(setup.backend(), setup.plan())
                        .firstNonFinite(problem, learned)
                        .orElseGet(() -> Phrase.of("diverged.queryLoss")),
                rate());
    }

    /// The rate that should be made smaller.
    Phrase rate() {
        return Phrase.of(
                setup.experiment().learner() instanceof MetaLearner.Adapting
                        ? "rate.inner"
                        : "rate.outer");
    }

    /// The first of the parameters that is not finite.
    static Phrase first(Parameters theta) {
        for (ParameterSpec spec : theta.specs()) {
            for (double number : theta.get(spec.name()).toArray()) {
                if (!Double.isFinite(number)) {
                    return Phrase.of("diverged.ofLayer", spec.name(), spec.layer() + 1);
                }
            }
        }
        return Phrase.of("diverged.size");
    }
}
