package innerloop.plot;

import innerloop.colour.Colour;
import java.util.ArrayList;
import java.util.List;

/// Spots in a plane whose axes have the same unit, so that distances are those of the plane, and lines between some of them.
///
/// @param title stands above
/// @param links the lines, below the spots
/// @param spots the spots, later ones over earlier ones
public record SpotChart(String title, List<Link> links, List<Spot> spots) {

    private static final double MARGIN = 16;

    public SpotChart {
        links = List.copyOf(links);
        spots = List.copyOf(spots);
    }

    /// A spot.
    ///
    /// @param x in units of the plane
    /// @param y in units of the plane, up
    /// @param shape its form
    /// @param radius in px
    /// @param fill how it is filled
    /// @param label stands beside it; may be empty
    public record Spot(
            double x, double y, Mark.Shape shape, double radius, Fill fill, String label) {}

    /// A line between two spots.
    ///
    /// @param from the number of one
    /// @param to that of the other
    /// @param stroke how it is drawn
    public record Link(int from, int to, Stroke stroke) {}

    /// The marks of the chart.
    ///
    /// @param width px
    /// @param height px
    public List<Mark> marks(double width, double height) {
        double top = Lettering.LINE + 4;
        List<Mark> marks = new ArrayList<>();
        marks.add(Lettering.text(title, 0, Lettering.LINE - 4, Mark.Anchor.START, Colour.MUTED));
        if (!spots.isEmpty()) {
            double[] xs = spots.stream().mapToDouble(Spot::x).toArray();
            double[] ys = spots.stream().mapToDouble(Spot::y).toArray();
            place(xs, MARGIN, width - MARGIN, ys, height - MARGIN, top + MARGIN);
            for (Link link : links) {
                marks.add(
                        new Mark.Line(
                                xs[link.from],
                                ys[link.from],
                                xs[link.to],
                                ys[link.to],
                                link.stroke));
            }
            for (int i = 0; i < xs.length; i++) {
                Spot spot = spots.get(i);
                marks.add(new Mark.Symbol(spot.shape, xs[i], ys[i], spot.radius, spot.fill));
            }
            for (int i = 0; i < xs.length; i++) {
                add(spots.get(i), xs[i], ys[i], width, marks);
            }
        }
        return List.of(new Mark.Clip(0, 0, width, height, marks));
    }

    /// A label goes to the side where there is more room.
    private static void add(Spot spot, double x, double y, double width, List<Mark> marks) {
        if (!spot.label.isEmpty()) {
            boolean left = x > width / 2;
            double gap = spot.radius + 3;
            marks.add(
                    Lettering.withHalo(
                            spot.label,
                            left ? x - gap : x + gap,
                            y + Lettering.MIDDLE,
                            left ? Mark.Anchor.END : Mark.Anchor.START,
                            Colour.TEXT));
        }
    }

    /// Puts everything between these borders, as large as it fits.
    private static void place(
            double[] xs, double left, double right, double[] ys, double bottom, double top) {
        Range across = Range.of(xs);
        Range up = Range.of(ys);
        double fits =
                Math.min(
                        Math.max(1, right - left) / across.length(),
                        Math.max(1, bottom - top) / up.length());
        double scale = Double.isFinite(fits) ? fits : 1;
        for (int i = 0; i < xs.length; i++) {
            xs[i] = (left + right) / 2 + scale * (xs[i] - across.middle());
            ys[i] = (top + bottom) / 2 - scale * (ys[i] - up.middle());
        }
    }

    /// From the least to the largest of some numbers.
    private record Range(double least, double largest) {

        static Range of(double[] numbers) {
            double least = Double.POSITIVE_INFINITY;
            double largest = Double.NEGATIVE_INFINITY;
            for (double number : numbers) {
                least = Math.min(least, number);
                largest = Math.max(largest, number);
            }
            return new Range(least, largest);
        }

        double length() {
            return largest - least;
        }

        double middle() {
            return (least + largest) / 2;
        }
    }
}
