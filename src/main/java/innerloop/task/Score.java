package innerloop.task;

import innerloop.math.StudentT;
import java.util.Arrays;
import java.util.Comparator;

/// The mean of a measure over episodes with its 95 % interval.
///
/// @param measure what was measured
/// @param mean mean over the episodes
/// @param ci95 half width: t · sd / √tasks with [Student's t][StudentT]; NaN for one episode, which does not tell how far others are
///     from it
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
        double halfWidth =
                n > 1 ? StudentT.quantile(n - 1) * Math.sqrt(squares / (n - 1) / n) : Double.NaN;
        return new Score(measure, mean, halfWidth, n);
    }

    /// A score that is known without trying: it has no interval.
    public static Score exact(Measure measure, double value) {
        return new Score(measure, value, 0, 0);
    }

    /// Whether it is known without trying.
    public boolean isExact() {
        return tasks == 0;
    }

    /// Whether it has an interval: it is the mean of several episodes.
    public boolean hasInterval() {
        return tasks > 1;
    }

    /// The mean alone, without its unit: `61.4`.
    public String meanNumber() {
        return measure.number(mean);
    }

    /// The mean alone, with its unit: `61.4 %`.
    public String meanText() {
        return measure.text(mean);
    }

    /// With its interval and without its unit, for example `61.4 ± 1.5`.
    public String number() {
        return hasInterval() ? meanNumber() + " ± " + measure.number(ci95) : meanNumber();
    }

    /// With interval and unit, for example `61.4 ± 1.5 %`.
    public String text() {
        return measure.withUnit(number());
    }
}
