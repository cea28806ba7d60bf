package innerloop.app.canvas;

import innerloop.app.Fonts;
import innerloop.app.SharpCanvas;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.scene.LabelPlacer;
import innerloop.scene.SceneModel;
import innerloop.scene.Scenery;
import innerloop.scene.Viewport;
import java.util.Arrays;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;

/// Writes and draws what few there is of above a finished frame: names, landmarks and arrows.
final class OverlayPen {

    private OverlayPen() {}

    /// Draws anew; the canvas is taken away while there is nothing on it.
    static void draw(
            SharpCanvas overlay, SceneModel scene, Viewport view, List<LabelPlacer.Placed> labels) {
        GraphicsContext pen = overlay.wiped();
        List<Scenery.Landmark> landmarks = scene.layers().landmarks();
        List<Scenery.Arrow> arrows = scene.layers().arrows();
        overlay.setVisible(!labels.isEmpty() || !landmarks.isEmpty() || !arrows.isEmpty());
        pen.setLineJoin(StrokeLineJoin.ROUND);
        for (Scenery.Landmark landmark : landmarks) {
            star(pen, view.screenX(landmark.x()), view.screenY(landmark.y()), landmark, scene);
        }
        arrows.forEach(arrow -> arrow(pen, arrow, view, scene));
        Font plain = Font.font(Fonts.text(), LabelPlacer.FONT);
        Font strong = Font.font(Fonts.text(), FontWeight.SEMI_BOLD, LabelPlacer.FONT);
        for (LabelPlacer.Placed label : labels) {
            // Names of classes stand in the midst of nodes.
            pen.setLineWidth(label.strong() ? 4 : 3);
            int ground = scene.theme().colour(Colour.PANEL);
            pen.setStroke(Paints.of(label.strong() ? ground : ground & 0xD8FFFFFF));
            pen.setFont(label.strong() ? strong : plain);
            pen.strokeText(label.text(), label.x(), label.baseline());
            pen.setFill(Paints.of(label.colour()));
            pen.fillText(label.text(), label.x(), label.baseline());
        }
    }

    private static void arrow(
            GraphicsContext pen, Scenery.Arrow arrow, Viewport view, SceneModel scene) {
        double x1 = view.screenX(arrow.x());
        double y1 = view.screenY(arrow.y());
        double x2 = view.screenX(arrow.toX());
        double y2 = view.screenY(arrow.toY());
        pen.setLineWidth(arrow.width() + 2 * Scenery.Arrow.RIM);
        pen.setStroke(Paints.of(scene.theme(), Colour.PANEL));
        pen.strokeLine(x1, y1, x2, y2);
        pen.setLineWidth(arrow.width());
        pen.setStroke(Paints.of(arrow.colour()));
        pen.strokeLine(x1, y1, x2, y2);
        double[] head = arrow.head(x1, y1, x2, y2);
        if (head.length > 0) {
            pen.setFill(Paints.of(arrow.colour()));
            pen.fillPolygon(
                    new double[] {head[0], head[2], head[4]},
                    new double[] {head[1], head[3], head[5]},
                    3);
        }
    }

    /// Open, so that the nodes below are seen through it.
    private static void star(
            GraphicsContext pen, double x, double y, Scenery.Landmark landmark, SceneModel scene) {
        double[] corners = Scenery.Landmark.star(x, y);
        double[] xs = new double[corners.length / 2];
        double[] ys = new double[xs.length];
        Arrays.setAll(xs, k -> corners[2 * k]);
        Arrays.setAll(ys, k -> corners[2 * k + 1]);
        pen.setLineWidth(Scenery.Landmark.HALO_WIDTH);
        pen.setStroke(Paints.of(scene.theme(), Colour.PANEL));
        pen.strokePolygon(xs, ys, xs.length);
        pen.setLineWidth(Scenery.Landmark.LINE_WIDTH);
        pen.setStroke(Paints.of(landmark.colour()));
        pen.strokePolygon(xs, ys, xs.length);
    }
}
