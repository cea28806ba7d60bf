package innerloop.app.graphview;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Messages;
import innerloop.app.WithWindow;
import innerloop.app.selection.Selection;
import innerloop.app.theme.Appearance;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.math.SparseMatrix;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// The menus of a graph with 10,000 features.
@WithWindow
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before every test
class StyleMenusTest {

    private static final int FEATURES = 10_000;

    private GraphView view;

    @Start
    void start(Stage stage) {
        Platform.setImplicitExit(false);
        view = new GraphView(new Selection());
        HBox header = new HBox(8);
        header.getChildren().addAll(view.headerControls());
        Scene scene = new Scene(new BorderPane(view, header, null, null, null), 700, 600);
        new Appearance().dress(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        view.setGraph(graph(FEATURES));
    }

    private static AttributedGraph graph(int features) {
        double[] values = new double[3 * features];
        values[3 * features - 1] = 1;
        return new GraphBuilder("words", 3, false)
                .edge(0, 1)
                .features(
                        SparseMatrix.ofDense(3, features, values),
                        IntStream.range(0, features).mapToObj(k -> "w_" + k).toList())
                .positions(new float[] {0, 0, 0, 10, 10, 10})
                .build();
    }

    private static List<MenuItem> attributes(FxRobot robot, String button, int menu) {
        MenuButton found = robot.lookup("#" + button).queryAs(MenuButton.class);
        return ((Menu) found.getItems().get(menu)).getItems();
    }

    /// The attributes stand behind all other modes for graphs whose learners say classes.
    private static List<MenuItem> colours(FxRobot robot) {
        long modes = Stream.of(ColourMode.values()).filter(mode -> mode.isFor(false)).count();
        return attributes(robot, "colour-menu", (int) modes - 1);
    }

    @SuppressWarnings("unchecked")
    private static ListView<String> list(FxRobot robot) {
        return robot.lookup("#attribute-chooser-list").queryAs(ListView.class);
    }

    private static boolean open(FxRobot robot) {
        return robot.lookup("#attribute-chooser").tryQuery().isPresent();
    }

    /// Focuses the menu, goes up past what edges can mean to the attributes, and there to the last one.
    private static void chooserByKeys(FxRobot robot) throws Exception {
        robot.interact(() -> robot.lookup("#colour-menu").query().requestFocus());
        robot.type(KeyCode.SPACE, KeyCode.UP, KeyCode.UP, KeyCode.UP, KeyCode.UP);
        robot.type(KeyCode.RIGHT, KeyCode.UP, KeyCode.ENTER);
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> open(robot));
    }

    @Test
    void keysAloneFindAndChooseAnyAttribute(FxRobot robot) throws Exception {
        chooserByKeys(robot);
        // All of them, with degree and component.
        assertThat(list(robot).getItems()).hasSize(FEATURES + 2);
        robot.write("9999");
        assertThat(list(robot).getItems()).containsExactly("w_9999");
        robot.type(KeyCode.ENTER);
        assertThat(open(robot)).isFalse();
        NodeStyle style = view.nodeStyleProperty().get();
        assertThat(style.colour()).isEqualTo(ColourMode.ATTRIBUTE);
        assertThat(style.colourBy()).isEqualTo("w_9999");
        // Now the menu has it too, chosen.
        assertThat(colours(robot)).extracting(MenuItem::getText).contains("w_9999");
        MenuButton button = robot.lookup("#colour-menu").queryAs(MenuButton.class);
        assertThat(button.isFocused()).isTrue();
        assertThat(robot.from(button).lookup(Messages.get("canvas.colour", "w_9999")).tryQuery())
                .as("the underscore is shown")
                .isPresent();
    }

    @Test
    void escapeClosesTheChooserAndChangesNothing(FxRobot robot) throws Exception {
        chooserByKeys(robot);
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ESCAPE);
        assertThat(open(robot)).isFalse();
        assertThat(view.nodeStyleProperty().get()).isEqualTo(NodeStyle.PLAIN);
    }

    @Test
    void theMousePicksASizeAndAnotherGraphClosesTheList(FxRobot robot) {
        Runnable other = () -> attributes(robot, "size-menu", 1).getLast().fire();
        robot.interact(other);
        robot.clickOn("w_1");
        assertThat(view.nodeStyleProperty().get().sizeBy()).isEqualTo("w_1");
        assertThat(open(robot)).isFalse();
        robot.interact(other);
        assertThat(open(robot)).isTrue();
        robot.interact(() -> view.setGraph(graph(2)));
        assertThat(open(robot)).isFalse();
    }

    @Test
    void darkerWithAttentionIsUnderTheColours(FxRobot robot) {
        MenuButton menu = robot.lookup("#colour-menu").queryAs(MenuButton.class);
        assertThat(menu.getItems())
                .extracting(MenuItem::getText)
                .endsWith("edges alike", "darker with weight", "darker with attention");
        robot.interact(() -> menu.getItems().getLast().fire());
        assertThat(view.nodeStyleProperty().get().edges()).isEqualTo(EdgeMode.ATTENTION);
        assertThat(robot.lookup(".edge-legend").tryQuery()).as("says who has it").isPresent();
    }

    @Test
    void aShortListIsAllInTheMenu(FxRobot robot) {
        assertThat(colours(robot))
                .hasSize(26)
                .last()
                .extracting(MenuItem::getText)
                .isEqualTo(Messages.get("canvas.attribute.other"));
        robot.interact(() -> view.setGraph(graph(2)));
        assertThat(colours(robot))
                .extracting(MenuItem::getText)
                .containsExactly("degree", "component", "w_0", "w_1");
    }
}
