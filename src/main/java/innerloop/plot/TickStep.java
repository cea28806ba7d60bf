package innerloop.plot;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/// The distance between two ticks of a linear scale: 1, 2 or 5 times a power of ten, kept as
/// decimal digits so that 3 · 0.1 is labelled 0.3.
///
/// @param digit 1, 2 or 5
/// @param exponent of ten
record TickStep(int digit, int exponent) {
    /// No double lies below 10^-323; a step there could not be told from zero.
    private static final int LEAST_EXPONENT = -320;

    private static final int GREATEST_EXPONENT = 307;
    private static final double SLACK = 1e-9;

    /// The finest step of the 1-2-5 row that is not finer than `distance`.
    static TickStep atLeast(double distance) {
        int exponent = (int) Math.floor(Math.log10(distance));
        exponent = Math.clamp(exponent, LEAST_EXPONENT, GREATEST_EXPONENT);
        double fraction = distance / Math.pow(10, exponent) - SLACK;
        if (fraction <= 1) {
            return new TickStep(1, exponent);
        }
        if (fraction <= 2) {
            return new TickStep(2, exponent);
        }
        return fraction <= 5 ? new TickStep(5, exponent) : new TickStep(1, exponent + 1);
    }

    /// Its size in the units of the axis.
    double size() {
        return multiple(1).doubleValue();
    }

    /// The greatest multiple of this step that is at most `value`.
    double floor(double value) {
        return multiple((long) Math.floor(value / size() + SLACK)).doubleValue();
    }

    /// The least multiple of this step that is at least `value`.
    double ceil(double value) {
        return multiple((long) Math.ceil(value / size() - SLACK)).doubleValue();
    }

    /// The multiples within two bounds.
    List<Tick> within(double lo, double hi) {
        long first = (long) Math.ceil(lo / size() - SLACK);
        long last = (long) Math.floor(hi / size() + SLACK);
        List<BigDecimal> values = new ArrayList<>();
        // Where the doubles of the axis are coarser than the slack, rounding may step outside.
        double slack = size() * 1e-6;
        for (long n = first; n <= last; n++) {
            BigDecimal value = multiple(n);
            if (value.doubleValue() >= lo - slack && value.doubleValue() <= hi + slack) {
                values.add(value);
            }
        }
        return TickLabels.uniform(values, exponent);
    }

    private BigDecimal multiple(long n) {
        return BigDecimal.valueOf(n)
                .multiply(BigDecimal.valueOf(digit))
                .scaleByPowerOfTen(exponent);
    }
}
