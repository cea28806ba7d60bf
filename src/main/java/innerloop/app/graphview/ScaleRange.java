package innerloop.app.graphview;

import java.util.Locale;

/// The ends of a scale of numbers, and where values are between them.
///
/// @param low what the lower end stands for
/// @param high what the upper end stands for
/// @param clippedLow whether there are values below the lower end
/// @param clippedHigh whether there are values above the upper end
/// @param logarithmic whether equal steps are equal ratios rather than differences
record ScaleRange(
        double low, double high, boolean clippedLow, boolean clippedHigh, boolean logarithmic) {

    private static final double MOST_WHOLE = 1e6;

    /// How the lower end is written: with "≤" where values are below it.
    String lowText() {
        return (clippedLow ? "≤ " : "") + number(low);
    }

    /// How the upper end is written: with "≥" where values are above it.
    String highText() {
        return (clippedHigh ? "≥ " : "") + number(high);
    }

    /// A value halfway, a whole one if the ends are and are no neighbours.
    double middle() {
        double half = (bent(low) + bent(high)) / 2;
        double exact = logarithmic ? Math.expm1(half) : half;
        return isWhole(low) && isWhole(high) && high - low != 1 ? Math.rint(exact) : exact;
    }

    /// How [#middle()] is written.
    String middleText() {
        return number(middle());
    }

    /// Where a value is between the ends, 0 … 1; NaN if it is unknown.
    double share(double value) {
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        double range = bent(high) - bent(low);
        return range <= 0 ? 0.5 : Math.clamp((bent(value) - bent(low)) / range, 0, 1);
    }

    private double bent(double value) {
        return logarithmic ? Math.log1p(Math.max(0, value)) : value;
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value);
    }

    private static String number(double value) {
        return isWhole(value) && Math.abs(value) < MOST_WHOLE
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3g", value);
    }
}
