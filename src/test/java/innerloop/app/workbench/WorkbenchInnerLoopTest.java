package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Budget;
import innerloop.graph.select.NodeSet;
import innerloop.meta.Reptile;
import java.nio.file.Path;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page of the inner loop.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchInnerLoopTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openKarate() {
        robot =
                WorkbenchRobot.open(
                        folder.resolve("state"),
                        "karate",
                        e -> e.withBudget(new Budget(20, 10, 10)));
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private void awaitTitle(String start) {
        robot.await("the title " + start, () -> robot.text("microscope-title").startsWith(start));
    }

    @Test
    void theInnerLoopIsSeenBeforeAndAfterARunAndStepByStep() {
        robot.click("tab-watching-inner");
        awaitTitle("θ after 4 of 4");
        assertThat(robot.text("microscope-said")).contains("accuracy");
        assertThat(robot.shows("microscope-layers")).isTrue();
        robot.press(KeyCode.COMMA);
        awaitTitle("θ after 0 of 4");
        robot.press(KeyCode.COMMA);
        awaitTitle("θ after 1 of 4");
        assertThat(robot.shows("microscope-changed")).isTrue();
        NodeSet ringed = robot.see(() -> robot.workbench().selection().ringedProperty().get());
        assertThat(robot.text("microscope-changed")).startsWith(ringed.size() + " query");
        assertThat(
                        robot.see(() ->
                                robot.workbench()
                                        .graphView()
                                        .canvas()
                                        .raster()
                                        .sceneModelProperty()
                                        .get()
                                        .focus()
                                        .changed()))
                .isEqualTo(ringed);
        robot.click("microscope-changed");
        assertThat(robot.see(() -> robot.workbench().selection().nodes())).isEqualTo(ringed);
        assertThat(robot.<Integer>see(() -> robot.workbench().selection().nodes().size()))
                .isPositive();
        String before = robot.text("microscope-said");
        robot.click("inner-newest");
        robot.click("button-run-start");
        robot.await("finished", () -> robot.state() == State.FINISHED);
        awaitTitle("θ after 4 of 4");
        assertThat(robot.text("microscope-said")).isNotEqualTo(before);
    }

    @Test
    void anotherLearnersRunIsLaidBesideTheInnerLoop() {
        robot.click("button-run-start");
        robot.await("finished", () -> robot.state() == State.FINISHED);
        robot.see(() -> {
            robot.workbench().document().edit("test", "", e -> e.withLearner(Reptile.defaults()));
            return true;
        });
        robot.click("tab-watching-inner");
        awaitTitle("θ after");
        robot.await("a run to choose", () -> !choices().isEmpty());
        String name = robot.see(() -> choices().getFirst().getText());
        choose(true);
        robot.await(
                "the run's curve", () -> legend().stream().anyMatch(known -> known.endsWith(name)));
        choose(false);
        robot.await("no more", () -> legend().stream().noneMatch(known -> known.endsWith(name)));
    }

    private void choose(boolean wanted) {
        robot.see(() -> {
            CheckMenuItem item = choices().getFirst();
            item.setSelected(wanted);
            item.fire();
            return true;
        });
    }

    /// What the menu offers when it opens.
    private List<CheckMenuItem> choices() {
        MenuButton menu = (MenuButton) look("#inner-beside");
        menu.getOnShowing().handle(new Event(MenuButton.ON_SHOWING));
        return menu.getItems().stream()
                .filter(CheckMenuItem.class::isInstance)
                .map(CheckMenuItem.class::cast)
                .toList();
    }

    private List<String> legend() {
        return robot.see(() ->
                look("#microscope-legend").lookupAll(".small-text").stream()
                        .map(node -> ((Label) node).getText())
                        .toList());
    }

    private Node look(String selector) {
        return robot.workbench().graphView().getScene().lookup(selector);
    }
}
