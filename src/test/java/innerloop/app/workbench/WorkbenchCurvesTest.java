package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.curves.CurvesView;
import innerloop.app.drive.Mouse;
import innerloop.app.run.RunStatusModel.State;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// The curves of a finished run: which are shown, which steps of them, and what can be taken away. One run is enough for
/// all tests; each leaves the charts as they were.
@WithWindow
@SuppressWarnings("NullAway.Init")
@TestInstance(Lifecycle.PER_CLASS)
class WorkbenchCurvesTest {

    private Path folder;

    private WorkbenchRobot robot;

    @BeforeAll
    void runASample(@TempDir Path temporary) {
        folder = temporary;
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("karate");
        robot.type("field-budget-steps", "40");
        robot.type("field-budget-testTasks", "4");
        robot.press(KeyCode.CONTROL, KeyCode.ENTER);
        robot.await("it has ended", () -> robot.state() == State.FINISHED);
        robot.await("all of it is shown", () -> !robot.workbench().runModel().isLive());
    }

    @AfterAll
    void closeTheWindow() {
        robot.close();
    }

    private Node node(String id) {
        return robot.find(id).orElseThrow();
    }

    private String said() {
        robot.frames(2);
        return robot.see(() -> ((CurvesView) robot.find("curves").orElseThrow()).svg())
                .replaceAll("<[^>]+>", "\n");
    }

    private void fire(EventType<MouseEvent> type, double x) {
        robot.see(() -> {
            Mouse.fire(node("chart-loss"), type, new Point2D(x, 80), KeyCode.UNDEFINED);
            return true;
        });
    }

    private boolean choose(String id, boolean on) {
        return robot.see(() -> {
            CheckMenuItem item =
                    (CheckMenuItem)
                            ((MenuButton) node("curves-charts"))
                                    .getItems().stream()
                                            .filter(i -> id.equals(i.getId()))
                                            .findFirst()
                                            .orElseThrow();
            item.setSelected(on);
            return item.isSelected();
        });
    }

    @Test
    void chartsAreChosenAndOneStays() {
        assertThat(robot.shown("chart-"))
                .containsExactly("chart-accuracy", "chart-loss", "chart-norm");
        choose("curves-charts-ratio", true);
        choose("curves-charts-cosine", true);
        choose("curves-charts-speed", true);
        assertThat(robot.shown("chart-")).hasSize(6);
        assertThat(said()).contains("outer steps per second", "update ratio");
        for (String kind : new String[] {"accuracy", "norm", "ratio", "cosine", "speed"}) {
            assertThat(choose("curves-charts-" + kind, false)).isFalse();
        }
        assertThat(choose("curves-charts-loss", false)).isTrue();
        assertThat(robot.shown("chart-")).containsExactly("chart-loss");
        choose("curves-charts-accuracy", true);
        choose("curves-charts-norm", true);
    }

    @Test
    void wheelAndKeysZoomAllChartsAndADoubleClickShowsAllAgain() {
        String whole = said();
        assertThat(robot.shows("curves-all-steps")).isFalse();
        robot.see(() -> {
            Node chart = node("chart-loss");
            Mouse.turn(chart, chart.localToScene(new Point2D(150, 80)), 160);
            return true;
        });
        assertThat(said()).isNotEqualTo(whole);
        robot.await("the way back is there", () -> robot.shows("curves-all-steps"));
        robot.click("curves-all-steps");
        assertThat(said()).isEqualTo(whole);
        robot.focus("chart-accuracy");
        robot.press(KeyCode.EQUALS);
        assertThat(said()).isNotEqualTo(whole);
        robot.press(KeyCode.HOME);
        assertThat(said()).isEqualTo(whole);
    }

    @Test
    void aRangeDrawnWithTheMouseIsShownAlone() {
        String whole = said();
        fire(MouseEvent.MOUSE_PRESSED, 100);
        fire(MouseEvent.MOUSE_DRAGGED, 130);
        fire(MouseEvent.MOUSE_DRAGGED, 180);
        fire(MouseEvent.MOUSE_RELEASED, 180);
        assertThat(said()).isNotEqualTo(whole);
        robot.await("zoomed", () -> robot.shows("curves-all-steps"));
        robot.click("curves-all-steps");
    }

    @Test
    void thePictureGoesBackToAStepThatIsLookedAtInAChart() {
        robot.see(() -> {
            node("chart-accuracy").requestFocus();
            return true;
        });
        robot.press(KeyCode.LEFT);
        robot.press(KeyCode.LEFT);
        robot.press(KeyCode.ENTER);
        robot.await("the menu is open", () -> ChartExport.menuItem("curves-back").isPresent());
        String text = robot.see(() -> ChartExport.menuItem("curves-back").orElseThrow().getText());
        assertThat(text).startsWith("Go back to step");
        int step = Integer.parseInt(text.replaceAll("\\D", ""));
        robot.see(() -> {
            ChartExport.menuItem("curves-back").orElseThrow().fire();
            return true;
        });
        robot.press(KeyCode.ESCAPE);
        assertThat(
                        robot.<Integer>see(
                                () -> robot.workbench().runModel().timeline().step().orElseThrow()))
                .isEqualTo(step);
    }

    private void take(String item, Path to) {
        ChartExport.take(robot, "chart-loss", item, to);
    }

    @Test
    void aChartIsSavedInThreeFormsFromTheKeyboard() throws Exception {
        Path csv = folder.resolve("loss.csv");
        take("curves-save-csv", csv);
        assertThat(Files.readString(csv))
                .startsWith("step,metric,value\r\n")
                .contains("queryLossBefore", "queryLossAfter")
                .doesNotContain("metaGradientNorm");
        Path svg = folder.resolve("loss.svg");
        take("curves-save-svg", svg);
        assertThat(Files.readString(svg)).contains("<svg", "query loss");
        Path png = folder.resolve("loss.png");
        take("curves-save-png", png);
        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(robot.notices()).anyMatch(text -> text.contains("loss.png"));
        take("curves-save-csv", folder.resolve("loss.png").resolve("impossible.csv"));
        assertThat(robot.notices().getLast()).contains("impossible.csv");
    }

    @Test
    void theCsvOfARunHoldsAllMetrics() {
        String csv = robot.see(() -> ((CurvesView) robot.find("curves").orElseThrow()).csv());
        assertThat(csv).contains("queryLossAfter", "validationAccuracy", "metaGradientNorm");
    }
}
