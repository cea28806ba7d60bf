package innerloop.plot;

/// The least and the greatest value seen, and the scale a [YRange] makes of them.
final class Extent {
    private static final double AIR = 0.04;
    private static final double LARGEST = 1e300;

    private final boolean log;
    private double lo = Double.POSITIVE_INFINITY;
    private double hi = Double.NEGATIVE_INFINITY;

    Extent(boolean log) {
        this.log = log;
    }

    /// Takes one value into account, if it has a place on the axis at all.
    void add(double value) {
        if (Double.isFinite(value) && (!log || value > 0)) {
            lo = Math.min(lo, Math.max(value, -LARGEST));
            hi = Math.max(hi, Math.min(value, LARGEST));
        }
    }

    /// Takes a part of an array into account.
    void addAll(double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            add(values[i]);
        }
    }

    boolean isEmpty() {
        return lo > hi;
    }

    double lo() {
        return lo;
    }

    double hi() {
        return hi;
    }

    /// The scale for these values.
    Scale scale(YRange range, int ticks) {
        return switch (range) {
            case YRange.Auto() -> seen().nice(ticks);
            case YRange.Clamped(double least, double most) ->
                    within(seen().nice(ticks), least, most);
            case YRange.Fixed(double low, double high) -> bounded(low, high);
        };
    }

    private Scale seen() {
        if (isEmpty()) {
            return log ? new Scale.Log10(0.1, 1) : new Scale.Linear(0, 1);
        }
        if (log) {
            double ratio = Math.max(Math.pow(hi / lo, AIR), lo == hi ? 1.5 : 1);
            return new Scale.Log10(lo / ratio, hi * ratio);
        }
        double air = lo == hi ? Math.max(Math.abs(lo) * 0.1, 1e-6) : (hi - lo) * AIR;
        if (lo == 0 && hi == 0) {
            air = 1;
        }
        // Air must not suggest that a loss could be negative.
        double low = lo >= 0 && hi > 0 ? Math.max(0, lo - air) : lo - air;
        double high = hi <= 0 && lo < 0 ? Math.min(0, hi + air) : hi + air;
        return low < high ? new Scale.Linear(low, high) : new Scale.Linear(low, Math.nextUp(low));
    }

    private Scale within(Scale scale, double least, double most) {
        double low = Math.max(scale.lo(), least);
        double high = Math.min(scale.hi(), most);
        return low < high ? bounded(low, high) : bounded(least, most);
    }

    private Scale bounded(double low, double high) {
        if (!log) {
            return new Scale.Linear(low, high);
        }
        if (low > 0) {
            return new Scale.Log10(low, high);
        }
        // A log axis cannot start at zero or below; the least value seen is the next best.
        return high > 0 && !isEmpty() && lo < high ? new Scale.Log10(lo, high) : seen();
    }
}
