package innerloop.meta;

import innerloop.autodiff.NonFiniteException;
import innerloop.nn.Adam;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;

/// The inner loop: learning one episode from its support set.
final class InnerLoop {

    private static final double ADAM_MEMORY = 0.999;
    private static final double ADAM_EPSILON = 1e-8;

    private InnerLoop() {}

    /// Where an episode starts.
    ///
    /// @param episode in the episode's shapes
    /// @param support the part of it that the support set reads
    record Start(Parameters episode, Parameters support) {}

    /// θ as the episode starts from it: what it reads of it, with the head where the learner wants it.
    static Start start(
            MetaLearner.Adapting learner, EpisodeProblem problem, Parameters theta, Workspace w) {
        return begin(learner, problem, problem.restrict(theta, w.space()), w);
    }

    /// The same from what the episode reads of θ, which is overwritten.
    static Start begin(
            MetaLearner.Adapting learner, EpisodeProblem problem, Parameters episode, Workspace w) {
        return switch (learner.adaptation().head()) {
            case LEARNED -> new Start(episode, problem.toSupport(episode, w.supportSpace()));
            case ZERO -> {
                clearSlots(episode, w);
                yield new Start(episode, problem.toSupport(episode, w.supportSpace()));
            }
            case PROTOTYPES -> {
                Parameters read = problem.toSupport(episode, w.supportSpace());
                Parameters head = w.evaluator().prototypeHead(read, problem.support());
                Parameters support = w.supportSpace().copy(head);
                clearSlots(episode, w);
                problem.addSlope(slots(support), 1, episode, w.scratch());
                yield new Start(episode, support);
            }
        };
    }

    /// Those parameters that belong to slots.
    static Parameters slots(Parameters parameters) {
        return parameters.only(parameters.specs().stream().filter(ParameterSpec::perSlot).toList());
    }

    /// Sets everything that belongs to slots to zero.
    static void clearSlots(Parameters parameters, Workspace w) {
        for (ParameterSpec spec : parameters.specs()) {
            if (spec.perSlot()) {
                w.backend().fill(0, parameters.get(spec.name()));
            }
        }
    }

    /// Learns the support set in the learner's number of steps.
    static InnerPath path(
            MetaLearner.Adapting learner,
            EpisodeProblem problem,
            Parameters start,
            InnerRates rates,
            Workspace w) {
        InnerPath path = new InnerPath(problem, start, w);
        for (int k = 0; k < learner.adaptation().steps(); k++) {
            w.checkpoint().run();
            path.descend(supportGradient(problem, path.at(k), k, w), rates);
        }
        return path;
    }

    /// `∇L_support(θ_k)` of inner step k, for the parameters that adapt.
    static Parameters supportGradient(
            EpisodeProblem problem, Parameters theta, int k, Workspace w) {
        try {
            return w.evaluator().adaptedGradient(theta, problem.support(), problem.noise(k));
        } catch (NonFiniteException e) {
            throw e.in("inner step " + (k + 1));
        }
    }

    /// Where Adam's inner steps lead and its state there.
    static Adam.Step adam(
            Reptile learner,
            EpisodeProblem problem,
            Parameters start,
            Adam.State state,
            Workspace w) {
        Adam adam = new Adam(learner.adaptation().rate(), 0, ADAM_MEMORY, ADAM_EPSILON, 0);
        Adam.Step step = new Adam.Step(start, state);
        for (int k = 0; k < learner.adaptation().steps(); k++) {
            w.checkpoint().run();
            Parameters gradient = supportGradient(problem, step.parameters(), k, w);
            step = adam.step(w.backend(), step.state(), step.parameters(), gradient);
        }
        return step;
    }
}
