package innerloop.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One curve's numbers as they were when the layout began.
final class Trace {
    private final Curve curve;
    private final double[] steps;
    private final double[] raw;
    private final double[] shown;
    private final @Nullable Band band;

    private Trace(Curve curve, double[] steps, double[] raw, double[] shown, @Nullable Band band) {
        this.curve = curve;
        this.steps = steps;
        this.raw = raw;
        this.shown = shown;
        this.band = band;
    }

    static Trace of(Curve curve) {
        double[] raw = curve.series().values();
        double[] shown = Smoothing.smooth(raw, curve.smoothing());
        Interval interval = curve.interval();
        Band band = interval == null ? null : Band.of(interval, curve.smoothing());
        return new Trace(curve, curve.series().steps(), raw, shown, band);
    }

    Curve curve() {
        return curve;
    }

    int size() {
        return steps.length;
    }

    double step(int index) {
        return steps[index];
    }

    double raw(int index) {
        return raw[index];
    }

    double shown(int index) {
        return shown[index];
    }

    @Nullable Band band() {
        return band;
    }

    /// Whether the values as measured are drawn apart from the smoothed ones.
    boolean hasRawBehind() {
        return curve.rawBehind() && curve.smoothing() > 0;
    }

    void addTo(Extent xs, Extent ys) {
        xs.addAll(steps);
        ys.addAll(shown);
        if (hasRawBehind()) {
            ys.addAll(raw);
        }
        if (band != null) {
            ys.addAll(band.lower());
            ys.addAll(band.upper());
        }
    }

    Points shownLine(Axis x, Axis y) {
        return line(shown, x, y);
    }

    Points rawLine(Axis x, Axis y) {
        return line(raw, x, y);
    }

    private Points line(double[] values, Axis x, Axis y) {
        Reduction reduction = new Reduction();
        for (int i = 0; i < steps.length; i++) {
            reduction.add(x.px(steps[i]), y.px(values[i]));
        }
        return reduction.points();
    }

    /// The height at which a point is shown, px: its own, or for a value that has none the height
    /// of the last value before it that had one (of the first after it, at the start), as in
    /// TensorBoard.
    double height(int index, Axis y) {
        for (int i = index; i >= 0; i--) {
            double own = y.px(shown[i]);
            if (!Double.isNaN(own)) {
                return own;
            }
        }
        for (int i = index + 1; i < shown.length; i++) {
            double own = y.px(shown[i]);
            if (!Double.isNaN(own)) {
                return own;
            }
        }
        return (y.from() + y.to()) / 2;
    }

    /// Where the values that are not finite are shown, px, at least `apart` px from one to the
    /// next.
    Points failures(Axis x, Axis y, double apart) {
        List<Double> coordinates = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < raw.length; i++) {
            if (!Double.isFinite(raw[i]) && x.px(steps[i]) - last >= apart) {
                last = x.px(steps[i]);
                coordinates.add(last);
                coordinates.add(height(i, y));
            }
        }
        return Points.xy(coordinates.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// The borders of an interval, cut to the shorter one.
    static final class Band {
        private final double[] steps;
        private final double[] lower;
        private final double[] upper;

        private Band(double[] steps, double[] lower, double[] upper) {
            this.steps = steps;
            this.lower = lower;
            this.upper = upper;
        }

        static Band of(Interval interval, double smoothing) {
            int size = Math.min(interval.lower().size(), interval.upper().size());
            return new Band(
                    Arrays.copyOf(interval.lower().steps(), size),
                    Smoothing.smooth(Arrays.copyOf(interval.lower().values(), size), smoothing),
                    Smoothing.smooth(Arrays.copyOf(interval.upper().values(), size), smoothing));
        }

        int size() {
            return steps.length;
        }

        double step(int index) {
            return steps[index];
        }

        double[] lower() {
            return lower;
        }

        double[] upper() {
            return upper;
        }
    }
}
