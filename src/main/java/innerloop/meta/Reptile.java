package innerloop.meta;

import innerloop.math.Backend;
import innerloop.nn.Adam;
import innerloop.nn.ParameterSpace;
import innerloop.nn.Parameters;
import innerloop.phrase.Phrase;
import innerloop.phrase.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/// Reptile (Nichol, Achiam, Schulman 2018, algorithm 2). No query set is used in training.
///
///     repeat
///         for each of `tasks` episodes i:
///             θ'_i ← K steps of the inner optimiser on the support set, from θ
///         θ ← θ + ε · (mean_i(θ'_i − θ) − pull of the shrinkage)
///
/// @param inner the inner loop; with 1 step this is joint training
/// @param optimiser the optimiser of the inner loop
/// @param epsilon step towards the adapted parameters; 1 is plain averaging
/// @param anneal whether ε falls linearly to 0 over the run
/// @param tasksPerStep episodes per outer step
/// @param shrinkage what pulls θ back; by default nothing, as in the paper
public record Reptile(
        InnerLoopSettings inner,
        Optimiser optimiser,
        double epsilon,
        boolean anneal,
        int tasksPerStep,
        Shrinkage shrinkage)
        implements MetaLearner.Adapting, MetaLearner.Shrinking {

    /// The optimiser of the inner loop.
    public enum Optimiser {
        /// Plain gradient descent.
        SGD,
        /// Adam with β₁ = 0, as in the paper; its mean squares are reset in every episode.
        ADAM_RESET,
        /// The same with mean squares that are carried from step to step (the mean over a step's episodes), as in the authors'
        /// code.
        ADAM_CARRIED;

        /// The default rate.
        double usualRate() {
            return this == SGD ? InnerLoopSettings.defaults().rate() : 0.01;
        }
    }

    public Reptile {
        if (!(epsilon > 0 && epsilon <= 1)) {
            throw new Refusal(Phrase.of("refusal.epsilon", epsilon));
        }
        MetaLearner.checkCount("learner.tasksPerStep", tasksPerStep);
    }

    @Override
    public Optional<InnerLoopSettings> plainDescent() {
        return optimiser == Optimiser.SGD ? Optional.of(inner) : Optional.empty();
    }

    @Override
    public OptionalDouble towardsAdapted() {
        return OptionalDouble.of(epsilon);
    }

    /// The usual inner loop, ε = 0.1 annealed to 0, 4 tasks.
    public static Reptile defaults() {
        return new Reptile(
                InnerLoopSettings.defaults(), Optimiser.SGD, 0.1, true, 4, Shrinkage.none());
    }

    /// ε of outer step `step` (0 for the first) of `total`.
    double epsilonAt(int step, int total) {
        return anneal ? epsilon * (1 - (double) step / total) : epsilon;
    }

    /// Adam scales every entry separately, so it needs rows of the first weights; carried moments change all rows.
    @Override
    public Plan plan(Blueprint blueprint) {
        return Plan.of(
                this,
                blueprint,
                switch (optimiser) {
                    case SGD -> EpisodeProblem.Rows.PRODUCTS;
                    case ADAM_RESET -> EpisodeProblem.Rows.SEPARATE;
                    case ADAM_CARRIED -> EpisodeProblem.Rows.EVERY;
                });
    }

    /// The difference between the adapted parameters and θ, `θ'_i − θ`.
    @Override
    public Contribution contribute(
            EpisodeProblem problem, LearnerState at, int outerStep, Workspace w) {
        InnerLoop.Start start = InnerLoop.start(inner, problem, at.theta(), w);
        double before = InnerLoop.queryLoss(problem, start.episode(), InnerLoop.LOSS_BEFORE, w);
        Adapted adapted = adapted(problem, start, at, w);
        Parameters reached = w.space().copy(start.episode());
        problem.addCotangent(adapted.moved(), 1, reached, w.scratch());
        double after = InnerLoop.queryLoss(problem, reached, InnerLoop.LOSS_AFTER, w);
        Parameters moved = w.space().zero();
        problem.addCotangent(adapted.moved(), 1, moved, w.scratch());
        return new Contribution(problem, before, after, moved, adapted.carried());
    }

    /// The inner loop's total movement, as a cotangent in its shapes, and the inner optimiser's state.
    private record Adapted(Parameters moved, Adam.State carried) {}

    private Adapted adapted(
            EpisodeProblem problem, InnerLoop.Start start, LearnerState at, Workspace w) {
        if (optimiser == Optimiser.SGD) {
            InnerPath path =
                    InnerLoop.path(inner, problem, start, new InnerRates.Uniform(inner.rate()), w);
            return new Adapted(path.moved(path.steps()), at.carried());
        }
        Adam.Step end = adam(problem, start, at, w, _ -> {});
        return new Adapted(
                w.supportSpace().minus(end.parameters(), start.support()),
                carries() ? end.state() : at.carried());
    }

    private Adam.Step adam(
            EpisodeProblem problem,
            InnerLoop.Start start,
            LearnerState at,
            Workspace w,
            Consumer<Parameters> points) {
        Adam.State state = carries() ? at.carried() : Adam.State.start();
        return InnerLoop.adam(inner, problem, start.support(), state, w, points);
    }

    private boolean carries() {
        return optimiser == Optimiser.ADAM_CARRIED;
    }

    @Override
    public OuterState step(OuterState state, Direction mean, int totalSteps, Backend backend) {
        Parameters theta = state.learned().theta();
        double epsilonNow = epsilonAt(state.steps(), totalSteps);
        Parameters moved =
                new ParameterSpace(backend, theta.specs()).plus(theta, epsilonNow, mean.theta());
        return state.movedTo(
                shrinkage.added(moved, -epsilonNow, theta, state.start(), backend),
                Adam.State.mean(mean.carried(), backend));
    }

    @Override
    public Trajectory adapt(EpisodeProblem problem, LearnerState at, Workspace w) {
        if (optimiser == Optimiser.SGD) {
            return MetaLearner.Adapting.super.adapt(problem, at, w);
        }
        InnerLoop.Start start = InnerLoop.start(inner, problem, at.theta(), w);
        List<Parameters> moved = new ArrayList<>();
        adam(
                problem,
                start,
                at,
                w,
                point -> moved.add(w.supportSpace().minus(point, start.support())));
        return new Trajectory() {
            @Override
            public int steps() {
                return moved.size();
            }

            @Override
            public Parameters at(int k) {
                Parameters reached = w.space().copy(start.episode());
                if (k > 0) {
                    problem.addCotangent(moved.get(k - 1), 1, reached, w.scratch());
                }
                return reached;
            }
        };
    }

    @Override
    public Traits traits() {
        return new Traits(
                Traits.Loss.BEFORE_AND_AFTER,
                Traits.Move.DISPLACEMENT,
                Traits.Gradient.NONE,
                Traits.OuterKnob.EPSILON,
                anneal,
                false,
                Traits.Space.HIDDEN);
    }

    @Override
    public Reptile withInner(InnerLoopSettings newInner) {
        return new Reptile(newInner, optimiser, epsilon, anneal, tasksPerStep, shrinkage);
    }

    /// The same learner with another inner optimiser. A rate that suits gradient descent is wrong for Adam and vice versa, so
    /// changing between them also sets the new one's default rate.
    public Reptile withOptimiser(Optimiser newOptimiser) {
        boolean sameKind = (optimiser == Optimiser.SGD) == (newOptimiser == Optimiser.SGD);
        return new Reptile(
                sameKind ? inner : inner.withRate(newOptimiser.usualRate()),
                newOptimiser,
                epsilon,
                anneal,
                tasksPerStep,
                shrinkage);
    }

    public Reptile withEpsilon(double newEpsilon) {
        return new Reptile(inner, optimiser, newEpsilon, anneal, tasksPerStep, shrinkage);
    }

    public Reptile withAnneal(boolean newAnneal) {
        return new Reptile(inner, optimiser, epsilon, newAnneal, tasksPerStep, shrinkage);
    }

    public Reptile withTasksPerStep(int newTasks) {
        return new Reptile(inner, optimiser, epsilon, anneal, newTasks, shrinkage);
    }

    @Override
    public Reptile withShrinkage(Shrinkage newShrinkage) {
        return new Reptile(inner, optimiser, epsilon, anneal, tasksPerStep, newShrinkage);
    }
}
