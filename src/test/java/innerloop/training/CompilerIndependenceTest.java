package innerloop.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The promise "same file, same bits" must not depend on which code the JIT has compiled when.
@Order(2) // takes long: begins early
class CompilerIndependenceTest {

    @TempDir private Path folder;

    @Test
    void interpretedAndCompiledCodeGiveTheSameParameters() throws Exception {
        // Side by side: each takes long, and mostly one core.
        Process compiled = start("compiled", "-Xcomp");
        Process interpreted = start("interpreted", "-Xint");
        String hash = hash(compiled);
        assertThat(hash).hasSize(64);
        assertThat(hash(interpreted)).isEqualTo(hash);
    }

    private Process start(String name, String flag) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                flag,
                                "--add-modules=jdk.incubator.vector",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "innerloop.Main",
                                "run",
                                "sample-graphs/karate.experiment.json",
                                "--json",
                                "--threads=2",
                                "--out=" + folder.resolve(name)));
        for (String setting :
                List.of(
                        "budget.steps=4",
                        "budget.testTasks=2",
                        "encoder.hidden=[64]",
                        "learner.innerSteps=2")) {
            command.add("--set=" + setting);
        }
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }

    private static String hash(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(out).isZero();
        return out.lines()
                .filter(line -> line.contains("parametersSha256"))
                .map(line -> line.replaceAll(".*: \"([0-9a-f]+)\".*", "$1"))
                .findFirst()
                .orElse("");
    }
}
