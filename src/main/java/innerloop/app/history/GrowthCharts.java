package innerloop.app.history;

import innerloop.app.Messages;
import innerloop.app.ScoreTexts;
import innerloop.colour.Colour;
import innerloop.plot.Chart;
import innerloop.plot.Curve;
import innerloop.plot.Dash;
import innerloop.plot.Guide;
import innerloop.plot.Series;
import innerloop.plot.YRange;
import innerloop.task.Measure;
import innerloop.task.Score;
import innerloop.training.Growth;
import innerloop.training.Growth.Point;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The chart of a test over time: what was learned, adapted, beside starts from scratch and the floor, over the steps of the
/// graph's history.
public final class GrowthCharts {

    private GrowthCharts() {}

    /// The chart; an empty one with a sentence if nothing was tested.
    ///
    /// @param step the step that is seen on the canvas
    public static Chart of(@Nullable Growth growth, int step) {
        if (growth == null || growth.points().isEmpty()) {
            return Chart.of(Messages.get("growth.chart", ScoreTexts.name(Measure.ACCURACY)))
                    .over(Messages.get("growth.unit"))
                    .whenEmpty(Messages.get("growth.none"));
        }
        Measure measure = growth.experiment().measure();
        Chart chart =
                Chart.of(Messages.get("growth.chart", ScoreTexts.name(measure)))
                        .over(Messages.get("growth.unit"))
                        .until(growth.steps());
        if (measure.isShare()) {
            chart = chart.withRange(YRange.clamped(0, measure.highest()));
        }
        chart = chart.with(bare(growth, Point::floor));
        if (!growth.innerSteps().isEmpty()) {
            chart =
                    chart.with(
                            curve(
                                    growth,
                                    Growth::patient,
                                    Colour.CLASS_2,
                                    GrowthTexts.patient(growth),
                                    Dash.DASHED));
        }
        // What was learned is in front.
        chart =
                chart.with(
                                curve(
                                        growth,
                                        Point::scratch,
                                        Colour.CLASS_3,
                                        GrowthTexts.scratch(growth),
                                        Dash.DOTTED))
                        .with(
                                curve(
                                        growth,
                                        Point::adapted,
                                        Colour.CLASS_1,
                                        Messages.get("growth.adapted"),
                                        Dash.SOLID));
        int first = growth.points().getFirst().step();
        return step >= first && step <= growth.points().getLast().step()
                ? chart.with(Guide.cursor(step))
                : chart;
    }

    private static Curve bare(Growth growth, Function<Point, Score> score) {
        Series values = new Series();
        growth.points().forEach(point -> values.append(point.step(), score.apply(point).mean()));
        return Curve.of(values, Colour.BASELINE, Messages.get("growth.floor"))
                .withDash(Dash.DOTTED);
    }

    private static Curve curve(
            Growth growth, Function<Point, Score> score, Colour colour, String name, Dash dash) {
        Series values = new Series();
        Series lower = new Series();
        Series upper = new Series();
        for (Point point : growth.points()) {
            Score one = score.apply(point);
            values.append(point.step(), one.mean());
            lower.append(point.step(), one.mean() - one.ci95());
            upper.append(point.step(), one.mean() + one.ci95());
        }
        return Curve.of(values, colour, name).withDash(dash).within(lower, upper);
    }
}
