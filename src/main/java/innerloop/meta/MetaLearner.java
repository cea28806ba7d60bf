package innerloop.meta;

/// The closed set of meta-learning algorithms, as values. Adding one here makes the compiler name the places
/// that must know it.
public sealed interface MetaLearner permits MetaLearner.Adapting, MetaLearner.Updating {

    /// The most inner steps, and the most episodes of an outer step.
    int MOST = 1000;

    /// Learners that take gradient steps on an episode's support set.
    sealed interface Adapting extends MetaLearner permits Maml, Reptile, FineTune, Pretrain {

        /// The inner loop.
        Adaptation adaptation();

        /// The same learner with another inner loop.
        Adapting withAdaptation(Adaptation adaptation);
    }

    /// Learners whose outer loop is Adam.
    sealed interface Updating extends MetaLearner permits Maml, Prototypical, Pretrain {

        /// The outer loop.
        MetaUpdate update();

        /// The same learner with another outer loop.
        Updating withUpdate(MetaUpdate update);

        @Override
        default int tasksPerStep() {
            return update().tasks();
        }
    }

    /// Episodes (or batches) per outer step; 0 if it does not train.
    int tasksPerStep();

    /// Whether there is an outer loop.
    default boolean trains() {
        return tasksPerStep() > 0;
    }

    /// Inner steps and episodes of an outer step are all remembered until it ends.
    static void checkCount(String key, int count) {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException(key + " must be in 1 … " + MOST + ", not " + count);
        }
    }

    /// Checks that a rate is a positive, finite number.
    static void checkRate(String key, double rate) {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(key + " must be above 0, not " + rate);
        }
    }
}
