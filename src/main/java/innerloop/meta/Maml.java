package innerloop.meta;

import innerloop.autodiff.NonFiniteException;
import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.Seed;
import innerloop.nn.Adam;
import innerloop.nn.Network.Adapts;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.Passes;
import innerloop.phrase.Phrase;
import innerloop.phrase.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// Model-agnostic meta-learning (Finn, Abbeel, Levine 2017, algorithm 1) and its variants: which parameters adapt, where
/// their rates come from, and the parts of MAML++ (Antoniou, Edwards, Storkey 2019).
///
///     repeat
///         for each of `tasks` episodes:
///             θ_{k+1} ← θ_k − α ∇L_support(θ_k),  k = 0 … K−1,  θ_0 = θ
///             v ← ∇_θ L_query(θ_K)                                        (through all K steps)
///         θ ← Adam(θ, mean of the v)
///
/// @param variant which parameters adapt at which rates
/// @param order whether the meta-gradient differentiates through the inner loop
/// @param inner the inner loop
/// @param outer the outer loop
/// @param learnRates MAML++: one inner rate per layer and step is learned, starting from the given one
/// @param multiStepLoss MAML++: number of outer steps over which the query losses after *every* inner step count, the
///     early ones less and less; 0 = only the last counts
/// @param firstOrderSteps MAML++: number of outer steps in first order before second order begins; 0 = none
public record Maml(
        Variant variant,
        Order order,
        InnerLoopSettings inner,
        OuterLoopSettings outer,
        boolean learnRates,
        int multiStepLoss,
        int firstOrderSteps)
        implements MetaLearner.Adapting, MetaLearner.WithMetaGradient {

    /// Adam moves a learned inner rate by up to this many times `outerRate · innerRate` a step: the outer rate is
    /// right for weights of about 0.1, and a rate should move as much in relation to itself.
    private static final double RATE_SPEED = 10;

    /// Which parameters adapt at which rates.
    public enum Variant {
        /// All, at the same rate.
        MAML,
        /// The last layer only (Raghu et al. 2020).
        ANIL,
        /// All, each entry at a rate of its own that is learned (Li et al. 2017).
        META_SGD
    }

    /// Whether the meta-gradient differentiates through the inner loop.
    public enum Order {
        /// The exact meta-gradient, with Hessian-vector products.
        SECOND,
        /// The gradient at the adapted parameters, taken as if it were at θ.
        FIRST
    }

    public Maml {
        if (learnRates && variant == Variant.META_SGD) {
            throw new Refusal(Phrase.of("refusal.learnRates"));
        }
        checkSteps("learner.multiStepLoss", multiStepLoss);
        checkSteps("learner.firstOrderSteps", firstOrderSteps);
    }

    private static void checkSteps(String key, int steps) {
        if (steps < 0) {
            throw Refusal.below(key, 0, steps);
        }
    }

    /// Plain MAML.
    public static Maml of(Order order, InnerLoopSettings inner, OuterLoopSettings outer) {
        return new Maml(Variant.MAML, order, inner, outer, false, 0, 0);
    }

    /// Second order with the usual inner and outer loop.
    public static Maml defaults() {
        return of(Order.SECOND, InnerLoopSettings.defaults(), OuterLoopSettings.defaults());
    }

    /// Rates of single entries cannot be applied to products with the features, so with them the inner loop works on rows of
    /// the first weights.
    @Override
    public Plan plan(Blueprint blueprint) {
        return Plan.of(
                this,
                blueprint.forEpisodes(variant == Variant.ANIL ? Adapts.HEAD : Adapts.EVERYTHING),
                variant == Variant.META_SGD
                        ? EpisodeProblem.Rows.SEPARATE
                        : EpisodeProblem.Rows.PRODUCTS);
    }

    /// θ₀ and, if rates are learned, all rates at the given one.
    @Override
    public LearnerState initial(Plan plan, Backend backend, Seed seed) {
        LearnerState start = MetaLearner.WithMetaGradient.super.initial(plan, backend, seed);
        List<ParameterSpec> specs = new ArrayList<>();
        if (variant == Variant.META_SGD) {
            plan.network().specs().forEach(s -> specs.add(s.withName(InnerRates.of(s.name()))));
        } else if (learnRates) {
            for (int layer = 0; layer < plan.network().layers(); layer++) {
                specs.add(ParameterSpec.row(InnerRates.of(layer), layer, inner.steps()));
            }
        }
        List<Matrix> rates = new ArrayList<>();
        for (ParameterSpec spec : specs) {
            double[] each = new double[spec.rows() * spec.columns()];
            Arrays.fill(each, inner.rate());
            rates.add(backend.matrix(spec.rows(), spec.columns(), each));
        }
        return new LearnerState(start.theta(), new Parameters(specs, rates), start.carried());
    }

    private InnerRates rates(Parameters learned) {
        return switch (variant) {
            case META_SGD -> new InnerRates.PerEntry(learned);
            case MAML, ANIL ->
                    learnRates
                            ? new InnerRates.PerLayerAndStep(learned)
                            : new InnerRates.Uniform(inner.rate());
        };
    }

    private InnerRates rates(EpisodeProblem problem, LearnerState at, Workspace w) {
        w.rateSpace().reset(problem.supportSpecs(at.rates().specs()));
        return rates(problem.restrictToSupport(at.rates(), w.rateSpace()));
    }

    @Override
    public Contribution contribute(
            EpisodeProblem problem, LearnerState at, int outerStep, Workspace w) {
        InnerLoop.Start start = InnerLoop.start(inner, problem, at.theta(), w);
        double before = InnerLoop.queryLoss(problem, start.episode(), InnerLoop.LOSS_BEFORE, w);
        InnerRates rates = rates(problem, at, w);
        InnerPath path = InnerLoop.path(inner, problem, start, rates, w);
        Parameters reached = path.last();
        Parameters gradient = queryGradient(problem, reached, path.steps(), w);
        double after =
                problem.queryDropoutKey(path.steps()) == 0
                        ? w.evaluator().lossOfGradient()
                        : InnerLoop.queryLoss(problem, reached, InnerLoop.LOSS_AFTER, w);
        MetaGradient v = metaGradient(outerStep, problem, path, gradient, rates, reached, w);
        return new Contribution(
                problem,
                before,
                after,
                v.theta(),
                v.rates(),
                at.carried(),
                v.cosine(),
                OptionalDouble.empty());
    }

    /// The meta-gradient of an episode.
    ///
    /// @param theta with respect to the initialisation, in the episode's shapes
    /// @param rates with respect to the learned inner rates, in the inner loop's shapes; empty if they are fixed
    /// @param cosine between it and what first order would give on the same path; empty if it is first order itself
    private record MetaGradient(Parameters theta, Parameters rates, OptionalDouble cosine) {}

    /// With `w_k` the weights of the query losses (only `w_K = 1` unless all steps count):
    ///
    ///     v ← w_K ∇L_query(θ_K)
    ///     for k = K−1 … 0:
    ///         rates ← rates − v ∘ ∇L_support(θ_k)
    ///         v ← v − H_support(θ_k) · (A_k ∘ v)          (second order)
    ///         v ← v + w_k ∇L_query(θ_k)
    ///
    /// which is the chain rule through every inner step, exactly. `H_support` sees nothing but what the support set
    /// reads, so the loop works in the inner loop's shapes: there `v` is a direction, Hessian-vector products are cotangents
    /// ([InnerShapes]), and their sum is added to the query's gradient at the end. A head that does not start at θ has no
    /// gradient of its own; one that starts from class means passes its gradient on to the encoder.
    ///
    /// @param gradient `∇L_query(θ_K)`
    /// @param spare storage in the episode's shapes, overwritten
    private MetaGradient metaGradient(
            int outerStep,
            EpisodeProblem problem,
            InnerPath path,
            Parameters gradient,
            InnerRates rates,
            Parameters spare,
            Workspace w) {
        Parameters whole = w.space().zero();
        w.space().add(whole, lossWeight(path.steps(), outerStep), gradient);
        Parameters v = problem.toSupport(whole, w.supportSpace());
        Parameters cotangents = w.supportSpace().zero();
        Parameters rateGradient = w.rateSpace().zero();
        boolean second = orderAt(outerStep) == Order.SECOND;
        for (int k = path.steps() - 1; k >= 0; k--) {
            w.pausePoint();
            if (rates.learned()) {
                Parameters g = InnerLoop.supportGradient(problem, path.parameters(k), k, w);
                rates.addGradient(v, g, k, rateGradient, w.backend());
            }
            if (second) {
                Parameters direction = rates.scaled(v, k, w.product(), w.backend());
                Parameters cotangent = hessianVector(problem, path.parameters(k), direction, k, w);
                w.supportSpace().add(cotangents, -1, cotangent);
                Parameters wanted = cotangent.only(w.moveSpace().specs());
                // At θ₀, only the head's part of v is needed.
                Parameters moving = k > 0 ? wanted : InnerLoop.head(wanted);
                w.supportSpace().add(v, -1, problem.displacement(moving, w));
            }
            double weight = lossWeight(k, outerStep);
            if (k > 0 && weight > 0) {
                Parameters term = w.space().zero();
                w.space().add(term, weight, queryGradient(problem, path.at(k), k, w));
                w.space().add(whole, 1, term);
                w.supportSpace().add(v, 1, problem.toSupport(term, w.supportSpace()));
            }
        }
        if (!second) {
            passHeadStart(v, whole, problem, path.start(), w);
            return new MetaGradient(whole, rateGradient, OptionalDouble.empty());
        }
        // Without the cotangents this is the first-order gradient, at almost no cost.
        Parameters first = spare;
        w.space().assign(first, whole);
        Parameters firstAtStart =
                inner.head() == HeadStart.PROTOTYPES
                        ? problem.toSupport(first, w.supportSpace())
                        : v;
        passHeadStart(firstAtStart, first, problem, path.start(), w);
        problem.addCotangent(cotangents, 1, whole, w.scratch());
        passHeadStart(v, whole, problem, path.start(), w);
        double cosine = w.space().cosine(first, whole);
        return new MetaGradient(whole, rateGradient, OptionalDouble.of(cosine));
    }

    private static Parameters hessianVector(
            EpisodeProblem problem, Parameters theta, Parameters v, int k, Workspace w) {
        try {
            return w.evaluator()
                    .hessianVector(theta, v, Passes.of(problem.support()), problem.dropoutKey(k));
        } catch (NonFiniteException e) {
            throw e.in(Phrase.of("work.hessian", k + 1));
        }
    }

    /// `∇L_query` at parameters in the episode's shapes; valid until the next call.
    private static Parameters queryGradient(
            EpisodeProblem problem, Parameters theta, int k, Workspace w) {
        try {
            return w.evaluator()
                    .gradient(theta, Passes.of(problem.query()), problem.queryDropoutKey(k));
        } catch (NonFiniteException e) {
            throw e.in(InnerLoop.lossAfter(k));
        }
    }

    /// Applies the chain rule to the start of the head: passes on `v`, the gradient with respect to the inner loop's start,
    /// and writes the result into `whole`.
    private void passHeadStart(
            Parameters v, Parameters whole, EpisodeProblem problem, Parameters theta, Workspace w) {
        switch (inner.head()) {
            case LEARNED -> {}
            case ZERO -> InnerLoop.clearHead(whole, w);
            case PROTOTYPES -> {
                InnerLoop.clearHead(whole, w);
                Parameters head = w.supportSpace().zero();
                w.supportSpace().add(head, 1, InnerLoop.head(v));
                problem.addCotangent(
                        w.evaluator().prototypePullback(theta, head, Passes.of(problem.support())),
                        1,
                        whole,
                        w.scratch());
            }
        }
    }

    /// Adam for θ and for learned rates; the rates' steps are scaled by their size, so that one outer rate suits both.
    @Override
    public OuterState step(OuterState state, Direction mean, int totalSteps, Backend backend) {
        double rate = outer.rateAt(state.steps(), totalSteps);
        Adam.Step rates =
                Adam.withRate(rate * inner.rate() * RATE_SPEED)
                        .step(backend, state.ratesAdam(), state.learned().rates(), mean.rates());
        return MetaLearner.WithMetaGradient.super
                .step(state, mean, totalSteps, backend)
                .withRates(rates);
    }

    @Override
    public Trajectory adapt(EpisodeProblem problem, LearnerState at, Workspace w) {
        InnerLoop.Start start = InnerLoop.start(inner, problem, at.theta(), w);
        return InnerLoop.path(inner, problem, start, rates(problem, at, w), w);
    }

    /// `Σ_k w_k L_query(θ_k)` over the inner steps.
    @Override
    public double objective(
            EpisodeProblem problem, Parameters theta, Parameters rates, Workspace w) {
        InnerLoop.Start start = InnerLoop.begin(inner, problem, w.space().copy(theta), w);
        InnerPath path = InnerLoop.path(inner, problem, start, rates(rates), w);
        double sum = 0;
        for (int k = 1; k <= path.steps(); k++) {
            double weight = lossWeight(k, 0);
            if (weight > 0) {
                sum += weight * InnerLoop.queryLoss(problem, path.at(k), InnerLoop.lossAfter(k), w);
            }
        }
        return sum;
    }

    @Override
    public Traits traits() {
        return new Traits(
                Traits.Loss.BEFORE_AND_AFTER,
                Traits.Move.META_GRADIENT,
                order == Order.SECOND ? Traits.Gradient.SECOND_ORDER : Traits.Gradient.FIRST_ORDER,
                Traits.OuterKnob.RATE,
                outer.shrinks(),
                learnRates || variant == Variant.META_SGD,
                Traits.Space.HIDDEN);
    }

    @Override
    public Maml certified() {
        return this;
    }

    @Override
    public Maml inOrder(Order newOrder) {
        return withOrder(newOrder).withFirstOrderSteps(0);
    }

    /// The order of outer step `step` (0 for the first).
    Order orderAt(int step) {
        return step < firstOrderSteps ? Order.FIRST : order;
    }

    /// How much the query loss after inner step `k` (1 … K) counts in outer step `step`. Starts at 1/K for all; over
    /// [#multiStepLoss] steps the early ones fall to 0.03/K and the last takes what they lose.
    double lossWeight(int k, int step) {
        int last = inner.steps();
        if (multiStepLoss == 0) {
            return k == last ? 1 : 0;
        }
        double share = 1.0 / last;
        double progress = Math.min(1.0, (double) step / multiStepLoss);
        double early = Math.max(share * (1 - progress), 0.03 * share);
        return k == last ? 1 - early * (last - 1) : early;
    }

    @Override
    public Maml withInner(InnerLoopSettings newInner) {
        return new Maml(
                variant, order, newInner, outer, learnRates, multiStepLoss, firstOrderSteps);
    }

    @Override
    public Maml withOuter(OuterLoopSettings newOuter) {
        return new Maml(
                variant, order, inner, newOuter, learnRates, multiStepLoss, firstOrderSteps);
    }

    public Maml withVariant(Variant newVariant) {
        return new Maml(
                newVariant,
                order,
                inner,
                outer,
                learnRates && newVariant != Variant.META_SGD,
                multiStepLoss,
                firstOrderSteps);
    }

    public Maml withOrder(Order newOrder) {
        return new Maml(
                variant, newOrder, inner, outer, learnRates, multiStepLoss, firstOrderSteps);
    }

    public Maml withLearnRates(boolean newLearnRates) {
        return new Maml(
                variant, order, inner, outer, newLearnRates, multiStepLoss, firstOrderSteps);
    }

    public Maml withMultiStepLoss(int steps) {
        return new Maml(variant, order, inner, outer, learnRates, steps, firstOrderSteps);
    }

    public Maml withFirstOrderSteps(int steps) {
        return new Maml(variant, order, inner, outer, learnRates, multiStepLoss, steps);
    }
}
