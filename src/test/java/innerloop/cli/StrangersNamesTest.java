package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Main;
import innerloop.phrase.OneLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Names from a stranger's files neither steer the terminal nor make up lines, whichever command prints them.
@SuppressWarnings("NullAway.Init")
class StrangersNamesTest {

    private static final String ESCAPE = "\\u001b]0;owned\\u0007";

    @TempDir Path folder;

    @BeforeEach
    void makeTheirFiles() throws IOException {
        Path graph = Files.createDirectory(folder.resolve("graph"));
        Files.writeString(graph.resolve("edges.txt"), "0 1\n1 2\n2 3\n3 4\n4 5\n5 6\n6 7\n");
        Files.writeString(
                graph.resolve("labels.txt"),
                "C\nC\nb\nb\nd\nd\ne\ne\n".replace("C", "\u001b[31mc"));
        Files.writeString(
                folder.resolve("their.experiment.json"),
                """
                {"format": "innerloop-experiment/1", "name": "NAME\\nforged: all is well",
                 "graph": "graph", "features": {"kind": "degree"},
                 "task": {"ways": 2, "shots": 1, "queries": 1},
                 "split": {"train": ["b", "d"], "validation": [], "test": ["b", "\\u001b[31mc"]},
                 "encoder": {"kind": "gcn", "hidden": [4]},
                 "learner": {"kind": "maml"},
                 "budget": {"steps": 1, "evaluateEvery": 1, "testTasks": 2},
                 "seed": 1}
                """
                        .replace("NAME", ESCAPE));
    }

    private Spoken say(String... arguments) {
        return Spoken.by(Main.commandLine(), folder, arguments);
    }

    private static void requireHarmless(Spoken spoken) {
        String all = spoken.out() + spoken.err();
        assertThat(all.chars().filter(c -> c != '\n' && c != '\r')).noneMatch(OneLine::isControl);
        assertThat(all.lines()).noneMatch(line -> line.startsWith("forged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "folds --most 1", "certify --episodes 1"})
    void noCommandLetsThemThrough(String command) {
        Spoken spoken = say((command + " their.experiment.json").split(" "));
        assertThat(spoken.code()).as(spoken.err()).isZero();
        requireHarmless(spoken);
        assertThat(spoken.out() + spoken.err()).contains("owned\\u0007\\u000aforged");
    }

    @Test
    void comparingRunsNeither() throws IOException {
        say("run", "their.experiment.json", "--out", "a");
        say("run", "their.experiment.json", "--out", "b", "--set", "split.test=[\"b\",\"d\"]");
        Spoken compared = say("compare", "a", "b");
        assertThat(compared.code()).as(compared.err()).isZero();
        requireHarmless(compared);
        assertThat(compared.out()).containsIgnoringCase("u001b[31mc");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("graph", "their.experiment.json", "a", "b");
        }
    }
}
