package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.graphview.ColourMode;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Budget;
import innerloop.task.NodeClassification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Numbers of nodes are asked for: from the sample's card to the exported predictions.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchNumbersTest {

    private static final int STATIONS = 36;

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openTheWeather() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("weather");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private ColourMode colour() {
        return robot.see(() -> robot.workbench().graphView().nodeStyleProperty().get().colour());
    }

    @Test
    void temperaturesAreLearnedSeenAndExported() throws Exception {
        assertThat(colour()).isEqualTo(ColourMode.TRUE_VALUE);
        robot.see(() -> {
            robot.workbench().document().edit("short", "", e -> e.withBudget(new Budget(2, 2, 4)));
            return true;
        });
        robot.click("button-run-start");
        robot.await("finished", () -> robot.state() == State.FINISHED);
        robot.await(
                "the last step is shown",
                () -> {
                    var seen = robot.workbench().runModel().observation().get();
                    return seen != null && seen.step() == 2;
                });
        assertThat(colour()).isEqualTo(ColourMode.VALUE);
        robot.await("the legend has numbers", () -> legends() == 1);
        robot.see(() -> {
            robot.workbench().graphView().setColour(ColourMode.RESIDUAL);
            return true;
        });
        robot.await("the residual too", () -> legends() == 1);

        int asked =
                robot.see(() ->
                        Objects.requireNonNull(robot.workbench().runModel().watched().get())
                                .queryNodes()[0]);
        robot.see(() -> {
            robot.workbench().selection().focusProperty().set(asked);
            return true;
        });
        robot.press(KeyCode.CONTROL, KeyCode.I);
        robot.await(
                "the inspector says both numbers",
                () -> robot.text("node-prediction").contains("residual"));

        Path file = folder.resolve("numbers.csv");
        robot.willChoose(file);
        robot.see(() -> {
            robot.workbench().commands().get("file.export").perform();
            return true;
        });
        robot.click("export-predictions-csv");
        robot.await("the predictions are written", () -> Files.exists(file));
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        assertThat(lines.getFirst()).endsWith("class,predicted,true,residual");
        assertThat(lines.stream().skip(1).filter(line -> !line.endsWith(",")).count())
                .as("the watched valley")
                .isEqualTo(STATIONS);
        assertThat(lines).hasSize(1 + 40 * STATIONS);
    }

    /// What a recipe asks for decides which colours are offered.
    @Test
    void anotherTaskOffersOtherColours() {
        robot.see(() -> {
            robot.workbench()
                    .document()
                    .edit("task", "", e -> e.withTask(NodeClassification.defaults()));
            return true;
        });
        assertThat(colour()).isEqualTo(ColourMode.CLASS);
    }

    private int legends() {
        return robot.workbench().graphView().lookupAll(".scale-legend").size();
    }
}
