package innerloop.meta;

import innerloop.autodiff.NonFiniteException;
import innerloop.nn.Adam;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.phrase.Phrase;
import java.util.function.Consumer;

/// The inner loop: learning one episode from its support set.
final class InnerLoop {

    private static final double ADAM_MEMORY = 0.999;
    private static final double ADAM_EPSILON = 1e-8;

    /// When a query loss is computed, for messages.
    static final Phrase LOSS_BEFORE = Phrase.of("work.queryLoss.before");

    /// When a query loss is computed, for messages.
    static final Phrase LOSS_AFTER = Phrase.of("work.queryLoss.after");

    private InnerLoop() {}

    /// When a query loss is computed, for messages.
    static Phrase lossAfter(int steps) {
        return Phrase.of("work.queryLossAfter", steps);
    }

    /// The parameters an episode starts from.
    ///
    /// @param episode in the episode's shapes
    /// @param support the part of it that the support set reads
    record Start(Parameters episode, Parameters support) {}

    /// The part of θ that the episode reads, with the head set as the settings say.
    static Start start(
            InnerLoopSettings settings, EpisodeProblem problem, Parameters theta, Workspace w) {
        return begin(settings, problem, problem.restrict(theta, w.space()), w);
    }

    /// The same from the part of θ that the episode reads, which is overwritten.
    static Start begin(
            InnerLoopSettings settings, EpisodeProblem problem, Parameters episode, Workspace w) {
        return switch (settings.head()) {
            case LEARNED -> new Start(episode, problem.toSupport(episode, w.supportSpace()));
            case ZERO -> {
                clearHead(episode, w);
                yield new Start(episode, problem.toSupport(episode, w.supportSpace()));
            }
            case PROTOTYPES -> {
                Parameters read = problem.toSupport(episode, w.supportSpace());
                Parameters made = w.evaluator().prototypeHead(read, Passes.of(problem.support()));
                Parameters support = w.supportSpace().copy(made);
                clearHead(episode, w);
                problem.addCotangent(head(support), 1, episode, w.scratch());
                yield new Start(episode, support);
            }
        };
    }

    /// Those parameters whose columns are the outputs.
    static Parameters head(Parameters parameters) {
        return parameters.only(
                parameters.specs().stream().filter(ParameterSpec::perOutput).toList());
    }

    /// Sets the head to zero.
    static void clearHead(Parameters parameters, Workspace w) {
        for (ParameterSpec spec : parameters.specs()) {
            if (spec.perOutput()) {
                w.backend().fill(0, parameters.get(spec.name()));
            }
        }
    }

    /// Plain gradient descent on the support set: `θ_{k+1} = θ_k − A_k ∘ ∇L_support(θ_k)`.
    static InnerPath path(
            InnerLoopSettings settings,
            EpisodeProblem problem,
            Start start,
            InnerRates rates,
            Workspace w) {
        InnerPath path = new InnerPath(problem, start, w);
        for (int k = 0; k < settings.steps(); k++) {
            w.pausePoint();
            path.descend(supportGradient(problem, path.parameters(k), k, w), rates);
        }
        return path;
    }

    /// The same from θ, with one fixed rate.
    static InnerPath descent(
            InnerLoopSettings settings, EpisodeProblem problem, Parameters theta, Workspace w) {
        Start start = start(settings, problem, theta, w);
        return path(settings, problem, start, new InnerRates.Uniform(settings.rate()), w);
    }

    /// `∇L_support(θ_k)` of inner step k, for the parameters that adapt.
    static Parameters supportGradient(
            EpisodeProblem problem, Parameters theta, int k, Workspace w) {
        try {
            return w.evaluator()
                    .adaptedGradient(theta, Passes.of(problem.support()), problem.dropoutKey(k));
        } catch (NonFiniteException e) {
            throw e.in(Phrase.of("work.innerStep", k + 1));
        }
    }

    /// The parameters after all inner steps of Adam with β₁ = 0, and Adam's state there.
    ///
    /// @param points receives θ_k after each step, in the inner loop's shapes
    static Adam.Step adam(
            InnerLoopSettings settings,
            EpisodeProblem problem,
            Parameters start,
            Adam.State state,
            Workspace w,
            Consumer<Parameters> points) {
        Adam adam = new Adam(settings.rate(), 0, ADAM_MEMORY, ADAM_EPSILON, 0);
        Adam.Step step = new Adam.Step(start, state);
        for (int k = 0; k < settings.steps(); k++) {
            w.pausePoint();
            Parameters gradient = supportGradient(problem, step.parameters(), k, w);
            step = adam.step(w.backend(), step.state(), step.parameters(), gradient);
            points.accept(step.parameters());
        }
        return step;
    }

    /// Loss on the query set.
    ///
    /// @param when said in the message about a number that is not finite
    static double queryLoss(EpisodeProblem problem, Parameters at, Phrase when, Workspace w) {
        try {
            return w.evaluator().judge(at, problem.scored(w.objective())).loss();
        } catch (NonFiniteException e) {
            throw e.in(when);
        }
    }
}
