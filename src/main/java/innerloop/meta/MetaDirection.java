package innerloop.meta;

import innerloop.autodiff.NonFiniteException;
import innerloop.nn.Parameters;
import java.util.OptionalDouble;

/// The meta-gradient of an episode, given its inner loop's path θ₀ … θ_K.
///
/// @param theta with respect to the initialisation, in the episode's shapes
/// @param rates with respect to the learned inner rates, in the inner loop's shapes; empty if they are fixed
/// @param cosine between it and what first order would give on the same path; empty if it is first order itself
record MetaDirection(Parameters theta, Parameters rates, OptionalDouble cosine) {

    /// With `w_k` the weights of the query losses (only `w_K = 1` unless all steps count):
    ///
    ///     v ← w_K ∇L_query(θ_K)
    ///     for k = K−1 … 0:
    ///         rates ← rates − v ∘ ∇L_support(θ_k)
    ///         v ← v − H_support(θ_k) · (A_k ∘ v)          (second order)
    ///         v ← v + w_k ∇L_query(θ_k)
    ///
    /// which is the chain rule through every inner step, exactly. `H_support` sees nothing but what the support set
    /// reads, so the loop works in the inner loop's shapes: there `v` is a direction, what the Hessian gives is a slope
    /// ([InnerShapes]), and the slopes' sum joins the query's gradient at the end. Where the head does not start at θ
    /// it has no slope of its own; started from class means, it hands its slope on to the encoder.
    ///
    /// @param start θ₀ in the episode's shapes
    /// @param gradient `∇L_query(θ_K)`
    /// @param spare in the episode's shapes, not needed any more; is written over
    static MetaDirection of(
            Maml maml,
            int outerStep,
            EpisodeProblem problem,
            InnerPath path,
            Parameters start,
            Parameters gradient,
            InnerRates rates,
            Parameters spare,
            Workspace w) {
        Parameters whole = w.space().zero();
        w.space().add(whole, maml.lossWeight(path.steps(), outerStep), gradient);
        Parameters v = problem.toSupport(whole, w.supportSpace());
        Parameters slopes = w.supportSpace().zero();
        Parameters rateGradient = w.rateSpace().zero();
        boolean second = maml.orderAt(outerStep) == Maml.Order.SECOND;
        for (int k = path.steps() - 1; k >= 0; k--) {
            w.checkpoint().run();
            if (rates.learned()) {
                Parameters g = InnerLoop.supportGradient(problem, path.at(k), k, w);
                rates.addGradient(v, g, k, rateGradient, w.backend());
            }
            if (second) {
                Parameters direction = rates.scaled(v, k, w.product(), w.backend());
                Parameters slope = hessianVector(problem, path.at(k), direction, k, w);
                w.supportSpace().add(slopes, -1, slope);
                Parameters wanted = slope.only(w.moveSpace().specs());
                // Of v at θ₀, nothing but the head's part is asked for.
                Parameters moving = k > 0 ? wanted : InnerLoop.slots(wanted);
                w.supportSpace().add(v, -1, problem.step(moving, w));
            }
            double weight = maml.lossWeight(k, outerStep);
            if (k > 0 && weight > 0) {
                Parameters reached = reached(problem, path, k, start, w);
                Parameters term = w.space().zero();
                w.space().add(term, weight, queryGradient(problem, reached, k, w));
                w.space().add(whole, 1, term);
                w.supportSpace().add(v, 1, problem.toSupport(term, w.supportSpace()));
            }
        }
        HeadStart head = maml.adaptation().head();
        if (!second) {
            passHeadStart(head, v, whole, problem, path.start(), w);
            return new MetaDirection(whole, rateGradient, OptionalDouble.empty());
        }
        // Without the slopes it is what first order gives, and all but free.
        Parameters first = spare;
        w.space().assign(first, whole);
        Parameters firstAtStart =
                head == HeadStart.PROTOTYPES ? problem.toSupport(first, w.supportSpace()) : v;
        passHeadStart(head, firstAtStart, first, problem, path.start(), w);
        problem.addSlope(slopes, 1, whole, w.scratch());
        passHeadStart(head, v, whole, problem, path.start(), w);
        double cosine = w.space().cosine(first, whole);
        return new MetaDirection(whole, rateGradient, OptionalDouble.of(cosine));
    }

    /// θ_k in the episode's shapes.
    static Parameters reached(
            EpisodeProblem problem, InnerPath path, int k, Parameters start, Workspace w) {
        Parameters reached = w.space().copy(start);
        problem.addSlope(path.moved(k), 1, reached, w.scratch());
        return reached;
    }

    private static Parameters hessianVector(
            EpisodeProblem problem, Parameters theta, Parameters v, int k, Workspace w) {
        try {
            return w.evaluator().hessianVector(theta, v, problem.support(), problem.noise(k));
        } catch (NonFiniteException e) {
            throw e.in("Hessian-vector product of inner step " + (k + 1));
        }
    }

    /// `∇L_query` at parameters in the episode's shapes; valid until the next call.
    static Parameters queryGradient(EpisodeProblem problem, Parameters theta, int k, Workspace w) {
        try {
            return w.evaluator().gradient(theta, problem.query(), problem.queryNoise(k));
        } catch (NonFiniteException e) {
            throw e.in("query loss after inner step " + k);
        }
    }

    /// Takes `v`, the slope at where the inner loop started, through the start of the head and puts what becomes of
    /// it into `whole`.
    private static void passHeadStart(
            HeadStart start,
            Parameters v,
            Parameters whole,
            EpisodeProblem problem,
            Parameters theta,
            Workspace w) {
        switch (start) {
            case LEARNED -> {}
            case ZERO -> InnerLoop.clearSlots(whole, w);
            case PROTOTYPES -> {
                InnerLoop.clearSlots(whole, w);
                Parameters head = w.supportSpace().zero();
                w.supportSpace().add(head, 1, InnerLoop.slots(v));
                problem.addSlope(
                        w.evaluator().prototypePullback(theta, head, problem.support()),
                        1,
                        whole,
                        w.scratch());
            }
        }
    }
}
