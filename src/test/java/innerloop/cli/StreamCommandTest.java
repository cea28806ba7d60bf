package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `stream` promises.
@SuppressWarnings("NullAway.Init")
class StreamCommandTest {

    private static final Path SAMPLES = Path.of("sample-graphs").toAbsolutePath();

    @TempDir Path folder;

    private Spoken stream(String... more) {
        String[] arguments = new String[more.length + 5];
        arguments[0] = "stream";
        arguments[1] = "--set";
        arguments[2] = "budget.steps=2";
        arguments[3] = "--set";
        arguments[4] = "budget.testTasks=2";
        System.arraycopy(more, 0, arguments, 5, more.length);
        return Spoken.by(Main.commandLine(), folder, arguments);
    }

    private static String growing() {
        return SAMPLES.resolve("growing.experiment.json").toString();
    }

    @Test
    void aLinePerStepAndASentence() {
        Spoken said = stream(growing(), "--set", "history.until=38", "--threads", "1");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out().lines()).hasSize(5);
        assertThat(said.out()).contains("in the 2 steps after the training, adapted scores");
        assertThat(said.err()).contains("step 40 / 40");
    }

    @Test
    void jsonForPrograms() {
        Spoken said = stream(growing(), "--set", "history.until=39", "--json");
        assertThat(said.json().path("points")).hasSize(2);
        assertThat(said.json().path("steps").asInt()).isEqualTo(40);
        assertThat(said.json().path("innerStepsPatient").asInt()).isEqualTo(50);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "growing | history.until=40 | history.until: training sees the whole history of the graph, 40 steps, so nothing comes after it; set it to 20",
                "growing | history.until=41 | history.until: training sees the whole history of the graph, 40 steps, so nothing comes after it; set it to 20",
                "growing | history.until=-1 | history.until must be at least 0, not -1",
                "karate | seed=7 | graph: the graph has no history; choose one that grows (.dgs)"
            })
    void whatCannotBeCostsOneLine(String sample, String change, String message) {
        Spoken said =
                stream(SAMPLES.resolve(sample + ".experiment.json").toString(), "--set", change);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err().strip()).contains(message).doesNotContain("\n");
    }

    @Test
    void aHistoryWithAHoleIsRefusedWithItsLine() throws Exception {
        Path graph = folder.resolve("g.dgs");
        Files.writeString(graph, "DGS004\ng 0 0\nst 1\nan a\ndn b\n");
        Spoken said = Spoken.by(Main.commandLine(), folder, "import", graph.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err().strip())
                .isEqualTo(
                        "innerloop: "
                                + graph
                                + ":5: there is no node 'b'; add it before with an, or delete the line");
    }

    @Test
    void anExperimentOnAGraphWithoutHistoryCannotCutIt() {
        Spoken said =
                Spoken.by(
                        Main.commandLine(),
                        folder,
                        "run",
                        SAMPLES.resolve("karate.experiment.json").toString(),
                        "--out",
                        folder.resolve("out").toString(),
                        "--set",
                        "history.until=3");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err().strip())
                .isEqualTo(
                        "innerloop: history.until: this graph has no history; set it to 0, or choose"
                                + " a graph that grows (.dgs)");
    }
}
