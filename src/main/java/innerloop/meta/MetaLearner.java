package innerloop.meta;

/// The closed set of meta-learning algorithms, as values. Adding one here makes the compiler name the places
/// that must know it.
public sealed interface MetaLearner permits Maml, Reptile {

    /// Gradient steps on the support set.
    int innerSteps();

    /// Rate of these steps.
    double innerRate();

    /// Episodes per outer step.
    int tasksPerStep();

    /// Checks what every learner has.
    static void check(int innerSteps, double innerRate, int tasksPerStep) {
        if (innerSteps < 1) {
            throw new IllegalArgumentException(
                    "learner.innerSteps must be at least 1, not " + innerSteps);
        }
        checkRate("learner.innerRate", innerRate);
        if (tasksPerStep < 1) {
            throw new IllegalArgumentException(
                    "learner.tasksPerStep must be at least 1, not " + tasksPerStep);
        }
    }

    /// Checks that a rate is a positive, finite number.
    static void checkRate(String key, double rate) {
        if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(key + " must be above 0, not " + rate);
        }
    }
}
