package innerloop.task;

/// The advantage of one method over another: a mean over episodes with its 95 % interval. Positive is better, for measures
/// of either direction.
///
/// @param measure the measure of both
/// @param mean mean difference, positive if the first is better
/// @param ci95 half width of its interval; NaN for one episode
/// @param tasks number of episodes
public record Gain(Measure measure, double mean, double ci95, int tasks) {

    /// The verdict on a gain over the floor.
    public enum Verdict {
        /// Better than no training, by more than the interval.
        ABOVE_FLOOR,
        /// No clear difference.
        AT_FLOOR,
        /// Worse than no training: meta-training did not pay off.
        BELOW_FLOOR,
        /// One episode alone, which cannot tell a difference from chance.
        UNKNOWN
    }

    /// The gain of these differences, one per episode ([Measure#gain]).
    public static Gain of(Measure measure, double[] gains) {
        return of(Score.of(measure, gains));
    }

    /// The gain whose differences were averaged like a score.
    public static Gain of(Score differences) {
        return new Gain(
                differences.measure(), differences.mean(), differences.ci95(), differences.tasks());
    }

    /// The gain of one score over another that is from other episodes: their intervals add up as independent ones, √(a² + b²).
    ///
    /// @throws IllegalArgumentException if they are of different measures
    public static Gain between(Score score, Score reference) {
        Measure measure = score.measure();
        if (measure != reference.measure()) {
            throw new IllegalArgumentException(measure + " against " + reference.measure());
        }
        return new Gain(
                measure,
                measure.gain(score.mean(), reference.mean()),
                Math.hypot(score.ci95(), reference.ci95()),
                reference.isExact() ? score.tasks() : Math.min(score.tasks(), reference.tasks()));
    }

    /// The verdict on it, as a gain over the floor.
    public Verdict verdict() {
        if (tasks < 2) {
            return Verdict.UNKNOWN;
        }
        if (mean - ci95 > 0) {
            return Verdict.ABOVE_FLOOR;
        }
        return mean + ci95 < 0 ? Verdict.BELOW_FLOOR : Verdict.AT_FLOOR;
    }

    /// Whether the whole interval lies on one side of 0.
    public boolean isClear() {
        return switch (verdict()) {
            case ABOVE_FLOOR, BELOW_FLOOR -> true;
            case AT_FLOOR, UNKNOWN -> false;
        };
    }

    /// With sign and interval and without its unit, for example `+2.1 ± 1.7`.
    public String number() {
        return measure.signed(mean) + interval();
    }

    /// With sign, interval and unit, for example `+2.1 ± 1.7 points`.
    public String text() {
        return measure.withPoints(number());
    }

    /// The size with its interval, without sign and unit, for a sentence that says in words which one is better.
    public String size() {
        return measure.number(Math.abs(mean)) + interval();
    }

    /// One difference has none.
    private String interval() {
        return tasks > 1 ? " ± " + measure.number(ci95) : "";
    }

    /// A sentence of English about the gain over the floor of the same episodes.
    public String sentence() {
        return switch (verdict()) {
            case ABOVE_FLOOR ->
                    measure.withPoints(size())
                            + (measure.higherIsBetter() ? " above" : " better than")
                            + " the floor on the same episodes";
            case AT_FLOOR -> "no clear difference to the floor (" + text() + ")";
            case BELOW_FLOOR ->
                    measure.withPoints(size())
                            + (measure.higherIsBetter() ? " below" : " worse than")
                            + " the floor: no training at all does better";
            case UNKNOWN ->
                    text()
                            + " against the floor, but one test alone cannot tell that from chance:"
                            + " repeat it with other seeds or on other folds";
        };
    }
}
