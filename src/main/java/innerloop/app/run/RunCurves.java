package innerloop.app.run;

import innerloop.experiment.Score;
import innerloop.plot.Series;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// The series of one run, filled while it goes.
public final class RunCurves {

    private final int steps;
    private final boolean novelToTraining;
    private final Series lossBefore = new Series();
    private final Series lossAfter = new Series();
    private final Series norm = new Series();
    private final Series accuracy = new Series();
    private final Series lower = new Series();
    private final Series upper = new Series();
    private OptionalDouble floor = OptionalDouble.empty();
    private OptionalDouble zeroSteps = OptionalDouble.empty();
    private OptionalInt divergedAt = OptionalInt.empty();

    /// Empty curves of a run with this many steps.
    ///
    /// @param novelToTraining whether validation uses classes that training does not see
    RunCurves(int steps, boolean novelToTraining) {
        this.steps = steps;
        this.novelToTraining = novelToTraining;
    }

    void step(double step, double before, double after, double metaGradientNorm) {
        lossBefore.append(step, before);
        lossAfter.append(step, after);
        norm.append(step, metaGradientNorm);
    }

    void score(double step, Score score) {
        accuracy.append(step, score.accuracy());
        lower.append(step, score.accuracy() - score.ci95());
        upper.append(step, score.accuracy() + score.ci95());
    }

    void baselines(Score floorScore, Score zeroStepsScore) {
        floor = OptionalDouble.of(floorScore.accuracy());
        zeroSteps = OptionalDouble.of(zeroStepsScore.accuracy());
    }

    void diverged(int step) {
        divergedAt = OptionalInt.of(step);
    }

    /// Length of the run.
    public int steps() {
        return steps;
    }

    /// Whether validation uses classes that training does not see; otherwise it shows base classes.
    public boolean novelToTraining() {
        return novelToTraining;
    }

    /// Query loss at θ, before adaptation.
    public Series lossBefore() {
        return lossBefore;
    }

    /// Query loss after the inner loop.
    public Series lossAfter() {
        return lossAfter;
    }

    /// Norm of the outer direction.
    public Series norm() {
        return norm;
    }

    /// Validation accuracy.
    public Series accuracy() {
        return accuracy;
    }

    /// Lower end of its 95 % interval.
    public Series lower() {
        return lower;
    }

    /// Upper end of its 95 % interval.
    public Series upper() {
        return upper;
    }

    /// Floor on the validation episodes.
    public OptionalDouble floor() {
        return floor;
    }

    /// Accuracy from the untrained θ.
    public OptionalDouble zeroSteps() {
        return zeroSteps;
    }

    /// The step at which numbers stopped being finite.
    public OptionalInt divergedAt() {
        return divergedAt;
    }
}
