package innerloop.meta;

import innerloop.nn.Layers;
import innerloop.nn.Objective.Distance;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.phrase.Refusal;

/// Prototypical networks (Snell, Swersky, Zemel 2017, algorithm 1): a query example is assigned to the class whose mean
/// support example is nearest in the network's output. There is no inner loop.
///
///     repeat
///         for each of `tasks` episodes:
///             c_k ← mean of f_θ(x) over the support examples x of slot k
///             v ← ∇_θ cross-entropy of the query set with the scores −d(f_θ(x), c_k)
///         θ ← Adam(θ, mean of the v)
///
/// @param distance how distances are measured
/// @param dimensions size of the encoder's output
/// @param outer the outer loop
public record Prototypical(Distance distance, int dimensions, OuterLoopSettings outer)
        implements MetaLearner.ClosedForm {

    public Prototypical {
        if (dimensions < 1 || dimensions > Layers.WIDEST) {
            throw Refusal.outside("learner.dimensions", 1, Layers.WIDEST, dimensions);
        }
    }

    /// Cosine in 256 dimensions with the usual outer loop.
    public static Prototypical defaults() {
        return new Prototypical(Distance.COSINE, 256, OuterLoopSettings.defaults());
    }

    /// Support and query set are compared in one space, so both use the same rows of the first weights.
    @Override
    public Plan plan(Blueprint blueprint) {
        return Plan.of(
                this, blueprint.forDistances(dimensions, distance), EpisodeProblem.Rows.ACTIVE);
    }

    @Override
    public Contribution contribute(
            EpisodeProblem problem, LearnerState at, int outerStep, Workspace w) {
        Parameters theta = problem.restrict(at.theta(), w.space());
        Passes passes = problem.scored(w.objective());
        double loss = w.evaluator().judge(theta, passes).loss();
        Parameters gradient =
                w.space().copy(w.evaluator().gradient(theta, passes, problem.queryDropoutKey(0)));
        if (distance == Distance.EUCLIDEAN) {
            clearShift(gradient, w);
        }
        return new Contribution(problem, loss, loss, gradient, at.carried());
    }

    /// Shifting the whole space changes no distance, so biases that do nothing else have gradient 0; Adam would turn rounding
    /// errors into steps.
    private static void clearShift(Parameters gradient, Workspace w) {
        for (ParameterSpec spec : gradient.specs()) {
            if (w.evaluator().network().shifts(spec)) {
                w.backend().fill(0, gradient.get(spec.name()));
            }
        }
    }

    @Override
    public Prototypical withOuter(OuterLoopSettings newOuter) {
        return new Prototypical(distance, dimensions, newOuter);
    }

    public Prototypical withDistance(Distance newDistance) {
        return new Prototypical(newDistance, dimensions, outer);
    }

    public Prototypical withDimensions(int newDimensions) {
        return new Prototypical(distance, newDimensions, outer);
    }
}
