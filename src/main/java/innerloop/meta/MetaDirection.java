package innerloop.meta;

import innerloop.autodiff.NonFiniteException;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import java.util.List;

/// The meta-gradient of an episode, given its inner loop's path θ₀ … θ_K.
///
/// @param theta with respect to the initialisation, in the episode's shapes
/// @param rates with respect to the learned inner rates; empty if they are fixed
record MetaDirection(Parameters theta, Parameters rates) {

    /// With `w_k` the weights of the query losses (only `w_K = 1` unless all steps count):
    ///
    ///     v ← w_K ∇L_query(θ_K)
    ///     for k = K−1 … 0:
    ///         rates ← rates − v ∘ ∇L_support(θ_k)
    ///         v ← v − H_support(θ_k) · (A_k ∘ v)          (second order)
    ///         v ← v + w_k ∇L_query(θ_k)
    ///
    /// which is the chain rule through every inner step, exactly. Where the head does not start at θ it has no slope
    /// of its own; started from class means, it hands its slope on to the encoder.
    static MetaDirection of(
            Maml maml,
            int outerStep,
            EpisodeProblem problem,
            List<Parameters> path,
            InnerRates rates,
            Workspace w) {
        int last = path.size() - 1;
        Parameters v = w.space().zero();
        Parameters scratch = w.space().blank();
        Parameters rateGradient = w.rateSpace().zero();
        addQueryGradient(v, maml.lossWeight(last, outerStep), problem, path.get(last), last, w);
        for (int k = last - 1; k >= 0; k--) {
            w.checkpoint().run();
            Parameters theta = path.get(k);
            if (rates.learned()) {
                Parameters g = InnerLoop.supportGradient(problem, theta, k, w);
                rates.addGradient(v, g, k, rateGradient, w.backend());
            }
            if (maml.orderAt(outerStep) == Maml.Order.SECOND) {
                Parameters direction = rates.scaled(v, k, scratch, w.backend());
                w.space().add(v, -1, hessianVector(problem, theta, direction, k, w));
            }
            if (k > 0) {
                addQueryGradient(v, maml.lossWeight(k, outerStep), problem, theta, k, w);
            }
        }
        return new MetaDirection(
                throughHeadStart(maml.adaptation().head(), v, problem, path.getFirst(), w),
                rateGradient);
    }

    private static Parameters hessianVector(
            EpisodeProblem problem, Parameters theta, Parameters v, int k, Workspace w) {
        try {
            return w.evaluator().hessianVector(theta, v, problem.support(), problem.noise(k));
        } catch (NonFiniteException e) {
            throw e.in("Hessian-vector product of inner step " + (k + 1));
        }
    }

    private static void addQueryGradient(
            Parameters v,
            double weight,
            EpisodeProblem problem,
            Parameters theta,
            int k,
            Workspace w) {
        if (weight > 0) {
            try {
                Parameters gradient =
                        w.evaluator().gradient(theta, problem.query(), problem.queryNoise(k));
                w.space().add(v, weight, gradient);
            } catch (NonFiniteException e) {
                throw e.in("query loss after inner step " + k);
            }
        }
    }

    private static Parameters throughHeadStart(
            HeadStart start, Parameters v, EpisodeProblem problem, Parameters theta, Workspace w) {
        return switch (start) {
            case LEARNED -> v;
            case ZERO -> {
                for (ParameterSpec spec : v.specs()) {
                    if (spec.perSlot()) {
                        w.backend().fill(0, v.get(spec.name()));
                    }
                }
                yield v;
            }
            case PROTOTYPES ->
                    w.space().copy(w.evaluator().prototypePullback(theta, v, problem.support()));
        };
    }
}
