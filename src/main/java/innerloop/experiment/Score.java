package innerloop.experiment;

import java.util.Arrays;

/// Mean accuracy over episodes with its 95 % interval.
///
/// @param accuracy mean over episodes, 0 … 1
/// @param ci95 half width: 1.96 · sd / √tasks
/// @param tasks number of episodes
public record Score(double accuracy, double ci95, int tasks) {

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
