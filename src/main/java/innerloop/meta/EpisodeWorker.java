package innerloop.meta;

import innerloop.math.Backend;
import innerloop.nn.Model;
import innerloop.nn.ModelEvaluator;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import java.util.List;

/// What one thread needs to work on episodes: an evaluator with its buffers. Results go into the [Slot] of the
/// episode, so they do not depend on which worker computed them.
public final class EpisodeWorker {

    private final ModelEvaluator evaluator;
    private final Slot own;

    /// A worker with empty buffers.
    public EpisodeWorker(Backend backend, Model model) {
        this.evaluator = new ModelEvaluator(backend, model);
        this.own = new Slot(backend, model);
    }

    /// Storage for one episode of an outer step and what came out of it.
    public static final class Slot {

        private final ParameterSpace space;

        /// Storage with empty buffers.
        public Slot(Backend backend, Model model) {
            this.space = new ParameterSpace(backend, model.specs());
        }
    }

    /// What one episode gave.
    ///
    /// @param problem the episode
    /// @param lossBefore query loss at θ
    /// @param lossAfter query loss after the inner loop
    /// @param direction what it contributes to the outer step, restricted; lives until the slot's next use
    public record Contribution(
            EpisodeProblem problem, double lossBefore, double lossAfter, Parameters direction) {}

    /// Adapts to the episode and computes its contribution.
    public Contribution contribute(
            MetaLearner learner,
            EpisodeProblem problem,
            Parameters theta,
            Slot slot,
            Runnable checkpoint) {
        slot.space.reset(problem.specs());
        Parameters start = problem.restrict(theta, slot.space, evaluator.backend());
        double before = evaluator.performance(start, problem.query()).loss();
        List<Parameters> path =
                InnerLoop.path(problem, start, learner, slot.space, evaluator, checkpoint);
        double after = evaluator.performance(path.getLast(), problem.query()).loss();
        Parameters direction =
                MetaDirection.of(learner, problem, path, slot.space, evaluator, checkpoint);
        return new Contribution(problem, before, after, direction);
    }

    /// Query accuracy after adapting to the episode from θ.
    public double accuracy(
            MetaLearner learner, EpisodeProblem problem, Parameters theta, Runnable checkpoint) {
        own.space.reset(problem.specs());
        Parameters start = problem.restrict(theta, own.space, evaluator.backend());
        List<Parameters> path =
                InnerLoop.path(problem, start, learner, own.space, evaluator, checkpoint);
        return evaluator.performance(path.getLast(), problem.query()).accuracy();
    }

    /// θ adapted to the episode's support, in θ's own shapes.
    public Parameters adapt(MetaLearner learner, EpisodeProblem problem, Parameters theta) {
        Backend backend = evaluator.backend();
        own.space.reset(problem.specs());
        Parameters start = problem.restrict(theta, own.space, backend);
        List<Parameters> path =
                InnerLoop.path(problem, start, learner, own.space, evaluator, () -> {});
        Parameters moved = own.space.minus(path.getLast(), start);
        ParameterSpace full = new ParameterSpace(backend, theta.specs());
        Parameters adapted = full.plus(theta, 0, theta);
        problem.extend(moved, 1, adapted, full.blank().values().getFirst(), backend);
        return adapted;
    }

    /// The evaluator, for questions outside episodes.
    public ModelEvaluator evaluator() {
        return evaluator;
    }
}
