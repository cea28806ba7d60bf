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
import java.util.List;

/// Finds where numbers stopped being finite, and describes it in words.
final class NonFiniteReason {

    private final ExperimentSetup setup;

    NonFiniteReason(ExperimentSetup setup) {
        this.setup = setup;
    }

    /// Repeats the step, checking every number.
    String ofStep(
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
                return "task %d, %s; try a smaller %s".formatted(i + 1, found.get(), rate());
            }
        }
        return "the norm of the meta-gradient is " + norm + "; try a smaller " + rate();
    }

    /// The reason why the score of a test episode is not finite.
    String ofTest(int episode, LearnerState learned) {
        EpisodeProblem problem = setup.problem(Phase.TEST, setup.episode(Phase.TEST, episode));
        return "test episode %d, %s; try a smaller %s"
                .formatted(
                        episode + 1,
                        new EpisodeWorker(setup.backend(), setup.plan())
                                .firstNonFinite(problem, learned)
                                .orElse("the query loss is no number"),
                        rate());
    }

    /// The rate that should be made smaller.
    String rate() {
        return setup.experiment().learner() instanceof MetaLearner.Adapting
                ? "inner rate"
                : "outer rate";
    }

    /// The first of the parameters that is not finite.
    static String first(Parameters theta) {
        for (ParameterSpec spec : theta.specs()) {
            for (double number : theta.get(spec.name()).toArray()) {
                if (!Double.isFinite(number)) {
                    return spec.name() + " of layer " + (spec.layer() + 1);
                }
            }
        }
        return "the size of the parameters";
    }
}
