package innerloop.meta;

import innerloop.math.Backend;
import innerloop.math.Seed;
import innerloop.nn.ParameterSpace;
import innerloop.nn.ParameterSpec;
import innerloop.nn.Parameters;
import innerloop.phrase.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/// A meta-learning algorithm with its settings, as a value. Each algorithm is whole in its own file, in the order of the
/// paper's pseudocode: [#plan] gives its networks, [#initial] the state it starts from, [#contribute] the contribution of
/// one episode to an outer step, [#step] moves θ, [#adapt] learns a new episode.
public sealed interface MetaLearner permits MetaLearner.Adapting, MetaLearner.Shrinking {

    /// The most inner steps, and the most episodes of an outer step.
    int MOST = 1000;

    /// The networks it computes with.
    Plan plan(Blueprint blueprint);

    /// The state that the outer loop starts from.
    default LearnerState initial(Plan plan, Backend backend, Seed seed) {
        return LearnerState.of(ParameterSpace.initial(backend, plan.trained().specs(), seed));
    }

    /// The contribution of one episode (or batch, depending on the plan) to outer step `outerStep` (0 for the first). Its
    /// numbers may be stored in the workspace.
    Contribution contribute(EpisodeProblem problem, LearnerState at, int outerStep, Workspace w);

    /// The state after one more outer step.
    ///
    /// @param mean the mean direction of the step's episodes
    /// @param totalSteps length of the run, for annealing
    OuterState step(OuterState state, Direction mean, int totalSteps, Backend backend);

    /// Learns the support set of an episode.
    Trajectory adapt(EpisodeProblem problem, LearnerState at, Workspace w);

    /// The properties that views need to show its runs.
    Traits traits();

    /// The inner loop if it is plain gradient descent at rates that are not learned; empty otherwise.
    default Optional<InnerLoopSettings> plainDescent() {
        return Optional.empty();
    }

    /// How far an outer step goes towards the adapted parameters; empty if it follows gradients.
    default OptionalDouble towardsAdapted() {
        return OptionalDouble.empty();
    }

    /// The learner whose meta-gradient is certified: this one if it has one, otherwise a MAML with the same inner loop,
    /// which says how much of the meta-gradient first order leaves out.
    WithMetaGradient certified();

    /// Learners that take gradient steps on an episode's support set.
    sealed interface Adapting extends MetaLearner permits Maml, Reptile, FineTune, Pretrain {

        /// The inner loop.
        InnerLoopSettings inner();

        @Override
        default int innerSteps() {
            return inner().steps();
        }

        @Override
        default Optional<InnerLoopSettings> plainDescent() {
            return traits().learnsBesideTheta() ? Optional.empty() : Optional.of(inner());
        }

        /// The same learner with another inner loop.
        Adapting withInner(InnerLoopSettings inner);

        /// The pre-training to compare it with: by as many examples an outer step, by the same outer loop where that is Adam,
        /// and with the same inner loop, whose head cannot be the one of the base classes.
        default Adapting pretraining() {
            Pretrain usual = Pretrain.defaults();
            boolean learned = inner().head() == HeadStart.LEARNED;
            return usual.withInner(learned ? inner().withHead(HeadStart.ZERO) : inner())
                    .withOuter(
                            this instanceof Updating updating
                                    ? updating.outer()
                                    : usual.outer().withTasks(tasksPerStep()));
        }

        /// By plain descent from θ.
        @Override
        default Trajectory adapt(EpisodeProblem problem, LearnerState at, Workspace w) {
            return InnerLoop.descent(inner(), problem, at.theta(), w);
        }

        @Override
        default WithMetaGradient certified() {
            return Maml.defaults().withInner(inner());
        }
    }

    /// Learners whose outer loop can hold θ back.
    sealed interface Shrinking extends MetaLearner permits Updating, Reptile {

        /// What pulls θ back.
        Shrinkage shrinkage();

        /// The same learner, held back otherwise.
        Shrinking withShrinkage(Shrinkage shrinkage);
    }

    /// Learners whose outer loop is Adam.
    sealed interface Updating extends Shrinking permits WithMetaGradient, Pretrain {

        /// The outer loop.
        OuterLoopSettings outer();

        /// The same learner with another outer loop.
        Updating withOuter(OuterLoopSettings outer);

        @Override
        default int tasksPerStep() {
            return outer().tasks();
        }

        @Override
        default Shrinkage shrinkage() {
            return outer().shrinkage();
        }

        @Override
        default Updating withShrinkage(Shrinkage shrinkage) {
            return withOuter(outer().withShrinkage(shrinkage));
        }

        @Override
        default OuterState step(OuterState state, Direction mean, int totalSteps, Backend backend) {
            return state.movedByAdam(
                    mean.theta(),
                    pulled(state.learned().theta()),
                    outer(),
                    outer().rateAt(state.steps(), totalSteps),
                    backend);
        }

        /// The parameters that [OuterLoopSettings#shrinkage] pulls back: all that the outer loop moves.
        default List<ParameterSpec> pulled(Parameters theta) {
            return theta.specs();
        }
    }

    /// Learners that follow the gradient of a function of θ that each episode defines.
    sealed interface WithMetaGradient extends Updating permits Maml, ClosedForm, FullBatch {

        /// The function of which [#contribute] gives the gradient at outer step 0, in second order and without dropout.
        ///
        /// @param theta θ in the episode's shapes
        /// @param rates the learned inner rates in the inner loop's shapes
        double objective(EpisodeProblem problem, Parameters theta, Parameters rates, Workspace w);

        /// The same learner with a gradient of this order from the first step on, if it has both orders.
        WithMetaGradient inOrder(Maml.Order order);

        @Override
        default WithMetaGradient certified() {
            return this;
        }
    }

    /// Learners without an inner loop: how the query set is scored follows from the support set and θ by a formula, which the
    /// objective of their network holds.
    sealed interface ClosedForm extends WithMetaGradient permits Prototypical, Ridge {

        /// There is nothing to adapt.
        @Override
        default Trajectory adapt(EpisodeProblem problem, LearnerState at, Workspace w) {
            return Trajectory.through(List.of(problem.restrict(at.theta(), w.space())));
        }

        /// The loss of the query set.
        @Override
        default double objective(
                EpisodeProblem problem, Parameters theta, Parameters rates, Workspace w) {
            w.pausePoint();
            return w.evaluator().judge(theta, problem.scored(w.objective())).loss();
        }

        /// Without an inner loop there is one order.
        @Override
        default WithMetaGradient inOrder(Maml.Order order) {
            return this;
        }

        @Override
        default Traits traits() {
            return new Traits(
                    Traits.Loss.QUERY,
                    Traits.Move.GRADIENT,
                    Traits.Gradient.NO_INNER_LOOP,
                    Traits.OuterKnob.RATE,
                    outer().shrinks(),
                    false,
                    Traits.Space.OUTPUT);
        }
    }

    /// Episodes (or batches) per outer step; 0 if it does not train.
    int tasksPerStep();

    /// Whether it learns from support sets; a learner that does not needs a task that is one whole episode.
    default boolean readsSupport() {
        return true;
    }

    /// The number of inner steps it takes on an episode; 0 if there is no inner loop.
    default int innerSteps() {
        return 0;
    }

    /// Outer steps without a better validation score after which training ends, with the θ of the best one; 0 = it never does.
    default int patience() {
        return 0;
    }

    /// The size of the space that its network maps to; where the network's outputs are those of an episode, the size that a
    /// pre-trained network has in their place.
    default int dimensions() {
        return 256;
    }

    /// Numbers among what was learned that are settings of the learner, by the keys of these settings: they mean the same for
    /// every graph. Most learners have none.
    default SequencedMap<String, Double> learnedSettings(Parameters theta) {
        return new LinkedHashMap<>();
    }

    /// The numbers of a head that is fitted by a formula, under the keys of settings, whether they are learned or not; none for other
    /// learners.
    default SequencedMap<String, Double> headNumbers(Parameters theta) {
        return new LinkedHashMap<>();
    }

    /// Whether there is an outer loop.
    default boolean trains() {
        return tasksPerStep() > 0;
    }

    /// An outer step stores all its episodes and inner steps until it ends, so their number has a bound.
    static void checkCount(String key, int count) {
        if (count < 1 || count > MOST) {
            throw Refusal.outside(key, 1, MOST, count);
        }
    }

    /// Checks that a rate is a positive, finite number.
    static void checkRate(String key, double rate) {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw Refusal.notPositive(key, rate);
        }
    }
}
