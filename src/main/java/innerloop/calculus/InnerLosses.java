package innerloop.calculus;

import innerloop.autodiff.Branches;
import innerloop.experiment.InputException;
import innerloop.math.Backend;
import innerloop.meta.EpisodeProblem;
import innerloop.meta.EpisodeWorker;
import innerloop.meta.InnerLoopSettings;
import innerloop.meta.LearnerState;
import innerloop.nn.NetworkEvaluator;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.phrase.Trouble;
import innerloop.training.ExperimentSetup;
import innerloop.training.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/// The losses of an episode at any θ, with what an inner loop of plain descent makes of them.
///
/// @param evaluator computes them
/// @param problem the episode, on all rows of the first weights
/// @param space all parameters
/// @param rate α
record InnerLosses(
        NetworkEvaluator evaluator, EpisodeProblem problem, ParameterSpace space, double rate) {

    /// @throws InputException if the learner has no inner loop of plain descent
    static InnerLosses of(ExperimentSetup setup, Subject subject) throws InputException {
        InnerLoopSettings inner =
                setup.experiment().learner().plainDescent().orElseThrow(InnerLosses::notExplained);
        EpisodeProblem problem = setup.wholeProblem(subject.phase(), subject.episode());
        Backend backend = setup.backend();
        return new InnerLosses(
                new NetworkEvaluator(backend, setup.plan().network()),
                problem,
                new ParameterSpace(backend, problem.specs()),
                inner.rate());
    }

    private static InputException notExplained() {
        return new InputException(Trouble.of("explain.innerLoop"), "learner.kind");
    }

    /// θ₀ … θ_K.
    ///
    /// @param learned the state to adapt
    List<Parameters> path(EpisodeWorker worker, LearnerState learned) {
        List<Parameters> path = new ArrayList<>();
        worker.follow(problem, learned, () -> {}, (_, _, at) -> path.add(copy(at)));
        return path;
    }

    /// `v_0 … v_K`: the derivatives of the query loss at θ_K with respect to θ₀ … θ_K.
    List<Parameters> backward(List<Parameters> path) {
        List<Parameters> lines = new ArrayList<>(List.of(copy(queryGradient(path.getLast()))));
        for (int k = path.size() - 2; k >= 0; k--) {
            Parameters v = copy(lines.getFirst());
            space.add(v, -rate, hessianVector(path.get(k), lines.getFirst()));
            lines.addFirst(v);
        }
        return lines;
    }

    /// A copy that stays.
    Parameters copy(Parameters of) {
        return new ParameterSpace(space.backend(), of.specs()).copy(of);
    }

    private Passes support() {
        return Passes.of(problem.support());
    }

    private Passes query() {
        return Passes.of(problem.query());
    }

    double supportLoss(Parameters theta) {
        return evaluator.judge(theta, support()).loss();
    }

    double queryLoss(Parameters theta) {
        return evaluator.judge(theta, query()).loss();
    }

    double lengthOfGradient(Parameters theta) {
        Parameters gradient = evaluator.adaptedGradient(theta, support(), 0);
        return new ParameterSpace(space.backend(), gradient.specs()).norm(gradient);
    }

    /// With respect to all parameters, whether they adapt or not.
    Parameters supportGradient(Parameters theta) {
        return evaluator.gradient(theta, support(), 0);
    }

    Parameters queryGradient(Parameters theta) {
        return evaluator.gradient(theta, query(), 0);
    }

    private Parameters hessianVector(Parameters theta, Parameters v) {
        List<ParameterSpec> adapted = evaluator.network().adaptedAmong(theta.specs());
        return evaluator.hessianVector(theta, v.only(adapted), support(), 0);
    }

    /// The query loss after some inner steps.
    double after(Parameters start, int steps) {
        int mark = space.mark();
        Parameters theta = space.copy(start);
        for (int k = 0; k < steps; k++) {
            space.add(theta, -rate, evaluator.adaptedGradient(theta, support(), 0));
        }
        double loss = queryLoss(theta);
        space.release(mark);
        return loss;
    }

    /// A loss as a function of θ.
    interface Loss {
        double at(Parameters theta);
    }

    /// The slope of a loss along a direction.
    double slope(Loss loss, Parameters from, Parameters direction) {
        Branches branches = new Branches();
        on(branches, () -> loss.at(from));
        return CentralDifference.at0(t -> on(branches, () -> along(loss, from, t, direction)));
    }

    private double along(Loss loss, Parameters from, double t, Parameters direction) {
        int mark = space.mark();
        Parameters moved = space.copy(from);
        space.add(moved, t, direction);
        double there = loss.at(moved);
        space.release(mark);
        return there;
    }

    /// On the sides of kinks that it was on the first time.
    private double on(Branches branches, DoubleSupplier computed) {
        branches.begin();
        evaluator.setBranches(branches);
        try {
            return computed.getAsDouble();
        } finally {
            evaluator.setBranches(null);
        }
    }
}
