package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.canvas.Tool;
import innerloop.app.drive.Mouse;
import innerloop.app.embedding.Projections.Kind;
import innerloop.scene.EmbeddingLayer;
import innerloop.scene.Scenery;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The embedding's projections in the whole window.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchEmbeddingTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openKarate() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("karate");
        robot.click("tab-graph-embedding");
        robot.await(
                "a first picture", () -> robot.workbench().runModel().observation().get() != null);
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private void project(Kind kind) {
        robot.see(() -> {
            robot.workbench().projections().kind().set(kind);
            return true;
        });
    }

    private float[] positions() {
        return robot.see(() -> robot.workbench().embeddingView().positions());
    }

    private double progress() {
        return robot.see(() -> robot.workbench().projections().progress().get());
    }

    @Test
    void tsneIsMadeOnRequestAndPcaComesBack() {
        float[] pca = positions();
        project(Kind.TSNE);
        robot.await("a whole t-SNE picture", this::isWhole);
        float[] tsne =
                Objects.requireNonNull(
                                robot.see(() -> robot.workbench().projections().picture().get()))
                        .positions();
        robot.await("it is shown", () -> Arrays.equals(positions(), tsne));
        assertThat(tsne).hasSameSizeAs(pca).isNotEqualTo(pca);
        assertThat(robot.text("embedding-caption")).contains("t-SNE", "iteration 750");
        project(Kind.PCA);
        robot.await("PCA is shown", () -> Arrays.equals(positions(), pca));
        assertThat(robot.text("embedding-caption")).contains("PCA");
    }

    private List<Point2D> places() {
        return robot.see(() -> {
            var canvas = robot.workbench().embeddingView().canvas();
            return IntStream.range(0, 34).mapToObj(canvas::screenOf).toList();
        });
    }

    private boolean drag(double dx, double dy) {
        return robot.see(() -> {
            var canvas = robot.workbench().embeddingView().canvas();
            Point2D from = new Point2D(canvas.getWidth() / 2, 20);
            Mouse.fire(canvas, MouseEvent.MOUSE_PRESSED, from, KeyCode.UNDEFINED);
            Point2D to = from.add(dx, dy);
            Mouse.fire(canvas, MouseEvent.MOUSE_DRAGGED, to, KeyCode.UNDEFINED);
            Mouse.fire(canvas, MouseEvent.MOUSE_RELEASED, to, KeyCode.UNDEFINED);
            return true;
        });
    }

    private boolean key(KeyCode code, boolean alt) {
        return robot.see(() -> {
            Node canvas = robot.workbench().embeddingView().canvas();
            Event.fireEvent(
                    canvas,
                    new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, alt, false));
            return true;
        });
    }

    @Test
    void thePictureInSpaceIsTurnedByDraggingAndByKeys() {
        robot.click("projection-dimensions-3");
        robot.await("in space", () -> robot.text("embedding-caption").contains("3-D PCA"));
        robot.await("there", () -> robot.workbench().embeddingView().positions().length == 102);
        // The way there takes a moment.
        robot.frames(30);
        List<Point2D> first = places();
        drag(80, 0);
        List<Point2D> turned = places();
        assertThat(turned).isNotEqualTo(first);
        for (int i = 0; i < first.size(); i++) {
            // About the vertical axis: a tilted table moves nothing far up or down.
            assertThat(turned.get(i)).isNotEqualTo(first.get(i));
        }
        key(KeyCode.UP, true);
        assertThat(places()).isNotEqualTo(turned);
        key(KeyCode.HOME, false);
        assertThat(places()).isEqualTo(first);
        // With a tool that selects, dragging selects.
        robot.see(() -> {
            robot.workbench().embeddingView().canvas().toolProperty().set(Tool.RECTANGLE);
            return true;
        });
        drag(200, 500);
        assertThat(places()).isEqualTo(first);
        assertThat(robot.<Boolean>see(() -> robot.workbench().selection().nodes().isEmpty()))
                .isFalse();
        robot.click("projection-dimensions-2");
        robot.await("in the plane", () -> robot.text("embedding-caption").contains("2-D PCA"));
    }

    private boolean choose(EmbeddingLayer layer) {
        return robot.see(() -> {
            MenuButton menu = (MenuButton) robot.find("embedding-layers").orElseThrow();
            String id = "layer-" + layer.name().toLowerCase(Locale.ROOT);
            CheckMenuItem item =
                    (CheckMenuItem)
                            menu.getItems().stream()
                                    .filter(each -> id.equals(each.getId()))
                                    .findFirst()
                                    .orElseThrow();
            item.setSelected(!item.isSelected());
            item.fire();
            return item.isSelected();
        });
    }

    private Scenery layers() {
        return robot.see(() -> robot.workbench().embeddingView().canvas().model().layers());
    }

    @Test
    void layersAreChosenInAMenu() {
        assertThat(layers().landmarks()).hasSize(2);
        assertThat(layers().areas()).isEmpty();
        assertThat(choose(EmbeddingLayer.HULLS)).isTrue();
        assertThat(layers().areas()).hasSize(2);
        assertThat(choose(EmbeddingLayer.REGIONS)).isTrue();
        assertThat(layers().shading()).isPresent();
        assertThat(choose(EmbeddingLayer.PROTOTYPES)).isFalse();
        assertThat(layers().landmarks()).isEmpty();
    }

    private boolean isWhole() {
        var picture = robot.workbench().projections().picture().get();
        return picture != null && picture.iterations() == 750 && progress() == 0;
    }
}
