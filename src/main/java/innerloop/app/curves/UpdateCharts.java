package innerloop.app.curves;

import innerloop.app.Messages;
import innerloop.colour.Colour;
import innerloop.meta.MetaLearner;
import innerloop.plot.Chart;
import innerloop.plot.Curve;
import innerloop.plot.Dash;
import innerloop.plot.Guide;
import innerloop.plot.Series;
import innerloop.plot.Smoothing;
import innerloop.plot.YRange;
import innerloop.training.RunCurves;
import java.util.List;

/// The charts of what outer steps do: how far they move each layer, how second order turns them, how many there are in a
/// second.
final class UpdateCharts {

    /// A step of a thousandth of a layer's size is usual; ten times more or less is worth a word.
    private static final double USUAL = -3;

    private static final double AWAY = 1;

    /// Steps before the first remark; the smoothed last value then averages about as many.
    private static final int SETTLED = 10;

    private static final double SETTLING = 0.9;

    private UpdateCharts() {}

    static Chart ratio(RunCurves run, CurveSettings settings) {
        Chart chart =
                levels(
                        RunCharts.empty(
                                "curves.ratio",
                                !run.learner().trains()
                                        ? "curves.noTraining"
                                        : "curves.ratio.empty"));
        List<Series> layers = run.updateRatios();
        for (int k = 0; k < layers.size(); k++) {
            chart =
                    chart.with(
                            Curve.of(
                                            layers.get(k),
                                            Colour.curve(k),
                                            Messages.get("curves.layer", k + 1))
                                    .smoothed(settings.smoothing()));
        }
        String advice = advice(run);
        return RunCharts.of(run, chart).noting(advice.isEmpty() ? still(run) : advice);
    }

    private static Chart levels(Chart chart) {
        return chart.with(level(USUAL + AWAY, "curves.ratio.high"))
                .with(level(USUAL - AWAY, "curves.ratio.low"));
    }

    private static Guide level(double height, String key) {
        return new Guide.Level(height, Messages.get(key), Colour.FAINT, Dash.DASHED);
    }

    /// The remark that the head has no curve: a head that starts anew in every episode has no size to compare with. Empty if it
    /// has one.
    private static String still(RunCurves run) {
        List<Series> layers = run.updateRatios();
        boolean missing =
                layers.size() > 1 && !layers.getFirst().isEmpty() && layers.getLast().isEmpty();
        return missing ? Messages.get("curves.ratio.still", layers.size()) : "";
    }

    /// A sentence about the layer that is farthest from what is usual; empty if none is far.
    static String advice(RunCurves run) {
        double worst = AWAY;
        String sentence = "";
        List<Series> layers = run.updateRatios();
        for (int k = 0; k < layers.size(); k++) {
            double value = settled(layers.get(k));
            double away = Math.abs(value - USUAL);
            boolean much = value > USUAL;
            // A learner whose steps shrink by plan hardly moves in the end, and nothing is wrong
            // with it.
            // A head that starts at zero grows from nothing, whatever the rate.
            boolean growing = much && k == layers.size() - 1;
            if (away > worst && !growing && (much || !run.learner().traits().shrinks())) {
                worst = away;
                String key = much ? "curves.ratio.much." : "curves.ratio.little.";
                sentence = Messages.get(key + knob(run.learner()), k + 1, value);
            }
        }
        return sentence;
    }

    /// The smoothed last value; NaN while there are too few.
    private static double settled(Series series) {
        double[] values = series.values();
        int count = values.length;
        while (count > 0 && !Double.isFinite(values[count - 1])) {
            count--;
        }
        return count < SETTLED ? Double.NaN : Smoothing.smooth(values, SETTLING)[count - 1];
    }

    /// The setting to change.
    private static String knob(MetaLearner learner) {
        return switch (learner.traits().outerKnob()) {
            case RATE -> "rate";
            case EPSILON -> "epsilon";
        };
    }

    static Chart cosine(RunCurves run, CurveSettings settings) {
        Chart chart =
                RunCharts.empty("curves.cosine", noCosine(run))
                        .withRange(YRange.clamped(-1, 1))
                        .with(new Guide.Level(1, "", Colour.FAINT, Dash.DASHED));
        return RunCharts.of(run, chart)
                .with(
                        Curve.of(run.cosine(), Colour.CLASS_1, Messages.get("curves.cosine.label"))
                                .smoothed(settings.smoothing()));
    }

    private static String noCosine(RunCurves run) {
        if (!run.learner().trains()) {
            return "curves.noTraining";
        }
        return switch (run.learner().traits().gradient()) {
            case SECOND_ORDER -> "curves.cosine.empty";
            case FIRST_ORDER -> "curves.cosine.firstOrder";
            case NO_INNER_LOOP, NONE -> "curves.cosine.none";
        };
    }

    static Chart speed(RunCurves run, CurveSettings settings) {
        boolean trains = run.learner().trains();
        Chart chart =
                RunCharts.empty(
                        "curves.speed", trains ? "curves.speed.empty" : "curves.noTraining");
        return RunCharts.of(run, chart)
                .with(
                        Curve.of(run.speed(), Colour.CLASS_3, Messages.get("curves.speed.label"))
                                .smoothed(settings.smoothing()));
    }
}
