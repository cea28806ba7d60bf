package innerloop.lesson;

import java.util.Locale;

/// How a number is written.
///
/// @param percent as a percentage rather than a share
/// @param decimals how many digits after the point; −1 for as many as are worth it
public record NumberForm(boolean percent, int decimals) {

    /// So many digits are worth it.
    private static final int SIGNIFICANT = 4;

    private static final int MOST = 9;

    /// As many digits as are worth it.
    public static final NumberForm USUAL = new NumberForm(false, -1);

    /// A percentage with one digit after the point.
    public static final NumberForm PERCENT = new NumberForm(true, 1);

    /// The number as a person reads and types it, without a sign of its unit.
    public double shown(double value) {
        return percent ? 100 * value : value;
    }

    /// The number as text, with its sign of percent.
    public String text(double value) {
        double shown = shown(value);
        if (!Double.isFinite(shown)) {
            return "–";
        }
        int digits = decimals < 0 ? worth(shown) : decimals;
        String written = String.format(Locale.ROOT, "%." + digits + "f", shown);
        // What is zero as it is written has no sign.
        return written.replaceFirst("^-(?=[0.]+$)", "") + (percent ? " %" : "");
    }

    private static int worth(double shown) {
        if (shown == Math.rint(shown)) {
            return 0;
        }
        int before = (int) Math.floor(Math.log10(Math.abs(shown))) + 1;
        return Math.clamp((long) SIGNIFICANT - before, 0, MOST);
    }
}
