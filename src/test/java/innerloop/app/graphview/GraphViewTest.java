package innerloop.app.graphview;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.canvas.NodeCanvas;
import innerloop.app.embedding.EmbeddingView;
import innerloop.app.inspect.EgoView;
import innerloop.app.selection.Selection;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.layout.PlantedPartition;
import innerloop.scene.EmbeddedNodes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@WithWindow
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before every test
class GraphViewTest {

    private final Selection selection = new Selection();
    private GraphView view;
    private EmbeddingView embedding;
    private EgoView ego;

    @Start
    void start(Stage stage) {
        Platform.setImplicitExit(false);
        view = new GraphView(selection);
        embedding = new EmbeddingView(selection);
        ego = new EgoView();
        embedding.setPrefWidth(280);
        ego.setPrefWidth(200);
        Region beside = new Region();
        beside.setMinSize(150, 70);
        HBox right = new HBox(embedding, ego);
        // The view under test begins neither at the window's left nor at its top.
        BorderPane root = new BorderPane(view, new Region(), right, null, beside);
        root.setPadding(new Insets(60, 20, 20, 20));
        stage.setScene(new Scene(root, 980, 700));
        // The headless robot reports the wheel in screen instead of window coordinates: make them
        // equal.
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private static AttributedGraph square() {
        return new GraphBuilder("square", 4, false)
                .edge(0, 1)
                .edge(1, 2)
                .edge(2, 3)
                .labels(new int[] {0, 0, 1, 1}, List.of("left", "right"))
                .names(List.of("Ann", "Bob", "Cy", "Di"))
                .positions(new float[] {0, 0, 0, 10, 10, 10, 10, 0})
                .build();
    }

    private void set(FxRobot robot, Runnable change) throws Exception {
        robot.interact(change);
        // The legend takes its room from the canvas in the next pulse.
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> view.canvas().raster().upToDate()).get());
    }

    private static Point2D onScreen(NodeCanvas canvas, int node) {
        Point2D at = canvas.screenOf(node);
        return canvas.localToScreen(at);
    }

    @Test
    void aClickSelectsTheNodeUnderThePointer(FxRobot robot) throws Exception {
        set(robot, () -> view.setGraph(square()));
        assertThat(view.canvas().localToScene(0, 0).getX()).isGreaterThan(100);
        for (int node = 0; node < 4; node++) {
            robot.moveTo(onScreen(view.canvas(), node).add(2, -2)).clickOn(MouseButton.PRIMARY);
            assertThat(view.selectedProperty().get()).isEqualTo(node);
            assertThat(view.hoveredProperty().get()).isEqualTo(node);
        }
        robot.moveTo(onScreen(view.canvas(), 0).add(60, 40)).clickOn(MouseButton.PRIMARY);
        assertThat(view.selectedProperty().get()).isEqualTo(-1);
    }

    @Test
    void wheelZoomsAtThePointerAndFitsBack(FxRobot robot) throws Exception {
        set(robot, () -> view.setGraph(square()));
        NodeCanvas canvas = view.canvas();
        Point2D before = canvas.screenOf(2);
        robot.moveTo(onScreen(canvas, 2)).scroll(3, javafx.geometry.VerticalDirection.UP);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(canvas.screenOf(2).distance(before)).isLessThan(1.5);
        double zoomed = canvas.raster().viewportProperty().get().scale();
        robot.clickOn(onScreen(canvas, 2)).type(KeyCode.F);
        assertThat(canvas.raster().viewportProperty().get().scale()).isNotEqualTo(zoomed);
        assertThat(canvas.screenOf(2).distance(before)).isLessThan(1e-6);
    }

    @Test
    void dragPansWithoutSelecting(FxRobot robot) throws Exception {
        set(robot, () -> view.setGraph(square()));
        Point2D before = view.canvas().screenOf(1);
        robot.drag(onScreen(view.canvas(), 1)).dropBy(40, -30);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(view.canvas().screenOf(1).subtract(before).distance(40, -30)).isLessThan(3);
        assertThat(view.selectedProperty().get()).isEqualTo(-1);
    }

    @Test
    void shiftArrowWalksToTheNeighbour(FxRobot robot) throws Exception {
        set(robot, () -> view.setGraph(square()));
        robot.clickOn(onScreen(view.canvas(), 0));
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        assertThat(view.selectedProperty().get()).isEqualTo(1);
    }

    @Test
    void escapeEndsTheLayout(FxRobot robot) throws Exception {
        robot.interact(() -> view.setGraph(PlantedPartition.graph(10, 1500, 6, 1, 3)));
        assertThat(view.layingOutProperty().get()).isTrue();
        robot.clickOn(view.canvas()).type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> !view.layingOutProperty().get()).get());
        assertThat(view.positions()[0]).isFinite();
    }

    private static EmbeddedNodes nodes(float first) {
        int[] classes = {0, 0, 1, 1};
        float[] xy = {first, 0, 0, 1, 1, 1, 1, 0};
        return new EmbeddedNodes(xy, 2, List.of(), classes, classes, new int[0], new int[0], true);
    }

    @Test
    void embeddingMovesToNewPointsAndSharesTheSelection(FxRobot robot) throws Exception {
        robot.interact(() -> {
            view.setGraph(square());
            embedding.show(nodes(0));
            embedding.show(nodes(5));
        });
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> embedding.positions()[0] == 5).get());
        robot.clickOn(onScreen(embedding.canvas(), 0));
        assertThat(view.selectedProperty().get()).isEqualTo(0);
    }

    @Test
    void egoViewShowsReplacesAndLetsGo(FxRobot robot) {
        AttributedGraph graph = PlantedPartition.graph(4, 50, 5, 1, 3);
        for (int node = 0; node < 5; node++) {
            int shown = node;
            robot.interact(() -> ego.show(graph, shown));
            WaitForAsyncUtils.waitForFxEvents();
        }
        robot.interact(() -> ego.setTheme(innerloop.colour.Theme.DARK));
        assertThat(robot.lookup(".ego-view").queryAll()).hasSize(1);
        robot.interact(() -> ego.dispose());
    }
}
