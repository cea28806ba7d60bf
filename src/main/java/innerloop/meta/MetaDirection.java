package innerloop.meta;

import innerloop.autodiff.NonFiniteException;
import innerloop.nn.Parameters;
import java.util.List;

/// The meta-gradient of an episode, given its inner loop's path θ₀ … θ_K.
///
/// @param theta with respect to the initialisation, in the episode's shapes
/// @param rates with respect to the learned inner rates, in the inner loop's shapes; empty if they are fixed
record MetaDirection(Parameters theta, Parameters rates) {

    /// With `w_k` the weights of the query losses (only `w_K = 1` unless all steps count):
    ///
    ///     v ← w_K ∇L_query(θ_K)
    ///     for k = K−1 … 0:
    ///         rates ← rates − v ∘ ∇L_support(θ_k)
    ///         v ← v − H_support(θ_k) · (A_k ∘ v)          (second order)
    ///         v ← v + w_k ∇L_query(θ_k)
    ///
    /// which is the chain rule through every inner step, exactly. `H_support` is zero outside the rows the support set
    /// reads, so the loop works on these alone. Where the head does not start at θ it has no slope of its own; started
    /// from class means, it hands its slope on to the encoder.
    ///
    /// @param episode the adapted parameters in the episode's shapes; overwritten
    static MetaDirection of(
            Maml maml,
            int outerStep,
            EpisodeProblem problem,
            List<Parameters> path,
            Parameters episode,
            InnerRates rates,
            Workspace w) {
        int last = path.size() - 1;
        Parameters whole = w.space().zero();
        addQueryGradient(whole, maml.lossWeight(last, outerStep), problem, episode, last, w);
        Parameters v = problem.toSupport(whole, w.supportSpace());
        Parameters scratch = w.supportSpace().blank();
        Parameters rateGradient = w.rateSpace().zero();
        for (int k = last - 1; k >= 0; k--) {
            w.checkpoint().run();
            Parameters theta = path.get(k);
            if (rates.learned()) {
                Parameters g = InnerLoop.supportGradient(problem, theta, k, w);
                rates.addGradient(v, g, k, rateGradient, w.backend());
            }
            if (maml.orderAt(outerStep) == Maml.Order.SECOND) {
                Parameters direction = rates.scaled(v, k, scratch, w.backend());
                w.supportSpace().add(v, -1, hessianVector(problem, theta, direction, k, w));
            }
            double weight = maml.lossWeight(k, outerStep);
            if (k > 0 && weight > 0) {
                problem.overwrite(theta, episode, w.backend());
                Parameters step = w.space().zero();
                addQueryGradient(step, weight, problem, episode, k, w);
                w.space().add(whole, 1, step);
                w.supportSpace().add(v, 1, problem.toSupport(step, w.supportSpace()));
            }
        }
        passHeadStart(maml.adaptation().head(), v, whole, problem, path.getFirst(), w);
        return new MetaDirection(whole, rateGradient);
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
            Parameters into,
            double weight,
            EpisodeProblem problem,
            Parameters theta,
            int k,
            Workspace w) {
        try {
            Parameters gradient =
                    w.evaluator().gradient(theta, problem.query(), problem.queryNoise(k));
            w.space().add(into, weight, gradient);
        } catch (NonFiniteException e) {
            throw e.in("query loss after inner step " + k);
        }
    }

    /// Takes `v`, the slope at where the inner loop started, through the start of the head and puts it into `whole`.
    private static void passHeadStart(
            HeadStart start,
            Parameters v,
            Parameters whole,
            EpisodeProblem problem,
            Parameters theta,
            Workspace w) {
        switch (start) {
            case LEARNED -> problem.overwrite(v, whole, w.backend());
            case ZERO -> {
                problem.overwrite(v, whole, w.backend());
                InnerLoop.clearSlots(whole, w);
            }
            case PROTOTYPES -> {
                InnerLoop.clearSlots(whole, w);
                problem.overwrite(
                        w.evaluator().prototypePullback(theta, v, problem.support()),
                        whole,
                        w.backend());
            }
        }
    }
}
