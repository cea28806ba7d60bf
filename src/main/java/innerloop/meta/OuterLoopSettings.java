package innerloop.meta;

/// How the outer loop moves θ: Adam on the mean direction of a step's episodes.
///
/// @param rate Adam's rate β
/// @param schedule how it changes over the run
/// @param tasks episodes per outer step
public record OuterLoopSettings(double rate, Schedule schedule, int tasks) {

    /// How a rate changes over the run.
    public enum Schedule {
        /// Not at all.
        CONSTANT,
        /// Falls along half a cosine to a hundredth of its start (Antoniou et al. 2019).
        COSINE
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
        return new OuterLoopSettings(newRate, schedule, tasks);
    }

    public OuterLoopSettings withSchedule(Schedule newSchedule) {
        return new OuterLoopSettings(rate, newSchedule, tasks);
    }

    public OuterLoopSettings withTasks(int newTasks) {
        return new OuterLoopSettings(rate, schedule, newTasks);
    }
}
