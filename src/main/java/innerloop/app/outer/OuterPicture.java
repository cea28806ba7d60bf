package innerloop.app.outer;

import innerloop.app.Messages;
import innerloop.colour.Colour;
import innerloop.meta.Traits;
import innerloop.microscope.Arrow;
import innerloop.microscope.EpisodeTrace;
import innerloop.microscope.OuterTrace;
import innerloop.plot.Dash;
import innerloop.plot.PlaneChart;
import innerloop.plot.Points;
import innerloop.plot.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// The picture of an outer step: paths, arrows, and the factors by which arrows are drawn longer than they are. Displacements are
/// drawn as they are, beside the paths they end. Gradients have no length among parameters: all of them are drawn by one factor,
/// and the move by one of its own.
///
/// @param chart the picture
/// @param pulls the factor of the pulls, and of their mean
/// @param move the factor of the move
record OuterPicture(PlaneChart chart, double pulls, double move) {

    /// The longest arrow of a kind, in lengths of the longest path.
    private static final double LONGEST = 0.7;

    private static final double FAINT = 0.18;
    private static final double SOLID_WIDTH = 1.8;
    private static final double PATH_WIDTH = 1.2;
    private static final double PATH_OPACITY = 0.55;
    private static final double THICK = 3;

    /// The colour of an episode of the step; the first curve's is that of the move.
    static Colour colour(int number) {
        return Colour.curve(number + 1);
    }

    /// The picture of a step.
    ///
    /// @param lit the number of the episode that stands out, counted from 0
    static OuterPicture of(OuterTrace trace, OptionalInt lit) {
        double reach =
                trace.episodes().stream()
                        .flatMap(each -> each.path().stream())
                        .mapToDouble(point -> Math.hypot(point.x(), point.y()))
                        .max()
                        .orElse(0);
        boolean asTheyAre = trace.kind() == Traits.Move.DISPLACEMENT;
        List<Arrow> pulling =
                Stream.concat(
                                trace.episodes().stream().flatMap(OuterPicture::arrows),
                                Stream.of(trace.mean()))
                        .toList();
        double pulls = asTheyAre ? 1 : factor(reach, pulling);
        double size = reach > 0 ? reach : pulls * longest(pulling);
        double move = asTheyAre ? 1 : factor(size, trace.move().stream().toList());
        List<PlaneChart.Path> paths = new ArrayList<>();
        List<PlaneChart.Arrow> arrows = new ArrayList<>();
        for (int i = 0; i < trace.episodes().size(); i++) {
            boolean faint = lit.isPresent() && lit.getAsInt() != i;
            add(trace.episodes().get(i), i, faint ? FAINT : 1, pulls, paths, arrows);
        }
        double strength = lit.isPresent() ? 2 * FAINT : 1;
        add(trace.mean(), pulls, Stroke.of(Colour.TEXT, THICK).withOpacity(strength), arrows);
        trace.move()
                .ifPresent(arrow ->
                        add(
                                arrow,
                                move,
                                Stroke.of(Colour.ACCENT, THICK).withOpacity(strength),
                                arrows));
        return new OuterPicture(
                new PlaneChart(paths, arrows, legend(trace, pulls, move), "θ"), pulls, move);
    }

    private static Stream<Arrow> arrows(EpisodeTrace each) {
        return each.orders()
                .map(orders -> Stream.of(orders.exact(), orders.first()))
                .orElseGet(() -> Stream.of(each.pull()));
    }

    private static double longest(List<Arrow> arrows) {
        return arrows.stream()
                .mapToDouble(arrow -> Math.hypot(arrow.x(), arrow.y()))
                .max()
                .orElse(0);
    }

    /// What makes the longest of these arrows as long as is right beside paths that reach so far.
    private static double factor(double reach, List<Arrow> arrows) {
        double most = longest(arrows);
        return reach == 0 || most == 0 ? 1 : LONGEST * reach / most;
    }

    private static void add(
            EpisodeTrace each,
            int number,
            double opacity,
            double factor,
            List<PlaneChart.Path> paths,
            List<PlaneChart.Arrow> arrows) {
        Colour colour = colour(number);
        double[] xs = each.path().stream().mapToDouble(EpisodeTrace.Point::x).toArray();
        double[] ys = each.path().stream().mapToDouble(EpisodeTrace.Point::y).toArray();
        if (xs.length > 1) {
            paths.add(
                    new PlaneChart.Path(
                            Points.of(xs, ys),
                            Stroke.of(colour, PATH_WIDTH)
                                    .withOpacity(opacity == 1 ? PATH_OPACITY : opacity),
                            opacity == 1 ? Integer.toString(number + 1) : ""));
        }
        Stroke solid = Stroke.of(colour, SOLID_WIDTH).withOpacity(opacity);
        each.orders()
                .ifPresentOrElse(
                        orders -> {
                            add(orders.first(), factor, dashed(solid), arrows);
                            add(orders.exact(), factor, solid, arrows);
                        },
                        () -> add(each.pull(), factor, solid, arrows));
    }

    private static Stroke dashed(Stroke solid) {
        return new Stroke(solid.colour(), 1, Dash.DASHED, solid.opacity());
    }

    private static void add(
            Arrow arrow, double factor, Stroke stroke, List<PlaneChart.Arrow> arrows) {
        if (arrow.isSeen()) {
            arrows.add(new PlaneChart.Arrow(factor * arrow.x(), factor * arrow.y(), stroke));
        }
    }

    private static List<PlaneChart.Entry> legend(OuterTrace trace, double pulls, double move) {
        List<PlaneChart.Entry> legend = new ArrayList<>();
        Stroke usual = Stroke.of(Colour.MUTED, SOLID_WIDTH);
        if (trace.episodes().stream().anyMatch(each -> each.path().size() > 1)) {
            legend.add(
                    new PlaneChart.Entry(
                            Messages.get("outer.legend.path"),
                            Stroke.of(Colour.MUTED, PATH_WIDTH),
                            PlaneChart.Sample.PATH));
        }
        boolean orders = trace.episodes().stream().anyMatch(each -> each.orders().isPresent());
        legend.add(arrow(orders ? "exact" : trace.kind().toString(), usual, pulls));
        if (orders) {
            legend.add(arrow("first", dashed(usual), pulls));
        }
        legend.add(arrow("mean", Stroke.of(Colour.TEXT, THICK), pulls));
        if (trace.move().isPresent()) {
            legend.add(arrow("move", Stroke.of(Colour.ACCENT, THICK), move));
        }
        return legend;
    }

    private static PlaneChart.Entry arrow(String what, Stroke stroke, double factor) {
        String name = Messages.get("outer.legend." + what);
        return new PlaneChart.Entry(
                factor == 1 ? name : Messages.get("outer.legend.times", name, factor(factor)),
                stroke,
                PlaneChart.Sample.ARROW);
    }

    /// A factor with two digits.
    private static String factor(double factor) {
        return OuterTexts.number(factor);
    }
}
