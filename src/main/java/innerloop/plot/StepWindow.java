package innerloop.plot;

import java.util.List;

/// The steps that a chart shows, from one end of its x axis to the other.
///
/// Zooming and panning work on the positions of a [Scale] that spans all steps, so that they feel the same on a linear and
/// on a logarithmic axis; what they give never leaves that scale.
///
/// @param lo the step at the left end, finite
/// @param hi the step at the right end, finite, greater than lo
public record StepWindow(double lo, double hi) {
    /// Fewer steps than these are not worth a picture of their own.
    private static final double LEAST = 2;

    private static final double SLACK = 1e-9;

    /// Checks the ends.
    public StepWindow {
        if (!(lo < hi) || !Double.isFinite(hi - lo)) {
            throw new IllegalArgumentException("no steps from " + lo + " to " + hi);
        }
    }

    /// All that these charts have measured or plan to measure, so that they can share one axis. With a logarithmic axis it
    /// starts at the first positive step.
    public static StepWindow around(List<Chart> charts) {
        boolean log = charts.stream().anyMatch(chart -> chart.x().log());
        Extent steps = new Extent(log);
        double end = Double.NEGATIVE_INFINITY;
        for (Chart chart : charts) {
            end = Math.max(end, chart.x().end().orElse(end));
            for (Curve curve : chart.curves()) {
                Series series = curve.series();
                int first = log ? series.firstAfter(0) : 0;
                if (first < series.size()) {
                    steps.add(series.step(first));
                    steps.add(series.step(series.size() - 1));
                }
            }
        }
        double lo = steps.isEmpty() ? (log ? 1 : 0) : steps.lo();
        double hi = Math.max(steps.isEmpty() ? lo : steps.hi(), end);
        return new StepWindow(lo, lo < hi ? hi : lo + Math.max(1, Math.ulp(lo)));
    }

    /// The window between two steps, in any order, clipped to the scale.
    public static StepWindow between(Scale all, double one, double other) {
        return at(all, all.position(Math.min(one, other)), all.position(Math.max(one, other)));
    }

    /// The scale that shows these steps.
    ///
    /// @param log whether it is logarithmic; a window that starts at zero or below then starts at 1, or near its end
    public Scale scale(boolean log) {
        if (!log) {
            return new Scale.Linear(lo, hi);
        }
        double top = hi > 0 ? hi : 1;
        double low = lo > 0 ? lo : Math.min(1, top / 10);
        return new Scale.Log10(low, top);
    }

    /// These steps as far as the scale goes.
    public StepWindow within(Scale all) {
        if (lo >= all.lo() && hi <= all.hi()) {
            // Through positions and back, an end would come out a hair beside itself.
            return this;
        }
        return between(all, Math.clamp(lo, all.lo(), all.hi()), Math.clamp(hi, all.lo(), all.hi()));
    }

    /// Shows fewer steps (a factor above 1) or more, while one step stays where it is.
    ///
    /// @param all the scale of all steps
    /// @param about the step that stays
    /// @param factor how many times fewer
    public StepWindow zoomed(Scale all, double about, double factor) {
        double fixed = all.position(about);
        return at(
                all,
                fixed - (fixed - all.position(lo)) / factor,
                fixed + (all.position(hi) - fixed) / factor);
    }

    /// Shows earlier (a negative share) or later steps.
    ///
    /// @param all the scale of all steps
    /// @param share how far, in widths of this window
    public StepWindow panned(Scale all, double share) {
        double from = all.position(lo);
        double width = all.position(hi) - from;
        double moved = Math.clamp(from + share * width, 0, Math.max(0, 1 - width));
        return at(all, moved, moved + width);
    }

    /// The same number of steps, moved just so far that it shows this one.
    public StepWindow including(Scale all, double step) {
        if ((step >= lo && step <= hi) || Double.isNaN(all.position(step))) {
            return this;
        }
        double width = all.position(hi) - all.position(lo);
        double beyond = all.position(step) - all.position(step < lo ? lo : hi);
        StepWindow moved = panned(all, beyond / width);
        return new StepWindow(Math.min(moved.lo, step), Math.max(moved.hi, step));
    }

    /// Whether it shows every step of the scale.
    public boolean isWhole(Scale all) {
        return all.position(lo) <= SLACK && all.position(hi) >= 1 - SLACK;
    }

    /// Whether it shows this step.
    boolean contains(double step) {
        return step >= lo && step <= hi;
    }

    /// The window between two positions, at least [#LEAST] steps wide if there are that many.
    private static StepWindow at(Scale all, double from, double to) {
        double low = from <= 0 ? all.lo() : all.value(Math.min(from, 1));
        double high = to >= 1 ? all.hi() : all.value(Math.max(to, 0));
        double least = Math.min(LEAST, all.hi() - all.lo());
        if (high - low < least) {
            double start = Math.clamp((low + high - least) / 2, all.lo(), all.hi() - least);
            return new StepWindow(start, start + least);
        }
        return new StepWindow(low, high);
    }
}
