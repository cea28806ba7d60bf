package innerloop.app;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Transform;

/// A canvas with a pixel for each of the screen's, however much the window enlarges its content. What is painted on it is in
/// the units of its own size.
public final class SharpCanvas extends Region {

    private static final double FINEST = 1e4;

    private final Canvas canvas = new Canvas();
    private final Scale shrunk = new Scale(1, 1);
    private final ObservableValue<Double> enlargement = enlargementOf(this);

    /// An empty one; `repaint` is called whenever it has lost what was painted.
    public SharpCanvas(Runnable repaint) {
        canvas.getTransforms().add(shrunk);
        getChildren().add(canvas);
        enlargement.addListener((_, _, _) -> {
            fit();
            repaint.run();
        });
        localToSceneTransformProperty().addListener((_, _, now) -> align(now));
    }

    /// How much larger than it is laid out a node is shown.
    public static ObservableValue<Double> enlargementOf(Node node) {
        return node.localToSceneTransformProperty().map(SharpCanvas::scale);
    }

    private static double scale(Transform toScene) {
        double scale = Math.rint(toScene.getMxx() * FINEST) / FINEST;
        return scale > 0 ? scale : 1;
    }

    /// Gives it this size, px; what was painted is lost.
    public void setSize(double width, double height) {
        resize(width, height);
        fit();
    }

    /// Puts its pixels on those of the screen: enlarged, layout has halves and quarters of them.
    private void align(Transform toScene) {
        double scale = enlargement.getValue();
        canvas.setTranslateX((Math.rint(toScene.getTx()) - toScene.getTx()) / scale);
        canvas.setTranslateY((Math.rint(toScene.getTy()) - toScene.getTy()) / scale);
    }

    private void fit() {
        double scale = enlargement.getValue();
        canvas.setWidth(getWidth() * scale);
        canvas.setHeight(getHeight() * scale);
        shrunk.setX(1 / scale);
        shrunk.setY(1 / scale);
    }

    /// Wipes it, and gives what paints on it.
    public GraphicsContext wiped() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        double scale = enlargement.getValue();
        pen.setTransform(1, 0, 0, 1, 0, 0);
        pen.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        pen.setTransform(scale, 0, 0, scale, 0, 0);
        return pen;
    }
}
