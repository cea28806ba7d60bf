package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.theme.TextScale;
import java.nio.file.Path;
import java.util.Set;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Large text, and the window for many who look at one screen.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchPresentingTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openTheWindow() {
        robot = WorkbenchRobot.open(folder);
        robot.openSample("karate");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private double scale() {
        return robot.see(() -> robot.workbench().appearance().scale().get());
    }

    private double heightOf(String id) {
        return robot.see(() -> {
            var node = robot.find(id).orElseThrow();
            return node.localToScene(node.getLayoutBounds()).getHeight();
        });
    }

    @Test
    void theTextGrowsAndShrinksByKeysAndIsKept() {
        double usual = heightOf("button-run-start");
        robot.press(KeyCode.CONTROL, KeyCode.PLUS);
        robot.press(KeyCode.CONTROL, KeyCode.EQUALS);
        assertThat(scale()).isEqualTo(1.25);
        assertThat(heightOf("button-run-start")).isEqualTo(1.25 * usual);
        // The window is enlarged as a whole: its buttons are pressed where they are seen.
        robot.click("seed-dice");
        assertThat(robot.unsaved()).isTrue();
        robot.close();
        assertThat(folder.resolve("settings.txt")).content().contains("scale = 1.25");
        robot = WorkbenchRobot.open(folder);
        assertThat(scale()).isEqualTo(1.25);
        robot.press(KeyCode.CONTROL, KeyCode.MINUS);
        assertThat(scale()).isEqualTo(1.1);
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(scale()).isEqualTo(TextScale.USUAL);
    }

    @Test
    void aPresentationShowsOneOrTwoPanelsAndLeavesEverythingAsItWas() {
        robot.click("tab-watching-table");
        Set<String> before = robot.shown("panel-");
        robot.press(KeyCode.F11);
        assertThat(scale()).isEqualTo(TextScale.PRESENTED);
        assertThat(robot.shown("panel-")).containsExactly("panel-presented-graph");
        assertThat(robot.shows("menu-bar")).isFalse();
        assertThat(robot.shows("top-bar")).isFalse();
        assertThat(robot.shows("presentation-hint")).isTrue();
        robot.press(KeyCode.SHIFT, KeyCode.DIGIT3);
        assertThat(robot.shown("panel-"))
                .containsExactly("panel-presented-embedding", "panel-presented-graph");
        assertThat(robot.shows("presentation-hint")).isFalse();
        robot.press(KeyCode.DIGIT6);
        assertThat(robot.shown("panel-")).containsExactly("panel-presented-curves");
        robot.press(KeyCode.ESCAPE);
        assertThat(scale()).isEqualTo(TextScale.USUAL);
        assertThat(robot.shown("panel-")).isEqualTo(before);
        assertThat(robot.shows("menu-bar")).isTrue();
        // The tab that was in front is in front again, with what is in it.
        assertThat(robot.shows("table")).isTrue();
        assertThat(robot.shows("pointer-ring")).isFalse();
        assertThat(folder.resolve("settings.txt")).content().doesNotContain("scale");
    }
}
