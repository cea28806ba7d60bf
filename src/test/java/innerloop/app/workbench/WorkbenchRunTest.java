package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.training.RunRecord;
import innerloop.training.RunStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs that end early, and the window's own keys.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchRunTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openASample() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("blocks");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private RunRecord record() {
        return Objects.requireNonNull(robot.see(() -> robot.workbench().runModel().record().get()));
    }

    /// The summaries of the runs kept in the state folder.
    private List<Path> keptSummaries() {
        Path runs = folder.resolve("state/runs");
        if (!Files.isDirectory(runs)) {
            return List.of();
        }
        // Only listed: a run that is being written has a folder that vanishes.
        try (Stream<Path> folders = Files.list(runs)) {
            return folders.map(run -> run.resolve("summary.json")).filter(Files::exists).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aStoppedRunIsTestedAndKept() {
        robot.type("field-budget-steps", "100000");
        robot.type("field-budget-testTasks", "4");
        robot.click("button-run-start");
        robot.await("it learns", () -> robot.step() >= 3);
        robot.click("button-run-stop");
        robot.await("stopped", () -> robot.state() == State.STOPPED);
        RunRecord record = record();
        assertThat(record.status()).isEqualTo(RunStatus.STOPPED);
        assertThat(record.steps()).isBetween(3, 99_999);
        assertThat(robot.text("status-state")).isEqualTo("trainer: stopped");
        assertThat(robot.text("result-score")).isEqualTo(record.test().text());
        robot.await("it is kept", () -> !keptSummaries().isEmpty());
        assertThat(keptSummaries().getFirst()).content().contains("\"status\" : \"stopped\"");
    }

    @Test
    void aPausedRunCanBeStopped() {
        robot.type("field-budget-testTasks", "4");
        robot.click("button-run-step");
        robot.await("one step is made", () -> robot.step() == 1);
        robot.press(KeyCode.CONTROL, KeyCode.PERIOD);
        robot.await("stopped", () -> robot.state() == State.STOPPED);
        assertThat(record().steps()).isEqualTo(1);
    }

    @Test
    void aDivergedRunSaysWhyAndIsKept() {
        robot.type("field-learner-innerRate", "1000000000000000000000000000000");
        robot.type("field-budget-testTasks", "4");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER);
        robot.await("diverged", () -> robot.state() == State.DIVERGED);
        assertThat(robot.notices()).anyMatch(n -> n.contains("try a smaller inner rate"));
        assertThat(robot.text("status-state")).isEqualTo("trainer: diverged");
        assertThat(robot.text("status-message")).startsWith("Diverged at step ");
        robot.frames(2);
        assertThat(widthOf("status-line"))
                .as("a long message does not widen the window")
                .isLessThanOrEqualTo(1000);
        robot.await("it is kept", () -> !keptSummaries().isEmpty());
        assertThat(keptSummaries().getFirst()).content().contains("\"status\" : \"diverged\"");
    }

    private double widthOf(String id) {
        return robot.see(() -> robot.find(id).orElseThrow().getLayoutBounds().getWidth());
    }

    @Test
    void theThemeChangesByKeyAndBack() {
        robot.press(KeyCode.CONTROL, KeyCode.T);
        assertThat(theme()).isEqualTo(Theme.DARK);
        robot.press(KeyCode.CONTROL, KeyCode.T);
        assertThat(theme()).isEqualTo(Theme.LIGHT);
    }

    private Theme theme() {
        return robot.see(() -> robot.workbench().appearance().theme().get());
    }

    @Test
    void thePaletteFindsANodeByNameAndTheInspectorShowsIt() {
        AttributedGraph graph =
                Objects.requireNonNull(robot.see(() -> robot.workbench().document().graph().get()));
        int node = graph.nodes() / 2;
        String name = graph.names().get(node);
        robot.press(KeyCode.CONTROL, KeyCode.K);
        robot.await("the palette is open", () -> robot.focused().equals("palette-text"));
        robot.write(name);
        robot.press(KeyCode.ENTER);
        assertThat(robot.see(() -> robot.workbench().graphView().selectedProperty().get()))
                .isEqualTo(node);
        robot.press(KeyCode.CONTROL, KeyCode.I);
        robot.await("the inspector is there", () -> robot.shows("node-name"));
        assertThat(robot.text("node-name")).isEqualTo(name);
        assertThat(robot.text("node-line"))
                .contains(graph.classes().get(graph.labels()[node]))
                .contains("degree " + graph.degree(node));
    }
}
