package innerloop.plot;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import java.util.List;
import java.util.StringJoiner;

/// Marks as an SVG 1.1 document.
///
/// The same marks give the same text everywhere: coordinates are rounded to hundredths of a px and
/// written without regard to the machine's language. Clips are nested `svg` elements, so there are
/// no ids to collide when several pictures go into one page.
public final class SvgPainter {
    private static final double HALO = 3;

    /// Of a scale of colours; more would make files large.
    private static final double SHADES = 64;

    private final Theme theme;
    private final Svg svg;

    private SvgPainter(Theme theme, Svg svg) {
        this.theme = theme;
        this.svg = svg;
    }

    /// Paints marks on the theme's panel colour.
    ///
    /// @param marks in px
    /// @param theme what inks look like
    /// @param width of the picture, px
    /// @param height of the picture, px
    /// @return a document, ending in a line break
    public static String paint(List<Mark> marks, Theme theme, double width, double height) {
        SvgPainter painter = new SvgPainter(theme, new Svg(width, height));
        Fill ground = Fill.of(Colour.PANEL);
        painter.paint(new Mark.Rectangle(0, 0, width, height, ground));
        marks.forEach(painter::paint);
        return painter.svg.closed();
    }

    private void paint(Mark mark) {
        switch (mark) {
            case Mark.Line line -> line(line);
            case Mark.Polyline(Points points, Stroke stroke) -> polyline(points, stroke);
            case Mark.Area(Points upper, Points lower, Fill fill) -> area(upper, lower, fill);
            case Mark.Text text -> text(text);
            case Mark.Symbol symbol -> symbol(symbol);
            case Mark.Rectangle rectangle -> rectangle(rectangle);
            case Mark.Cells cells -> cells(cells);
            case Mark.Clip clip -> clip(clip);
            case Mark.Shift(double dx, double dy, List<Mark> marks) -> {
                String move = "translate(" + Svg.number(dx) + " " + Svg.number(dy) + ")";
                svg.element("g").attribute("transform", move).open();
                marks.forEach(this::paint);
                svg.close("g");
            }
        }
    }

    private void line(Mark.Line line) {
        svg.element("line")
                .attribute("x1", line.x1())
                .attribute("y1", line.y1())
                .attribute("x2", line.x2())
                .attribute("y2", line.y2());
        stroke(svg, line.stroke()).end();
    }

    private void polyline(Points points, Stroke stroke) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            if (points.isBreak(i)) {
                continue;
            }
            boolean first = i == 0 || points.isBreak(i - 1);
            path.append(first ? "M" : "L").append(pair(points, i));
            if (first && (i + 1 == points.size() || points.isBreak(i + 1))) {
                // A path of no length has round ends: a dot.
                path.append("h0");
            }
        }
        if (!path.isEmpty()) {
            svg.element("path").attribute("d", path.toString()).attribute("fill", "none");
            stroke(svg, stroke).end();
        }
    }

    private void area(Points upper, Points lower, Fill fill) {
        StringJoiner path = new StringJoiner("L", "M", "Z");
        for (int i = 0; i < upper.size(); i++) {
            path.add(pair(upper, i));
        }
        for (int i = lower.size() - 1; i >= 0; i--) {
            path.add(pair(lower, i));
        }
        fill(svg.element("path").attribute("d", path.toString()), fill).end();
    }

    private void text(Mark.Text text) {
        String anchor =
                switch (text.anchor()) {
                    case START -> "start";
                    case MIDDLE -> "middle";
                    case END -> "end";
                };
        svg.element("text")
                .attribute("x", text.x())
                .attribute("y", text.baseline())
                .attribute("font-size", text.size());
        if (text.anchor() != Mark.Anchor.START) {
            svg.attribute("text-anchor", anchor);
        }
        if (text.weight() != Mark.Weight.REGULAR) {
            svg.attribute("font-weight", text.weight().css());
        }
        svg.colour("fill", theme.textColour(text.colour()));
        if (text.halo()) {
            svg.colour("stroke", theme.colour(Colour.PANEL))
                    .attribute("stroke-width", HALO)
                    .attribute("stroke-linejoin", "round")
                    .attribute("paint-order", "stroke");
        }
        svg.end("text", text.text());
    }

    private void symbol(Mark.Symbol symbol) {
        if (symbol.shape() == Mark.Shape.DISC) {
            svg.element("circle")
                    .attribute("cx", symbol.x())
                    .attribute("cy", symbol.y())
                    .attribute("r", symbol.radius());
        } else {
            StringJoiner path = new StringJoiner("L", "M", "Z");
            Points corners = symbol.corners();
            for (int i = 0; i < corners.size(); i++) {
                path.add(pair(corners, i));
            }
            svg.element("path").attribute("d", path.toString());
        }
        fill(svg, symbol.fill()).end();
    }

    private void rectangle(Mark.Rectangle rectangle) {
        box("rect", rectangle.x(), rectangle.y(), rectangle.width(), rectangle.height());
        fill(svg, rectangle.fill()).end();
    }

    /// Neighbours of one colour in a row are one rectangle.
    private void cells(Mark.Cells cells) {
        double width = cells.width() / cells.columns();
        double height = cells.height() / cells.rows();
        svg.element("g").attribute("shape-rendering", "crispEdges").open();
        for (int row = 0; row < cells.rows(); row++) {
            int from = 0;
            for (int column = 1; column <= cells.columns(); column++) {
                if (column == cells.columns()
                        || colour(cells, row, column) != colour(cells, row, from)) {
                    box(
                            "rect",
                            cells.x() + width * from,
                            cells.y() + height * row,
                            width * (column - from),
                            height);
                    svg.colour("fill", colour(cells, row, from)).end();
                    from = column;
                }
            }
        }
        svg.close("g");
    }

    private int colour(Mark.Cells cells, int row, int column) {
        double share = cells.shares()[row * cells.columns() + column];
        return theme.ramp(Math.rint(share * SHADES) / SHADES);
    }

    private void clip(Mark.Clip clip) {
        box("svg", clip.x(), clip.y(), clip.width(), clip.height());
        svg.attribute(
                "viewBox",
                Svg.number(clip.x())
                        + " "
                        + Svg.number(clip.y())
                        + " "
                        + Svg.number(clip.width())
                        + " "
                        + Svg.number(clip.height()));
        svg.attribute("overflow", "hidden").open();
        clip.marks().forEach(this::paint);
        svg.close("svg");
    }

    private void box(String name, double x, double y, double width, double height) {
        svg.element(name)
                .attribute("x", x)
                .attribute("y", y)
                .attribute("width", width)
                .attribute("height", height);
    }

    private Svg stroke(Svg tag, Stroke stroke) {
        tag.colour("stroke", theme.colour(stroke.colour()))
                .attribute("stroke-width", stroke.width());
        tag.attribute("stroke-linecap", "round").attribute("stroke-linejoin", "round");
        if (!stroke.dash().lengths().isEmpty()) {
            StringJoiner lengths = new StringJoiner(" ");
            stroke.dash().lengths().forEach(length -> lengths.add(Svg.number(length)));
            tag.attribute("stroke-dasharray", lengths.toString());
        }
        return stroke.opacity() < 1 ? tag.attribute("stroke-opacity", stroke.opacity()) : tag;
    }

    private Svg fill(Svg tag, Fill fill) {
        tag.colour("fill", theme.colour(fill.colour()));
        return fill.opacity() < 1 ? tag.attribute("fill-opacity", fill.opacity()) : tag;
    }

    private static String pair(Points points, int index) {
        return Svg.number(points.x(index)) + " " + Svg.number(points.y(index));
    }
}
