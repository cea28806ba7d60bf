package innerloop.app.graphview;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Messages;
import innerloop.app.WithWindow;
import innerloop.app.selection.Selection;
import innerloop.app.theme.Appearance;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/// A path of 27 nodes, each of its own class, whose first one also leads to every fourth.
@WithWindow
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // TestFX calls start before every test
class LegendTest {

    private static final int CLASSES = 27;

    private GraphView view;

    @Start
    void start(Stage stage) {
        Platform.setImplicitExit(false);
        view = new GraphView(new Selection());
        Scene scene = new Scene(view, 700, 600);
        new Appearance().dress(scene);
        stage.setScene(scene);
        // Tests share the stage, and the workbench gives it a least size.
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setX(0);
        stage.setY(0);
        stage.show();
        view.setGraph(graph(CLASSES));
    }

    private static AttributedGraph graph(int classes) {
        GraphBuilder builder = new GraphBuilder("path", classes, false);
        IntStream.range(1, classes).forEach(i -> builder.edge(i - 1, i));
        IntStream.range(1, classes).filter(i -> i % 4 == 3).forEach(i -> builder.edge(0, i));
        float[] positions = new float[2 * classes];
        IntStream.range(0, positions.length).forEach(k -> positions[k] = k * k % 50);
        return builder.labels(
                        IntStream.range(0, classes).toArray(),
                        IntStream.range(0, classes).mapToObj(c -> "kind " + c).toList())
                .positions(positions)
                .build();
    }

    private static List<Label> sizes(FxRobot robot) {
        return robot.lookup(".size-legend .label").queryAllAs(Label.class).stream().toList();
    }

    private void style(FxRobot robot, NodeStyle style) {
        robot.interact(() -> view.nodeStyleProperty().set(style));
    }

    @Test
    void sizesAreExplainedByThreeDiscs(FxRobot robot) {
        assertThat(sizes(robot)).isEmpty();
        style(robot, NodeStyle.PLAIN.withSizeBy("degree"));
        assertThat(sizes(robot).stream().map(Label::getText))
                .containsExactly("degree", "1", "4", "7");
        assertThat(
                        sizes(robot).stream()
                                .skip(1)
                                .map(label -> ((Circle) label.getGraphic()).getRadius()))
                .isSorted()
                .doesNotHaveDuplicates();
        // Beside colours that are numbers, too.
        style(robot, NodeStyle.PLAIN.attributes("component", "degree"));
        assertThat(robot.lookup(".scale-legend").tryQuery()).isPresent();
        assertThat(sizes(robot)).hasSize(4);
        style(robot, NodeStyle.PLAIN);
        assertThat(sizes(robot)).isEmpty();
    }

    @Test
    void whatIsTheSameEverywhereHasOneDisc(FxRobot robot) {
        style(robot, NodeStyle.PLAIN.withSizeBy("component"));
        assertThat(sizes(robot).stream().map(Label::getText)).containsExactly("component", "27");
    }

    @SuppressWarnings("unchecked")
    private static ListView<Integer> rest(FxRobot robot) {
        return robot.lookup("#class-chooser-list").queryAs(ListView.class);
    }

    private static List<String> chips(FxRobot robot) {
        return robot.lookup(".class-chip").queryAllAs(ToggleButton.class).stream()
                .filter(Node::isVisible)
                .map(ToggleButton::getText)
                .toList();
    }

    @Test
    void theRestOfTheClassesIsInAListThatDoesWhatChipsDo(FxRobot robot) {
        int fitting = chips(robot).size();
        assertThat(fitting).isBetween(8, 20);
        robot.clickOn(Messages.get("canvas.legend.more", CLASSES - fitting));
        assertThat(rest(robot).getItems())
                .containsExactlyElementsOf(IntStream.range(fitting, CLASSES).boxed().toList());
        robot.write("25").type(KeyCode.ENTER);
        assertThat(view.highlightProperty().get()).isEqualTo(25);
        assertThat(robot.lookup("#class-chooser").tryQuery()).isEmpty();
        // It has a chip now, which resets.
        robot.interact(view::layout);
        assertThat(chips(robot)).endsWith("kind 25");
        robot.clickOn("kind 25");
        assertThat(view.highlightProperty().get()).isEqualTo(-1);
        robot.interact(view::layout);
        assertThat(chips(robot)).hasSize(fitting);
    }

    @Test
    void manyClassesLeaveTheRoomToTheGraph(FxRobot robot) throws TimeoutException {
        double line = heightOfClasses(robot) / 2;
        assertThat(line).isLessThan(30);
        robot.interact(() -> view.getScene().getWindow().setHeight(400));
        // The window takes its height, and the legend its lines, some frames later.
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> heightOfClasses(robot) < line + 10);
        assertThat(view.canvas().getHeight()).isGreaterThan(0.75 * view.getHeight());
    }

    private static double heightOfClasses(FxRobot robot) {
        return robot.lookup(".class-legend").queryAs(Region.class).getHeight();
    }

    @Test
    void anEpisodeHasAChipForEachOfItsWaysInTheColourOfTheWay(FxRobot robot) {
        int[] predicted = new int[27];
        Arrays.fill(predicted, -1);
        predicted[3] = 11;
        robot.interact(() ->
                view.setPrediction(
                        new Prediction(
                                List.of(23, 11),
                                predicted,
                                new float[27],
                                new float[27],
                                Optional.empty())));
        assertThat(chips(robot)).hasSizeGreaterThan(8);
        style(robot, NodeStyle.PLAIN.withColour(ColourMode.PREDICTION));
        assertThat(chips(robot)).containsExactly("kind 23", "kind 11");
        assertThat(
                        robot.lookup(".class-chip").queryAllAs(ToggleButton.class).stream()
                                .map(chip -> ((Circle) chip.getGraphic()).getFill()))
                .containsExactly(
                        Paints.of(Theme.LIGHT, Colour.WAY_1), Paints.of(Theme.LIGHT, Colour.WAY_2));
        assertThat(view.canvas().model().look().colour()[3])
                .isEqualTo(Theme.LIGHT.colour(Colour.WAY_2));
        style(robot, NodeStyle.PLAIN);
        assertThat(chips(robot)).hasSizeGreaterThan(8);
    }

    @Test
    void theListOpensByKeyAndClosesWithItsGraph(FxRobot robot) {
        robot.interact(() -> robot.lookup("#more-classes").query().requestFocus());
        robot.type(KeyCode.SPACE);
        assertThat(robot.lookup("#class-chooser").tryQuery()).isPresent();
        robot.interact(() -> view.setGraph(graph(5)));
        assertThat(robot.lookup("#class-chooser").tryQuery()).isEmpty();
        robot.interact(view::layout);
        assertThat(robot.lookup("#more-classes").tryQuery().filter(Node::isVisible)).isEmpty();
        assertThat(chips(robot)).hasSize(5);
    }
}
