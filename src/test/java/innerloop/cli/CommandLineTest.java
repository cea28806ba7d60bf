package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the commands promise: exit codes, JSON, run folders, and the same numbers every time.
@Order(2) // takes long: begins early
@SuppressWarnings("NullAway.Init")
class CommandLineTest {

    private static final Path SAMPLES = Path.of("sample-graphs").toAbsolutePath();

    @TempDir Path folder;

    private Spoken say(String... arguments) {
        return Spoken.by(Main.commandLine(), folder, arguments);
    }

    /// Three steps of a sample into `out`, with what else is asked for.
    private Spoken shortRun(String experiment, String out, String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("run", experiment, "--out", out, "--json"));
        for (String change : List.of("steps=3", "testTasks=4", "evaluateEvery=3")) {
            arguments.add("--set");
            arguments.add("budget." + change);
        }
        arguments.addAll(List.of(more));
        return say(arguments.toArray(String[]::new));
    }

    private static String sample(String name) {
        return SAMPLES.resolve(name + ".experiment.json").toString();
    }

    private static String hash(Spoken run) {
        assertThat(run.code()).as(run.err()).isZero();
        return run.json().get("parametersSha256").asString();
    }

    private static void requireScore(JsonNode score) {
        assertThat(score.get("accuracy").asDouble()).isBetween(0.0, 1.0);
        assertThat(score.get("ci95").asDouble()).isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"karate", "blocks", "motifs", "collapse"})
    void everySampleRunsAndLeavesAWholeRunFolder(String name) throws Exception {
        Spoken run = shortRun(sample(name), "run");
        assertThat(run.code()).as(run.err()).isZero();
        JsonNode summary = run.json();
        assertThat(summary.get("status").asString()).isEqualTo("finished");
        assertThat(summary.get("steps").asInt()).isEqualTo(3);
        assertThat(summary.get("test").get("tasks").asInt()).isEqualTo(4);
        for (String score : List.of("test", "floor", "zeroSteps")) {
            requireScore(summary.get(score));
        }
        assertThat(summary.get("protocol").asString()).contains("-way", "-shot", "4 test", "split");
        // Member graphs have no edge between them.
        assertThat(summary.get("leakage").isEmpty()).isEqualTo(name.equals("motifs"));
        assertThat(run.complaints())
                .filteredOn(line -> line.startsWith("leakage: "))
                // The classes karate has in all lanes are named by notes.
                .hasSize(name.equals("karate") ? 0 : summary.get("leakage").size());
        assertThat(summary.get("stepsPerSecond").asDouble()).isPositive();
        assertThat(summary.get("parametersSha256").asString()).matches("[0-9a-f]{64}");
        Path written = folder.resolve("run");
        assertThat(names(written))
                .containsExactlyInAnyOrder(
                        "experiment.json",
                        "metrics.csv",
                        "speed.csv",
                        "checkpoints.safetensors",
                        "episodes.csv",
                        "summary.json",
                        "parameters.safetensors",
                        "provenance.json");
        assertThat(JsonMapper.builder().build().readTree(written.resolve("summary.json")))
                .isEqualTo(summary);
        assertThat(Files.readAllLines(written.resolve("metrics.csv")))
                .startsWith("step,phase,metric,value")
                .anyMatch(line -> line.startsWith("3,train,queryLossAfter,"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheParameters() {
        assertThat(hash(shortRun(sample("blocks"), "one", "--threads", "1")))
                .isEqualTo(hash(shortRun(sample("blocks"), "two", "--threads", "2")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"karate", "blocks"})
    void aRunFolderRunsAgainToTheSameParameters(String name) {
        String first = hash(shortRun(sample(name), "first"));
        Spoken again = say("run", "first/experiment.json", "--out", "again", "--json");
        assertThat(hash(again)).isEqualTo(first);
        assertThat(folder.resolve("again/experiment.json"))
                .hasSameTextualContentAs(folder.resolve("first/experiment.json"));
    }

    @Test
    void anotherSeedGivesOtherParameters() {
        assertThat(hash(shortRun(sample("karate"), "one", "--seed", "1")))
                .isNotEqualTo(hash(shortRun(sample("karate"), "two", "--seed", "2")));
    }

    @Test
    void runsAreComparedOnTheSameEpisodes() {
        shortRun(sample("karate"), "one");
        shortRun(sample("karate"), "two", "--set", "learner.innerRate=0.01");
        Spoken table = say("compare", "one", "two");
        assertThat(table.code()).as(table.err()).isZero();
        assertThat(table.out())
                .containsPattern("learner.innerRate +0.3 +0.01")
                .contains("paired, 4 episodes", "floor %")
                .containsPattern(
                        "test − label propagation +[+-]\\S+ .* paired +[+-]\\S+ .* paired");
        JsonNode json = say("compare", "one", "two", "--json").json();
        assertThat(json.get("settings").propertyNames()).containsExactly("learner.innerRate");
        JsonNode second = json.get("runs").get(1);
        assertThat(second.get("difference").get("paired").asBoolean()).isTrue();
        assertThat(second.get("difference").get("accuracy").asDouble())
                .isCloseTo(
                        second.get("test").get("accuracy").asDouble()
                                - json.get("runs").get(0).get("test").get("accuracy").asDouble(),
                        within(1e-12));
        assertThat(second.at("/overBaselines/labelPropagation/paired").asBoolean()).isTrue();
        Spoken wrong = say("compare", "one", "nowhere");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("nowhere: is no run folder");
    }

    @Test
    void seedAndSetSeedAreTheSame() {
        assertThat(hash(shortRun(sample("karate"), "one", "--seed", "5")))
                .isEqualTo(hash(shortRun(sample("karate"), "two", "--set", "seed=5")));
    }

    @Test
    void withoutJsonTheScoreIsASentenceOnStdout() {
        String[] arguments = {"run", sample("karate"), "--out", "run", "--set", "budget.steps=1"};
        Spoken run = say(arguments);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Karate club", "test ", "floor ", "zero steps ", "steps/s");
        assertThat(run.out())
                .contains(
                        "on the same episodes: label propagation (edges, no features, no training) ")
                .contains("always naming the same class 50.0 %");
        assertThat(run.err()).contains("written to " + folder.resolve("run"));
    }

    @Test
    void fineTuningSaysThatItTakesNoSteps() {
        Spoken run =
                say(
                        "run",
                        sample("karate"),
                        "--out",
                        "run",
                        "--set",
                        "learner.kind=fine-tune",
                        "--set",
                        "budget.testTasks=4");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("note: budget.steps: this learner does not train");
        assertThat(run.out()).contains("floor ").doesNotContain("zero steps");
    }

    @Test
    void aDivergedRunExitsWithThreeAndIsStillWritten() {
        Spoken run =
                shortRun(
                        sample("blocks"),
                        "run",
                        "--set",
                        "learner.innerRate=1e30",
                        "--set",
                        "learner.innerSteps=20");
        assertThat(run.code()).isEqualTo(CommandLineRunner.DIVERGED);
        assertThat(run.json().get("status").asString()).isEqualTo("diverged");
        assertThat(run.err()).contains("diverged at step ").contains("smaller inner rate");
        assertThat(folder.resolve("run/parameters.safetensors")).isNotEmptyFile();
    }

    private JsonNode certificate(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("certify", sample("blocks"), "--episodes", "2", "--json"));
        for (String small :
                List.of("encoder.hidden=[16]", "learner.innerSteps=4", "learner.innerRate=0.5")) {
            arguments.addAll(List.of("--set", small));
        }
        arguments.addAll(List.of(more));
        Spoken spoken = say(arguments.toArray(String[]::new));
        assertThat(spoken.code()).as(spoken.err()).isZero();
        return spoken.json();
    }

    @Test
    void aSecondOrderMetaGradientIsCertified() {
        JsonNode json = certificate();
        List<String> keys =
                List.of(
                        "cosine",
                        "relativeGap",
                        "finiteDifferenceError",
                        "acrossKinks",
                        "secondOrder");
        assertThat(json.propertyNames()).containsAll(keys).contains("episodes");
        JsonNode episodes = json.get("episodes");
        assertThat(episodes).hasSize(2);
        episodes.forEach(e -> assertThat(e.propertyNames()).containsExactlyElementsOf(keys));
        assertThat(json.get("secondOrder").asBoolean()).isTrue();
        assertThat(json.get("finiteDifferenceError").asDouble())
                .isLessThan(1e-6)
                .isEqualTo(
                        Math.max(
                                episodes.get(0).get("finiteDifferenceError").asDouble(),
                                episodes.get(1).get("finiteDifferenceError").asDouble()));
        assertThat(json.get("relativeGap").asDouble())
                .isPositive()
                .isCloseTo(
                        (episodes.get(0).get("relativeGap").asDouble()
                                        + episodes.get(1).get("relativeGap").asDouble())
                                / 2,
                        within(1e-12));
        assertThat(json.get("cosine").asDouble()).isBetween(-1.0, 0.99);
        assertThat(certificate()).isEqualTo(json);
        assertThat(certificate("--seed", "8")).isNotEqualTo(json);
    }

    @Test
    void aFirstOrderMetaGradientIsNotCertified() {
        JsonNode json = certificate("--set", "learner.order=first");
        assertThat(json.get("secondOrder").asBoolean()).isFalse();
        assertThat(json.get("relativeGap").asDouble()).isGreaterThan(0.01);
    }

    @ParameterizedTest
    @CsvSource({
        "maml, 2, slope of the whole inner loop",
        "reptile, 2, no meta-gradient",
        "prototypical, 2, no inner loop"
    })
    void withoutJsonTheCertificateIsATableWithASentence(String kind, int episodes, String says) {
        Spoken spoken =
                say(
                        "certify",
                        sample("blocks"),
                        "--episodes",
                        Integer.toString(episodes),
                        "--set",
                        "encoder.hidden=[16]",
                        "--set",
                        "learner.kind=" + kind);
        assertThat(spoken.code()).as(spoken.err()).isZero();
        assertThat(spoken.out().lines()).hasSize(episodes + 3);
        assertThat(spoken.out()).startsWith("episode").contains("    all ", says);
        assertThat(spoken.err()).isEmpty();
    }

    @Test
    void whereNothingIsLearnedTheCertificateSaysSo() {
        List<String> arguments =
                new ArrayList<>(List.of("certify", sample("blocks"), "--episodes", "1"));
        for (String change :
                List.of("encoder.hidden=[16]", "learner.kind=ridge", "learner.learns=nothing")) {
            arguments.addAll(List.of("--set", change));
        }
        Spoken words = say(arguments.toArray(String[]::new));
        assertThat(words.code()).as(words.err()).isZero();
        assertThat(words.out()).contains("nothing is learned by training");
        arguments.add("--json");
        Spoken json = say(arguments.toArray(String[]::new));
        assertThat(json.code()).isZero();
        assertThat(json.json().get("learns").asBoolean()).isFalse();
        assertThat(json.json().get("secondOrder").asBoolean()).isTrue();
    }

    /// The rows of the table in the samples' README: name, nodes, edges, classes, features.
    static List<List<String>> sampleTable() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(SAMPLES.resolve("README.md"))) {
            if (line.startsWith("| `")) {
                rows.add(
                        Stream.of(line.split("\\|"))
                                .map(cell -> cell.replaceAll("[`/,]", "").strip())
                                .skip(1)
                                .limit(5)
                                .toList());
            }
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("sampleTable")
    void importCountsWhatTheTableOfSamplesSays(List<String> row) {
        String name = row.getFirst();
        Spoken imported = say("import", SAMPLES.resolve(name).toString(), "--json");
        assertThat(imported.code()).as(imported.err()).isZero();
        JsonNode json = imported.json();
        assertThat(json.propertyNames())
                .contains(
                        "format",
                        "nodes",
                        "edges",
                        "directed",
                        "selfLoops",
                        "parallelEdges",
                        "isolated",
                        "components",
                        "features",
                        "classes",
                        "graphs",
                        "problems");
        assertThat(json.get("format").asString())
                .isEqualTo(name.contains(".") ? name.split("\\.")[1] : "plain");
        List<String> keys = List.of("nodes", "edges", "classes", "features");
        for (int k = 0; k < keys.size(); k++) {
            String promised = row.get(k + 1).replace("none", "0");
            assertThat(json.get(keys.get(k)).toString()).as(keys.get(k)).isEqualTo(promised);
        }
        assertThat(json.get("directed").asBoolean()).isFalse();
        assertThat(json.get("problems")).isEmpty();
        assertThat(imported.err()).isEmpty();
    }

    static List<List<String>> everyCommand() {
        List<List<String>> commands = new ArrayList<>(List.of(List.of()));
        Main.commandLine().getSubcommands().keySet().forEach(name -> commands.add(List.of(name)));
        return commands;
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyCommandHasHelp(List<String> command) {
        List<String> arguments = new ArrayList<>(command);
        arguments.add("--help");
        Spoken help = say(arguments.toArray(String[]::new));
        assertThat(help.code()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out()).startsWith("Usage: innerloop").contains("--help");
    }
}
