package innerloop.app.graphview;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Ladder;
import innerloop.app.WithWindow;
import innerloop.app.canvas.NodeCanvas;
import innerloop.app.canvas.Tool;
import innerloop.app.drive.Mouse;
import innerloop.app.embedding.EmbeddingView;
import innerloop.app.selection.Selection;
import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeSet;
import innerloop.scene.EmbeddedNodes;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.event.EventType;
import javafx.geometry.Insets;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// Selecting by hand, on a canvas that is not at the window's origin; two columns of three nodes, joined as two paths.
@WithWindow
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before every test
class SelectingTest {

    private final Selection selection = new Selection();
    private GraphView view;
    private EmbeddingView embedding;

    @Start
    void start(Stage stage) {
        Platform.setImplicitExit(false);
        view = new GraphView(selection);
        embedding = new EmbeddingView(selection);
        embedding.setPrefWidth(300);
        Region beside = new Region();
        beside.setMinSize(120, 50);
        BorderPane root = new BorderPane(view, new Region(), embedding, null, beside);
        root.setPadding(new Insets(60, 20, 20, 20));
        stage.setScene(new Scene(root, 980, 700));
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private static AttributedGraph ladder() {
        return Ladder.builder()
                .positions(new float[] {0, 0, 0, 10, 0, 20, 20, 0, 20, 10, 20, 20})
                .build();
    }

    private void open(FxRobot robot) throws Exception {
        robot.interact(() -> {
            view.setGraph(ladder());
            int[] classes = {0, 0, 1, 1, 1, 0};
            embedding.show(
                    new EmbeddedNodes(
                            new float[] {0, 0, 10, 0, 20, 0, 0, 10, 10, 10, 20, 10},
                            2,
                            List.of(),
                            classes,
                            classes,
                            new int[0],
                            new int[0],
                            true));
        });
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.asyncFx(() -> view.canvas().raster().upToDate()).get());
    }

    private Point2D at(int node) {
        return at(view.canvas(), node);
    }

    private static Point2D at(NodeCanvas canvas, int node) {
        return canvas.localToScreen(canvas.screenOf(node));
    }

    private void assertSelected(int... nodes) {
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(selection.nodes()).isEqualTo(NodeSet.of(6, nodes));
    }

    /// The headless robot leaves the modifier keys out of its mouse events.
    private void drag(FxRobot robot, KeyCode modifier, Point2D from, Point2D to) {
        robot.interact(() -> {
            fire(MouseEvent.MOUSE_PRESSED, modifier, from);
            fire(MouseEvent.MOUSE_DRAGGED, modifier, to);
            fire(MouseEvent.MOUSE_RELEASED, modifier, to);
        });
    }

    private void fire(EventType<MouseEvent> type, KeyCode modifier, Point2D screen) {
        Mouse.fire(view.canvas(), type, view.canvas().screenToLocal(screen), modifier);
    }

    private void choose(FxRobot robot, Tool tool) {
        robot.interact(() -> view.canvas().toolProperty().set(tool));
    }

    @Test
    void shiftAddsAndAltTakesAway(FxRobot robot) throws Exception {
        open(robot);
        robot.clickOn(at(0));
        drag(robot, KeyCode.SHIFT, at(4), at(4));
        drag(robot, KeyCode.SHIFT, at(2), at(2));
        assertSelected(0, 2, 4);
        assertThat(selection.focusProperty().get()).isEqualTo(2);
        drag(robot, KeyCode.ALT, at(2), at(2));
        assertSelected(0, 4);
        assertThat(selection.focusProperty().get()).isEqualTo(-1);
        robot.clickOn(at(4));
        assertSelected(4);
        robot.clickOn(at(4).subtract(70, 30));
        assertSelected();
    }

    @Test
    void aRectangleTakesWhatIsInside(FxRobot robot) throws Exception {
        open(robot);
        choose(robot, Tool.RECTANGLE);
        robot.drag(at(0).subtract(20, 20)).dropTo(at(1).add(20, 20));
        assertSelected(0, 1);
        drag(robot, KeyCode.SHIFT, at(5).add(20, 20), at(5).subtract(20, 20));
        assertSelected(0, 1, 5);
        // Any direction, and with the ordinary tool while a modifier is held.
        choose(robot, Tool.PAN);
        drag(robot, KeyCode.ALT, at(1).add(20, 20), at(1).subtract(20, 20));
        assertSelected(0, 5);
    }

    @Test
    void aLassoTakesWhatItGoesAround(FxRobot robot) throws Exception {
        open(robot);
        choose(robot, Tool.LASSO);
        // Around 0, 3 and 4 but not around 1: an L.
        robot.drag(at(0).subtract(20, 20))
                .moveTo(at(3).add(20, -20))
                .moveTo(at(4).add(20, 25))
                .moveTo(at(4).add(-25, 25))
                .moveTo(at(3).add(-25, 20))
                .moveTo(at(0).add(-20, 20))
                .drop();
        assertSelected(0, 3, 4);
    }

    @Test
    void aBrushTakesWhatItPasses(FxRobot robot) throws Exception {
        open(robot);
        choose(robot, Tool.BRUSH);
        robot.drag(at(3).add(0, -25)).moveTo(at(3)).moveTo(at(4)).drop();
        assertSelected(3, 4);
    }

    @Test
    void oneSelectionForGraphAndEmbedding(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() ->
                embedding.canvas().toolProperty().bindBidirectional(view.canvas().toolProperty()));
        choose(robot, Tool.LASSO);
        NodeCanvas points = embedding.canvas();
        robot.drag(at(points, 0).subtract(15, 15))
                .moveTo(at(points, 2).add(15, -15))
                .moveTo(at(points, 2).add(15, 15))
                .moveTo(at(points, 0).add(-15, 15))
                .drop();
        assertSelected(0, 1, 2);
        assertThat(view.canvas().raster().sceneModelProperty().get().isSelected(1)).isTrue();
    }

    @Test
    void keysGrowShrinkAndChooseTools(FxRobot robot) throws Exception {
        open(robot);
        robot.clickOn(at(0)).type(KeyCode.ADD);
        assertSelected(0, 1);
        robot.type(KeyCode.EQUALS);
        assertSelected(0, 1, 2);
        robot.type(KeyCode.MINUS);
        assertSelected(0, 1);
        robot.type(KeyCode.SUBTRACT);
        assertSelected(0);
        robot.type(KeyCode.L);
        assertThat(view.canvas().toolProperty().get()).isEqualTo(Tool.LASSO);
        robot.type(KeyCode.V).type(KeyCode.ESCAPE);
        assertThat(view.canvas().toolProperty().get()).isEqualTo(Tool.PAN);
        assertSelected();
    }

    @Test
    void theFindLineTakesNamesAndQueries(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(view::find);
        robot.write("degree > 1 and class = games");
        robot.type(KeyCode.ENTER);
        assertSelected(1);
        assertThat(robot.lookup("#find-bar").query().isVisible()).isFalse();
        robot.interact(view::find);
        robot.write("degre > 1");
        WaitForAsyncUtils.waitFor(
                60,
                TimeUnit.SECONDS,
                () ->
                        robot.lookup("#find-answer")
                                .queryAs(Label.class)
                                .getText()
                                .contains("no attribute"));
        robot.type(KeyCode.ESCAPE);
        assertSelected(1);
        robot.interact(view::find);
        robot.write("e").type(KeyCode.ENTER);
        assertSelected(4);
    }

    @Test
    void pointingIsExactAtAnotherScale(FxRobot robot) throws Exception {
        open(robot);
        robot.interact(() -> view.getScene().getRoot().getTransforms().setAll(new Scale(1.5, 1.5)));
        WaitForAsyncUtils.waitForFxEvents();
        robot.clickOn(at(0));
        assertSelected(0);
        choose(robot, Tool.RECTANGLE);
        robot.drag(at(0).subtract(10, 20)).dropTo(at(1).add(20, 20));
        assertSelected(0, 1);
    }
}
