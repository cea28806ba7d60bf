package innerloop.app.curves;

import innerloop.app.Messages;
import innerloop.app.run.RunCurves;
import innerloop.plot.Chart;
import innerloop.plot.Curve;
import innerloop.plot.Guide;
import innerloop.plot.Ink;
import innerloop.plot.Series;
import innerloop.plot.YRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// The three charts of a run: query loss, validation accuracy, norm of the outer direction.
final class RunCharts {

    private RunCharts() {}

    /// The charts, empty ones with a sentence when there is no run yet.
    static List<Chart> of(@Nullable RunCurves run, CurveSettings settings) {
        if (run == null) {
            return List.of(empty("curves.loss"), empty("curves.accuracy"), empty("curves.norm"));
        }
        return List.of(loss(run, settings), accuracy(run), norm(run, settings));
    }

    private static Chart empty(String key) {
        return Chart.of(Messages.get(key))
                .over(Messages.get("curves.step"))
                .whenEmpty(Messages.get(key + ".empty"));
    }

    private static Chart base(String key, RunCurves run) {
        Chart chart = empty(key).until(run.steps());
        return run.divergedAt().isPresent()
                ? chart.with(Guide.divergence(run.divergedAt().getAsInt()))
                : chart;
    }

    private static Chart loss(RunCurves run, CurveSettings settings) {
        Curve before =
                Curve.of(run.lossBefore(), Ink.DIM, Messages.get("curves.before"))
                        .dashed()
                        .smoothed(settings.smoothing())
                        .withoutRaw();
        Curve after =
                Curve.of(run.lossAfter(), Ink.SERIES_1, Messages.get("curves.after"))
                        .smoothed(settings.smoothing());
        return base("curves.loss", run).withLogY(settings.logY()).with(before).with(after);
    }

    private static Chart accuracy(RunCurves run) {
        Curve curve =
                Curve.of(run.accuracy(), Ink.SERIES_3, Messages.get("curves.validation"))
                        .within(run.lower(), run.upper());
        Chart chart =
                base(run.novelToTraining() ? "curves.accuracy" : "curves.accuracyBase", run)
                        .withRange(YRange.clamped(0, 1))
                        .with(curve);
        if (run.floor().isPresent()) {
            double floor = run.floor().getAsDouble();
            chart = chart.with(Guide.floor(floor, Messages.get("curves.floor", floor)));
        }
        if (run.zeroSteps().isPresent()) {
            double zero = run.zeroSteps().getAsDouble();
            chart = chart.with(Guide.level(zero, Messages.get("curves.zeroSteps", zero)));
        }
        return chart;
    }

    private static Chart norm(RunCurves run, CurveSettings settings) {
        Curve curve =
                Curve.of(run.norm(), Ink.SERIES_6, Messages.get("curves.norm.label"))
                        .smoothed(settings.smoothing());
        return base("curves.norm", run).withLogY(settings.logY()).with(curve);
    }

    /// All series by metric name, for CSV.
    static SequencedMap<String, Series> series(RunCurves run) {
        SequencedMap<String, Series> all = new LinkedHashMap<>();
        all.put("queryLossBefore", run.lossBefore());
        all.put("queryLossAfter", run.lossAfter());
        all.put("metaGradientNorm", run.norm());
        all.put("validationAccuracy", run.accuracy());
        all.put("validationAccuracyLower", run.lower());
        all.put("validationAccuracyUpper", run.upper());
        return all;
    }
}
