package innerloop.app.microscope;

import innerloop.app.Messages;
import innerloop.app.ScoreTexts;
import innerloop.colour.Colour;
import innerloop.microscope.InnerStep;
import innerloop.microscope.InnerTrace;
import innerloop.plot.Chart;
import innerloop.plot.Curve;
import innerloop.plot.Dash;
import innerloop.plot.Guide;
import innerloop.plot.Series;
import innerloop.plot.YRange;
import innerloop.task.Measure;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// The curves of an episode over its inner steps.
final class TraceCharts {

    private TraceCharts() {}

    /// The losses of support and query set.
    ///
    /// @param cursor the inner step that is looked at
    static Chart loss(Optional<InnerTraces> traces, int cursor) {
        return drawn(
                chart(Messages.get("microscope.loss"), traces, cursor),
                traces,
                step -> step.support().loss(),
                step -> step.query().loss());
    }

    /// The scores of support and query set.
    static Chart score(Optional<InnerTraces> traces, int cursor) {
        Measure measure = traces.map(seen -> seen.own().measure()).orElse(Measure.ACCURACY);
        Chart chart =
                chart(Messages.get("microscope.score", ScoreTexts.name(measure)), traces, cursor);
        if (measure.isShare()) {
            chart = chart.withRange(YRange.clamped(0, measure.highest()));
        }
        return drawn(chart, traces, step -> step.support().score(), step -> step.query().score());
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
        return traces.get().own().broken().isPresent()
                ? chart.with(Guide.divergence(traces.get().own().broken().getAsInt()))
                : chart;
    }

    /// The own query set is in front.
    private static Chart drawn(
            Chart chart,
            Optional<InnerTraces> traces,
            ToDoubleFunction<InnerStep> support,
            ToDoubleFunction<InnerStep> query) {
        Chart all = chart;
        if (traces.isPresent()) {
            InnerTraces seen = traces.get();
            all = with(all, seen.means(), query, Colour.CLASS_5, Dash.DOTTED, "means");
            all = with(all, seen.headOnly(), query, Colour.CLASS_6, Dash.DOTTED, "head");
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
        if (trace.isEmpty()) {
            return chart;
        }
        Series series = new Series();
        trace.get().steps().forEach(step -> series.append(step.step(), value.applyAsDouble(step)));
        return chart.with(
                Curve.of(series, colour, Messages.get("microscope.curve." + name)).withDash(dash));
    }
}
