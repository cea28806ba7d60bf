package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Budget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From a card on the start page to the exported parameters, for samples without a test of their own.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchSamplesTest {

    @TempDir Path folder;

    private WorkbenchRobot robot;

    @BeforeEach
    void openTheWindow() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private void runAndExport(String sample, int steps) {
        robot.openSample(sample);
        robot.see(() -> {
            robot.workbench()
                    .document()
                    .edit("short", "", e -> e.withBudget(new Budget(steps, steps, 2)));
            return true;
        });
        robot.click("tab-watching-episode");
        robot.click("button-run-start");
        robot.await("finished", () -> robot.state() == State.FINISHED);
        Path file = folder.resolve(sample + ".safetensors");
        robot.willChoose(file);
        robot.see(() -> {
            robot.workbench().commands().get("file.export").perform();
            return true;
        });
        robot.click("export-safetensors");
        robot.await("the parameters are written", () -> Files.exists(file));
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void aGcnIsTrainedOnTheWholeGraphAndItsConfusionMatrixIsSeenAndSaved() throws IOException {
        runAndExport("supervised", 4);
        robot.await(
                "the last step is shown",
                () -> robot.text("episode-title").startsWith("After step 4"));
        assertThat(robot.text("episode-title")).endsWith("of 500 nodes right");
        assertThat(robot.shows("confusion-matrix")).isTrue();
        robot.click("episode-phase-TEST");
        robot.await("the test is shown", () -> !robot.text("episode-title").contains("of 500"));
        Matcher said =
                Pattern.compile("After step 4: ([\\d,]+) of ([\\d,]+) nodes right")
                        .matcher(robot.text("episode-title"));
        assertThat(said.matches()).isTrue();
        int right = Integer.parseInt(said.group(1).replace(",", ""));
        int all = Integer.parseInt(said.group(2).replace(",", ""));
        assertThat(robot.text("result-score"))
                .as("the matrix is of the nodes that the score is of")
                .startsWith(String.format(Locale.ROOT, "%.1f %%", 100.0 * right / all));
        Path matrix = folder.resolve("confusion.csv");
        robot.willChoose(matrix);
        robot.click("episode-save");
        robot.await("the matrix is written", () -> Files.exists(matrix));
        int counted =
                Files.readAllLines(matrix).stream()
                        .skip(1)
                        .flatMap(line -> Stream.of(line.split(",")).skip(1))
                        .mapToInt(Integer::parseInt)
                        .sum();
        assertThat(counted).isEqualTo(all);
    }

    @Test
    void rolesAreCarriedOverToAnotherKindOfGraph() {
        runAndExport("crossdomain", 2);
        assertThat(robot.text("result-score")).contains("%");
    }

    @Test
    void randomSignalsAreLearnedFromTheirCardToTheFile() {
        runAndExport("weather-signals", 2);
        assertThat(robot.text("result-score")).doesNotContain("%");
    }

    @Test
    void motifsAreLearnedFromTheirCardToTheFile() {
        runAndExport("motifs", 2);
        assertThat(robot.text("result-score")).contains("%");
    }
}
