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
    private static final String FONT = "Inter, sans-serif";
    private static final double HALO = 3;

    private final Theme theme;
    private final StringBuilder out = new StringBuilder();

    private SvgPainter(Theme theme) {
        this.theme = theme;
    }

    /// Paints marks on the theme's panel colour.
    ///
    /// @param marks in px
    /// @param theme what inks look like
    /// @param width of the picture, px
    /// @param height of the picture, px
    /// @return a document, ending in a line break
    public static String paint(List<Mark> marks, Theme theme, double width, double height) {
        SvgPainter painter = new SvgPainter(theme);
        String size = number(width) + " " + number(height);
        painter.element("svg")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("width", width)
                .attribute("height", height)
                .attribute("viewBox", "0 0 " + size)
                .attribute("font-family", FONT)
                .attribute("font-variant-numeric", "tabular-nums")
                .open();
        Fill ground = Fill.of(Colour.PANEL);
        painter.paint(new Mark.Rectangle(0, 0, width, height, ground));
        marks.forEach(painter::paint);
        painter.close("svg");
        return painter.out.toString();
    }

    private void paint(Mark mark) {
        switch (mark) {
            case Mark.Line line -> line(line);
            case Mark.Polyline(Points points, Stroke stroke) -> polyline(points, stroke);
            case Mark.Area(Points upper, Points lower, Fill fill) -> area(upper, lower, fill);
            case Mark.Text text -> text(text);
            case Mark.Symbol symbol -> symbol(symbol);
            case Mark.Rectangle rectangle -> rectangle(rectangle);
            case Mark.Clip clip -> clip(clip);
            case Mark.Shift(double dx, double dy, List<Mark> marks) -> {
                String move = "translate(" + number(dx) + " " + number(dy) + ")";
                element("g").attribute("transform", move).open();
                marks.forEach(this::paint);
                close("g");
            }
        }
    }

    private void line(Mark.Line line) {
        element("line")
                .attribute("x1", line.x1())
                .attribute("y1", line.y1())
                .attribute("x2", line.x2())
                .attribute("y2", line.y2())
                .stroke(line.stroke())
                .end();
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
            element("path").attribute("d", path.toString()).attribute("fill", "none");
            stroke(stroke).end();
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
        element("path").attribute("d", path.toString()).fill(fill).end();
    }

    private void text(Mark.Text text) {
        String anchor =
                switch (text.anchor()) {
                    case START -> "start";
                    case MIDDLE -> "middle";
                    case END -> "end";
                };
        element("text")
                .attribute("x", text.x())
                .attribute("y", text.baseline())
                .attribute("font-size", text.size());
        if (text.anchor() != Mark.Anchor.START) {
            attribute("text-anchor", anchor);
        }
        if (text.weight() != Mark.Weight.REGULAR) {
            attribute("font-weight", text.weight().css());
        }
        attribute("fill", Theme.web(theme.textColour(text.colour())));
        if (text.halo()) {
            attribute("stroke", Theme.web(theme.colour(Colour.PANEL)))
                    .attribute("stroke-width", HALO)
                    .attribute("stroke-linejoin", "round")
                    .attribute("paint-order", "stroke");
        }
        out.append('>').append(escaped(text.text())).append("</text>\n");
    }

    private void symbol(Mark.Symbol symbol) {
        if (symbol.shape() == Mark.Shape.DISC) {
            element("circle")
                    .attribute("cx", symbol.x())
                    .attribute("cy", symbol.y())
                    .attribute("r", symbol.radius());
        } else {
            StringJoiner path = new StringJoiner("L", "M", "Z");
            Points corners = symbol.corners();
            for (int i = 0; i < corners.size(); i++) {
                path.add(pair(corners, i));
            }
            element("path").attribute("d", path.toString());
        }
        fill(symbol.fill()).end();
    }

    private void rectangle(Mark.Rectangle rectangle) {
        box("rect", rectangle.x(), rectangle.y(), rectangle.width(), rectangle.height());
        fill(rectangle.fill()).end();
    }

    private void clip(Mark.Clip clip) {
        box("svg", clip.x(), clip.y(), clip.width(), clip.height());
        attribute(
                "viewBox",
                number(clip.x())
                        + " "
                        + number(clip.y())
                        + " "
                        + number(clip.width())
                        + " "
                        + number(clip.height()));
        attribute("overflow", "hidden").open();
        clip.marks().forEach(this::paint);
        close("svg");
    }

    private void box(String name, double x, double y, double width, double height) {
        element(name)
                .attribute("x", x)
                .attribute("y", y)
                .attribute("width", width)
                .attribute("height", height);
    }

    private SvgPainter stroke(Stroke stroke) {
        attribute("stroke", Theme.web(theme.colour(stroke.colour())))
                .attribute("stroke-width", stroke.width());
        attribute("stroke-linecap", "round").attribute("stroke-linejoin", "round");
        if (!stroke.dash().lengths().isEmpty()) {
            StringJoiner lengths = new StringJoiner(" ");
            stroke.dash().lengths().forEach(length -> lengths.add(number(length)));
            attribute("stroke-dasharray", lengths.toString());
        }
        return stroke.opacity() < 1 ? attribute("stroke-opacity", stroke.opacity()) : this;
    }

    private SvgPainter fill(Fill fill) {
        attribute("fill", Theme.web(theme.colour(fill.colour())));
        return fill.opacity() < 1 ? attribute("fill-opacity", fill.opacity()) : this;
    }

    private SvgPainter element(String name) {
        out.append('<').append(name);
        return this;
    }

    private SvgPainter attribute(String name, double value) {
        return attribute(name, number(value));
    }

    private SvgPainter attribute(String name, String value) {
        out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
        return this;
    }

    private void open() {
        out.append(">\n");
    }

    private void end() {
        out.append("/>\n");
    }

    private void close(String name) {
        out.append("</").append(name).append(">\n");
    }

    private static String pair(Points points, int index) {
        return number(points.x(index)) + " " + number(points.y(index));
    }

    /// At most two decimals, a point, no exponent, no negative zero.
    static String number(double value) {
        long hundredths = Math.round(value * 100);
        long whole = Math.abs(hundredths) / 100;
        long rest = Math.abs(hundredths) % 100;
        String text = (hundredths < 0 ? "-" : "") + whole;
        if (rest == 0) {
            return text;
        }
        return text + (rest % 10 == 0 ? "." + rest / 10 : rest < 10 ? ".0" + rest : "." + rest);
    }

    /// Markup as text; characters XML 1.0 has no place for become the replacement character.
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> {
                    switch (c) {
                        case '&' -> escaped.append("&amp;");
                        case '<' -> escaped.append("&lt;");
                        case '>' -> escaped.append("&gt;");
                        case '"' -> escaped.append("&quot;");
                        default -> escaped.appendCodePoint(isXml(c) ? c : 0xFFFD);
                    }
                });
        return escaped.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }
}
