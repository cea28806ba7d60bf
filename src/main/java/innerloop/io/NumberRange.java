package innerloop.io;

import java.util.Arrays;

/// The ends of a scale of numbers: their 1st and 99th percentile, so that an outlier does not make all others alike.
///
/// @param low what the lower end stands for
/// @param high what the upper end stands for
record NumberRange(double low, double high) {

    private static final int TAILS = 100;

    /// The ends for these values; those that are not finite do not count.
    static NumberRange of(double[] values) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        int cut = known.length / TAILS;
        return known.length == 0
                ? new NumberRange(0, 1)
                : new NumberRange(known[cut], known[known.length - 1 - cut]);
    }

    /// Where a value is between the ends, 0 … 1; NaN if it is unknown.
    float share(double value) {
        double share = high > low ? (value - low) / (high - low) : 0.5;
        return Double.isFinite(value) ? (float) Math.clamp(share, 0.0, 1.0) : Float.NaN;
    }
}
