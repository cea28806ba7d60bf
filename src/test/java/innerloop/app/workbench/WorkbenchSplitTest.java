package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.canvas.NodeCanvas;
import innerloop.app.canvas.Tool;
import innerloop.app.drive.Mouse;
import innerloop.app.split.SplitDrag;
import innerloop.episode.PaintedEpisode;
import innerloop.episode.PaintedEpisode.Slot;
import innerloop.episode.Split;
import innerloop.episode.Split.Kind;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.scene.NodeShape;
import innerloop.scene.SceneModel;
import innerloop.scene.Viewport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Drawing a split in the whole window: episodes, regions, lanes, files.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchSplitTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openBlocks() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("blocks");
        robot.await(
                "every node has a place",
                () -> !Float.isNaN(robot.workbench().graphView().positions()[0]));
        robot.press(KeyCode.ESCAPE);
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private AttributedGraph graph() {
        return Objects.requireNonNull(robot.see(() -> robot.workbench().document().graph().get()));
    }

    private PaintedEpisode painted() {
        return robot.experiment().split().painted();
    }

    private NodeCanvas canvas() {
        return robot.workbench().graphView().canvas();
    }

    private SceneModel scene() {
        return robot.see(() -> canvas().model());
    }

    private void choose(Tool tool) {
        robot.click("tool-" + tool.name().toLowerCase(Locale.ROOT));
        assertThat(robot.see(() -> canvas().toolProperty().get())).isEqualTo(tool);
    }

    /// One stroke of the mouse over these nodes.
    private void stroke(int... nodes) {
        fire(MouseEvent.MOUSE_PRESSED, nodes[0]);
        for (int k = 1; k < nodes.length; k++) {
            fire(MouseEvent.MOUSE_DRAGGED, nodes[k]);
        }
        fire(MouseEvent.MOUSE_RELEASED, nodes[nodes.length - 1]);
    }

    private void fire(EventType<MouseEvent> type, int node) {
        robot.see(() -> {
            Mouse.fire(canvas(), type, canvas().screenOf(node), KeyCode.UNDEFINED);
            return true;
        });
    }

    private int[] ofClass(String name) {
        int index = graph().classes().indexOf(name);
        int[] labels = graph().labels();
        return IntStream.range(0, labels.length).filter(i -> labels[i] == index).toArray();
    }

    /// Nodes of a class that nothing hides: a click on one means it.
    private int[] visible(String className, int count) {
        return robot.see(() ->
                IntStream.of(ofClass(className))
                        .filter(i -> {
                            Point2D at = canvas().screenOf(i);
                            return canvas().nodeAt(at.getX(), at.getY()) == i;
                        })
                        .limit(count)
                        .toArray());
    }

    private String novel(int k) {
        return robot.experiment().split().lanes().test().get(k);
    }

    @Test
    void aPaintedNodeGoesToTheSlotOfItsClassUntilItIsFull() {
        int shots = robot.experiment().task().drawing().shots();
        int[] nodes = visible(novel(0), shots + 1);
        choose(Tool.SUPPORT);
        for (int node : nodes) {
            stroke(node);
        }
        Slot slot = painted().slot(novel(0)).orElseThrow();
        assertThat(slot.support()).hasSize(shots).doesNotContain(nodes[shots]);
        assertThat(robot.text("canvas-note")).contains(novel(0));
        assertThat(scene().look().shape()[nodes[0]]).isEqualTo(NodeShape.TRIANGLE.code());
        robot.click("tab-watching-episode");
        robot.await("the slot is shown", () -> robot.shows("slot-" + novel(0)));
        // The same node as query leaves the support set.
        choose(Tool.QUERY);
        stroke(nodes[0]);
        slot = painted().slot(novel(0)).orElseThrow();
        assertThat(slot.query()).containsExactly(nodes[0]);
        assertThat(slot.support()).doesNotContain(nodes[0]);
        choose(Tool.ERASER);
        stroke(nodes[0]);
        assertThat(painted().slot(novel(0)).orElseThrow().query()).isEmpty();
    }

    @Test
    void aStrokeIsOneEdit() {
        Experiment before = robot.experiment();
        int[] nodes = visible(novel(0), 2);
        choose(Tool.SUPPORT);
        stroke(nodes);
        assertThat(painted().isEmpty()).isFalse();
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(robot.experiment()).isEqualTo(before);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(painted().isEmpty()).isFalse();
    }

    @Test
    void anotherButtonDoesNotBreakAStroke() {
        robot.await(
                "the layout is done",
                () -> !robot.workbench().graphView().layingOutProperty().get());
        int[] nodes = visible(novel(0), 3);
        int edits = robot.see(() -> robot.workbench().document().editsDone());
        choose(Tool.QUERY);
        Viewport view = robot.see(() -> canvas().raster().viewportProperty().get());
        fire(MouseEvent.MOUSE_PRESSED, nodes[0]);
        for (EventType<MouseEvent> type :
                List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            robot.see(() -> {
                Mouse.fire(
                        canvas(),
                        type,
                        canvas().screenOf(nodes[0]),
                        KeyCode.UNDEFINED,
                        MouseButton.SECONDARY,
                        true);
                return true;
            });
        }
        fire(MouseEvent.MOUSE_DRAGGED, nodes[1]);
        fire(MouseEvent.MOUSE_RELEASED, nodes[1]);
        stroke(nodes[2]);
        assertThat(robot.see(() -> canvas().raster().viewportProperty().get())).isEqualTo(view);
        assertThat(painted().slot(novel(0)).orElseThrow().query())
                .contains(nodes[0], nodes[1], nodes[2]);
        assertThat(robot.<Integer>see(() -> robot.workbench().document().editsDone()))
                .isEqualTo(edits + 2);
    }

    @Test
    void aCompletedEpisodeIsAdaptedTo() {
        int[] nodes = visible(novel(0), 1);
        choose(Tool.SUPPORT);
        stroke(nodes[0]);
        robot.click("tab-watching-episode");
        robot.click("episode-complete");
        Experiment experiment = robot.experiment();
        assertThat(painted().slots()).hasSize(experiment.task().drawing().ways());
        assertThat(painted().slots())
                .allSatisfy(slot -> {
                    assertThat(slot.support()).hasSize(experiment.task().drawing().shots());
                    assertThat(slot.query()).hasSize(experiment.task().drawing().queries());
                });
        assertThat(painted().slot(novel(0)).orElseThrow().support()).contains(nodes[0]);
        robot.await(
                "the learner says what it makes of it",
                () -> {
                    return !robot.text("episode-result").isEmpty();
                });
        assertThat(
                        robot.see(() ->
                                Objects.requireNonNull(robot.workbench().runModel().watched().get())
                                        .supportNodes()))
                .containsExactlyInAnyOrder(painted().nodes(PaintedEpisode.Role.SUPPORT));
        robot.click("episode-clear");
        assertThat(painted().isEmpty()).isTrue();
        assertThat(robot.text("episode-result")).isEmpty();
    }

    @Test
    void keysAloneSelectAndPaint() {
        int node = ofClass(novel(0))[0];
        robot.see(() -> {
            canvas().requestFocus();
            robot.workbench().selection().focusProperty().set(node);
            return true;
        });
        robot.press(KeyCode.S);
        robot.press(KeyCode.ENTER);
        assertThat(painted().slot(novel(0)).orElseThrow().support()).containsExactly(node);
        robot.press(KeyCode.E);
        robot.press(KeyCode.ENTER);
        assertThat(painted().isEmpty()).isTrue();
    }

    @Test
    void selectedNodesBecomeARegionThatIsATask() {
        Split before = robot.experiment().split();
        robot.see(() -> {
            robot.workbench()
                    .document()
                    .edit("kind", "", e -> e.withSplit(e.split().withKind(Kind.REGIONS)));
            robot.workbench().selection().all();
            return true;
        });
        robot.type("region-name", "everything");
        Split split = robot.experiment().split();
        assertThat(split.kind()).isEqualTo(Kind.REGIONS);
        assertThat(split.region("everything").orElseThrow().nodes()).hasSize(graph().nodes());
        robot.focus("chip-everything");
        robot.press(KeyCode.DIGIT1);
        assertThat(robot.experiment().split().lanes().train()).containsExactly("everything");
        robot.focus("chip-everything");
        robot.press(KeyCode.DELETE);
        assertThat(robot.experiment().split().regions()).isEmpty();
        for (int k = 0; k < 4; k++) {
            robot.press(KeyCode.CONTROL, KeyCode.Z);
        }
        assertThat(robot.experiment().split()).isEqualTo(before);
    }

    @Test
    void aSuggestionMakesRegionsThatCanBeRun() {
        perform("split.suggest");
        robot.await("communities are found", () -> !robot.experiment().split().regions().isEmpty());
        Split split = robot.experiment().split();
        assertThat(split.kind()).isEqualTo(Kind.REGIONS);
        assertThat(split.regions()).hasSizeGreaterThan(1);
        assertThat(robot.shows("region-row")).isTrue();
    }

    @Test
    void aNodeIsDraggedOntoALane() {
        int node = ofClass(novel(0))[0];
        String name = novel(0);
        robot.see(() -> {
            robot.workbench().selection().focusProperty().set(node);
            SplitDrag.carry(canvas(), name);
            return true;
        });
        robot.drop(robot.see(this::canvas), "lane-train");
        assertThat(robot.experiment().split().lanes().train()).endsWith(name);
    }

    @Test
    void aSplitIsSavedAloneAndOpenedAgain() throws Exception {
        Split split = robot.experiment().split();
        Path file = folder.resolve("mine.split.json");
        robot.willChoose(file);
        perform("split.save");
        assertThat(file).exists();
        perform("split.shuffle");
        assertThat(robot.experiment().split()).isNotEqualTo(split);
        robot.willChoose(file);
        perform("split.open");
        assertThat(robot.experiment().split()).isEqualTo(split);
        Files.writeString(file, "{}");
        robot.willChoose(file);
        perform("split.open");
        assertThat(robot.notices()).hasSize(1);
        assertThat(robot.experiment().split()).isEqualTo(split);
    }

    private void perform(String command) {
        robot.see(() -> {
            robot.workbench().commands().get(command).perform();
            return true;
        });
    }

    @Test
    void inductiveIsAChoiceOfTheCardAndIsSaid() {
        String before = robot.text("split-sentence");
        robot.see(() -> {
            robot.workbench()
                    .document()
                    .edit(
                            "messages",
                            "",
                            e -> e.withSplit(e.split().withMessages(Split.Messages.SEEN)));
            return true;
        });
        assertThat(robot.text("split-sentence")).isNotEqualTo(before);
        assertThat(List.of(Split.Messages.values())).hasSize(2);
    }
}
