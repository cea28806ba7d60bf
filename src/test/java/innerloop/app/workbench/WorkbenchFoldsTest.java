package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.LongWork.State;
import innerloop.episode.Lanes;
import innerloop.episode.Split.Kind;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.training.ClassFolds.Fold;
import java.nio.file.Path;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Cross-validation over classes in the whole window.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchFoldsTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openBlocks() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("blocks");
        robot.see(() -> {
            robot.workbench().document().edit("short", "", e -> e.withBudget(new Budget(4, 4, 10)));
            return true;
        });
        robot.click("tab-watching-folds");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    @SuppressWarnings("unchecked")
    private TableView<Fold> table() {
        return (TableView<Fold>)
                robot.see(() -> robot.workbench().graphView().getScene().lookup("#folds-table"));
    }

    private int rows() {
        return robot.see(() -> table().getItems().size());
    }

    private State state() {
        return robot.see(() -> robot.workbench().works().folds().work().state().get());
    }

    @Test
    void foldsAreRunCountedStoppedAndUsed() {
        assertThat(robot.text("folds-plan")).contains("20 of 220");
        Experiment before = robot.experiment();
        robot.click("folds-go");
        robot.await("two folds", () -> rows() >= 2);
        assertThat(robot.text("folds-mean")).startsWith("Mean over").doesNotContain("recipe");
        robot.click("folds-go");
        robot.await("stopped", () -> state() == State.READY);
        int done = rows();
        assertThat(robot.experiment()).isEqualTo(before);
        Fold second = robot.see(() -> table().getItems().get(1));
        robot.see(() -> {
            table().getSelectionModel().select(1);
            table().requestFocus();
            return true;
        });
        robot.press(KeyCode.ENTER);
        Lanes lanes = robot.experiment().split().lanes();
        assertThat(lanes.test()).isEqualTo(second.novel()).hasSize(3);
        assertThat(lanes.train()).hasSize(9).doesNotContainAnyElementsOf(lanes.test());
        // The lanes are what folds replace: nothing else of the recipe changed.
        assertThat(robot.text("folds-mean")).doesNotContain("recipe");
        robot.press(KeyCode.ESCAPE);
        robot.see(() -> {
            robot.workbench().document().undo();
            robot.workbench().document().undo();
            return true;
        });
        assertThat(robot.text("folds-mean")).contains("recipe before the last edits");
        assertThat(rows()).isEqualTo(done);
    }

    @Test
    void whatHasNoFoldsSaysSo() {
        robot.see(() -> {
            robot.workbench()
                    .document()
                    .edit("regions", "", e -> e.withSplit(e.split().withKind(Kind.REGIONS)));
            return true;
        });
        assertThat(robot.text("folds-plan")).contains("not by classes");
        assertThat(state()).isEqualTo(State.IMPOSSIBLE);
    }
}
