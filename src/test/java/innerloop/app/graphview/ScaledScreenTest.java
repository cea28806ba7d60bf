package innerloop.app.graphview;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Png;
import innerloop.app.WithWindow;
import innerloop.app.canvas.NodeCanvas;
import innerloop.app.selection.Selection;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A canvas on a screen with more pixels than points, and one whose window moves to such a screen.
@WithWindow
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before every test
class ScaledScreenTest {

    private static final int NODES = 12;

    private final Selection selection = new Selection();
    private Stage stage;
    private GraphView view;

    @Start
    void start(Stage shown) {
        Platform.setImplicitExit(false);
        stage = shown;
        view = new GraphView(selection);
        BorderPane root = new BorderPane(view);
        root.setPadding(new Insets(11, 7, 13, 17));
        stage.setScene(new Scene(root, 601, 457));
        stage.show();
    }

    private static AttributedGraph circle() {
        float[] xy = new float[2 * NODES];
        for (int i = 0; i < NODES; i++) {
            xy[2 * i] = (float) Math.cos(2 * Math.PI * i / NODES);
            xy[2 * i + 1] = (float) Math.sin(2 * Math.PI * i / NODES);
        }
        return new GraphBuilder("circle", NODES, false).positions(xy).build();
    }

    private void await() throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> view.canvas().raster().upToDate()).get());
    }

    private BufferedImage picture() throws Exception {
        byte[] png = WaitForAsyncUtils.asyncFx(() -> Png.of(view.canvas())).get();
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    @Test
    void everyNodeIsSeenWhereItIsHit(FxRobot robot) throws Exception {
        robot.interact(() -> view.setGraph(circle()));
        await();
        NodeCanvas canvas = view.canvas();
        for (double scale : new double[] {1, 1.5, 2}) {
            robot.interact(() -> {
                stage.setRenderScaleX(scale);
                stage.setRenderScaleY(scale);
            });
            await();
            robot.interact(selection::clear);
            robot.moveTo(canvas.localToScreen(1, 1));
            await();
            BufferedImage picture = picture();
            assertThat(picture.getWidth()).isEqualTo((int) Math.ceil(canvas.getWidth() * scale));
            for (int node = 0; node < NODES; node++) {
                Point2D at = canvas.screenOf(node);
                assertThat(picture.getRGB((int) (scale * at.getX()), (int) (scale * at.getY())))
                        .isEqualTo(canvas.model().look().colour()[node]);
                robot.moveTo(canvas.localToScreen(at));
                assertThat(canvas.hoveredProperty().get()).isEqualTo(node);
                robot.clickOn(MouseButton.PRIMARY);
                assertThat(selection.focusProperty().get()).isEqualTo(node);
            }
        }
    }

    @Test
    void edgesStaySharpOnAFinerScreen(FxRobot robot) throws Exception {
        robot.interact(() -> view.setGraph(circle()));
        await();
        robot.interact(() -> {
            stage.setRenderScaleX(2);
            stage.setRenderScaleY(2);
        });
        await();
        BufferedImage picture = picture();
        Point2D at = view.canvas().screenOf(0);
        int[] row = new int[20];
        picture.getRGB(
                2 * (int) at.getX() - row.length, (int) (2 * at.getY()), row.length, 1, row, 0, 1);
        int ground = row[0];
        int node = row[row.length - 1];
        assertThat(node).isNotEqualTo(ground);
        // Where the disc begins, one pixel is partly covered; a coarser picture, enlarged, fades
        // over three.
        assertThat(Arrays.stream(row).filter(pixel -> pixel != ground && pixel != node).count())
                .isLessThanOrEqualTo(1);
    }
}
