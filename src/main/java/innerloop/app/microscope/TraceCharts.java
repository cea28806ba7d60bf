package innerloop.app.microscope;

import innerloop.app.Messages;
import innerloop.app.ScoreTexts;
import innerloop.colour.Colour;
import innerloop.microscope.InnerStep;
import innerloop.microscope.InnerTrace;
import innerloop.microscope.OtherTrace;
import innerloop.microscope.Said;
import innerloop.microscope.Scratch;
import innerloop.plot.Chart;
import innerloop.plot.Curve;
import innerloop.plot.Dash;
import innerloop.plot.Guide;
import innerloop.plot.Series;
import innerloop.plot.YRange;
import innerloop.task.Measure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/// The curves of an episode over its inner steps.
final class TraceCharts {

    private static final List<Colour> OTHERS =
            List.of(Colour.CLASS_2, Colour.CLASS_4, Colour.CLASS_7, Colour.CLASS_8);

    private TraceCharts() {}

    /// The losses of support and query set.
    ///
    /// @param cursor the inner step that is looked at
    static Chart loss(Optional<InnerTraces> traces, int cursor) {
        return drawn(
                chart(Messages.get("microscope.loss"), traces, cursor),
                traces,
                step -> step.support().loss(),
                step -> step.query().loss(),
                Said::loss);
    }

    /// The scores of support and query set.
    static Chart score(Optional<InnerTraces> traces, int cursor) {
        Measure measure = traces.map(seen -> seen.own().measure()).orElse(Measure.ACCURACY);
        Chart chart =
                chart(Messages.get("microscope.score", ScoreTexts.name(measure)), traces, cursor);
        if (measure.isShare()) {
            chart = chart.withRange(YRange.clamped(0, measure.highest()));
        }
        return drawn(
                chart,
                traces,
                step -> step.support().score(),
                step -> step.query().score(),
                Said::score);
    }

    private static Chart chart(String title, Optional<InnerTraces> traces, int cursor) {
        Chart chart =
                Chart.of(title)
                        .over(Messages.get("microscope.unit"))
                        .whenEmpty(Messages.get("microscope.none"));
        if (traces.isEmpty()) {
            return chart;
        }
        chart = chart.with(Guide.cursor(cursor));
        OptionalInt broken = traces.get().own().broken();
        return broken.isEmpty()
                ? chart
                : chart.with(
                        Guide.divergence(
                                broken.getAsInt(),
                                Messages.get(
                                        "microscope.divergedAt",
                                        Integer.toString(broken.getAsInt()))));
    }

    /// The own query set is in front.
    private static Chart drawn(
            Chart chart,
            Optional<InnerTraces> traces,
            ToDoubleFunction<InnerStep> support,
            ToDoubleFunction<InnerStep> query,
            ToDoubleFunction<Said> end) {
        Chart all = chart;
        if (traces.isPresent()) {
            InnerTraces seen = traces.get();
            InnerTraces.Beside beside = seen.beside();
            if (beside.scratch().isPresent()) {
                Scratch scratch = beside.scratch().get();
                all =
                        all.with(
                                new Guide.Level(
                                        end.applyAsDouble(scratch.query()),
                                        Messages.get("microscope.curve.scratch", scratch.steps()),
                                        Colour.MUTED,
                                        Dash.DOTTED));
            }
            for (int i = 0; i < beside.others().size(); i++) {
                all = with(all, beside.others().get(i), query, OTHERS.get(i % OTHERS.size()));
            }
            all = with(all, beside.means(), query, Colour.CLASS_5, Dash.DOTTED, "means");
            all = with(all, beside.headOnly(), query, Colour.CLASS_6, Dash.DOTTED, "head");
            all = with(all, seen.untrained(), query, Colour.MUTED, Dash.DASHED, "untrained");
            Optional<InnerTrace> own = Optional.of(seen.own());
            all = with(all, own, support, Colour.SUPPORT, Dash.SOLID, "support");
            all = with(all, own, query, Colour.QUERY, Dash.SOLID, "query");
        }
        return all;
    }

    private static Chart with(
            Chart chart,
            Optional<InnerTrace> trace,
            ToDoubleFunction<InnerStep> value,
            Colour colour,
            Dash dash,
            String name) {
        return trace.map(known ->
                        chart.with(
                                Curve.of(
                                                series(known, value),
                                                colour,
                                                Messages.get("microscope.curve." + name))
                                        .withDash(dash)))
                .orElse(chart);
    }

    private static Series series(InnerTrace trace, ToDoubleFunction<InnerStep> value) {
        Series series = new Series();
        trace.steps().forEach(step -> series.append(step.step(), value.applyAsDouble(step)));
        return series;
    }

    /// Another run's learner; one without an inner loop is a level.
    private static Chart with(
            Chart chart, OtherTrace other, ToDoubleFunction<InnerStep> value, Colour colour) {
        InnerTrace trace = other.trace();
        String name = Messages.get("microscope.curve.other", other.name());
        return trace.hasSteps()
                ? chart.with(Curve.of(series(trace, value), colour, name))
                : chart.with(
                        new Guide.Level(
                                value.applyAsDouble(trace.steps().getFirst()),
                                name,
                                colour,
                                Dash.SOLID));
    }
}
