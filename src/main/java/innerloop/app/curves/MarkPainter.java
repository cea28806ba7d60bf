package innerloop.app.curves;

import innerloop.app.Fonts;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.plot.Fill;
import innerloop.plot.Mark;
import innerloop.plot.Points;
import innerloop.plot.Stroke;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/// Paints marks on a canvas.
final class MarkPainter {

    /// Pictures are for slides, which are larger than the window.
    private static final double PICTURE_SCALE = 2;

    private final Theme theme;

    MarkPainter(Theme theme) {
        this.theme = theme;
    }

    void paint(GraphicsContext g, List<Mark> marks) {
        for (Mark mark : marks) {
            switch (mark) {
                case Mark.Line line -> {
                    stroke(g, line.stroke());
                    g.strokeLine(line.x1(), line.y1(), line.x2(), line.y2());
                }
                case Mark.Polyline line -> {
                    stroke(g, line.stroke());
                    polyline(g, line.points());
                }
                case Mark.Area area -> {
                    g.setFill(Paints.of(theme.colour(area.fill().colour()), area.fill().opacity()));
                    area(g, area.upper(), area.lower());
                }
                case Mark.Text text -> text(g, text);
                case Mark.Symbol symbol -> {
                    g.setFill(
                            Paints.of(
                                    theme.colour(symbol.fill().colour()), symbol.fill().opacity()));
                    symbol(g, symbol);
                }
                case Mark.Rectangle box -> {
                    g.setFill(Paints.of(theme.colour(box.fill().colour()), box.fill().opacity()));
                    g.fillRect(box.x(), box.y(), box.width(), box.height());
                }
                case Mark.Cells cells -> {
                    g.setImageSmoothing(false);
                    g.drawImage(image(cells), cells.x(), cells.y(), cells.width(), cells.height());
                }
                case Mark.Clip clip -> {
                    g.save();
                    g.beginPath();
                    g.rect(clip.x(), clip.y(), clip.width(), clip.height());
                    g.clip();
                    paint(g, clip.marks());
                    g.restore();
                }
                case Mark.Shift shift -> {
                    g.save();
                    g.translate(shift.dx(), shift.dy());
                    paint(g, shift.marks());
                    g.restore();
                }
            }
        }
    }

    /// Marks on a canvas of their own in the panel's colour, large.
    Canvas picture(List<Mark> marks, double width, double height) {
        Canvas copy = new Canvas(width * PICTURE_SCALE, height * PICTURE_SCALE);
        GraphicsContext g = copy.getGraphicsContext2D();
        g.scale(PICTURE_SCALE, PICTURE_SCALE);
        paint(g, List.of(new Mark.Rectangle(0, 0, width, height, Fill.of(Colour.PANEL))));
        paint(g, marks);
        return copy;
    }

    private void stroke(GraphicsContext g, Stroke stroke) {
        g.setStroke(Paints.of(theme.colour(stroke.colour()), stroke.opacity()));
        g.setLineWidth(stroke.width());
        g.setLineCap(StrokeLineCap.ROUND);
        g.setLineJoin(StrokeLineJoin.ROUND);
        g.setLineDashes(
                stroke.dash().lengths().stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// Breaks at missing values; a value with breaks on both sides is a dot.
    private static void polyline(GraphicsContext g, Points points) {
        int from = 0;
        for (int i = 0; i <= points.size(); i++) {
            if (i == points.size() || points.isBreak(i)) {
                if (i - from == 1) {
                    g.strokeLine(points.x(from), points.y(from), points.x(from), points.y(from));
                } else if (i > from) {
                    double[] xs = new double[i - from];
                    double[] ys = new double[i - from];
                    for (int k = from; k < i; k++) {
                        xs[k - from] = points.x(k);
                        ys[k - from] = points.y(k);
                    }
                    g.strokePolyline(xs, ys, xs.length);
                }
                from = i + 1;
            }
        }
    }

    private static void area(GraphicsContext g, Points upper, Points lower) {
        int n = upper.size();
        double[] xs = new double[n + lower.size()];
        double[] ys = new double[xs.length];
        for (int i = 0; i < n; i++) {
            xs[i] = upper.x(i);
            ys[i] = upper.y(i);
        }
        for (int i = 0; i < lower.size(); i++) {
            xs[xs.length - 1 - i] = lower.x(i);
            ys[xs.length - 1 - i] = lower.y(i);
        }
        g.fillPolygon(xs, ys, xs.length);
    }

    private Image image(Mark.Cells cells) {
        WritableImage image = new WritableImage(cells.columns(), cells.rows());
        int[] colours =
                Arrays.stream(cells.shares()).mapToInt(share -> theme.ramp(share)).toArray();
        image.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        cells.columns(),
                        cells.rows(),
                        PixelFormat.getIntArgbInstance(),
                        colours,
                        0,
                        cells.columns());
        return image;
    }

    private static void symbol(GraphicsContext g, Mark.Symbol symbol) {
        if (symbol.shape() == Mark.Shape.DISC) {
            double r = symbol.radius();
            g.fillOval(symbol.x() - r, symbol.y() - r, 2 * r, 2 * r);
            return;
        }
        Points corners = symbol.corners();
        double[] xs = new double[corners.size()];
        double[] ys = new double[corners.size()];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = corners.x(i);
            ys[i] = corners.y(i);
        }
        g.fillPolygon(xs, ys, xs.length);
    }

    private void text(GraphicsContext g, Mark.Text text) {
        boolean strong = text.weight() == Mark.Weight.SEMIBOLD;
        g.setFont(
                Font.font(
                        Fonts.text(),
                        strong ? FontWeight.SEMI_BOLD : FontWeight.NORMAL,
                        text.size()));
        g.setTextBaseline(VPos.BASELINE);
        g.setTextAlign(
                switch (text.anchor()) {
                    case START -> TextAlignment.LEFT;
                    case MIDDLE -> TextAlignment.CENTER;
                    case END -> TextAlignment.RIGHT;
                });
        if (text.halo()) {
            g.setStroke(Paints.of(theme.colour(Colour.PANEL), 0.85));
            g.setLineWidth(3);
            g.setLineDashes();
            g.strokeText(text.text(), text.x(), text.baseline());
        }
        g.setFill(Paints.of(theme.textColour(text.colour()), 1));
        g.fillText(text.text(), text.x(), text.baseline());
    }
}
