package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The sheet of what can be taken away, before any run.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchExportTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openKarate() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("karate");
        robot.await(
                "a first picture",
                () -> robot.workbench().embeddingView().nodesProperty().get().count() == 34);
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    @Test
    void predictionsAndPlacesGoByTheNamesOfTheFileAndCancelDoesNothing() throws Exception {
        robot.press(KeyCode.CONTROL, KeyCode.E);
        robot.await("the sheet is open", () -> robot.shows("export-cancel"));
        assertThat(robot.shown("export-"))
                .containsExactlyInAnyOrder(
                        "export-cancel",
                        "export-embedding-csv",
                        "export-embedding-png",
                        "export-embedding-svg",
                        "export-graph-png",
                        "export-graph-svg",
                        "export-predictions-csv",
                        "export-table-csv");
        robot.click("export-cancel");
        robot.await("the sheet is closed", () -> !robot.shows("sheet-export"));
        Path predictions = folder.resolve("predictions.csv");
        robot.willChoose(predictions);
        robot.press(KeyCode.CONTROL, KeyCode.E);
        robot.click("export-predictions-csv");
        robot.await("it is written", () -> Files.exists(predictions));
        List<String> names =
                robot.see(() -> robot.workbench().selection().graph().names().stream().toList());
        assertThat(Files.readAllLines(predictions))
                .hasSize(35)
                .element(34)
                .asString()
                .startsWith(names.get(33) + ",");
    }

    @Test
    void aFinishedRunIsTakenAwayAsAPageAndAsMovingPictures() throws Exception {
        robot.see(() -> {
            robot.workbench().document().edit("short", "", e -> e.withBudget(new Budget(3, 3, 2)));
            return true;
        });
        robot.click("button-run-start");
        robot.await("finished", () -> robot.state() == State.FINISHED);
        Path page = folder.resolve("run.html");
        Path gif = folder.resolve("run.gif");
        export(page, "export-run-html");
        export(gif, "export-run-gif");
        Path inner = folder.resolve("inner.gif");
        export(inner, "export-inner-gif");
        robot.willChoose(folder);
        robot.press(KeyCode.CONTROL, KeyCode.E);
        robot.click("export-run-pngs");
        Path pictures = folder.resolve("run-pictures");
        robot.await(
                "the pictures are written",
                () -> Files.exists(pictures.resolve("0001-step-3.png")));
        assertThat(Files.readString(page))
                .startsWith("<!DOCTYPE html>")
                .contains("\"format\":\"innerloop-player/1\"", "\"nodes\":34,")
                .contains("{\"step\":0,", "{\"step\":3,");
        assertThat(Files.readAllBytes(gif)).startsWith('G', 'I', 'F');
        assertThat(Files.readAllBytes(inner)).startsWith('G', 'I', 'F');
    }

    @Test
    void graphAndEmbeddingAreTakenAwayAsShapes() throws Exception {
        Path graph = folder.resolve("graph.svg");
        Path embedding = folder.resolve("embedding.svg");
        export(graph, "export-graph-svg");
        export(embedding, "export-embedding-svg");
        // Each node as a shape and the ground around it, and a line for each edge.
        assertThat(shapes(graph)).isGreaterThanOrEqualTo(2 * 34 + 78);
        assertThat(shapes(embedding)).isGreaterThanOrEqualTo(2 * 34).isLessThan(2 * 34 + 78);
    }

    private static int shapes(Path svg) throws IOException {
        return Files.readString(svg).split("<circle|<path", -1).length - 1;
    }

    private void export(Path file, String line) {
        robot.willChoose(file);
        robot.press(KeyCode.CONTROL, KeyCode.E);
        robot.click(line);
        robot.await(file + " is written", () -> Files.exists(file));
    }
}
