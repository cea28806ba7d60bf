package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.io.RunReader;
import innerloop.training.RunStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A run that is killed ten times, goes on each time, and ends as if nothing had been. `src/bench/kill.py` does the same at
/// random moments.
class KilledRunTest {

    private static final List<String> SETTINGS =
            List.of(
                    "--set=budget.steps=40",
                    "--set=budget.evaluateEvery=2",
                    "--set=budget.testTasks=30",
                    "--set=encoder.hidden=[4]",
                    "--set=learner.innerSteps=1");

    @TempDir private Path folder = Path.of("");

    private Process start(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-modules=jdk.incubator.vector",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "innerloop.Main",
                                "run",
                                "--threads=1"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    }

    private Process begin(Path out) throws IOException {
        List<String> arguments = new ArrayList<>(SETTINGS);
        arguments.add("sample-graphs/karate.experiment.json");
        arguments.add("--out=" + out);
        return start(arguments.toArray(String[]::new));
    }

    /// Kills a run when it says this, with whatever it is doing then.
    private static void killAt(Process process, String line)
            throws IOException, InterruptedException {
        try (BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            String next = said.readLine();
            while (next != null && !next.contains(line)) {
                next = said.readLine();
            }
            assertThat(next).as("the run says \"" + line + "\"").isNotNull();
            process.destroyForcibly();
            process.waitFor();
        }
    }

    private static int end(Process process) throws IOException, InterruptedException {
        process.getErrorStream().readAllBytes();
        return process.waitFor();
    }

    @Test
    void aRunThatIsKilledTenTimesEndsAsIfNothingHadBeen() throws Exception {
        Path whole = folder.resolve("whole");
        Process undisturbed = begin(whole);
        Path killed = folder.resolve("killed");
        killAt(begin(killed), "zero steps");
        for (int k = 1; k < 10; k++) {
            assertThat(killed).doesNotExist();
            String line = k < 9 ? "step " + 4 * k + " / " : "testing";
            killAt(start("--resume=" + killed), line);
        }
        assertThat(killed).doesNotExist();
        assertThat(end(start("--resume=" + killed))).isZero();
        assertThat(end(undisturbed)).isZero();
        assertThat(RunReader.summary(killed).status()).isEqualTo(RunStatus.FINISHED);
        assertThat(RunReader.summary(killed).provenance().parametersSha256())
                .isEqualTo(RunReader.summary(whole).provenance().parametersSha256());
        for (String same : List.of("metrics.csv", "episodes.csv", "checkpoints.safetensors")) {
            assertThat(Files.mismatch(killed.resolve(same), whole.resolve(same)))
                    .as(same)
                    .isEqualTo(-1);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**killed?*");
    }
}
