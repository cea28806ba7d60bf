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

/// The promise "same file, same bits" must depend neither on which code the JIT has compiled when nor on the instructions that the
/// processor has, nor on the Vector API.
@Order(2) // takes long: begins early
class CompilerIndependenceTest {

    private static final String VECTORS = "--add-modules=jdk.incubator.vector";
    private static final String IGNORE_UNKNOWN = "-XX:+IgnoreUnrecognizedVMOptions";

    /// Of the run below, on any machine. It changes when what a run computes is changed on purpose, never otherwise.
    private static final String HASH =
            "d8f85f429306b6e1d11029db81a3e71abeb7ac96f89d2d0edaf30a9dfafc847c";

    /// Every method is compiled before its first call, as far as it computes; compiling the others, too, takes a minute.
    private static final String[] COMPILED = {
        VECTORS,
        "-Xcomp",
        "-XX:CompileCommand=quiet",
        "-XX:CompileCommand=compileonly,innerloop.*::*",
        "-XX:CompileCommand=compileonly,jdk.incubator.vector.*::*",
        "-XX:CompileCommand=compileonly,jdk.internal.vm.vector.*::*"
    };

    @TempDir private Path folder;

    @Test
    void interpretedAndCompiledCodeGiveTheSameParameters() throws Exception {
        // Side by side: each takes long, and mostly one core.
        Process compiled = start("compiled", COMPILED);
        Process interpreted = start("interpreted", VECTORS, "-Xint");
        assertThat(hash(compiled)).isEqualTo(HASH);
        assertThat(hash(interpreted)).isEqualTo(HASH);
    }

    @Test
    void everyProcessorGivesTheSameParameters() throws Exception {
        // Without AVX there is no fused multiply-add either. Processors of other kinds do not know
        // these flags.
        Process old = start("old", VECTORS, IGNORE_UNKNOWN, "-XX:UseAVX=0");
        Process narrow = start("narrow", VECTORS, IGNORE_UNKNOWN, "-XX:UseAVX=2");
        assertThat(hash(old)).isEqualTo(HASH);
        assertThat(hash(narrow)).isEqualTo(HASH);
        Process scalar = start("scalar", VECTORS, "-Dinnerloop.vectorBits=0");
        Process withoutModule = start("without module");
        assertThat(hash(scalar)).isEqualTo(HASH);
        assertThat(hash(withoutModule)).isEqualTo(HASH);
    }

    private Process start(String name, String... flags) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(flags));
        command.addAll(
                List.of(
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
