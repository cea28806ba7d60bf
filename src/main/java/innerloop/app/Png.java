package innerloop.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.transform.Scale;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/// Pictures of what is on the screen.
public final class Png {

    private Png() {}

    /// A node as it is seen, with the pixels its screen has: at 150 % one and a half for each of its own. Fewer would drop pixels of
    /// canvases that are drawn pixel by pixel.
    public static byte[] of(Node node) {
        SnapshotParameters parameters = new SnapshotParameters();
        Scene scene = node.getScene();
        Window window = scene == null ? null : scene.getWindow();
        if (scene != null && window != null) {
            Scale scale = new Scale(window.getRenderScaleX(), window.getRenderScaleY());
            Bounds seen = scale.transform(node.localToParent(node.getLayoutBounds()));
            parameters.setTransform(scale);
            // Without the shadows around it.
            parameters.setViewport(
                    new Rectangle2D(
                            seen.getMinX(), seen.getMinY(), seen.getWidth(), seen.getHeight()));
            parameters.setFill(scene.getFill());
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(
                    SwingFXUtils.fromFXImage(node.snapshot(parameters, null), null), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every picture", e);
        }
        return png.toByteArray();
    }
}
