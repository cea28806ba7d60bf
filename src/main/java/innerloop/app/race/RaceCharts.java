package innerloop.app.race;

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
import innerloop.training.Race.Start;
import innerloop.training.RaceCurve;
import innerloop.training.RaceResult;
import org.jspecify.annotations.Nullable;

/// The chart of a race: the score from each start, with its interval, beside the floor and the goal.
final class RaceCharts {

    private RaceCharts() {}

    /// The chart; an empty one with a sentence if there is no result.
    static Chart of(@Nullable RaceResult raced, RaceAxis axis, boolean log) {
        if (raced == null) {
            return Chart.of(Messages.get("race.chart", ScoreTexts.name(Measure.ACCURACY)))
                    .over(axis.unit())
                    .whenEmpty(Messages.get("race.none"));
        }
        Measure measure = raced.measure();
        Chart chart =
                Chart.of(Messages.get("race.chart", ScoreTexts.name(measure)))
                        .over(axis.unit())
                        .withLogX(log);
        if (measure.isShare()) {
            chart = chart.withRange(YRange.clamped(0, measure.highest()));
        }
        // The meta-trained start is in front.
        for (RaceCurve curve : raced.curves().reversed()) {
            chart = chart.with(drawn(curve, axis));
        }
        double floor = raced.floor().mean();
        chart = chart.with(Guide.floor(floor, Messages.get("curves.reference.floor", floor)));
        double goal = raced.goal();
        return Double.isNaN(goal)
                ? chart
                : chart.with(Guide.level(goal, Messages.get("race.goal", goal)));
    }

    private static Curve drawn(RaceCurve curve, RaceAxis axis) {
        Series values = new Series();
        Series lower = new Series();
        Series upper = new Series();
        for (RaceCurve.Point point : curve.points()) {
            double x = axis.of(point);
            Score score = point.score();
            values.append(x, score.mean());
            lower.append(x, score.mean() - score.ci95());
            upper.append(x, score.mean() + score.ci95());
        }
        return Curve.of(values, colour(curve.start()), RaceTexts.name(curve.start()))
                .withDash(dash(curve.start()))
                .within(lower, upper);
    }

    private static Colour colour(Start start) {
        return switch (start) {
            case META -> Colour.CLASS_1;
            case PRE_TRAINED -> Colour.CLASS_2;
            case RANDOM -> Colour.CLASS_3;
        };
    }

    /// The starts can be told apart without colours, too.
    private static Dash dash(Start start) {
        return switch (start) {
            case META -> Dash.SOLID;
            case PRE_TRAINED -> Dash.DASHED;
            case RANDOM -> Dash.DOTTED;
        };
    }
}
