package innerloop.app.calculus;

import innerloop.app.Messages;
import innerloop.calculus.LossSlice;
import innerloop.colour.Colour;
import innerloop.io.ExplanationPage;
import innerloop.plot.Dash;
import innerloop.plot.Landscape;
import innerloop.plot.PlaneChart;
import innerloop.plot.Points;
import innerloop.plot.Stroke;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The picture of a slice of a loss, and what is said of it.
final class SlicePicture {

    /// The longer arrow, as a share of the way from θ₀ to the edge.
    private static final double LONGEST = 0.75;

    private static final Stroke PATH = Stroke.of(Colour.TEXT, 1.4);
    private static final Stroke EXACT = Stroke.of(Colour.ACCENT, 3);
    private static final Stroke FIRST = Stroke.of(Colour.ACCENT, 2.2).withDash(Dash.DASHED);

    private SlicePicture() {}

    static PlaneChart of(LossSlice slice) {
        Landscape ground = new Landscape(slice.at().getLast(), slice.at().size(), slice.losses());
        double longest = Math.max(length(slice.exact()), length(slice.first()));
        double factor = longest > 0 ? LONGEST * ground.reach() / longest : 1;
        List<LossSlice.Spot> path = slice.path();
        PlaneChart.Path drawn =
                new PlaneChart.Path(
                        Points.of(
                                path.stream().mapToDouble(LossSlice.Spot::x).toArray(),
                                path.stream().mapToDouble(LossSlice.Spot::y).toArray()),
                        PATH,
                        path.size() > 1 ? "θ" + lowered(path.size() - 1) : "");
        return new PlaneChart(
                Optional.of(ground),
                List.of(drawn),
                List.of(arrow(slice.first(), factor, FIRST), arrow(slice.exact(), factor, EXACT)),
                List.of(
                        new PlaneChart.Entry(
                                Messages.get("outer.legend.path"), PATH, PlaneChart.Sample.PATH),
                        entry("outer.legend.exact", EXACT),
                        entry("outer.legend.first", FIRST),
                        new PlaneChart.Entry(
                                Messages.get(
                                        "calculus.slice.scale",
                                        ExplanationPage.number(ground.lowest()),
                                        ExplanationPage.number(ground.highest())),
                                PATH,
                                PlaneChart.Sample.SCALE)),
                "θ₀");
    }

    private static double length(LossSlice.Arrow arrow) {
        return Math.hypot(arrow.x(), arrow.y());
    }

    private static PlaneChart.Arrow arrow(LossSlice.Arrow arrow, double factor, Stroke stroke) {
        return new PlaneChart.Arrow(factor * arrow.x(), factor * arrow.y(), stroke);
    }

    private static PlaneChart.Entry entry(String key, Stroke stroke) {
        return new PlaneChart.Entry(Messages.get(key), stroke, PlaneChart.Sample.ARROW);
    }

    private static String lowered(int number) {
        StringBuilder lowered = new StringBuilder();
        Integer.toString(number).chars().forEach(c -> lowered.append((char) (c - '0' + '₀')));
        return lowered.toString();
    }

    /// What is seen, and the angle between both orders.
    static String sentence(LossSlice slice) {
        return Messages.get(
                "calculus.slice.told",
                Messages.get("calculus.slice.loss." + slice.wanted().loss()),
                Messages.get("calculus.slice.through." + slice.wanted().through()),
                Integer.toString(slice.at().size()),
                String.format(Locale.ROOT, "%.1f", slice.angle()),
                String.format(
                        Locale.ROOT, "%.2f", slice.first().length() / slice.exact().length()));
    }
}
