package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Main;
import innerloop.experiment.Experiment;
import innerloop.io.ExperimentJson;
import innerloop.io.SplitJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What commands make of a split, and of a split of another file.
@SuppressWarnings("NullAway.Init")
class SplitOptionTest {

    private static final String BLOCKS =
            Path.of("sample-graphs", "blocks.experiment.json").toAbsolutePath().toString();

    @TempDir Path folder;

    /// Three classes in each lane: I, J, K; L, A, B; C, D, E.
    private static final String NAMES =
            """
            [["block I", "block J", "block K"], ["block L", "block A", "block B"],
             ["block C", "block D", "block E"]]
            """;

    /// Some steps of the block model with the split of a file of this text.
    private Spoken splitRun(String out, String text, String... more) throws IOException {
        Files.writeString(folder.resolve("given.json"), text);
        return run(out, Stream.concat(Stream.of("--split", "given.json"), Stream.of(more)));
    }

    private Spoken run(String out, Stream<String> more) {
        Stream<String> few =
                Stream.of("steps=3", "testTasks=4", "evaluateEvery=3")
                        .flatMap(change -> Stream.of("--set", "budget." + change));
        return say(
                Stream.of(Stream.of("run", BLOCKS, "--out", out, "--json"), few, more)
                        .flatMap(arguments -> arguments)
                        .toArray(String[]::new));
    }

    private Spoken say(String... arguments) {
        Spoken spoken = Spoken.by(Main.commandLine(), folder, arguments);
        assertThat(spoken.code()).as(spoken.err()).isZero();
        return spoken;
    }

    private static String hash(Spoken run) {
        return run.json().get("parametersSha256").asString();
    }

    @Test
    void aSplitFileOfEitherFormReplacesTheExperimentsSplit() throws Exception {
        Spoken names = splitRun("names", NAMES);
        String own = hash(run("own", Stream.empty()));
        assertThat(hash(names)).isNotEqualTo(own);
        assertThat(hash(splitRun("numbers", "[[8, 9, 10], [11, \"0\", 1], [2, 3, 4]]")))
                .isEqualTo(hash(names));
        // The run folder holds the split that was used; a file of its own is made from it.
        Experiment used = ExperimentJson.read(folder.resolve("names/experiment.json"), List.of());
        assertThat(used.split().lanes().test()).containsExactly("block C", "block D", "block E");
        Spoken again = splitRun("again", SplitJson.write(used.split()));
        assertThat(hash(again)).isEqualTo(hash(names));
        assertThat(again.json().get("protocol").asString())
                .contains("over 3 novel classes, split " + used.split().shortHash());
        assertThat(again.err()).doesNotContain("hash");
    }

    @Test
    void settingsOfTheSplitAreThoseOfTheFile() throws Exception {
        Spoken run =
                splitRun(
                        "out",
                        NAMES,
                        "--set",
                        "split.messages=seen",
                        "--set",
                        "split.validation=[]",
                        "--set",
                        "task.shots=2");
        assertThat(run.json().get("protocol").asString())
                .startsWith("3-way 2-shot")
                .endsWith(", inductive");
        assertThat(run.err()).contains("note: split.validation: no validation classes");
        Experiment used = ExperimentJson.read(folder.resolve("out/experiment.json"), List.of());
        assertThat(used.split().lanes().train()).containsExactly("block I", "block J", "block K");
    }

    @Test
    void aSplitFileThatWasChangedByHandIsPointedOut() throws Exception {
        Spoken run =
                splitRun(
                        "out",
                        """
                        {"format": "innerloop-split/1", "hash": "000000", "split": {
                          "train": ["block A", "block B", "block C"],
                          "test": ["block D", "block E", "block F"]}}
                        """);
        assertThat(run.err()).contains("note: given.json: the split has the hash ", "not 000000");
    }

    /// Four classes of five nodes on a ring, so that every node has a neighbour of another class.
    @Test
    void foldsReplaceTheLanesAndNothingElseOfTheSplit() throws Exception {
        StringBuilder edges = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            edges.append(i).append(' ').append((i + 1) % 20).append('\n');
            edges.append(i).append(' ').append(i * 7 % 20).append('\n');
            labels.append("abcd".charAt(i % 4)).append('\n');
        }
        Files.createDirectory(folder.resolve("ring"));
        Files.writeString(folder.resolve("ring/edges.txt"), edges);
        Files.writeString(folder.resolve("ring/labels.txt"), labels);
        Files.writeString(
                folder.resolve("ring.experiment.json"),
                """
                {"format": "innerloop-experiment/1", "name": "ring", "graph": "ring",
                 "features": {"kind": "degree"},
                 "task": {"ways": 2, "shots": 1, "queries": 3},
                 "split": {"train": [], "test": []},
                 "encoder": {"kind": "gcn", "hidden": [4]},
                 "learner": {"kind": "maml", "outerRate": 0.1},
                 "budget": {"steps": 5, "evaluateEvery": 5, "testTasks": 40},
                 "seed": 1}
                """);
        JsonNode all = folds("all");
        JsonNode seen = folds("seen");
        assertThat(all.get("folds")).hasSize(6);
        assertThat(seen.get("floor")).isEqualTo(all.get("floor"));
        assertThat(seen.get("test")).isNotEqualTo(all.get("test"));
    }

    private JsonNode folds(String messages) {
        String change = "split.messages=" + messages;
        return say("folds", "ring.experiment.json", "--json", "--set", change).json();
    }
}
