package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.formula.FormulaView;
import innerloop.app.selection.Selection;
import innerloop.episode.Episode;
import innerloop.graph.select.NodeSet;
import innerloop.scene.SceneModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The arithmetic of a node, gone through with the keys, in the whole window.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchCalculusTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openKarate() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("karate");
        robot.await(
                "an episode is watched",
                () -> robot.workbench().runModel().watched().get() != null);
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private void focusQuery() {
        robot.see(() -> {
            Episode watched = robot.workbench().runModel().watched().get();
            robot.workbench()
                    .selection()
                    .focusProperty()
                    .set(watched == null ? -1 : watched.queryNodes()[0]);
            return true;
        });
    }

    private void awaitStep(int step) {
        robot.await(
                "step " + step + " is looked at",
                () -> robot.text("calculus-place").startsWith("step " + step + " of"));
    }

    private int lit() {
        byte[] emphasis = robot.workbench().graphView().canvas().model().look().emphasis();
        return (int)
                IntStream.range(0, emphasis.length)
                        .filter(node -> emphasis[node] == SceneModel.STRONG)
                        .count();
    }

    @Test
    void spaceGoesThroughTheStepsAndTheDerivativesAreChecked() throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.M);
        robot.await("it says what to do", () -> robot.text("calculus-refusal").startsWith("Click"));
        focusQuery();
        awaitStep(1);
        assertThat(robot.text("calculus-title")).contains(" · ");
        assertThat(robot.text("calculus-facts")).contains("untrained", "validation episode 0");
        assertThat(robot.see(this::numberedEdges)).isZero();
        robot.press(KeyCode.SPACE);
        assertThat(robot.see(this::numberedEdges)).as("edges with coefficients").isPositive();
        robot.press(KeyCode.SPACE);
        robot.press(KeyCode.SPACE);
        awaitStep(4);
        assertThat(robot.see(this::numberedEdges)).isZero();
        robot.press(KeyCode.SHIFT, KeyCode.SPACE);
        awaitStep(3);
        robot.press(KeyCode.SPACE);
        assertThat(robot.shows("calculus-value")).isTrue();
        assertThat(linked()).as("cᵢⱼ and xⱼ lead to their steps").isEqualTo(3);
        int before = robot.see(this::lit);
        robot.see(() -> point(true));
        assertThat(robot.see(this::lit)).as("neighbours are lit").isNotEqualTo(before);
        robot.see(() -> point(false));
        assertThat(robot.see(this::lit)).isEqualTo(before);
        robot.click("calculus-direction-BACKWARD");
        robot.await("the checks are there", () -> robot.shows("calculus-checks"));
        robot.click("calculus-look-MATRIX");
        assertThat(robot.shows("calculus-map")).isTrue();
        robot.press(KeyCode.ESCAPE);
        assertThat(robot.shows("calculus-panel")).isFalse();
    }

    private int numberedEdges() {
        return robot.workbench().graphView().canvas().model().layers().links().stream()
                .mapToInt(line -> line.to().length)
                .sum();
    }

    private int linked() {
        return robot.see(() ->
                ((FormulaView)
                                robot.workbench()
                                        .window()
                                        .overlay()
                                        .lookup("#calculus-step-3 .formula"))
                        .linked());
    }

    /// The pointer comes to the coefficients in `m¹ⱼ = cᵢⱼ xⱼ`, or leaves them.
    private boolean point(boolean at) {
        FormulaView formula =
                (FormulaView)
                        robot.workbench().window().overlay().lookup("#calculus-step-3 .formula");
        formula.lookupAll(".formula-part").stream()
                .filter(part -> Integer.valueOf(1).equals(part.getUserData()))
                .forEach(part ->
                        part.fireEvent(
                                new MouseEvent(
                                        at ? MouseEvent.MOUSE_ENTERED : MouseEvent.MOUSE_EXITED,
                                        0,
                                        0,
                                        0,
                                        0,
                                        null,
                                        0,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        false,
                                        null)));
        return true;
    }

    @Test
    void twoSelectedNodesAreAnEdge() throws Exception {
        focusQuery();
        robot.press(KeyCode.CONTROL, KeyCode.M);
        awaitStep(1);
        String node = robot.text("calculus-title").split(" · ", -1)[0];
        robot.choose("calculus-about", "Edge");
        robot.await(
                "an edge is gone through",
                () -> robot.text("calculus-title").startsWith(node + " ← "));
        robot.press(KeyCode.SPACE);
        assertThat(robot.see(this::numberedEdges)).as("its coefficient").isEqualTo(1);
        String before = robot.text("calculus-title");
        robot.see(() -> {
            Selection selection = robot.workbench().selection();
            int focus = selection.focusProperty().get();
            int last =
                    Arrays.stream(
                                    selection
                                            .graph()
                                            .adjacency()
                                            .selectRows(new int[] {focus})
                                            .column())
                            .max()
                            .orElseThrow();
            selection.select(NodeSet.of(selection.graph().nodes(), focus, last), focus);
            return true;
        });
        robot.await("it is another", () -> !robot.text("calculus-title").equals(before));
        robot.choose("calculus-about", "Node");
        robot.await("the node again", () -> robot.text("calculus-title").startsWith(node + " · "));
        robot.choose("calculus-layer", "Parameter W²");
        assertThat(robot.text("calculus-place")).isEqualTo("step 1 of 2");
        robot.press(KeyCode.ESCAPE);
    }

    @Test
    void theInnerLoopHasASliceOfItsLossBeside() throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.M);
        robot.await("it says what to do", () -> robot.text("calculus-refusal").startsWith("Click"));
        robot.choose("calculus-about", "Inner loop");
        awaitStep(1);
        assertThat(robot.text("calculus-title")).isEqualTo("Inner loop · validation episode 0");
        robot.await("the slice is there", () -> robot.text("calculus-slice-told").contains("13 ×"));
        assertThat(robot.text("calculus-slice-told"))
                .contains("after the inner loop that begins there", "° apart");
        assertThat(robot.shows("calculus-layer")).isFalse();
        robot.click("calculus-next");
        awaitStep(2);
        robot.click("calculus-loss-SUPPORT");
        robot.await(
                "another loss is sliced",
                () -> robot.text("calculus-slice-told").startsWith("The support loss there"));
        robot.click("calculus-direction-BACKWARD");
        robot.await("v is there", () -> robot.shows("calculus-value"));
        robot.press(KeyCode.ESCAPE);
    }

    @Test
    void aWorksheetIsSavedFromThePage() throws Exception {
        focusQuery();
        robot.press(KeyCode.CONTROL, KeyCode.I);
        robot.click("tab-inspector-calculus");
        awaitStep(1);
        Path file = folder.resolve("sheet.html");
        robot.willChoose(file);
        robot.see(() -> {
            MenuButton save =
                    (MenuButton) robot.workbench().graphView().getScene().lookup("#calculus-save");
            save.getItems().getFirst().fire();
            return true;
        });
        robot.await("it is written", () -> Files.exists(file));
        assertThat(Files.readString(file)).contains("Layer 1", "z¹ = ");
    }
}
