package innerloop.bench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Main;
import innerloop.cli.CommandLineRunner;
import innerloop.cli.Spoken;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The benchmarks run and say what they measured, on which machine; how fast it was is nobody's test.
@SuppressWarnings("NullAway.Init")
class BenchCommandsTest {

    private static final Path SAMPLES = Path.of("sample-graphs").toAbsolutePath();

    @TempDir Path folder;

    private Spoken bench(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "bench";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Spoken.by(Main.commandLine(), folder, all);
    }

    private static void requireMachine(Spoken answer) {
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.json().get("cores").asInt()).isPositive();
        assertThat(answer.json().get("vectorBits").asInt()).isPositive();
    }

    @Test
    void metaCountsOuterSteps() {
        String karate = SAMPLES.resolve("karate.experiment.json").toString();
        Spoken answer = bench("meta", karate, "--seconds", "0.01", "--threads", "1", "--json");
        requireMachine(answer);
        assertThat(answer.json().get("steps").asInt()).isPositive();
        assertThat(answer.json().get("metaIterationsPerSecond").asDouble()).isPositive();
    }

    @Test
    void metaNeedsALearnerThatTrains() {
        String karate = SAMPLES.resolve("karate.experiment.json").toString();
        Spoken answer = bench("meta", karate, "--set", "learner={\"kind\":\"fine-tune\"}");
        assertThat(answer.code()).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(answer.err()).contains("take one that meta-trains");
    }

    @Test
    void epochReportsItsTimeAndLoss() {
        String blocks = SAMPLES.resolve("blocks").toString();
        Spoken answer = bench("epoch", blocks, "--seconds", "0.01", "--json");
        requireMachine(answer);
        assertThat(answer.json().get("milliseconds").asDouble()).isPositive();
        assertThat(answer.json().get("loss").asDouble()).isFinite().isPositive();
    }

    @Test
    void propagateCountsItsEdges() {
        Spoken answer =
                bench(
                        "propagate",
                        "--nodes",
                        "1000",
                        "--edges",
                        "5000",
                        "--width",
                        "16",
                        "--seconds",
                        "0.1",
                        "--json");
        requireMachine(answer);
        // Edges drawn twice count once.
        assertThat(answer.json().get("edges").asInt()).isBetween(4_900, 5_000);
        assertThat(answer.json().get("seconds").asDouble()).isPositive();
    }

    @Test
    void layoutStepsAreCountedInOursAndInSpringBox() {
        String[] small = "layout --nodes 60 --edges 90 --rounds 1 --seconds 0.05 --json".split(" ");
        Spoken answer = bench(small);
        requireMachine(answer);
        assertThat(answer.json().get("nodes").asInt()).isEqualTo(60);
        assertThat(answer.json().get("edges").asInt()).isEqualTo(90);
        for (String key : List.of("stepsPerSecond", "springBoxStepsPerSecond", "ratio")) {
            assertThat(answer.json().get(key).asDouble()).as(key).isPositive();
        }
        assertThat(answer.json().get("secondsToSettle").asDouble()).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "meta x.json --threads 0, --threads",
        "propagate --nodes 0, --nodes",
        "propagate --seconds 0, --seconds",
        "epoch nowhere, nowhere",
        "layout --nodes 0, --nodes",
        "layout --nodes 10 --edges 46, --edges",
        "layout --rounds 0, --rounds",
        "render --nodes 0, --nodes",
        "render --edges -1, --edges",
        "render --rounds 0, --rounds",
        "render --seconds 0, --seconds",
        "render --size big, --size",
    })
    void whatCannotBeMeasuredIsNamed(String command, String names) {
        Spoken answer = bench(command.split(" "));
        assertThat(answer.code()).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(answer.complaints()).hasSize(1);
        assertThat(answer.err()).contains(command.startsWith("meta") ? "x.json" : names);
    }
}
