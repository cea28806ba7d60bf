package innerloop.experiment;

import innerloop.phrase.Refusal;

/// How long to train and how much to evaluate.
///
/// @param steps number of outer steps
/// @param evaluateEvery outer steps between two validations
/// @param testTasks episodes of the final test; validation uses a quarter of them, at least 20
/// @param keep which θ is tested and exported
public record Budget(int steps, int evaluateEvery, int testTasks, Keep keep) {

    /// Which θ counts.
    public enum Keep {
        /// That of the last step.
        LAST,
        /// That of the best validation, the untrained one included; the last one if there is no validation lane.
        BEST
    }

    /// The fewest episodes of a test: one has no interval.
    public static final int FEWEST_TASKS = 2;

    /// The most episodes of a test.
    public static final int MOST_TASKS = 100_000;

    /// A budget whose last θ counts.
    public Budget(int steps, int evaluateEvery, int testTasks) {
        this(steps, evaluateEvery, testTasks, Keep.LAST);
    }

    public Budget {
        if (steps < 1) {
            throw Refusal.below("budget.steps", 1, steps);
        }
        if (evaluateEvery < 1) {
            throw Refusal.below("budget.evaluateEvery", 1, evaluateEvery);
        }
        if (testTasks < FEWEST_TASKS || testTasks > MOST_TASKS) {
            throw Refusal.outside("budget.testTasks", FEWEST_TASKS, MOST_TASKS, testTasks);
        }
    }

    /// 500 steps, validated every 25, tested on 100 episodes.
    public static Budget defaults() {
        return new Budget(500, 25, 100);
    }

    public Budget withSteps(int newSteps) {
        return new Budget(newSteps, evaluateEvery, testTasks, keep);
    }

    public Budget withEvaluateEvery(int newInterval) {
        return new Budget(steps, newInterval, testTasks, keep);
    }

    public Budget withTestTasks(int tasks) {
        return new Budget(steps, evaluateEvery, tasks, keep);
    }

    public Budget withKeep(Keep newKeep) {
        return new Budget(steps, evaluateEvery, testTasks, newKeep);
    }

    /// Episodes of one validation.
    public int validationTasks() {
        return Math.max(20, testTasks / 4);
    }
}
