package innerloop.task;

import java.util.Arrays;
import java.util.Comparator;

/// The mean of a measure over episodes with its 95 % interval.
///
/// @param measure what was measured
/// @param mean mean over the episodes
/// @param ci95 half width: 1.96 · sd / √tasks
/// @param tasks number of episodes; 0 for a score that follows from the task without any
public record Score(Measure measure, double mean, double ci95, int tasks) {

    /// The better of two scores comes later. Scores of different measures are kept apart.
    public static final Comparator<Score> WORST_FIRST =
            Comparator.comparing(Score::measure)
                    .thenComparingDouble(score -> score.measure.gain(score.mean, 0));

    /// The score of these values, one per episode.
    public static Score of(Measure measure, double[] values) {
        int n = values.length;
        double mean = Arrays.stream(values).sum() / n;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
        return new Score(measure, mean, 1.96 * deviation / Math.sqrt(n), n);
    }

    /// A score that is known without trying: it has no interval.
    public static Score exact(Measure measure, double value) {
        return new Score(measure, value, 0, 0);
    }

    /// Whether it is known without trying.
    public boolean isExact() {
        return tasks == 0;
    }

    /// The same with another interval.
    public Score withInterval(double halfWidth) {
        return new Score(measure, mean, halfWidth, tasks);
    }

    /// The mean alone, without its unit: `61.4`.
    public String meanNumber() {
        return measure.number(mean);
    }

    /// The mean alone, with its unit: `61.4 %`.
    public String meanText() {
        return measure.withUnit(meanNumber());
    }

    /// With its interval and without its unit, for example `61.4 ± 1.5`.
    public String number() {
        // One value has no interval.
        return tasks > 1 ? meanNumber() + " ± " + measure.number(ci95) : meanNumber();
    }

    /// With interval and unit, for example `61.4 ± 1.5 %`.
    public String text() {
        return measure.withUnit(number());
    }
}
