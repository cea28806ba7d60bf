package innerloop.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A [Chart] laid out in px: what to paint, and what stands where.
public final class Plot {
    private static final double TITLE_HEIGHT = 28;
    private static final double TOP = 10;
    private static final double BOTTOM = 24;
    private static final double LEAST_RIGHT = 16;
    private static final double LEAST_FRAME = 48;
    private static final double PER_Y_TICK = 26;

    private final Frame frame;
    private final Axis x;
    private final Axis y;
    private final List<Trace> traces;
    private final List<Mark> marks;

    private Plot(Frame frame, Axis x, Axis y, List<Trace> traces, List<Mark> marks) {
        this.frame = frame;
        this.x = x;
        this.y = y;
        this.traces = traces;
        this.marks = marks;
    }

    static Plot of(Chart chart, double width, double height, TextMeasure measure) {
        List<Trace> traces = chart.curves().stream().map(Trace::of).toList();
        Extent xs = new Extent(false);
        Extent ys = new Extent(chart.logY());
        traces.forEach(trace -> trace.addTo(xs, ys));
        for (Guide guide : chart.guides()) {
            if (guide instanceof Guide.Level level) {
                ys.add(level.value());
            }
        }

        double top = chart.title().isBlank() ? TOP : TITLE_HEIGHT;
        double bottom = Math.max(top + 1, height - BOTTOM);
        int yTicks = Math.clamp((int) ((bottom - top) / PER_Y_TICK) + 1, 2, 7);
        Axis y = new Axis(ys.scale(range(chart, traces), yTicks), bottom, top);
        List<Tick> heights = y.scale().ticks(yTicks);

        double left = measure.width(chart.xLabel(), Lettering.SIZE) + Lettering.GAP;
        for (Tick tick : heights) {
            left = Math.max(left, measure.width(tick.label(), Lettering.SIZE));
        }
        left = Math.ceil(left + Lettering.GAP);

        double half = Lettering.LINE / 2 + 1;
        EndLabels labels =
                EndLabels.of(wishes(chart, traces, y), width, top - half, bottom + half, measure);
        if (width - left - labels.width() < LEAST_FRAME) {
            // Too narrow for both: the curves are worth more than their names.
            labels = EndLabels.of(List.of(), width, top, bottom, measure);
        }
        double right = Math.floor(width - Math.max(LEAST_RIGHT, labels.width()));
        Frame frame = new Frame(left, top, Math.max(left + 1, right), bottom);
        Axis x = new Axis(steps(xs, chart), frame.left(), frame.right());

        Drawing drawing = new Drawing(chart, traces, frame, x, y, measure);
        List<Mark> marks = drawing.marks(heights, width);
        marks.addAll(labels.marks(frame));
        return new Plot(frame, x, y, traces, List.copyOf(marks));
    }

    /// What to paint.
    public List<Mark> marks() {
        return marks;
    }

    /// The rectangle the curves are in.
    public Frame frame() {
        return frame;
    }

    /// The axis of steps.
    public Axis x() {
        return x;
    }

    /// The axis of values.
    public Axis y() {
        return y;
    }

    /// What stands at a pixel column; nothing left and right of the frame or before the first
    /// measurement.
    ///
    /// @param px from the left side of the chart
    public Optional<Crosshair> valueAt(double px) {
        if (px < frame.left() || px > frame.right()) {
            return Optional.empty();
        }
        double under = x.value(px);
        return traces.stream()
                .filter(trace -> trace.size() > 0)
                .map(trace -> trace.step(trace.curve().series().nearest(under)))
                .min(Comparator.comparingDouble(step -> Math.abs(step - under)))
                .map(this::crosshair);
    }

    private Crosshair crosshair(double step) {
        List<Crosshair.Reading> readings = new ArrayList<>();
        for (Trace trace : traces) {
            if (trace.size() > 0) {
                int index = trace.curve().series().nearest(step);
                readings.add(
                        new Crosshair.Reading(
                                trace.curve().label(),
                                trace.curve().ink(),
                                trace.step(index),
                                trace.raw(index),
                                trace.shown(index),
                                x.px(trace.step(index)),
                                y.px(trace.shown(index))));
            }
        }
        return new Crosshair(step, x.px(step), readings, frame);
    }

    /// Baselines alone would make a range of their own, far too narrow for what is to come.
    private static YRange range(Chart chart, List<Trace> traces) {
        boolean empty = traces.stream().allMatch(trace -> trace.size() == 0);
        return empty && chart.yRange() instanceof YRange.Clamped(double least, double most)
                ? YRange.fixed(least, most)
                : chart.yRange();
    }

    private static Scale steps(Extent xs, Chart chart) {
        double lo = xs.isEmpty() ? 0 : xs.lo();
        double hi = Math.max(xs.isEmpty() ? lo : xs.hi(), chart.xEnd().orElse(lo));
        return new Scale.Linear(lo, lo < hi ? hi : lo + Math.max(1, Math.ulp(lo)));
    }

    /// Baselines come first: if there is no room for all labels, theirs are the last to go.
    private static List<EndLabels.Wish> wishes(Chart chart, List<Trace> traces, Axis y) {
        List<EndLabels.Wish> wishes = new ArrayList<>();
        for (Guide guide : chart.guides()) {
            if (guide instanceof Guide.Level(double value, String label, Ink ink, Dash _)) {
                double at = y.px(value);
                if (at >= y.to() && at <= y.from()) {
                    wishes.add(new EndLabels.Wish(label, ink, at));
                }
            }
        }
        for (Trace trace : traces) {
            if (trace.size() > 0) {
                double end = trace.height(trace.size() - 1, y);
                wishes.add(
                        new EndLabels.Wish(
                                trace.curve().label(),
                                trace.curve().ink(),
                                Math.clamp(end, y.to(), y.from())));
            }
        }
        return wishes;
    }
}
