package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Budget;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A variational auto-encoder learns from the edges alone: from the sample's card to the exported parameters.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchEdgesTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openTheSample() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
        robot.openSample("autoencoder");
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    @Test
    void theEdgesAreLearnedSeenAndExported() throws Exception {
        assertThat(robot.text("split-sentence")).startsWith("There are no lanes");
        robot.see(() -> {
            robot.workbench().document().edit("short", "", e -> e.withBudget(new Budget(4, 2, 4)));
            return true;
        });
        robot.click("button-run-start");
        robot.await("finished", () -> robot.state() == State.FINISHED);
        robot.await(
                "every node has its place in the embedding",
                () -> robot.workbench().embeddingView().nodesProperty().get().count() == 4320);
        robot.await("the result is told", () -> robot.shows("result-score"));
        assertThat(robot.text("result-score")).endsWith("%");

        Path file = folder.resolve("autoencoder.safetensors");
        robot.willChoose(file);
        robot.see(() -> {
            robot.workbench().exportView();
            return true;
        });
        robot.click("export-safetensors");
        robot.await("the parameters are written", () -> Files.exists(file));
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("convs.0.lin.weight", "conv_mu.lin.weight", "conv_logstd.bias");
    }
}
