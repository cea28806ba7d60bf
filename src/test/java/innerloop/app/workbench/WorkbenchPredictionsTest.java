package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Budget;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// After a run, a person takes away what it says of every node.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchPredictionsTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openTheSample() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("blocks");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    @Test
    void everyNodeIsPredictedIntoAFile() throws Exception {
        robot.see(() -> {
            robot.workbench().document().edit("short", "", e -> e.withBudget(new Budget(4, 2, 4)));
            return true;
        });
        robot.click("button-run-start");
        robot.await("finished", () -> robot.state() == State.FINISHED);
        Path file = folder.resolve("told.csv");
        robot.willChoose(file);
        robot.click("result-predict");
        robot.await("it is written", () -> Files.exists(file));
        robot.await(
                "it is said",
                () ->
                        robot.notices().stream()
                                .anyMatch(text -> text.startsWith("1,800 nodes have one of 3")));
        assertThat(robot.notices().getLast())
                .containsPattern(
                        "Of 441 known ones whose labels training has not seen, [0-9.]+% are right \\(95 %: ");
        assertThat(Files.readAllLines(file))
                .hasSize(1801)
                .startsWith("id,name,class,p_block J,p_block K,p_block L,margin");
    }
}
