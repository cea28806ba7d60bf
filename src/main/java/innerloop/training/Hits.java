package innerloop.training;

import java.util.Locale;

/// How many of some predictions are right.
///
/// @param right how many are
/// @param asked how many there are, at least one
public record Hits(int right, int asked) {

    /// The 97.5 % quantile of the standard normal distribution.
    private static final double Z = 1.959964;

    /// The share that is right.
    public double accuracy() {
        return (double) right / asked;
    }

    /// The lower end of the 95 % interval (Wilson 1927), which holds for few predictions, too, and if all are right.
    public double low() {
        return Math.max(0, centre() - halfWidth());
    }

    /// The upper end.
    public double high() {
        return Math.min(1, centre() + halfWidth());
    }

    private double centre() {
        return (right + Z * Z / 2) / (asked + Z * Z);
    }

    private double halfWidth() {
        double spread = accuracy() * (1 - accuracy()) * asked + Z * Z / 4;
        return Z / (asked + Z * Z) * Math.sqrt(spread);
    }

    /// With the interval, as a person reads it: `83.3 % (95 %: 60.8 to 94.2 %)`.
    public String text() {
        return String.format(
                Locale.ROOT,
                "%.1f %% (95 %%: %.1f to %.1f %%)",
                100 * accuracy(),
                100 * low(),
                100 * high());
    }
}
