package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Budget;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Edges are predicted: from the sample's card to the exported predictions.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchPairsTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openTheClubs() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("clubs");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    @Test
    void edgesAreLearnedSeenListedAndExported() throws Exception {
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
        assertThat(robot.text("episode-title")).endsWith("of 40 query pairs right");
        assertThat(robot.shows("edge-legend")).isTrue();
        assertThat(robot.see(() -> table().getItems().size())).isEqualTo(50);

        robot.see(() -> {
            table().getSelectionModel().select(3);
            return true;
        });
        assertThat(robot.see(() -> robot.workbench().selection().nodes().size())).isEqualTo(2);

        Path file = folder.resolve("pairs.csv");
        robot.willChoose(file);
        robot.see(() -> {
            robot.workbench().commands().get("file.export").perform();
            return true;
        });
        robot.click("export-predictions-csv");
        robot.await("the predictions are written", () -> Files.exists(file));
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        assertThat(lines.getFirst()).isEqualTo("from,to,probability,edge,query");
        assertThat(lines.stream().filter(line -> line.endsWith(",1")).count()).isEqualTo(40);
    }

    private TableView<?> table() {
        return (TableView<?>) robot.find("pair-table").orElseThrow();
    }
}
