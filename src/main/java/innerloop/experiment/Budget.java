package innerloop.experiment;

/// How long to train and how much to evaluate.
///
/// @param steps number of outer steps
/// @param evaluateEvery outer steps between two validations
/// @param testTasks episodes of the final test; validation uses a quarter of them, at least 20
public record Budget(int steps, int evaluateEvery, int testTasks) {

    /// The fewest episodes of a test: one has no interval.
    public static final int FEWEST_TASKS = 2;

    /// The most episodes of a test.
    public static final int MOST_TASKS = 100_000;

    public Budget {
        if (steps < 1) {
            throw new IllegalArgumentException("budget.steps must be at least 1, not " + steps);
        }
        if (evaluateEvery < 1) {
            throw new IllegalArgumentException(
                    "budget.evaluateEvery must be at least 1, not " + evaluateEvery);
        }
        if (testTasks < FEWEST_TASKS || testTasks > MOST_TASKS) {
            throw new IllegalArgumentException(
                    "budget.testTasks must be in "
                            + FEWEST_TASKS
                            + " … "
                            + MOST_TASKS
                            + ", not "
                            + testTasks);
        }
    }

    /// 500 steps, validated every 25, tested on 100 episodes.
    public static Budget defaults() {
        return new Budget(500, 25, 100);
    }

    public Budget withSteps(int newSteps) {
        return new Budget(newSteps, evaluateEvery, testTasks);
    }

    public Budget withEvaluateEvery(int newInterval) {
        return new Budget(steps, newInterval, testTasks);
    }

    public Budget withTestTasks(int tasks) {
        return new Budget(steps, evaluateEvery, tasks);
    }

    /// Episodes of one validation.
    public int validationTasks() {
        return Math.max(20, testTasks / 4);
    }
}
