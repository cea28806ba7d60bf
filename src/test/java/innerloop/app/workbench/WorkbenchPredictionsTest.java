package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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

    private void run() {
        robot.see(() -> {
            robot.workbench().document().edit("short", "", e -> e.withBudget(new Budget(4, 2, 4)));
            return true;
        });
        robot.click("button-run-start");
        robot.await("finished", () -> robot.state() == State.FINISHED);
    }

    private void awaitNotice(String start) {
        robot.await(
                "it is said: " + start,
                () -> robot.notices().stream().anyMatch(text -> text.startsWith(start)));
    }

    private Path labels(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    @Test
    void labelsOfAFileAreLearnedAndWrongOnesAreNamedByTheirLine() throws Exception {
        run();
        // What cannot be learned is said before anything else is asked.
        Path wrong = labels("wrong.csv", "0,block A", "nobody,block B");
        robot.willChoose(wrong);
        robot.click("result-predict-file");
        awaitNotice(wrong + ":2: there is no node 'nobody'; ids look like '0'");
        Path file = folder.resolve("told.csv");
        robot.willChoose(
                labels("right.csv", "0,block A", "A003,block A", "300,blok C", "B002,new"));
        robot.willChoose(file);
        robot.click("result-predict-file");
        awaitNotice("1,800 nodes have one of 3 classes each");
        assertThat(robot.notices().getLast())
                .contains("\"blok C\" is no class of the graph (the nearest is \"block C\")")
                .contains("\"new\" is no class of the graph");
        assertThat(Files.readAllLines(file))
                .hasSize(1801)
                .startsWith("id,name,class,p_block A,p_blok C,p_new,margin");
    }

    @Test
    void everyNodeIsPredictedIntoAFile() throws Exception {
        run();
        Path file = folder.resolve("told.csv");
        robot.willChoose(file);
        robot.click("result-predict");
        robot.await("it is written", () -> Files.exists(file));
        awaitNotice("1,800 nodes have one of 3");
        assertThat(robot.notices().getLast())
                .containsPattern(
                        "Of 441 known ones whose labels training has not seen, [0-9.]+% are right \\(95 %: ");
        assertThat(Files.readAllLines(file))
                .hasSize(1801)
                .startsWith("id,name,class,p_block J,p_block K,p_block L,margin");
    }
}
