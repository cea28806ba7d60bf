package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Main;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `export` writes and refuses.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init")
class ExportCommandTest {

    @TempDir static Path folder;

    private Spoken say(String... arguments) {
        return Spoken.by(Main.commandLine(), folder, arguments);
    }

    @BeforeAll
    void run() throws Exception {
        Path sample = Path.of("sample-graphs/karate.experiment.json").toAbsolutePath();
        Spoken run =
                say(
                        "run",
                        sample.toString(),
                        "--out",
                        "run",
                        "--set",
                        "budget.steps=3",
                        "--set",
                        "budget.testTasks=4");
        assertThat(run.code()).as(run.err()).isZero();
        Files.createDirectories(folder.resolve("full"));
        Files.writeString(folder.resolve("full/thesis.tex"), "");
    }

    @Test
    void theEndingSaysTheFormat() throws Exception {
        for (String file : List.of("run.html", "run.gif", "run.npz")) {
            Spoken spoken = say("export", "run", file);
            assertThat(spoken.code()).as(spoken.err()).isZero();
            assertThat(spoken.out()).startsWith("written to ").contains(file);
        }
        assertThat(Files.readString(folder.resolve("run.html"))).startsWith("<!DOCTYPE html>");
        assertThat(Files.readAllBytes(folder.resolve("run.gif")))
                .startsWith('G', 'I', 'F', '8', '9', 'a');
    }

    @Test
    void aTestEpisodeIsAnotherOne() throws Exception {
        assertThat(say("export", "run", "test.html", "--phase", "test").code()).isZero();
        assertThat(say("export", "run", "validation.html").code()).isZero();
        assertThat(Files.readString(folder.resolve("test.html")))
                .isNotEqualTo(Files.readString(folder.resolve("validation.html")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run out.tiff | no ending that says its format",
                "run out.gif --format tiff | give safetensors, npz, html, gif or png-sequence",
                "nothing out.html | no run folder",
                "run out.html --phase train | validation or test",
                "run out.gif --size large | write it as 640x480",
                "run out.gif --size 10x10 | a side has 120 to 2000",
                "run out.gif --frames 1 | at least 2",
                "run full --format png-sequence | name a new folder",
                "run full/thesis.tex --format png-sequence | is a file",
            })
    void whatCannotBeIsSaidInOneLine(String arguments, String said) {
        List<String> all = new ArrayList<>(List.of("export"));
        all.addAll(List.of(arguments.split(" ")));
        Spoken spoken = say(all.toArray(String[]::new));
        assertThat(spoken.code()).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(spoken.complaints()).hasSize(1);
        assertThat(spoken.err()).contains(said);
        assertThat(folder.resolve("out.gif")).doesNotExist();
    }
}
