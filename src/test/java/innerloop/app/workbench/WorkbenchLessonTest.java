package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A person takes a lesson in the window.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchLessonTest {

    private static final String TEXT =
            """
            ---
            title: A small lesson
            minutes: 1
            experiment: karate
            set: budget.testTasks=4
            locked: recipe
            ---
            ## Count

            ```look
            tab: graph
            node: Mr Hi
            ```

            ```number
            ask: How many friends?
            expect: graph neighbours node="Mr Hi"
            tolerance: 0
            ```

            It is `= graph neighbours node="Mr Hi"`.

            ## Run

            ```run
            set: budget.steps=3
            ```

            The score is `= run score | %`.
            """;

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    @Test
    void aLessonIsOpenedAnsweredRunAndKept() throws IOException {
        Path file = Files.writeString(folder.resolve("small.md"), TEXT);
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.see(() -> {
            robot.workbench().open(file);
            return true;
        });
        robot.await("the lesson is open", () -> robot.shows("lesson-title"));
        assertThat(robot.text("lesson-title")).isEqualTo("A small lesson");
        robot.click("lesson-look-10");
        assertThat(robot.<Integer>see(() -> robot.workbench().selection().nodes().size()))
                .isEqualTo(1);
        robot.type("lesson-field-1-1", "17");
        robot.click("lesson-check-1-1");
        robot.await("the answer is wrong", () -> robot.shows("lesson-show-1-1"));
        robot.click("lesson-show-1-1");
        robot.await("the answer is shown", () -> robot.text("lesson-said-1-1").contains("16"));
        robot.click("lesson-next");
        robot.click("lesson-side-RECIPE");
        assertThat(robot.shows("lesson-locked")).isTrue();
        assertThat(robot.<Boolean>see(() -> robot.find("recipe").orElseThrow().isDisabled()))
                .isTrue();
        robot.click("lesson-side-LESSON");
        robot.click("lesson-run-2-1");
        robot.await("finished", () -> robot.state() == State.FINISHED);
        robot.await("the run is taken", () -> robot.text("lesson-said-2-1").startsWith("Done"));
        assertThat(robot.text("lesson-count")).contains("2 of 2");
        robot.click("lesson-close");
        assertThat(robot.shows("lesson-title")).isFalse();
        assertThat(robot.<Boolean>see(() -> robot.find("recipe").orElseThrow().isDisabled()))
                .isFalse();
    }
}
