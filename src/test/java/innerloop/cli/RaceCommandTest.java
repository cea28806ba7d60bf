package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Main;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// What `race` prints.
class RaceCommandTest {

    private static final String BLOCKS =
            Path.of("sample-graphs", "blocks.experiment.json").toAbsolutePath().toString();

    /// A short race on a sample, with what else is asked for.
    private Spoken race(String... more) {
        List<String> arguments = new ArrayList<>(List.of("race", BLOCKS));
        for (String small :
                List.of(
                        "encoder.hidden=[16]",
                        "learner.innerSteps=2",
                        "budget.steps=3",
                        "budget.testTasks=4")) {
            arguments.addAll(List.of("--set", small));
        }
        arguments.addAll(List.of(more));
        return Spoken.by(Main.commandLine(), Path.of(""), arguments.toArray(String[]::new));
    }

    @Test
    void aRaceHasACurveForEveryStart() {
        Spoken spoken = race("--steps", "4", "--json");
        assertThat(spoken.code()).as(spoken.err()).isZero();
        JsonNode json = spoken.json();
        assertThat(json.get("goal").get("from").asDouble()).isEqualTo(1.0 / 3);
        assertThat(json.propertyNames())
                .contains("goal", "floor", "verdict", "sentence", "protocol");
        assertThat(json.get("curves"))
                .extracting(curve -> curve.get("start").asString())
                .containsExactly("meta", "pre-trained", "random");
        for (JsonNode curve : json.get("curves")) {
            assertThat(curve.get("points")).hasSize(5);
            for (int k = 0; k <= 4; k++) {
                JsonNode point = curve.get("points").get(k);
                assertThat(point.get("accuracy").asDouble()).isBetween(0.0, 1.0);
                assertThat(point.get("ci95").asDouble()).isNotNegative();
                assertThat(point.get("innerStep").asInt()).isEqualTo(k);
                assertThat(point.get("milliseconds").asDouble()).isNotNegative();
                assertThat(point.get("bytes").asLong()).isPositive();
            }
        }
        assertThat(spoken.err()).contains("meta-training: step 3 / 3", "race: episode 4 / 4");
        assertThat(json.get("protocol").asString()).contains("3-way 3-shot", "4 test episodes");
    }

    @Test
    void withoutJsonARaceIsATableWithASentence() {
        Spoken spoken = race();
        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out().lines().map(line -> line.split(" ")[0]))
                .startsWith("inner", "0", "1", "2", "3", "5", "10", "20", "50", "the");
        assertThat(spoken.out())
                .contains(
                        "meta %",
                        "pre-trained %",
                        "random %",
                        " inner steps to 90 % of the way from guessing (33.3 %) to the best final"
                                + " accuracy")
                .contains("trained for 2 inner steps");
    }

    @Test
    void aRaceThatCannotBeSaysSoInOneLine() {
        Spoken few = race("--steps", "1");
        assertThat(few.code()).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(few.complaints())
                .singleElement()
                .asString()
                .contains("--steps", "must be in 2 … 1000, not 1");
        Spoken none =
                Spoken.by(
                        Main.commandLine(),
                        Path.of(""),
                        "race",
                        BLOCKS,
                        "--set",
                        "learner.kind=prototypical");
        assertThat(none.code()).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(none.complaints()).singleElement().asString().contains("learner.kind", "maml");
        Spoken wild = race("--set", "learner.innerRate=1e30");
        assertThat(wild.code()).isEqualTo(CommandLineRunner.DIVERGED);
        assertThat(wild.err()).contains("meta-training diverged at step ");
        assertThat(wild.out()).isEmpty();
    }
}
