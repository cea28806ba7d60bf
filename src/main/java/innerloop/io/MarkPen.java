package innerloop.io;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.plot.Mark;
import innerloop.plot.Points;
import innerloop.plot.Stroke;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/// Paints the marks of a chart into an image, with letters of its own.
final class MarkPen {

    private static final int OPAQUE = 255;

    /// The bundled letters are wider than those that charts are laid out for.
    private static final double NARROWER = 0.85;

    private final Theme theme;
    private final MonoLetters letters = new MonoLetters();

    MarkPen(Theme theme) {
        this.theme = theme;
    }

    /// Paints marks on the panel's colour.
    BufferedImage image(List<Mark> marks, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(theme.colour(Colour.PANEL)));
        pen.fillRect(0, 0, width, height);
        marks.forEach(mark -> paint(mark, pen));
        pen.dispose();
        return image;
    }

    private void paint(Mark mark, Graphics2D pen) {
        switch (mark) {
            case Mark.Line line -> {
                set(line.stroke(), pen);
                pen.draw(new Line2D.Double(line.x1(), line.y1(), line.x2(), line.y2()));
            }
            case Mark.Polyline(Points points, Stroke stroke) -> {
                set(stroke, pen);
                pen.draw(path(points));
            }
            case Mark.Area area -> {
                Path2D border = path(area.upper());
                for (int i = area.lower().size() - 1; i >= 0; i--) {
                    border.lineTo(area.lower().x(i), area.lower().y(i));
                }
                border.closePath();
                pen.setColor(colour(area.fill().colour(), area.fill().opacity()));
                pen.fill(border);
            }
            case Mark.Text text -> write(text, pen);
            case Mark.Symbol symbol -> {
                pen.setColor(colour(symbol.fill().colour(), symbol.fill().opacity()));
                double r = symbol.radius();
                pen.fill(
                        symbol.shape() == Mark.Shape.DISC
                                ? new Ellipse2D.Double(symbol.x() - r, symbol.y() - r, 2 * r, 2 * r)
                                : path(symbol.corners()));
            }
            case Mark.Rectangle box -> {
                pen.setColor(colour(box.fill().colour(), box.fill().opacity()));
                pen.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
            }
            case Mark.Cells cells -> {
                BufferedImage image =
                        new BufferedImage(
                                cells.columns(), cells.rows(), BufferedImage.TYPE_INT_ARGB);
                for (int k = 0; k < cells.shares().length; k++) {
                    image.setRGB(
                            k % cells.columns(),
                            k / cells.columns(),
                            theme.ramp(cells.shares()[k]));
                }
                AffineTransform place = AffineTransform.getTranslateInstance(cells.x(), cells.y());
                place.scale(cells.width() / cells.columns(), cells.height() / cells.rows());
                pen.drawImage(image, place, null);
            }
            case Mark.Clip clip -> {
                Graphics2D inside = (Graphics2D) pen.create();
                inside.clip(
                        new Rectangle2D.Double(clip.x(), clip.y(), clip.width(), clip.height()));
                clip.marks().forEach(each -> paint(each, inside));
                inside.dispose();
            }
            case Mark.Shift shift -> {
                Graphics2D moved = (Graphics2D) pen.create();
                moved.translate(shift.dx(), shift.dy());
                shift.marks().forEach(each -> paint(each, moved));
                moved.dispose();
            }
        }
    }

    private void write(Mark.Text text, Graphics2D pen) {
        double size = NARROWER * text.size();
        Path2D outline = letters.line(text.text(), 0, 0, size);
        double width = outline.getBounds2D().getWidth();
        double left =
                text.x()
                        - switch (text.anchor()) {
                            case START -> 0;
                            case MIDDLE -> width / 2;
                            case END -> width;
                        };
        outline.transform(AffineTransform.getTranslateInstance(left, text.baseline()));
        pen.setColor(new Color(theme.textColour(text.colour())));
        pen.fill(outline);
    }

    private void set(Stroke stroke, Graphics2D pen) {
        List<Double> lengths = stroke.dash().lengths();
        float[] dash = new float[lengths.size()];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = lengths.get(i).floatValue();
        }
        pen.setStroke(
                new BasicStroke(
                        (float) stroke.width(),
                        BasicStroke.CAP_ROUND,
                        BasicStroke.JOIN_ROUND,
                        1,
                        dash.length == 0 ? null : dash,
                        0));
        pen.setColor(colour(stroke.colour(), stroke.opacity()));
    }

    private Color colour(Colour colour, double opacity) {
        Color solid = new Color(theme.colour(colour));
        return new Color(
                solid.getRed(),
                solid.getGreen(),
                solid.getBlue(),
                (int) Math.round(OPAQUE * Math.clamp(opacity, 0, 1)));
    }

    /// Begins anew after a break.
    private static Path2D path(Points points) {
        Path2D path = new Path2D.Double();
        boolean on = false;
        for (int i = 0; i < points.size(); i++) {
            if (points.isBreak(i)) {
                on = false;
            } else if (on) {
                path.lineTo(points.x(i), points.y(i));
            } else {
                path.moveTo(points.x(i), points.y(i));
                on = true;
            }
        }
        return path;
    }
}
