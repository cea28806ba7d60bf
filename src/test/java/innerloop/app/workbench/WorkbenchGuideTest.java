package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.guide.Stop;
import java.nio.file.Path;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The cards of the first five minutes, by mouse and by keys.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchGuideTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openTheWindow() {
        robot = WorkbenchRobot.open(folder);
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private Bounds seen(String id) {
        return robot.see(() -> {
            Node node = robot.find(id).orElseThrow();
            return node.localToScene(node.getLayoutBounds());
        });
    }

    @Test
    void aNewcomerIsShownAroundAnOpenSampleAndAskedNoMore() {
        robot.click("start-guide");
        robot.await("the first card", () -> robot.shows("guide-card"));
        assertThat(robot.see(() -> robot.workbench().document().graph().get())).isNotNull();
        assertThat(robot.focused()).isEqualTo("guide-next");
        assertThat(robot.text("guide-place")).isEqualTo("1 of " + Stop.ALL.size());
        Bounds window = seen("window");
        for (Stop stop : Stop.ALL) {
            assertThat(robot.text("guide-place")).startsWith("" + (1 + Stop.ALL.indexOf(stop)));
            assertThat(stop.targets()).as(stop.name()).anyMatch(robot::shows);
            assertThat(window.contains(seen("guide-card"))).as(stop.name()).isTrue();
            robot.click("guide-next");
        }
        assertThat(robot.shows("guide-card")).isFalse();
        robot.close();
        robot = WorkbenchRobot.open(folder);
        assertThat(robot.shows("start-open-graph")).isTrue();
        assertThat(robot.shows("start-guide")).isFalse();
    }

    @Test
    void theCardsGoByKeysAndWhatTheyPointAtCanBeUsed() {
        robot.openSample("karate");
        robot.press(KeyCode.SHIFT, KeyCode.F1);
        robot.press(KeyCode.RIGHT);
        robot.press(KeyCode.RIGHT);
        robot.press(KeyCode.LEFT);
        robot.press(KeyCode.ENTER);
        assertThat(robot.text("guide-place")).startsWith("3");
        robot.click("button-run-start");
        robot.await("a run", () -> robot.workbench().runModel().curves().get() != null);
        assertThat(robot.shows("guide-card")).isTrue();
        robot.press(KeyCode.ESCAPE);
        assertThat(robot.shows("guide-card")).isFalse();
    }
}
