package innerloop.training;

import java.util.Arrays;
import java.util.Locale;

/// Mean accuracy over episodes with its 95 % interval.
///
/// @param accuracy mean over episodes, 0 … 1
/// @param ci95 half width: 1.96 · sd / √tasks
/// @param tasks number of episodes
public record Score(double accuracy, double ci95, int tasks) {

    /// In percent with its interval, for example `61.4 ± 1.5 %`.
    public String percent() {
        return String.format(Locale.ROOT, "%.1f ± %.1f %%", 100 * accuracy, 100 * ci95);
    }

    /// As a signed difference in points, for example `+2.1 ± 1.7`.
    public String points() {
        return String.format(Locale.ROOT, "%+.1f ± %.1f", 100 * accuracy, 100 * ci95);
    }

    /// The score of these per-episode accuracies.
    public static Score of(double[] accuracies) {
        int n = accuracies.length;
        double mean = Arrays.stream(accuracies).sum() / n;
        double squares = 0;
        for (double a : accuracies) {
            squares += (a - mean) * (a - mean);
        }
        double deviation = n > 1 ? Math.sqrt(squares / (n - 1)) : 0;
        return new Score(mean, 1.96 * deviation / Math.sqrt(n), n);
    }
}
