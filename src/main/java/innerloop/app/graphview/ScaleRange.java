package innerloop.app.graphview;

import innerloop.app.NumberText;

/// The ends of a scale of numbers, and where values are between them.
///
/// @param low what the lower end stands for
/// @param high what the upper end stands for
/// @param clippedLow whether there are values below the lower end
/// @param clippedHigh whether there are values above the upper end
/// @param logarithmic whether equal steps are equal ratios rather than differences
public record ScaleRange(
        double low, double high, boolean clippedLow, boolean clippedHigh, boolean logarithmic) {

    /// How the lower end is written: with "≤" where values are below it.
    String lowText() {
        return (clippedLow ? "≤ " : "") + NumberText.of(low);
    }

    /// How the upper end is written: with "≥" where values are above it.
    String highText() {
        return (clippedHigh ? "≥ " : "") + NumberText.of(high);
    }

    /// A value halfway, a whole one if the ends are and are no neighbours.
    double middle() {
        double half = (bent(low) + bent(high)) / 2;
        double exact = logarithmic ? Math.expm1(half) : half;
        return NumberText.isWhole(low) && NumberText.isWhole(high) && high - low != 1
                ? Math.rint(exact)
                : exact;
    }

    /// How [#middle()] is written.
    String middleText() {
        return NumberText.of(middle());
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
}
