package innerloop.plot;

import innerloop.colour.Colour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

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
    private final Surroundings around;

    /// The texts and measures for numbers beside a crosshair.
    private record Surroundings(String unit, double width, double height, TextMeasure measure) {}

    private Plot(
            Frame frame,
            Axis x,
            Axis y,
            List<Trace> traces,
            List<Mark> marks,
            Surroundings around) {
        this.around = around;
        this.frame = frame;
        this.x = x;
        this.y = y;
        this.traces = traces;
        this.marks = marks;
    }

    /// @param named whether the names of curves stand at their ends
    static Plot of(Chart chart, double width, double height, TextMeasure measure, boolean named) {
        StepWindow window = chart.x().window();
        StepWindow shown = window == null ? StepWindow.around(List.of(chart)) : window;
        List<Trace> traces = chart.curves().stream().map(curve -> Trace.of(curve, shown)).toList();
        Extent ys = new Extent(chart.logY());
        traces.forEach(trace -> trace.addTo(ys));
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

        double left = measure.width(chart.x().label(), Lettering.SIZE) + Lettering.GAP;
        for (Tick tick : heights) {
            left = Math.max(left, measure.width(tick.label(), Lettering.SIZE));
        }
        left = Math.ceil(left + Lettering.GAP);

        double half = Lettering.LINE / 2 + 1;
        EndLabels labels =
                EndLabels.of(
                        named ? wishes(chart, traces, y) : List.of(),
                        width,
                        top - half,
                        bottom + half,
                        measure);
        if (width - left - labels.width() < LEAST_FRAME) {
            // Too narrow for both: the curves are worth more than their names.
            labels = EndLabels.of(List.of(), width, top, bottom, measure);
        }
        double right = Math.floor(width - Math.max(LEAST_RIGHT, labels.width()));
        Frame frame = new Frame(left, top, Math.max(left + 1, right), bottom);
        Axis x = new Axis(shown.scale(chart.x().log()), frame.left(), frame.right());

        Drawing drawing = new Drawing(chart, traces, frame, x, y, measure);
        List<Mark> marks = drawing.marks(heights, width);
        marks.addAll(labels.marks(frame));
        return new Plot(
                frame,
                x,
                y,
                traces,
                List.copyOf(marks),
                new Surroundings(chart.x().label(), width, height, measure));
    }

    /// The contents of the plot.
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

    /// The measurements at a pixel column; none outside the frame or if no measurement is in sight.
    ///
    /// @param px from the left side of the chart
    public Optional<Crosshair> valueAt(double px) {
        return px < frame.left() || px > frame.right() ? Optional.empty() : at(x.value(px));
    }

    /// The measurements at the step in sight that is nearest to the given one.
    public Optional<Crosshair> at(double step) {
        return traces.stream()
                .filter(Trace::isInSight)
                .map(trace -> trace.step(trace.nearestInSight(step)))
                .min(Comparator.comparingDouble(measured -> Math.abs(measured - step)))
                .map(this::crosshair);
    }

    /// The crosshair there, to be painted over the plot; nothing if nothing stands there.
    ///
    /// @param numbers whether a box says what the curves are there
    public List<Mark> readout(double step, boolean numbers) {
        List<Mark> marks = new ArrayList<>();
        at(step).ifPresent(crosshair -> {
            marks.addAll(crosshair.marks());
            if (numbers) {
                marks.addAll(
                        Readout.of(
                                crosshair,
                                around.unit(),
                                y.scale(),
                                around.width(),
                                around.height(),
                                around.measure()));
            }
        });
        return marks;
    }

    /// The next step after (or before) this one at which any curve was measured, in sight or not.
    public OptionalDouble next(double step, boolean forward) {
        double next = forward ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        for (Trace trace : traces) {
            Series series = trace.curve().series();
            int index = forward ? series.firstAfter(step) : series.firstAtOrAfter(step) - 1;
            // Step 0 has no place on a logarithmic axis.
            if (index >= 0 && index < trace.size() && !Double.isNaN(x.px(trace.step(index)))) {
                double own = trace.step(index);
                next = forward ? Math.min(next, own) : Math.max(next, own);
            }
        }
        return Double.isInfinite(next) ? OptionalDouble.empty() : OptionalDouble.of(next);
    }

    private Crosshair crosshair(double step) {
        List<Crosshair.Reading> readings = new ArrayList<>();
        for (Trace trace : traces) {
            if (trace.size() > 0) {
                int index = trace.nearest(step);
                readings.add(
                        new Crosshair.Reading(
                                trace.curve().label(),
                                trace.curve().colour(),
                                trace.step(index),
                                trace.raw(index),
                                trace.shown(index),
                                trace.half(index),
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

    /// The curve in front comes first, then the baselines: if there is no room for all labels, theirs are the last to go. Of
    /// the other curves those that lie behind go before those in front.
    private static List<EndLabels.Wish> wishes(Chart chart, List<Trace> traces, Axis y) {
        List<EndLabels.Wish> wishes = new ArrayList<>(wishes(traces, y));
        int baselines = Math.min(1, wishes.size());
        for (Guide guide : chart.guides()) {
            if (guide instanceof Guide.Level(double value, String label, Colour colour, Dash _)) {
                double at = y.px(value);
                if (at >= y.to() && at <= y.from()) {
                    wishes.add(baselines++, new EndLabels.Wish(label, colour, at));
                }
            }
        }
        return wishes;
    }

    /// Those of the curves, the front one first.
    private static List<EndLabels.Wish> wishes(List<Trace> traces, Axis y) {
        List<EndLabels.Wish> wishes = new ArrayList<>();
        for (Trace trace : traces.reversed()) {
            if (trace.last() >= 0) {
                double end = trace.height(trace.last(), y);
                wishes.add(
                        new EndLabels.Wish(
                                trace.curve().label(),
                                trace.curve().colour(),
                                Math.clamp(end, y.to(), y.from())));
            }
        }
        return wishes;
    }
}
