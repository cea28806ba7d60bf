package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Language;
import innerloop.app.Messages;
import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.lesson.LessonFiles;
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

                d = Σⱼ aᵢⱼ

                d = ☃

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
        Messages.speak(Language.ENGLISH);
    }

    private void opened() throws IOException {
        Path file = Files.writeString(folder.resolve("small.md"), TEXT);
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.see(() -> {
            robot.workbench().open(file);
            return true;
        });
        robot.await("the lesson is open", () -> robot.shows("lesson-title"));
    }

    private int looked(String style) {
        return robot.see(() -> robot.find("lesson-scroll").orElseThrow().lookupAll(style).size());
    }

    @Test
    void aLessonIsOpenedAnsweredRunAndKept() throws IOException {
        opened();
        assertThat(robot.text("lesson-title")).isEqualTo("A small lesson");
        robot.click("lesson-look-10");
        assertThat(robot.<Integer>see(() -> robot.workbench().selection().nodes().size()))
                .isEqualTo(1);
        robot.type("lesson-field-1-1", "17");
        robot.click("lesson-check-1-1");
        robot.await("the answer is wrong", () -> robot.shows("lesson-show-1-1"));
        robot.click("lesson-show-1-1");
        robot.await("the answer is shown", () -> robot.text("lesson-said-1-1").contains("16"));
        assertThat(looked(".formula")).isEqualTo(1);
        assertThat(looked(".prose-verbatim")).isEqualTo(1);
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

    @Test
    void theLessonFollowsTheLanguageOfTheWindow() throws IOException {
        Files.writeString(
                folder.resolve("small.zh-CN.md"),
                TEXT.replace("A small lesson", "一课").replace("How many friends?", "几个朋友？"));
        opened();
        robot.type("lesson-field-1-1", "16");
        robot.click("lesson-check-1-1");
        robot.await("it is right", () -> robot.text("lesson-said-1-1").contains("16"));
        robot.click("lesson-next");
        robot.click("lesson-run-2-1");
        robot.await("finished", () -> robot.state() == State.FINISHED);
        robot.await("the run is taken", () -> robot.text("lesson-said-2-1").startsWith("Done"));
        Fx.act(() -> robot.workbench().commands().get("view.chinese").perform());
        robot.await(
                "the lesson is Chinese",
                () -> robot.shows("lesson-title") && robot.text("lesson-title").equals("一课"));
        assertThat(robot.text("lesson-count")).isEqualTo("第 2 步，共 2 步；已完成 2，共 2");
        assertThat(robot.text("lesson-said-2-1")).isEqualTo("完成。");
        assertThat(robot.<Boolean>see(() -> robot.workbench().document().graph().get() != null))
                .isTrue();
        robot.click("lesson-back");
        assertThat(robot.text("lesson-said-1-1")).isEqualTo("正确：16");
    }

    @Test
    void theHelpMenuHasAllLessons() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        Fx.act(() -> robot.workbench().commands().get("help.lessons").perform());
        robot.frames(2);
        assertThat(robot.shown("help-lesson-"))
                .hasSameSizeAs(LessonFiles.in(LessonFiles.lessons()));
        robot.click("help-lesson-convolution");
        robot.await("the lesson is open", () -> robot.shows("lesson-title"));
        assertThat(robot.shows("sheet-lessons")).isFalse();
    }
}
