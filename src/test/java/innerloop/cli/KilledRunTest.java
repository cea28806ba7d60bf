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
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern STEP = Pattern.compile("step (\\d+)");

    /// Kills a run when it says this, with whatever it is doing then.
    private static void killAt(Process process, String line)
            throws IOException, InterruptedException {
        killWhen(process, "the run says \"" + line + "\"", said -> said.contains(line));
    }

    /// Kills a run when it has come so far. The one before it may have come further than it was heard to say.
    private static void killAfter(Process process, int step)
            throws IOException, InterruptedException {
        killWhen(
                process,
                "the run reaches step " + step,
                said -> {
                    Matcher reached = STEP.matcher(said);
                    return reached.find() && Integer.parseInt(reached.group(1)) >= step;
                });
    }

    private static void killWhen(Process process, String what, Predicate<String> isSaid)
            throws IOException, InterruptedException {
        try (BufferedReader said =
                new BufferedReader(
                        new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            String next = said.readLine();
            while (next != null && !isSaid.test(next)) {
                next = said.readLine();
            }
            assertThat(next).as(what).isNotNull();
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
        // A run that is heard to test may have ended by the time it is killed.
        for (int k = 1; k < 10 && Files.notExists(killed); k++) {
            Process next = start("--resume=" + killed);
            if (k < 9) {
                killAfter(next, 4 * k);
            } else {
                killAt(next, "testing");
            }
        }
        if (Files.notExists(killed)) {
            assertThat(end(start("--resume=" + killed))).isZero();
        }
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
