package innerloop.app;

import java.util.Locale;

/// How a number is written where there is little room: whole ones as they are, others with three significant digits.
public final class NumberText {

    private static final double MOST_WHOLE = 1e6;

    private NumberText() {}

    /// Whether it has no fraction.
    public static boolean isWhole(double value) {
        return value == Math.rint(value);
    }

    /// The number as text.
    public static String of(double value) {
        return isWhole(value) && Math.abs(value) < MOST_WHOLE
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3g", value);
    }
}
