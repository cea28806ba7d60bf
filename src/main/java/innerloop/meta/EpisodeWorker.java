package innerloop.meta;

import innerloop.autodiff.NonFiniteException;
import innerloop.math.Backend;
import innerloop.nn.Adam;
import innerloop.nn.Block;
import innerloop.nn.ModelEvaluator;
import innerloop.nn.ModelEvaluator.Performance;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.nn.PrototypeEvaluator;
import innerloop.nn.PrototypeModel;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What one thread needs to work on episodes: evaluators with their buffers and storage for an inner loop. What an
/// episode gives goes into its [Slot], so it does not depend on which worker computed it.
public final class EpisodeWorker {

    private final Learning learning;
    private final ModelEvaluator evaluator;
    private final ModelEvaluator trained;
    private final @Nullable PrototypeEvaluator prototypes;
    private final ParameterSpace space;
    private final ParameterSpace supportSpace;
    private final ParameterSpace moveSpace;
    private final ParameterSpace rateSpace;
    private final Scratch scratch;

    /// A worker with empty buffers.
    public EpisodeWorker(Backend backend, Learning learning) {
        this.learning = learning;
        this.evaluator = new ModelEvaluator(backend, learning.model());
        this.trained =
                learning.trained() == learning.model()
                        ? evaluator
                        : new ModelEvaluator(backend, learning.trained());
        PrototypeModel model = learning.prototypes();
        this.prototypes = model == null ? null : new PrototypeEvaluator(backend, model);
        this.space = new ParameterSpace(backend, List.of());
        this.supportSpace = new ParameterSpace(backend, List.of());
        this.moveSpace = new ParameterSpace(backend, List.of());
        this.rateSpace = new ParameterSpace(backend, List.of());
        this.scratch = new Scratch(backend);
    }

    /// Storage for what one episode of an outer step gives.
    public static final class Slot {

        private final ParameterSpace space;
        private final ParameterSpace rateSpace;

        /// Storage with empty buffers.
        public Slot(Backend backend) {
            this.space = new ParameterSpace(backend, List.of());
            this.rateSpace = new ParameterSpace(backend, List.of());
        }

        private Parameters keep(Parameters direction) {
            return keep(space, direction);
        }

        private Parameters keepRates(Parameters direction) {
            return keep(rateSpace, direction);
        }

        private static Parameters keep(ParameterSpace space, Parameters direction) {
            space.reset(direction.specs());
            return space.copy(direction);
        }

        /// Bytes of its buffers.
        public long bytes() {
            return space.bytes() + rateSpace.bytes();
        }
    }

    /// What one episode gave.
    ///
    /// @param problem the episode
    /// @param lossBefore query loss at θ
    /// @param lossAfter query loss after the inner loop
    /// @param direction what it contributes to the outer step, in the episode's shapes; lives until the slot's next use
    /// @param rates the same for learned inner rates, in the inner loop's shapes; empty if they are fixed
    /// @param carried the inner optimiser's state after the episode; empty unless it is carried on
    /// @param cosine between the direction and what first order would give; empty unless it is of second order
    public record Contribution(
            EpisodeProblem problem,
            double lossBefore,
            double lossAfter,
            Parameters direction,
            Parameters rates,
            Adam.State carried,
            OptionalDouble cosine) {

        /// Of a learner without two orders.
        Contribution(
                EpisodeProblem problem,
                double lossBefore,
                double lossAfter,
                Parameters direction,
                Adam.State carried) {
            this(
                    problem,
                    lossBefore,
                    lossAfter,
                    direction,
                    Parameters.none(),
                    carried,
                    OptionalDouble.empty());
        }
    }

    /// Adapts to the episode and computes its contribution to outer step `outerStep` (0 for the first).
    ///
    /// @param checkpoint called between inner steps; may wait, may throw to end the run
    public Contribution contribute(
            EpisodeProblem problem,
            Learned learned,
            int outerStep,
            Slot slot,
            Runnable checkpoint) {
        Workspace w = workspace(problem, checkpoint);
        return switch (learning.learner()) {
            case Maml maml -> contribute(maml, problem, learned, outerStep, slot, w);
            case Reptile reptile -> contribute(reptile, problem, learned, slot, w);
            case Pretrain _ -> gradient(problem, learned, slot);
            case Prototypical p -> prototypeGradient(p, problem, learned, slot);
            case FineTune _ -> throw new IllegalStateException("fine-tuning does not meta-train");
        };
    }

    private Workspace workspace(EpisodeProblem problem, Runnable checkpoint) {
        space.reset(problem.specs());
        supportSpace.reset(problem.supportSpecs());
        moveSpace.reset(learning.model().adaptedAmong(problem.supportSpecs()));
        return new Workspace(
                learning,
                evaluator,
                space,
                supportSpace,
                moveSpace,
                rateSpace,
                supportSpace.blank(),
                supportSpace.blank(),
                scratch,
                checkpoint);
    }

    private Contribution contribute(
            Maml maml,
            EpisodeProblem problem,
            Learned learned,
            int outerStep,
            Slot slot,
            Workspace w) {
        InnerLoop.Start start = InnerLoop.start(maml, problem, learned.theta(), w);
        Parameters episode = start.episode();
        double before = loss(episode, problem.query(), "query loss before adaptation");
        InnerRates rates = rates(maml, problem, learned);
        InnerPath path = InnerLoop.path(maml, problem, start.support(), rates, w);
        int last = path.steps();
        Parameters reached = MetaDirection.reached(problem, path, last, episode, w);
        Parameters gradient = MetaDirection.queryGradient(problem, reached, last, w);
        double after =
                problem.queryNoise(last) == 0
                        ? evaluator.lossOfGradient()
                        : loss(reached, problem.query(), "query loss after adaptation");
        MetaDirection direction =
                MetaDirection.of(
                        maml, outerStep, problem, path, episode, gradient, rates, reached, w);
        return new Contribution(
                problem,
                before,
                after,
                slot.keep(direction.theta()),
                slot.keepRates(direction.rates()),
                learned.carried(),
                direction.cosine());
    }

    /// The function of which [#contribute] gives the gradient at outer step 0, in second order and without dropout:
    /// `Σ_k w_k L_query(θ_k)` over the inner steps, or the loss of a prototypical network.
    ///
    /// @param theta θ in the episode's shapes
    /// @param rates the learned inner rates in the inner loop's shapes
    double objective(
            EpisodeProblem problem, Parameters theta, Parameters rates, Runnable checkpoint) {
        Workspace w = workspace(problem, checkpoint);
        return switch (learning.learner()) {
            case Maml maml -> {
                InnerLoop.Start start = InnerLoop.begin(maml, problem, space.copy(theta), w);
                Parameters episode = start.episode();
                InnerPath path =
                        InnerLoop.path(
                                maml, problem, start.support(), InnerRates.of(maml, rates), w);
                double sum = 0;
                for (int k = 1; k <= path.steps(); k++) {
                    double weight = maml.lossWeight(k, 0);
                    if (weight > 0) {
                        Parameters reached = MetaDirection.reached(problem, path, k, episode, w);
                        sum += weight * evaluator.performance(reached, problem.query()).loss();
                    }
                }
                yield sum;
            }
            case Prototypical _ -> {
                checkpoint.run();
                yield metric().performance(theta, problem.support(), problem.query()).loss();
            }
            case Reptile _, FineTune _, Pretrain _ ->
                    throw new IllegalStateException("its direction is no gradient of an episode");
        };
    }

    private InnerRates rates(
            MetaLearner.Adapting learner, EpisodeProblem problem, Learned learned) {
        rateSpace.reset(problem.supportSpecs(learned.rates().specs()));
        return InnerRates.of(learner, problem.restrictToSupport(learned.rates(), rateSpace));
    }

    private Contribution contribute(
            Reptile reptile, EpisodeProblem problem, Learned learned, Slot slot, Workspace w) {
        InnerLoop.Start start = InnerLoop.start(reptile, problem, learned.theta(), w);
        Parameters episode = start.episode();
        double before = loss(episode, problem.query(), "query loss before adaptation");
        Adapted adapted = adapted(reptile, problem, start.support(), learned, w);
        Parameters reached = space.copy(episode);
        problem.addSlope(adapted.moved(), 1, reached, scratch);
        double after = loss(reached, problem.query(), "query loss after adaptation");
        Parameters moved = space.zero();
        problem.addSlope(adapted.moved(), 1, moved, scratch);
        return new Contribution(problem, before, after, slot.keep(moved), adapted.carried());
    }

    private Contribution gradient(EpisodeProblem batch, Learned learned, Slot slot) {
        Parameters theta = batch.restrict(learned.theta(), space);
        Parameters gradient = trained.gradient(theta, batch.query(), batch.queryNoise(0));
        double loss = trained.lossOfGradient();
        return new Contribution(batch, loss, loss, slot.keep(gradient), learned.carried());
    }

    private Contribution prototypeGradient(
            Prototypical learner, EpisodeProblem problem, Learned learned, Slot slot) {
        Parameters theta = problem.restrict(learned.theta(), space);
        PrototypeEvaluator metric = metric();
        double loss = metric.performance(theta, problem.support(), problem.query()).loss();
        Parameters gradient =
                metric.gradient(theta, problem.support(), problem.query(), problem.queryNoise(0));
        Parameters direction = slot.keep(gradient);
        // Shifting the whole space changes no distance, so its bias has no slope; Adam would make
        // steps of rounding.
        boolean shifts = learner.distance() == PrototypeModel.Distance.EUCLIDEAN;
        for (ParameterSpec spec : direction.specs()) {
            boolean bias = spec.perSlot() && spec.layout() == ParameterSpec.Layout.VECTOR;
            if (shifts && bias) {
                evaluator.backend().fill(0, direction.get(spec.name()));
            }
        }
        return new Contribution(problem, loss, loss, direction, learned.carried());
    }

    private PrototypeEvaluator metric() {
        if (prototypes == null) {
            throw new IllegalStateException("no prototypical network");
        }
        return prototypes;
    }

    private double loss(Parameters theta, Block block, String what) {
        try {
            return evaluator.performance(theta, block).loss();
        } catch (NonFiniteException e) {
            throw e.in(what);
        }
    }

    /// How far an inner loop moved, as a slope in its shapes, and the inner optimiser's state.
    private record Adapted(Parameters moved, Adam.State carried) {}

    private Adapted adapted(
            MetaLearner.Adapting learner,
            EpisodeProblem problem,
            Parameters start,
            Learned learned,
            Workspace w) {
        if (learner instanceof Reptile reptile && reptile.optimiser() != Reptile.Optimiser.SGD) {
            boolean carries = reptile.optimiser() == Reptile.Optimiser.ADAM_CARRIED;
            Adam.Step end =
                    InnerLoop.adam(
                            reptile,
                            problem,
                            start,
                            carries ? learned.carried() : Adam.State.start(),
                            w);
            return new Adapted(
                    supportSpace.minus(end.parameters(), start),
                    carries ? end.state() : learned.carried());
        }
        InnerRates rates = rates(learner, problem, learned);
        InnerPath path = InnerLoop.path(learner, problem, start, rates, w);
        return new Adapted(path.moved(path.steps()), learned.carried());
    }

    private Parameters adapt(
            MetaLearner.Adapting learner,
            EpisodeProblem problem,
            Learned learned,
            Runnable checkpoint) {
        Workspace w = workspace(problem, checkpoint);
        InnerLoop.Start start = InnerLoop.start(learner, problem, learned.theta(), w);
        Adapted adapted = adapted(learner, problem, start.support(), learned, w);
        Parameters reached = space.copy(start.episode());
        problem.addSlope(adapted.moved(), 1, reached, scratch);
        return reached;
    }

    /// Loss and accuracy on the query set after learning the support set.
    public Performance performance(EpisodeProblem problem, Learned learned, Runnable checkpoint) {
        return switch (learning.learner()) {
            case Prototypical _ -> {
                space.reset(problem.specs());
                Parameters theta = problem.restrict(learned.theta(), space);
                yield metric().performance(theta, problem.support(), problem.query());
            }
            case MetaLearner.Adapting learner ->
                    evaluator.performance(
                            adapt(learner, problem, learned, checkpoint), problem.query());
        };
    }

    /// Scores `[nodes × slots]` and embedding of any nodes after learning the episode's support set.
    ///
    /// @param problem must work on all rows of the first weights ([EpisodeProblem.Rows#EVERY])
    /// @param nodes with all feature columns
    public ModelEvaluator.Outputs predict(EpisodeProblem problem, Learned learned, Block nodes) {
        return switch (learning.learner()) {
            case Prototypical _ -> metric().scores(learned.theta(), problem.support(), nodes);
            case MetaLearner.Adapting learner ->
                    evaluator.forward(adapt(learner, problem, learned, () -> {}), nodes);
        };
    }

    /// Where a NaN or an infinity first appears when this episode's contribution is computed, if one does.
    public Optional<String> firstNonFinite(
            EpisodeProblem problem, Learned learned, int outerStep, Slot slot) {
        return traced(() -> contribute(problem, learned, outerStep, slot, () -> {}));
    }

    /// The same when this episode is learned and its query set is scored.
    public Optional<String> firstNonFinite(EpisodeProblem problem, Learned learned) {
        return traced(() -> performance(problem, learned, () -> {}));
    }

    private Optional<String> traced(Runnable work) {
        setWatchful(true);
        try {
            work.run();
            return Optional.empty();
        } catch (NonFiniteException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } finally {
            setWatchful(false);
        }
    }

    private void setWatchful(boolean watchful) {
        evaluator.setWatchful(watchful);
        trained.setWatchful(watchful);
        if (prototypes != null) {
            prototypes.setWatchful(watchful);
        }
    }

    /// Bytes of all buffers.
    public long bytes() {
        return evaluator.bytes()
                + (trained == evaluator ? 0 : trained.bytes())
                + (prototypes == null ? 0 : prototypes.bytes())
                + space.bytes()
                + supportSpace.bytes()
                + moveSpace.bytes()
                + scratch.bytes()
                + rateSpace.bytes();
    }
}
