package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.Language;
import innerloop.app.Messages;
import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.colour.Theme;
import innerloop.experiment.Budget;
import innerloop.training.RunRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Another language in the same window, with everything that is open and goes on.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchLanguageTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openTheWindow() {
        robot = WorkbenchRobot.open(folder, "karate", e -> e.withBudget(new Budget(40, 20, 4)));
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
        Messages.speak(Language.ENGLISH);
    }

    private void speak(String language) {
        Fx.act(() -> robot.workbench().commands().get("view." + language).perform());
        robot.frames(3);
    }

    private List<String> edits() {
        return robot.see(() -> robot.workbench().document().editNames());
    }

    private RunRecord record() {
        return robot.see(() -> robot.workbench().runModel().record().get());
    }

    @Test
    void whatIsOpenStaysOpenWithItsHistoryAndWhatIsSelected() {
        Fx.act(() -> robot.workbench().selection().focusProperty().set(33));
        Fx.act(() -> robot.workbench().appearance().theme().set(Theme.DARK));
        List<String> edits = edits();
        Scene before = robot.see(() -> robot.workbench().graphView().getScene());
        Stage stage = robot.see(() -> (Stage) before.getWindow());
        assertThat(robot.text("button-run-start")).isEqualTo("Run");
        speak("chinese");
        assertThat(robot.text("button-run-start")).isEqualTo("运行");
        Scene after = robot.see(() -> robot.workbench().graphView().getScene());
        assertThat(after).isNotSameAs(before);
        assertThat(robot.see(() -> (Stage) after.getWindow())).isSameAs(stage);
        assertThat(edits()).isEqualTo(edits).isNotEmpty();
        assertThat(robot.unsaved()).isTrue();
        assertThat(robot.<Integer>see(() -> robot.workbench().selection().focusProperty().get()))
                .isEqualTo(33);
        assertThat(robot.<Theme>see(() -> robot.workbench().appearance().theme().get()))
                .isEqualTo(Theme.DARK);
        robot.click("button-edit-undo");
        assertThat(robot.unsaved()).isFalse();
        assertThat(folder.resolve("settings.txt")).content().contains("language = zh-CN");
        speak("english");
        assertThat(robot.text("button-run-start")).isEqualTo("Run");
    }

    @Test
    void theNameOfASampleIsSaidInTheLanguageAndStaysAsItIs() {
        String name = robot.experiment().name();
        assertThat(robot.text("field-name")).isEqualTo(name).startsWith("Karate club");
        List<String> edits = edits();
        speak("chinese");
        assertThat(robot.text("field-name")).startsWith("空手道俱乐部");
        assertThat(title()).contains("空手道俱乐部");
        robot.click("field-name");
        robot.press(KeyCode.TAB);
        assertThat(robot.experiment().name()).isEqualTo(name);
        assertThat(edits()).isEqualTo(edits);
        speak("english");
        assertThat(robot.text("field-name")).isEqualTo(name);
        assertThat(title()).contains(name);
    }

    private String title() {
        return robot.see(() -> {
            Stage stage = (Stage) robot.workbench().graphView().getScene().getWindow();
            return stage.getTitle();
        });
    }

    @Test
    void aRunGoesOnIsKeptAndSaysItsResultInTheOtherLanguage() {
        robot.see(() -> {
            robot.workbench()
                    .document()
                    .edit("long", "", e -> e.withBudget(new Budget(20_000, 10_000, 4)));
            return true;
        });
        robot.click("button-run-start");
        robot.await("some steps", () -> robot.workbench().runModel().status().step().get() > 5);
        speak("chinese");
        int step = robot.step();
        assertThat(robot.state()).isEqualTo(State.RUNNING);
        robot.await(
                "further steps",
                () -> robot.workbench().runModel().status().step().get() > step + 5);
        robot.click("button-run-stop");
        robot.await(
                "the end",
                () -> robot.workbench().runModel().status().state().get() == State.STOPPED);
        assertThat(record().steps()).isGreaterThan(step);
        robot.await(
                "the result", () -> !robot.workbench().window().notices().getChildren().isEmpty());
        assertThat(robot.notices().getLast()).containsPattern("[\\u4e00-\\u9fff]");
        robot.await("the run is kept", () -> robot.workbench().keptRuns().size() == 1);
    }

    @Test
    void theResultOfARunIsShownInTheOtherLanguageToo() {
        robot.click("button-run-start");
        robot.await(
                "the end",
                () -> robot.workbench().runModel().status().state().get() == State.FINISHED);
        RunRecord record = record();
        Set<String> cards = robot.shown("result");
        speak("chinese");
        assertThat(record()).isSameAs(record);
        assertThat(robot.shown("result")).isEqualTo(cards);
        robot.await(
                "a picture of the end",
                () -> robot.workbench().runModel().observation().get() != null);
        assertThat(robot.text("status-state")).doesNotContain("finished");
    }
}
