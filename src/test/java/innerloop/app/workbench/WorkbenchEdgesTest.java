package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.canvas.NodeCanvas;
import innerloop.app.drive.Mouse;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Budget;
import innerloop.io.GraphReaders;
import innerloop.scene.SceneModel;
import innerloop.scene.Viewport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
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

    private void train() {
        robot.see(() -> {
            robot.workbench().document().edit("short", "", e -> e.withBudget(new Budget(4, 2, 4)));
            return true;
        });
        robot.click("button-run-start");
        robot.await("finished", () -> robot.state() == State.FINISHED);
    }

    @Test
    void theNoiseSliderDrawsGraphsBesideTheRealOne() throws Exception {
        robot.click("tab-watching-generated");
        assertThat(robot.text("generated-refusal")).startsWith("Train a variational");
        train();
        robot.await(
                "a graph is drawn",
                () -> robot.text("generated-shared").startsWith("Drawing 0 with noise 1.00"));
        assertThat(robot.text("generated-canvas-real-facts")).contains("15,779 edges");
        String first = robot.text("generated-canvas-drawn-facts");
        assertThat(first).contains("15,779 edges").contains("clustering");
        SceneModel sampled = picture();
        robot.focus("generated-noise");
        robot.press(KeyCode.HOME);
        robot.await("without noise", () -> robot.text("generated-shared").contains("noise 0.00"));
        SceneModel after = picture();
        assertThat(after.edges().from()).isNotEqualTo(sampled.edges().from());
        // The layout may still be moving nodes.
        robot.await(
                "both graphs lie where the graph view's does",
                () -> Arrays.equals(picture().xy(), robot.workbench().graphView().positions()));
        robot.press(KeyCode.RIGHT);
        robot.await("some noise", () -> robot.text("generated-shared").contains("noise 0.10"));
        robot.click("generated-again");
        robot.await(
                "the next one",
                () -> robot.text("generated-shared").startsWith("Drawing 1 with noise 0.10"));

        double before = view("drawn").scale();
        robot.see(() -> {
            Mouse.turn(canvas("real"), canvas("real").localToScene(new Point2D(30, 30)), 160);
            return true;
        });
        assertThat(view("real").scale()).isGreaterThan(before);
        assertThat(view("drawn")).as("they zoom together").isEqualTo(view("real"));
        robot.see(() -> {
            canvas("drawn").fit();
            return true;
        });
        assertThat(view("real")).isEqualTo(view("drawn"));
        assertThat(view("real").scale()).isEqualTo(before);

        Path file = folder.resolve("drawn.graphml");
        robot.willChoose(file);
        robot.click("generated-save");
        robot.await("the graph is written", () -> Files.exists(file));
        assertThat(GraphReaders.read(file).graph().edges()).isEqualTo(15_779);
    }

    private SceneModel picture() {
        return robot.see(canvas("drawn")::model);
    }

    private NodeCanvas canvas(String name) {
        return (NodeCanvas) robot.find("generated-canvas-" + name).orElseThrow();
    }

    private Viewport view(String name) {
        return robot.see(() -> canvas(name).raster().viewportProperty().get());
    }

    @Test
    void theEdgesAreLearnedSeenAndExported() throws Exception {
        assertThat(robot.text("split-sentence")).startsWith("There are no lanes");
        train();
        robot.await(
                "every node has its place in the embedding",
                () -> robot.workbench().embeddingView().nodesProperty().get().count() == 4320);
        robot.await("the result is told", () -> robot.shows("result-score"));
        assertThat(robot.text("result-score")).endsWith("%");

        Path file = folder.resolve("autoencoder.safetensors");
        robot.willChoose(file);
        robot.see(() -> {
            robot.workbench().commands().get("file.export").perform();
            return true;
        });
        robot.click("export-safetensors");
        robot.await("the parameters are written", () -> Files.exists(file));
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                .contains("convs.0.lin.weight", "conv_mu.lin.weight", "conv_logstd.bias");
    }
}
