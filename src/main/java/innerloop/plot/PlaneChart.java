package innerloop.plot;

import innerloop.colour.Colour;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Paths and arrows in a plane, all seen from one origin, beside a legend. Both axes have the same unit, so lengths and angles are
/// those of the plane.
///
/// @param ground what they lie on; empty for nothing
/// @param paths the paths, later ones over earlier ones
/// @param arrows the arrows, which begin at the origin and lie over the paths
/// @param legend what is said of them, from top to bottom
/// @param origin the name of the origin
public record PlaneChart(
        Optional<Landscape> ground,
        List<Path> paths,
        List<Arrow> arrows,
        List<Entry> legend,
        String origin) {

    private static final double MARGIN = 14;
    private static final double SAMPLE = 26;
    private static final double ROW = 17;
    private static final double DOT = 1.8;
    private static final double END = 3.2;
    private static final double HEAD = 4;

    /// A legend that leaves less than this share of the width, or of the height below, is left out.
    private static final double LEAST_SHARE = 0.5;

    public PlaneChart {
        paths = List.copyOf(paths);
        arrows = List.copyOf(arrows);
        legend = List.copyOf(legend);
    }

    /// Paths and arrows on nothing.
    public PlaneChart(List<Path> paths, List<Arrow> arrows, List<Entry> legend, String origin) {
        this(Optional.empty(), paths, arrows, legend, origin);
    }

    /// A path with a dot at every point, the largest at its end.
    ///
    /// @param points in units of the plane, y up
    /// @param stroke its line
    /// @param label stands at its end; may be empty
    public record Path(Points points, Stroke stroke, String label) {}

    /// An arrow from the origin.
    ///
    /// @param x of its tip, in units of the plane
    /// @param y of its tip, up
    /// @param stroke its line
    public record Arrow(double x, double y, Stroke stroke) {}

    /// A line of the legend.
    ///
    /// @param label what it says
    /// @param stroke of the sample before it
    /// @param shape of the sample
    public record Entry(String label, Stroke stroke, Sample shape) {}

    /// What a sample in the legend looks like.
    public enum Sample {
        /// A line with dots.
        PATH,
        /// An arrow.
        ARROW,
        /// The colours of the ground, from low to high.
        SCALE
    }

    /// Where the plane is in the picture.
    private record View(double x0, double y0, double scale) {
        double x(double x) {
            return x0 + scale * x;
        }

        double y(double y) {
            return y0 - scale * y;
        }
    }

    /// Where everything is in a picture.
    ///
    /// @param beside whether the legend stands at the right, otherwise below
    /// @param told whether there is a legend
    private record Places(double width, double height, boolean beside, boolean told, View view) {}

    private Places places(double width, double height, TextMeasure measure) {
        double texts =
                legend.stream()
                        .mapToDouble(entry -> measure.width(entry.label(), Lettering.SIZE))
                        .max()
                        .orElse(0);
        double wide = legend.isEmpty() ? 0 : SAMPLE + Lettering.GAP + texts + 2 * MARGIN;
        double high = MARGIN + ROW * legend.size();
        // A ground is a square: where it is larger with the legend below, that stands there.
        double square = ground.isEmpty() ? 0 : Math.min(width, height - high);
        boolean beside = width - wide >= Math.max(LEAST_SHARE * width, square);
        boolean below = !beside && height - high >= LEAST_SHARE * Math.max(width, height);
        double roomAcross = beside ? width - wide : width;
        double roomUp = below ? height - high : height;
        return new Places(roomAcross, roomUp, beside, beside || below, view(roomAcross, roomUp));
    }

    /// The marks of the chart.
    ///
    /// @param width px
    /// @param height px
    public List<Mark> marks(double width, double height, TextMeasure measure) {
        Places places = places(width, height, measure);
        View view = places.view;
        List<Mark> marks = new ArrayList<>();
        ground.ifPresent(land -> {
            double reach = land.reach();
            marks.addAll(land.marks(view.x(-reach), view.y(reach), 2 * view.scale * reach));
        });
        if (ground.isEmpty()) {
            Stroke grid = Stroke.of(Colour.GRID, 1);
            marks.add(new Mark.Line(0, view.y0, places.width, view.y0, grid));
            marks.add(new Mark.Line(view.x0, 0, view.x0, places.height, grid));
        }
        paths.forEach(path -> add(path, view, marks));
        arrows.forEach(arrow ->
                add(view.x0, view.y0, view.x(arrow.x), view.y(arrow.y), arrow.stroke, marks));
        marks.add(new Mark.Symbol(Mark.Shape.DISC, view.x0, view.y0, END, Fill.of(Colour.TEXT)));
        marks.add(
                Lettering.withHalo(
                        origin,
                        view.x0 - Lettering.GAP / 2,
                        view.y0 + Lettering.LINE,
                        Mark.Anchor.END,
                        Colour.TEXT));
        List<Mark> all =
                new ArrayList<>(List.of(new Mark.Clip(0, 0, places.width, places.height, marks)));
        if (places.told) {
            addLegend(
                    places.beside ? places.width + MARGIN : MARGIN,
                    places.beside ? MARGIN : places.height + MARGIN / 2,
                    all);
        }
        return List.copyOf(all);
    }

    /// The point of the plane that is seen at a place of the picture.
    ///
    /// @param width of the picture, px
    /// @param height of the picture, px
    /// @param x of the place, px
    /// @param y of the place, px
    public Points at(double width, double height, TextMeasure measure, double x, double y) {
        View view = places(width, height, measure).view;
        return Points.xy((x - view.x0) / view.scale, (view.y0 - y) / view.scale);
    }

    /// As large as everything fits in.
    private View view(double width, double height) {
        double left = -ground.map(Landscape::reach).orElse(0.0);
        double right = -left;
        double low = left;
        double high = right;
        for (Path path : paths) {
            for (int i = 0; i < path.points.size(); i++) {
                left = Math.min(left, path.points.x(i));
                right = Math.max(right, path.points.x(i));
                low = Math.min(low, path.points.y(i));
                high = Math.max(high, path.points.y(i));
            }
        }
        for (Arrow arrow : arrows) {
            left = Math.min(left, arrow.x);
            right = Math.max(right, arrow.x);
            low = Math.min(low, arrow.y);
            high = Math.max(high, arrow.y);
        }
        double across = Math.max(1, width - 2 * MARGIN) / Math.max(right - left, Double.MIN_NORMAL);
        double up = Math.max(1, height - 2 * MARGIN) / Math.max(high - low, Double.MIN_NORMAL);
        double scale = right == left && high == low ? 1 : Math.min(across, up);
        return new View(
                width / 2 - scale * (left + right) / 2,
                height / 2 + scale * (low + high) / 2,
                scale);
    }

    private static void add(Path path, View view, List<Mark> marks) {
        int count = path.points.size();
        double[] xs = new double[count];
        double[] ys = new double[count];
        for (int i = 0; i < count; i++) {
            xs[i] = view.x(path.points.x(i));
            ys[i] = view.y(path.points.y(i));
        }
        marks.add(new Mark.Polyline(Points.of(xs, ys), path.stroke));
        Fill fill = new Fill(path.stroke.colour(), path.stroke.opacity());
        for (int i = 0; i < count; i++) {
            double radius = i == count - 1 ? END : DOT;
            marks.add(new Mark.Symbol(Mark.Shape.DISC, xs[i], ys[i], radius, fill));
        }
        if (count > 0 && !path.label.isEmpty()) {
            marks.add(
                    Lettering.withHalo(
                            path.label,
                            xs[count - 1] + END + 2,
                            ys[count - 1] + Lettering.MIDDLE,
                            Mark.Anchor.START,
                            path.stroke.colour()));
        }
    }

    /// A line with a filled head, whose tip is its end; one that is too short for a head is a line.
    private static void add(
            double x1, double y1, double x2, double y2, Stroke stroke, List<Mark> marks) {
        double length = Math.hypot(x2 - x1, y2 - y1);
        double head = HEAD + 1.5 * stroke.width();
        if (length <= head) {
            marks.add(new Mark.Line(x1, y1, x2, y2, stroke));
            return;
        }
        double ux = (x2 - x1) / length;
        double uy = (y2 - y1) / length;
        double bx = x2 - head * ux;
        double by = y2 - head * uy;
        double half = head / 2;
        marks.add(new Mark.Line(x1, y1, bx, by, stroke));
        marks.add(
                new Mark.Area(
                        Points.xy(x2, y2, bx - half * uy, by + half * ux),
                        Points.xy(x2, y2, bx + half * uy, by - half * ux),
                        new Fill(stroke.colour(), stroke.opacity())));
    }

    private void addLegend(double left, double top, List<Mark> marks) {
        for (int i = 0; i < legend.size(); i++) {
            Entry entry = legend.get(i);
            double y = top + ROW * i;
            double end = left + SAMPLE;
            switch (entry.shape) {
                case ARROW -> add(left, y, end, y, entry.stroke, marks);
                case SCALE -> marks.add(Landscape.scale(left, y - DOT * 2, SAMPLE, DOT * 4));
                case PATH -> {
                    marks.add(new Mark.Line(left, y, end, y, entry.stroke));
                    Fill fill = new Fill(entry.stroke.colour(), entry.stroke.opacity());
                    marks.add(new Mark.Symbol(Mark.Shape.DISC, (left + end) / 2, y, DOT, fill));
                    marks.add(new Mark.Symbol(Mark.Shape.DISC, end, y, END, fill));
                }
            }
            marks.add(
                    Lettering.text(
                            entry.label,
                            end + Lettering.GAP,
                            y + Lettering.MIDDLE,
                            Mark.Anchor.START,
                            Colour.MUTED));
        }
    }
}
