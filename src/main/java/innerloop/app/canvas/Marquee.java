package innerloop.app.canvas;

import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.select.NodeSet;
import innerloop.scene.Outline;
import innerloop.scene.Viewport;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Group;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;

/// The figure drawn to select the nodes inside: a rectangle, a closed line or a round brush. In the canvas's own
/// pixels.
final class Marquee extends Group {

    /// Radius of the brush in pixels.
    static final double BRUSH = 18;

    /// Points of a line are at least this far apart: fewer are faster to test.
    private static final double SPACING = 3;

    private static final double GROUND = 0.12;

    private final Polygon outline = new Polygon();
    private final Circle brush = new Circle(BRUSH);
    private final List<Point2D> points = new ArrayList<>();

    Marquee() {
        setManaged(false);
        setMouseTransparent(true);
        outline.getStrokeDashArray().setAll(4.0, 3.0);
        getChildren().setAll(outline, brush);
        end();
    }

    void setTheme(Theme theme) {
        for (javafx.scene.shape.Shape shape : List.of(outline, brush)) {
            shape.setStroke(Paints.of(theme, Colour.ACCENT));
            shape.setFill(Paints.of(theme, Colour.ACCENT).deriveColor(0, 1, 1, GROUND));
        }
    }

    void begin(double x, double y) {
        points.clear();
        points.add(new Point2D(x, y));
    }

    /// The figure between its first point and this one.
    void rectangle(double x, double y) {
        Point2D first = points.getFirst();
        draw(
                List.of(
                        first,
                        new Point2D(x, first.getY()),
                        new Point2D(x, y),
                        new Point2D(first.getX(), y)));
    }

    /// Continues the line to this point.
    void lasso(double x, double y) {
        Point2D next = new Point2D(x, y);
        if (points.getLast().distance(next) >= SPACING) {
            points.add(next);
            draw(points);
        }
    }

    /// Moves the brush here.
    void brush(double x, double y) {
        brush.setCenterX(x);
        brush.setCenterY(y);
        brush.setVisible(true);
    }

    private void draw(List<Point2D> corners) {
        outline.getPoints().clear();
        corners.forEach(p -> outline.getPoints().addAll(p.getX(), p.getY()));
        outline.setVisible(true);
    }

    /// Takes the figure away.
    void end() {
        outline.setVisible(false);
        outline.getPoints().clear();
        brush.setVisible(false);
    }

    /// The nodes inside the drawn line; nodes without a place are not.
    NodeSet inside(float[] xy, Viewport view) {
        Outline drawn =
                new Outline(
                        outline.getPoints().stream().mapToDouble(Double::doubleValue).toArray());
        return NodeSet.where(
                xy.length / 2,
                i -> drawn.contains(view.screenX(xy[2 * i]), view.screenY(xy[2 * i + 1])));
    }
}
