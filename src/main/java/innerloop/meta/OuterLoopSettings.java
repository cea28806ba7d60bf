package innerloop.meta;

/// How the outer loop moves θ: Adam on the mean direction of a step's episodes.
///
/// @param rate Adam's rate β
/// @param schedule how it changes over the run
/// @param tasks episodes per outer step
/// @param shrinkage what pulls θ back
/// @param decay where that pull acts
public record OuterLoopSettings(
        double rate, Schedule schedule, int tasks, Shrinkage shrinkage, Decay decay) {

    /// How a rate changes over the run.
    public enum Schedule {
        /// Not at all.
        CONSTANT,
        /// Falls along half a cosine to a hundredth of its start (Antoniou et al. 2019).
        COSINE
    }

    /// Where the pull on θ acts. Adam divides every entry of a gradient by its usual size, so a penalty in the gradient pulls
    /// entries that episodes rarely move as strongly as others, however small λ is.
    public enum Decay {
        /// Beside Adam, as in AdamW (Loshchilov and Hutter 2019, algorithm 2): θ ← θ − β · pull.
        DECOUPLED,
        /// In the gradient, as an L2 penalty of the loss (Kipf and Welling 2017).
        PENALTY
    }

    /// Nothing pulls θ back; what may is decoupled.
    public OuterLoopSettings(double rate, Schedule schedule, int tasks) {
        this(rate, schedule, tasks, Shrinkage.none(), Decay.DECOUPLED);
    }

    /// Adam 0.0001, 4 episodes: larger rates make rarely seen features remember the base classes, and the score on novel
    /// classes falls (docs/results.md).
    static OuterLoopSettings defaults() {
        return new OuterLoopSettings(0.0001, Schedule.CONSTANT, 4);
    }

    private static final double LEAST = 0.01;

    public OuterLoopSettings {
        MetaLearner.checkRate("learner.outerRate", rate);
        MetaLearner.checkCount("learner.tasksPerStep", tasks);
    }

    /// Whether the rate falls over the run.
    boolean shrinks() {
        return schedule == Schedule.COSINE;
    }

    /// The rate of outer step `step` (0 for the first) of `total`.
    double rateAt(int step, int total) {
        return switch (schedule) {
            case CONSTANT -> rate;
            case COSINE -> {
                double fall = (1 + StrictMath.cos(Math.PI * step / Math.max(1, total - 1))) / 2;
                yield rate * (LEAST + (1 - LEAST) * fall);
            }
        };
    }

    public OuterLoopSettings withRate(double newRate) {
        return new OuterLoopSettings(newRate, schedule, tasks, shrinkage, decay);
    }

    public OuterLoopSettings withSchedule(Schedule newSchedule) {
        return new OuterLoopSettings(rate, newSchedule, tasks, shrinkage, decay);
    }

    public OuterLoopSettings withTasks(int newTasks) {
        return new OuterLoopSettings(rate, schedule, newTasks, shrinkage, decay);
    }

    public OuterLoopSettings withShrinkage(Shrinkage newShrinkage) {
        return new OuterLoopSettings(rate, schedule, tasks, newShrinkage, decay);
    }

    public OuterLoopSettings withDecay(Decay newDecay) {
        return new OuterLoopSettings(rate, schedule, tasks, shrinkage, newDecay);
    }
}
