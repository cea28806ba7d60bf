package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.io.RunNotes;
import innerloop.io.RunStore.Kept;
import innerloop.training.RunRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of kept runs in the whole window.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchRunsTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openKarate() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("karate");
        edit(e -> e.withBudget(new Budget(6, 3, 20)));
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private void edit(UnaryOperator<Experiment> change) {
        robot.see(() -> {
            robot.workbench().document().edit("test", "", change);
            return true;
        });
    }

    @SuppressWarnings("unchecked")
    private TableView<Kept> table() {
        return (TableView<Kept>)
                robot.see(() -> robot.workbench().graphView().getScene().lookup("#runs-table"));
    }

    private int rows() {
        return robot.see(() -> table().getItems().size());
    }

    private void run(int expected) {
        robot.click("button-run-start");
        robot.await("finished", () -> robot.state() == State.FINISHED);
        if (!robot.shows("runs-table")) {
            robot.click("tab-watching-runs");
        }
        robot.await("listed", () -> rows() == expected);
    }

    private void select(int... rows) {
        robot.see(() -> {
            table().getSelectionModel().clearSelection();
            for (int row : rows) {
                table().getSelectionModel().select(row);
            }
            table().requestFocus();
            return true;
        });
    }

    private RunRecord record() {
        return Objects.requireNonNull(robot.see(() -> robot.workbench().runModel().record().get()));
    }

    @Test
    void runsAreListedComparedAndOpenedAsTheyWere() {
        run(1);
        Experiment first = robot.experiment();
        RunRecord kept = record();
        edit(e -> e.withBudget(new Budget(9, 3, 20)));
        run(2);
        sortBySteps();
        assertThat(robot.<Integer>see(() -> table().getItems().getFirst().summary().steps()))
                .isEqualTo(6);
        robot.see(() -> {
            table().getSortOrder().clear();
            return true;
        });
        select(0);
        assertThat(robot.text("run-protocol")).contains("finished", "2-way 2-shot");
        select(0, 1);
        assertThat(robot.text("run-difference-1")).contains("on the same 20 episodes");
        assertThat(robot.text("run-setting")).isEqualTo("Budget · steps: A 9 · B 6");
        select(1);
        robot.press(KeyCode.ENTER);
        if (robot.shows("answer-discard")) {
            robot.click("answer-discard");
        }
        robot.await(
                "opened",
                () -> {
                    RunRecord shown = robot.workbench().runModel().record().get();
                    return shown != null && shown.steps() == 6;
                });
        assertThat(robot.experiment().withGraph(first.graph())).isEqualTo(first);
        assertThat(record().test()).isEqualTo(kept.test());
        assertThat(record().metrics()).isEqualTo(kept.metrics());
        assertThat(robot.see(() -> robot.workbench().document().file().get())).isNull();
        robot.await(
                "its parameters are looked at",
                () -> {
                    var seen = robot.workbench().runModel().observation().get();
                    return seen != null && seen.step() == 6;
                });
        // What was opened is not kept a second time.
        assertThat(rows()).isEqualTo(2);
    }

    private void sortBySteps() {
        robot.see(() -> {
            TableColumn<Kept, ?> steps =
                    table().getColumns().stream()
                            .filter(column -> column.getText().equals("steps"))
                            .findFirst()
                            .orElseThrow();
            return table().getSortOrder().setAll(List.of(steps));
        });
    }

    private RunNotes notes() {
        return table().getItems().getFirst().notes();
    }

    @Test
    void aRunIsFoundTaggedPinnedDeletedAndBroughtBack() throws Exception {
        run(1);
        select(0);
        Path here = robot.see(() -> table().getItems().getFirst().folder());
        robot.type("run-tags", "best, small");
        robot.press(KeyCode.ENTER);
        robot.await("written", () -> Files.exists(here.resolve("notes.json")));
        assertThat(Files.readString(here.resolve("notes.json"))).contains("best", "small");
        assertThat(robot.focused()).as("whoever writes stays where he is").isEqualTo("run-tags");
        robot.type("run-note", "the first");
        robot.await("the tags are still there", () -> notes().note().equals("the first"));
        assertThat(robot.<Object>see(() -> notes().tags())).isEqualTo(List.of("best", "small"));
        robot.type("runs-filter", "best 2-way");
        assertThat(rows()).isEqualTo(1);
        robot.type("runs-filter", "nothing like it");
        assertThat(rows()).isZero();
        robot.press(KeyCode.ESCAPE);
        assertThat(rows()).isEqualTo(1);
        select(0);
        robot.press(KeyCode.P);
        assertThat(
                        robot.<Boolean>see(() -> {
                            Kept run = table().getItems().getFirst();
                            return robot.workbench().keptRuns().isPinned(run);
                        }))
                .isTrue();
        // What was said of the run itself.
        robot.click("notice-dismiss");
        select(0);
        robot.press(KeyCode.DELETE);
        robot.await("deleted", () -> rows() == 0 && !Files.exists(here));
        assertThat(robot.notices()).anyMatch(line -> line.startsWith("Deleted"));
        robot.click("notice-action");
        robot.await("back", () -> rows() == 1 && Files.exists(here.resolve("summary.json")));
    }

    @Test
    void aBranchHasItsOwnNameAndSaysWhereItComesFrom() {
        run(1);
        String name = robot.experiment().name();
        select(0);
        robot.click("run-branch");
        if (robot.shows("answer-discard")) {
            robot.click("answer-discard");
        }
        robot.await("opened", () -> robot.experiment().name().equals(name + ", branch"));
        Kept origin = robot.see(() -> table().getItems().getFirst());
        assertThat(robot.<Boolean>see(() -> robot.workbench().keptRuns().isPinned(origin)))
                .isTrue();
        run(2);
        Kept branch = robot.see(() -> table().getItems().getFirst());
        assertThat(branch.summary().experiment().name()).isEqualTo(name + ", branch");
        assertThat(branch.notes().tags()).containsExactly("branch");
        assertThat(branch.notes().note()).startsWith("branch of " + name);
    }
}
