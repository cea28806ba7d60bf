package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.LongWork.State;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.task.HeldOutEdges;
import innerloop.training.ArenaResult;
import innerloop.training.ArenaRow;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Comparing learners in the whole window.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchArenaTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openBlocks() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("blocks");
        edit(new Budget(2, 2, 4));
        robot.click("tab-watching-arena");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private void edit(Budget budget) {
        robot.see(() -> {
            robot.workbench().document().edit("short", "", e -> e.withBudget(budget));
            return true;
        });
    }

    private TableView<?> table() {
        return (TableView<?>)
                robot.see(() -> robot.workbench().graphView().getScene().lookup("#arena-table"));
    }

    private ArenaResult result() {
        return Objects.requireNonNull(
                robot.see(() -> robot.workbench().works().arena().result().get()));
    }

    private boolean isReady() {
        return robot.see(
                () -> robot.workbench().works().arena().work().state().get() == State.READY);
    }

    @Test
    void learnersAreComparedAndOneIsTaken() {
        assertThat(robot.text("arena-plan")).contains("the same 4 test episodes");
        Experiment before = robot.experiment();
        robot.click("arena-go");
        robot.await("the end", () -> isReady() && table().getItems().size() >= 10);
        ArenaResult result = result();
        assertThat(result.isComplete()).isTrue();
        assertThat(robot.experiment()).isEqualTo(before);
        assertThat(robot.text("arena-sentence")).isNotBlank().doesNotContain("no choice");
        ArenaRow best = result.ranked().getFirst();
        robot.see(() -> {
            table().getSelectionModel().select(0);
            table().requestFocus();
            return true;
        });
        robot.press(KeyCode.ENTER);
        Experiment taken = robot.experiment();
        assertThat(taken.learner()).isEqualTo(best.contender().experiment().learner());
        assertThat(taken.pretraining()).isEqualTo(best.contender().experiment().pretraining());
        // The comparison is the same, whichever of them is taken, but not with another budget.
        assertThat(robot.text("arena-sentence")).doesNotContain("recipe before");
        edit(new Budget(3, 2, 4));
        assertThat(robot.text("arena-sentence")).startsWith("Of the recipe before the last edits");
        robot.see(() -> {
            robot.workbench().document().undo();
            robot.workbench().document().undo();
            return true;
        });
        assertThat(robot.experiment()).isEqualTo(before);
    }

    @Test
    void whatIsDoneStaysWhenItIsStopped() {
        edit(new Budget(100_000, 100_000, 4));
        robot.click("arena-go");
        robot.await("rows without scores", () -> !table().getItems().isEmpty());
        robot.click("arena-go");
        robot.await("stopped", this::isReady);
        assertThat(robot.text("arena-sentence")).contains("of 10 runs are done");
        assertThat(result().choice().suggested()).isEmpty();
        assertThat(
                        robot.see(() ->
                                robot.workbench()
                                        .graphView()
                                        .getScene()
                                        .lookup("#arena-use")
                                        .isDisabled()))
                .isTrue();
    }

    @Test
    void aTaskThatHasNoEpisodesSaysSo() {
        robot.see(() -> {
            robot.workbench()
                    .document()
                    .edit("edges", "", e -> e.withTask(HeldOutEdges.defaults()));
            return true;
        });
        assertThat(robot.text("arena-plan")).contains("one whole episode");
        assertThat(robot.see(() -> robot.workbench().works().arena().work().state().get()))
                .isEqualTo(State.IMPOSSIBLE);
    }
}
