package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What `arena` prints and leaves behind.
@SuppressWarnings("NullAway.Init")
class ArenaCommandTest {

    private static final String BLOCKS =
            Path.of("sample-graphs", "blocks.experiment.json").toAbsolutePath().toString();

    @TempDir Path folder;

    /// A short comparison on a sample, with what else is asked for.
    private Spoken arena(String... more) {
        List<String> arguments = new ArrayList<>(List.of("arena", BLOCKS));
        for (String small :
                List.of(
                        "encoder.hidden=[16]",
                        "learner.innerSteps=2",
                        "budget.steps=2",
                        "budget.testTasks=4")) {
            arguments.addAll(List.of("--set", small));
        }
        arguments.addAll(List.of(more));
        return Spoken.by(Main.commandLine(), folder, arguments.toArray(String[]::new));
    }

    @Test
    void theTableHasARowForEachLearnerAndOneForWhatNeedsNone() {
        Spoken spoken = arena("--learners", "maml,fine-tune");
        assertThat(spoken.code()).as(spoken.err()).isZero();
        List<String> lines = spoken.out().lines().toList();
        assertThat(lines.getFirst())
                .matches(
                        "learner +test % +over floor +over best other +over (label propagation|smoothed ridge) +s");
        assertThat(lines.stream().map(line -> line.split("  ")[0]))
                .contains("maml", "fine-tune", "floor", "label propagation");
        assertThat(spoken.out())
                .contains("episode by episode", "3-way 3-shot", "4 test episodes")
                .containsPattern("(Take |No learner )");
        assertThat(spoken.err()).contains("run 1 / 2: maml: test ", "run 2 / 2: fine-tune: test ");
    }

    @Test
    void foldsAreTheSameForAllAndWhatIsKeptIsNotRunAgain() {
        String[] arguments = {
            "--learners", "maml,prototypical", "--folds", "2", "--json", "--out", "arena"
        };
        Spoken first = arena(arguments);
        assertThat(first.code()).as(first.err()).isZero();
        JsonNode json = first.json();
        assertThat(json.get("folds").asInt()).isEqualTo(2);
        assertThat(json.get("pairs").asString()).isEqualTo("folds");
        JsonNode best = json.get("rows").get(0);
        JsonNode other = json.get("rows").get(1);
        double lead =
                best.get("test").get("accuracy").asDouble()
                        - other.get("test").get("accuracy").asDouble();
        assertThat(lead).isNotNegative();
        assertThat(best.get("overBestOther").get("accuracy").asDouble())
                .isCloseTo(lead, within(1e-12));
        assertThat(best.get("overBestOther").get("of")).isEqualTo(other.get("learner"));
        assertThat(other.get("overBestOther").get("accuracy").asDouble())
                .isCloseTo(-lead, within(1e-12));
        assertThat(best.get("gain").get("accuracy").asDouble())
                .isCloseTo(
                        best.get("test").get("accuracy").asDouble()
                                - json.get("floor").get("accuracy").asDouble(),
                        within(1e-12));
        assertThat(best.get("overBaseline").get("paired").asBoolean()).isTrue();
        assertThat(json.get("sentence").asString()).isNotBlank();
        for (String file : List.of("arena.json", "arena.svg", "maml/fold-1/summary.json")) {
            assertThat(folder.resolve("arena").resolve(file)).isNotEmptyFile();
        }
        // Times too are those of the first runs.
        assertThat(arena(arguments).json()).isEqualTo(json);
    }

    @Test
    void whatCannotBeComparedIsSaidInOneLine() {
        assertThat(refused("--learners", "maml,rigde"))
                .contains("--learners: \"rigde\" is not one of ", "did you mean \"ridge\"?");
        assertThat(refused("--folds", "0")).contains("--folds", "must be in 1 … 1000, not 0");
        assertThat(refused("--set", "split.kind=regions", "--folds", "2"))
                .contains("folds are sets of novel classes", "set it to classes");
        assertThat(refused("--set", "task.ways=40")).contains("task.ways");
        assertThat(refused("--out", BLOCKS)).contains("is no folder");
    }

    private String refused(String... more) {
        Spoken spoken = arena(more);
        assertThat(spoken.code()).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(spoken.complaints()).hasSize(1);
        return spoken.err();
    }

    @Test
    void whereEveryLearnerDivergesTheCodeSaysSo() {
        Spoken wild = arena("--learners", "maml", "--set", "learner.innerRate=1e30");
        assertThat(wild.code()).isEqualTo(CommandLineRunner.DIVERGED);
        assertThat(wild.out()).contains("diverged", "No learner ended in finite numbers");
    }
}
