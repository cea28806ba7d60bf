package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Main;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/// What `adapt` prints and refuses.
class AdaptCommandTest {

    private static final Path SAMPLES = Path.of("sample-graphs").toAbsolutePath();

    @TempDir private Path folder = Path.of("");

    private Spoken say(String... arguments) {
        return Spoken.by(Main.commandLine(), folder, arguments);
    }

    private static String sample(String name) {
        return SAMPLES.resolve(name + ".experiment.json").toString();
    }

    @Test
    void theStepsOfARunBeginAtItsThetaAndAnUntrainedOneStandsBeside() {
        Spoken run =
                say(
                        "run",
                        sample("karate"),
                        "--out",
                        "run",
                        "--set",
                        "budget.steps=3",
                        "--set",
                        "budget.testTasks=4");
        assertThat(run.code()).as(run.err()).isZero();
        Spoken spoken = say("adapt", "run", "--episode", "1", "--json");
        assertThat(spoken.code()).as(spoken.err()).isZero();
        JsonNode json = spoken.json();
        JsonNode steps = json.get("steps");
        assertThat(json.get("from").asString()).isEqualTo("run");
        assertThat(steps).hasSize(json.get("innerSteps").asInt() + 1);
        for (JsonNode step : steps) {
            assertThat(step.propertyNames())
                    .contains(
                            "step",
                            "supportLoss",
                            "queryLoss",
                            "supportAccuracy",
                            "queryAccuracy",
                            "moved",
                            "predictions");
            long right = 0;
            for (JsonNode one : step.get("predictions")) {
                right += one.get("says").equals(one.get("right")) ? 1 : 0;
            }
            assertThat(step.get("queryAccuracy").asDouble())
                    .isEqualTo((double) right / step.get("predictions").size());
        }
        JsonNode untrained = say("adapt", sample("karate"), "--episode", "1", "--json").json();
        assertThat(json.get("untrained").get(0).get("queryLoss"))
                .isEqualTo(untrained.get("steps").get(0).get("queryLoss"));
        assertThat(json.get("untrained").size()).isEqualTo(steps.size());
        assertThat(steps.get(steps.size() - 1).get("queryLoss"))
                .isNotEqualTo(untrained.get("steps").get(steps.size() - 1).get("queryLoss"));
    }

    @Test
    void aBrokenLoopOfTheUntrainedIsNotSaidOfTheRun() {
        Spoken run =
                say(
                        "run",
                        sample("karate"),
                        "--out",
                        "broken",
                        "--set",
                        "budget.steps=1",
                        "--set",
                        "budget.testTasks=2",
                        "--set",
                        "learner.innerRate=20");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode json = say("adapt", "broken", "--json").json();
        int broken = json.get("brokenAt").asInt();
        double most = json.get("steps").get(0).get("supportLoss").asDouble();
        assertThat(json.get("steps").get(broken).get("supportLoss").asDouble()).isGreaterThan(most);
        for (int k = 1; k < broken; k++) {
            assertThat(json.get("steps").get(k).get("supportLoss").asDouble())
                    .isLessThan(most + 0.01);
        }
        List<String> names = List.copyOf(json.propertyNames());
        assertThat(names.indexOf("brokenAt")).isLessThan(names.indexOf("untrained"));
    }

    @Test
    void withoutJsonItIsATable() {
        Spoken spoken = say("adapt", sample("karate"));
        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out())
                .contains("inner step", "moved convs.0", "cosine", "test episode 0")
                .contains("an untrained θ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--episode=-1 | must be at least 0",
                "--phase=later | later",
                "--step=2 | --outer",
                "--outer --step=2 | no step but 0",
                "--outer --beside=run | leave out --outer",
                "--beside=nowhere | nowhere",
                "--outer --set=learner.kind=pretrain | batches",
                "--outer --set=learner.kind=fine-tune | no outer steps",
                "--set=learner.kind=ridges | ridge",
            })
    void whatCannotBeIsSaidInOneLine(String options, String said) {
        Spoken spoken =
                say(
                        Stream.concat(
                                        Stream.of("adapt", sample("karate")),
                                        Stream.of(options.split(" ", -1)))
                                .toArray(String[]::new));
        assertThat(spoken.code()).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(spoken.complaints()).hasSize(1);
        assertThat(spoken.err()).contains(said);
    }

    @Test
    void anOuterStepIsTakenApart() {
        Spoken spoken = say("adapt", sample("karate"), "--outer");
        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out())
                .contains("cosine of the orders", "the plane holds", "mean:", "move of the outer")
                .contains("outer step 1 of", "an untrained θ");
        JsonNode json = say("adapt", sample("karate"), "--outer", "--json").json();
        assertThat(json.get("direction").asString()).isEqualTo("meta-gradient");
        assertThat(json.get("plane").get("through").asString()).isEqualTo("movement");
        JsonNode episode = json.get("episodes").get(1);
        assertThat(episode.get("episode").asInt()).isEqualTo(1);
        assertThat(episode.get("path").get(0).get("x").asDouble()).isZero();
        assertThat(episode.get("exact")).isEqualTo(episode.get("pull"));
        assertThat(episode.get("firstOrder").get("length").asDouble()).isPositive();
        assertThat(json.get("move").get("share").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void anotherRunLearnsTheSameEpisode() {
        for (String learner : List.of("maml", "prototypical")) {
            Spoken run =
                    say(
                            "run",
                            sample("karate"),
                            "--out",
                            learner,
                            "--set",
                            "learner.kind=" + learner,
                            "--set",
                            "budget.steps=1",
                            "--set",
                            "budget.testTasks=2");
            assertThat(run.code()).as(run.err()).isZero();
        }
        JsonNode json =
                say("adapt", "maml", "--beside", "prototypical", "--beside", "maml", "--json")
                        .json();
        assertThat(json.get("beside")).hasSize(2);
        JsonNode own = json.get("beside").get(1);
        assertThat(own.get("run").asString()).isEqualTo("maml");
        assertThat(own.get("steps")).isEqualTo(json.get("steps"));
        JsonNode alone = say("adapt", "prototypical", "--json").json();
        assertThat(json.get("beside").get(0).get("steps")).isEqualTo(alone.get("steps"));
        assertThat(json.get("scratch").get("steps").asInt())
                .isEqualTo(10 * json.get("innerSteps").asInt());
        assertThat(say("adapt", "maml", "--beside", "prototypical").out())
                .contains("from scratch with", "beside it, prototypical:");
    }

    @Test
    void aFormulaIsWrittenOut() {
        JsonNode means =
                say(
                                "adapt",
                                sample("karate"),
                                "--outer",
                                "--json",
                                "--set",
                                "learner.kind=prototypical")
                        .json()
                        .get("episodes")
                        .get(0);
        JsonNode solution = means.get("solution");
        int ways = means.get("classes").size();
        assertThat(solution.get("means")).hasSize(ways);
        assertThat(solution.get("query").get(0).get("distances")).hasSize(ways);
        assertThat(solution.get("query").get(0).get("nearest").asString())
                .isIn(means.get("classes").values().stream().map(JsonNode::asString).toList());
        JsonNode ridge =
                say("adapt", sample("karate"), "--outer", "--json", "--set", "learner.kind=ridge")
                        .json()
                        .get("episodes")
                        .get(0)
                        .get("solution");
        assertThat(ridge.get("lambda").asDouble()).isEqualTo(0.5);
        int support = ridge.get("support").size();
        assertThat(ridge.get("support").get(support - 1).get("kernel")).hasSize(support);
        assertThat(ridge.get("support").get(0).get("weights")).hasSize(ways);
    }

    @Test
    void ofARunAnyCheckpointIsTheStart() {
        Spoken run =
                say(
                        "run",
                        sample("karate"),
                        "--out",
                        "run",
                        "--set",
                        "budget.steps=2",
                        "--set",
                        "budget.testTasks=4");
        assertThat(run.code()).as(run.err()).isZero();
        Spoken next = say("adapt", "run", "--outer");
        assertThat(next.out())
                .contains("outer step 3", "the run's θ", "move of the outer optimiser: length");
        assertThat(next.err()).contains("making 2 outer steps again");
        JsonNode begun = say("adapt", "run", "--outer", "--step", "0", "--json").json();
        JsonNode untrained = say("adapt", sample("karate"), "--outer", "--json").json();
        assertThat(begun.get("episodes").get(0)).isEqualTo(untrained.get("episodes").get(0));
        assertThat(begun.get("from").asString()).isEqualTo("run");
        Spoken never = say("adapt", "run", "--outer", "--step", "7");
        assertThat(never.code()).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(never.err()).contains("no checkpoint after 7", "choose one of 0, 2");
    }

    @Test
    void aWholeTaskHasNothingToAdapt() {
        Spoken spoken = say("adapt", sample("autoencoder"));
        assertThat(spoken.code()).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(spoken.err()).contains("no inner loop");
    }
}
