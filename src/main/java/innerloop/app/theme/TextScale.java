package innerloop.app.theme;

import java.util.List;

/// How large the window's content is shown: shares of its usual size, from 80 to 200 per cent.
public final class TextScale {

    /// The usual size.
    public static final double USUAL = 1;

    /// The least size when many look at one screen.
    public static final double PRESENTED = 1.5;

    /// All sizes, smallest first.
    public static final List<Double> STEPS =
            List.of(0.8, 0.9, USUAL, 1.1, 1.25, PRESENTED, 1.75, 2.0);

    private TextScale() {}

    /// The next larger size; the largest stays.
    public static double larger(double scale) {
        return STEPS.stream().filter(step -> step > scale).findFirst().orElse(STEPS.getLast());
    }

    /// The next smaller size; the smallest stays.
    public static double smaller(double scale) {
        return STEPS.reversed().stream()
                .filter(step -> step < scale)
                .findFirst()
                .orElse(STEPS.getFirst());
    }

    /// The size nearest to a number; the usual one for what is no number.
    public static double nearest(double scale) {
        return Double.isNaN(scale)
                ? USUAL
                : STEPS.stream()
                        .min((a, b) -> Double.compare(Math.abs(a - scale), Math.abs(b - scale)))
                        .orElse(USUAL);
    }
}
