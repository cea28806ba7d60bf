package innerloop.plot;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One curve's numbers as they were when the layout began.
final class Trace {
    private final Curve curve;
    private final double[] steps;
    private final double[] raw;
    private final double[] shown;
    private final Part part;
    private final @Nullable Band band;

    private Trace(Curve curve, Part part, @Nullable Band band) {
        this.curve = curve;
        this.part = part;
        this.band = band;
        this.steps = curve.series().sharedSteps();
        this.raw = curve.series().sharedValues();
        this.shown = curve.series().sharedSmoothed(curve.smoothing());
    }

    static Trace of(Curve curve, StepWindow window) {
        Interval interval = curve.interval();
        return new Trace(
                curve,
                Part.of(curve.series(), window),
                interval == null ? null : Band.of(interval, curve.smoothing(), window));
    }

    /// Which measurements of a series a window shows.
    ///
    /// @param size how many there are at all
    /// @param first the first one not before the window
    /// @param end the first one after it
    record Part(int size, int first, int end) {
        static Part of(Series series, StepWindow window) {
            return new Part(
                    series.size(),
                    series.firstAtOrAfter(window.lo()),
                    series.firstAfter(window.hi()));
        }

        boolean isEmpty() {
            return first >= end;
        }

        /// Lines come from the neighbour on the left, which may be out of sight.
        int from() {
            return Math.max(0, first - 1);
        }

        /// Lines go to the neighbour on the right.
        int to() {
            return Math.min(size, end + 1);
        }
    }

    Curve curve() {
        return curve;
    }

    /// How many measurements there are, in sight or not.
    int size() {
        return part.size();
    }

    /// The last measurement in sight or to the left of it; -1 if there is none.
    int last() {
        return part.end() - 1;
    }

    /// Whether there are measurements to the right of what is in sight.
    boolean goesOn() {
        return part.end() < part.size();
    }

    /// Whether some measurement is in sight.
    boolean isInSight() {
        return !part.isEmpty();
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

    /// Half the width of the band at a measurement; NaN where there is none.
    double half(int index) {
        Band around = band;
        return around == null || index >= around.upper().length
                ? Double.NaN
                : (around.upper()[index] - around.lower()[index]) / 2;
    }

    @Nullable Band band() {
        return band;
    }

    /// The measurement nearest to a step, if there is any. The series may have grown since the layout.
    int nearest(double step) {
        return Math.min(curve.series().nearest(step), part.size() - 1);
    }

    /// The same, among those in sight.
    int nearestInSight(double step) {
        return Math.clamp(nearest(step), part.first(), part.end() - 1);
    }

    /// Whether the values as measured are drawn apart from the smoothed ones.
    boolean hasRawBehind() {
        return curve.rawBehind() && curve.smoothing() > 0;
    }

    /// The points in sight; if there are none, the ends of the line that crosses the window.
    void addTo(Extent ys) {
        int from = part.isEmpty() ? part.from() : part.first();
        int to = part.isEmpty() ? part.to() : part.end();
        ys.addAll(shown, from, to);
        if (hasRawBehind()) {
            ys.addAll(raw, from, to);
        }
        if (band != null) {
            ys.addAll(band.lower(), band.from(), band.to());
            ys.addAll(band.upper(), band.from(), band.to());
        }
    }

    Points shownLine(Axis x, Axis y) {
        return line(shown, x, y);
    }

    Points rawLine(Axis x, Axis y) {
        return line(raw, x, y);
    }

    private Points line(double[] values, Axis x, Axis y) {
        return Columns.reduce(steps, values, placed(x), part.to(), x, y);
    }

    /// The neighbour on the left may have no place on a logarithmic axis.
    private int placed(Axis x) {
        int from = part.from();
        return from < part.to() && Double.isNaN(x.px(steps[from])) ? from + 1 : from;
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
        for (int i = index + 1; i < part.size(); i++) {
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
        for (int i = part.first(); i < part.end(); i++) {
            if (!Double.isFinite(raw[i]) && x.px(steps[i]) - last >= apart) {
                last = x.px(steps[i]);
                coordinates.add(last);
                coordinates.add(height(i, y));
            }
        }
        return Points.xy(coordinates.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// The borders of an interval, cut to the shorter one.
    ///
    /// @param from the first point drawn
    /// @param to the first point not drawn any more
    /// @param steps of both
    /// @param lower border
    /// @param upper border
    @SuppressWarnings("ArrayRecordComponent") // shared with the series, and never compared
    record Band(int from, int to, double[] steps, double[] lower, double[] upper) {
        static Band of(Interval interval, double smoothing, StepWindow window) {
            Part part = Part.of(interval.lower(), window);
            return new Band(
                    part.from(),
                    Math.min(part.to(), interval.upper().size()),
                    interval.lower().sharedSteps(),
                    interval.lower().sharedSmoothed(smoothing),
                    interval.upper().sharedSmoothed(smoothing));
        }
    }
}
