package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.canvas.Tool;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Budget;
import innerloop.graph.select.NodeSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Member graphs are classified: from the sample's card to the exported parameters.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchMembersTest {

    private static final int GRAPHS = 240;

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openTheShapes() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("shapes");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    @Test
    void theShapesAreLearnedSeenAndExported() throws Exception {
        robot.see(() -> {
            robot.workbench().document().edit("short", "", e -> e.withBudget(new Budget(2, 2, 4)));
            return true;
        });
        robot.click("tab-watching-episode");
        robot.click("button-run-start");
        robot.await("finished", () -> robot.state() == State.FINISHED);
        robot.await(
                "the last step is shown",
                () -> robot.text("episode-title").startsWith("After step 2"));
        assertThat(robot.text("episode-title")).endsWith("of 15 query graphs right");
        Set<String> pictures = robot.shown("member-");
        assertThat(pictures).contains("member-pictures").hasSize(31);
        assertThat(robot.see(() -> robot.workbench().embeddingView().nodesProperty().get().count()))
                .isEqualTo(GRAPHS);

        String first =
                pictures.stream()
                        .filter(id -> !id.equals("member-pictures"))
                        .findFirst()
                        .orElseThrow();
        robot.click("tab-graph-embedding");
        robot.await("the graph is behind", () -> !robot.shows("selected-count"));
        robot.click(first);
        robot.await("the graph comes forward", () -> robot.shows("selected-count"));
        int graph = Integer.parseInt(first.substring("member-".length()));
        NodeSet selected = robot.see(() -> robot.workbench().selection().nodes());
        int[] graphOf = robot.see(() -> robot.workbench().selection().graph().graphOf());
        assertThat(selected)
                .isEqualTo(NodeSet.where(graphOf.length, node -> graphOf[node] == graph));

        assertThat(robot.see(() -> robot.find("tool-support").map(Node::isDisabled)))
                .contains(true);
        robot.see(() -> {
            robot.workbench().graphView().canvas().requestFocus();
            return true;
        });
        robot.press(KeyCode.S);
        assertThat(robot.see(() -> robot.workbench().graphView().canvas().toolProperty().get()))
                .isEqualTo(Tool.PAN);

        Path file = folder.resolve("shapes.safetensors");
        robot.willChoose(file);
        robot.see(() -> {
            robot.workbench().commands().get("file.export").perform();
            return true;
        });
        robot.click("export-safetensors");
        robot.await("the parameters are written", () -> Files.exists(file));
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("head.weight", "head.bias");
    }
}
