package innerloop.calculus;

import java.util.function.DoubleUnaryOperator;

/// The slope of a function of one number at 0.
///
/// The difference of fourth order, `(f(−2h) − 8 f(−h) + 8 f(h) − f(2h)) / 12h`, is taken for smaller and smaller h
/// until two are the same; otherwise of the neighbours that differ least the smaller h counts. Which that is does not depend on the
/// derivative it is compared with.
final class CentralDifference {

    private static final double LARGEST_STEP = 4e-3;
    private static final double SMALLER = 0.25;

    /// Neighbours that differ by less than this share, or by rounding alone, are the same.
    private static final double SAME = 1e-9;

    private static final double ROUNDING = 1e-13;

    private static final int SIZES = 5;

    private CentralDifference() {}

    /// The slope of f.
    static double at0(DoubleUnaryOperator f) {
        double best = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        double before = Double.NaN;
        double step = LARGEST_STEP;
        for (int k = 0; k < SIZES; k++) {
            double now = slope(f, step);
            double apart = Math.abs(now - before);
            if (apart < least) {
                least = apart;
                best = now;
            }
            if (apart < SAME * Math.abs(now) + ROUNDING) {
                return now;
            }
            before = now;
            step *= SMALLER;
        }
        return best;
    }

    private static double slope(DoubleUnaryOperator f, double h) {
        return (f.applyAsDouble(-2 * h)
                        - 8 * f.applyAsDouble(-h)
                        + 8 * f.applyAsDouble(h)
                        - f.applyAsDouble(2 * h))
                / (12 * h);
    }
}
