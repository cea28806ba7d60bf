package innerloop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A person's mistake costs one line on stderr, exit code 2, and nothing on disk.
@SuppressWarnings("NullAway.Init")
class BadInputTest {

    private static final String BLOCKS =
            Path.of("sample-graphs", "blocks.experiment.json").toAbsolutePath().toString();

    @TempDir Path folder;

    @BeforeEach
    void makeAGraphAndItsExperiment() throws IOException {
        file("graph/edges.txt", "0 1\n1 2\n2 3\n");
        file("graph/labels.txt", "a\na\nb\nb\n");
        file(
                "small.experiment.json",
                """
                {"format": "innerloop-experiment/1", "name": "small", "graph": "graph",
                 "features": {"kind": "degree"},
                 "task": {"ways": 2, "shots": 1, "queries": 1},
                 "split": {"train": ["a", "b"], "validation": [], "test": ["a", "b"]},
                 "encoder": {"kind": "gcn", "hidden": [4]},
                 "learner": {"kind": "maml"},
                 "budget": {"steps": 1, "evaluateEvery": 1, "testTasks": 2},
                 "seed": 1}
                """);
    }

    private void file(String name, String text) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted().toList();
        }
    }

    /// Executes, and requires what every refusal has in common. Returns the one line.
    private String refused(String... arguments) throws IOException {
        List<Path> before = everything();
        Spoken answer = Spoken.by(Main.commandLine(), folder, arguments);
        assertThat(answer.code()).as(answer.err()).isEqualTo(CommandLineRunner.BAD_INPUT);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.complaints()).hasSize(1);
        String line = answer.complaints().getFirst();
        assertThat(line).startsWith("innerloop: ").doesNotContain("Exception", "\tat ");
        assertThat(everything()).isEqualTo(before);
        return line;
    }

    @Test
    void theSmallExperimentItselfIsGood() {
        Spoken run =
                Spoken.by(
                        Main.commandLine(), folder, "run", "small.experiment.json", "--out", "out");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.complaints())
                .anyMatch(
                        line -> line.startsWith("note: split.test: novel classes that an earlier"));
    }

    /// Regression on a graph whose nodes have no numbers, the wrong ones, or too few.
    @Test
    void aRegressionWithoutNumbersIsRefused() throws IOException {
        String[] regression = {"run", "numbers.experiment.json", "--out", "out"};
        String experiment =
                Files.readString(folder.resolve("small.experiment.json"))
                        .replace(
                                "\"ways\": 2,",
                                "\"kind\": \"node-regression\", \"signal\": \"column\", \"target\": \"size\",");
        file("numbers.experiment.json", experiment);
        assertThat(refused(regression))
                .contains("graph: this graph is without a numeric column for regression; open one");
        file("graph/features.txt", "0:1\n0:2\n0:3\n0:4\n");
        file("graph/features_names.txt", "size\n");
        assertThat(
                        refused(
                                "run",
                                "numbers.experiment.json",
                                "--out",
                                "out",
                                "--set",
                                "task.target=year"))
                .contains(
                        "task.target: this graph has no numeric column \"year\"; choose one of size");
        assertThat(
                        refused(
                                "run",
                                "numbers.experiment.json",
                                "--out",
                                "out",
                                "--set",
                                "task.shots=4"))
                .contains("5 nodes with a number (shots + queries)");
        assertThat(
                        refused(
                                "run",
                                "numbers.experiment.json",
                                "--out",
                                "out",
                                "--set",
                                "features.kind=attributes"))
                .contains("features.kind: this graph has no node features but the target");
        file("graph/features.txt", "0:1\n0:nan\n0:3\n0:4\n");
        assertThat(refused(regression)).contains("features.txt:2").contains("nan");
    }

    @Test
    void anExperimentsOwnLabelsCount() throws IOException {
        assertThat(refused("run", "small.experiment.json", "--out", "out", "--set", "labels.0=b"))
                .contains("split.", "2-way episodes need 2 classes of at least 2 nodes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # setting               | names               | says what to do
                    task.ways=7             | split.train         | move classes there, or lower task.ways
                    task.queries=500        | split.train         | classes of at least 503 nodes
                    encoder.hidden=[0]      | encoder.hidden      | must be at least 1, not 0
                    encoder.hidden=[4,4,4,4]| encoder.hidden      | takes at most 3 sizes
                    learner.innerRate=-0.1  | learner.innerRate   | must be above 0
                    learner.outerRate=-1    | learner.outerRate   | must be above 0
                    learner.innerSteps=0    | learner.innerSteps  | must be in 1 … 1000, not 0
                    budget.steps=0          | budget.steps        | must be at least 1, not 0
                    budget.testTasks=1      | budget.testTasks    | must be in 2 … 100000, not 1
                    task.shots=two          | task.shots          | must be a whole number, not "two"
                    task.shots=1.5          | task.shots          | must be a whole number, not 1.5
                    task.shots=             | task.shots          | `must be a whole number`
                    learner.inerRate=0.1    | learner.inerRate    | did you mean "innerRate"?
                    lerner.kind=maml        | lerner              | did you mean "learner"?
                    learner.kind=mamel      | learner.kind        | did you mean "maml"?
                    encoder.kind=gcm        | encoder.kind        | did you mean "gcn"?
                    features.kind=degrees   | features.kind       | did you mean "degree"?
                    split.test=["blok A"]   | split.test          | did you mean "block A"?
                    labels.9999=block A     | labels              | the graph has no node 9999
                    labels.x=block A        | labels              | "x" is not the number of a node
                    graph=nowhere           | nowhere             | check the path
                    task.ways               | --set               | for example task.ways=2
                    seed.of.all=1           | --set               | does not name a setting
                    """)
    void aWrongSettingIsNamed(String change, String names, String says) throws IOException {
        assertThat(refused("run", BLOCKS, "--out", "out", "--set", change)).contains(names, says);
    }

    @Test
    void aMissingExperimentIsNamed() throws IOException {
        assertThat(refused("run", "no.experiment.json"))
                .contains("no.experiment.json", "give an existing");
    }

    @Test
    void aFolderIsNoExperiment() throws IOException {
        assertThat(refused("run", "graph")).contains("is a folder", "give an existing");
    }

    @Test
    void brokenJsonIsNamedWithItsLine() throws IOException {
        file("broken.experiment.json", "{\"format\": \"innerloop-experiment/1\",\n \"name\" 5}");
        assertThat(refused("run", "broken.experiment.json"))
                .contains("broken.experiment.json:2:", "no valid JSON");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "5", "{}"})
    void aFileThatIsNoExperimentIsNamed(String text) throws IOException {
        file("odd.experiment.json", text);
        assertThat(refused("run", "odd.experiment.json"))
                .contains("odd.experiment.json")
                .containsAnyOf("must be", "add it");
    }

    @Test
    void anUnknownFormatIsNamed() throws IOException {
        file("odd.experiment.json", "{\"format\": \"innerloop-experiment/9\"}");
        assertThat(refused("run", "odd.experiment.json"))
                .contains("odd.experiment.json", "this version reads innerloop-experiment/1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # file of the graph | text            | names          | says what to do
                    features.txt        | `0:nan\\n\\n\\n\\n` | features.txt:1 | replace it by a number
                    labels.txt          | `a\\na\\nb\\n`      | edges.txt:3    | labels.txt
                    names.txt           | `x\\ny\\n`          | labels.txt     | give both one line per node
                    features.txt        | `0\\n1\\n`          | features.txt   | give both one line per node
                    edges.txt           | `0 one\\n`         | edges.txt:1    | use whole numbers from 0 on
                    labels.txt          | `a\\na\\na\\na\\n`  | split.train    | did you mean "a"?
                    labels.txt          | `\\n\\n\\n\\n`      | graph          | add labels.txt
                    labels.txt          | `a\\na\\na\\nb\\n`  | split.train    | of at least 2 nodes
                    """)
    void aGraphThatDoesNotFitIsNamed(String name, String text, String names, String says)
            throws IOException {
        file("graph/" + name, text.replace("\\n", "\n"));
        assertThat(refused("run", "small.experiment.json", "--out", "out")).contains(names, says);
    }

    @Test
    void attributesOfAGraphWithoutAnyAreRefused() throws IOException {
        assertThat(
                        refused(
                                "run",
                                "small.experiment.json",
                                "--out",
                                "out",
                                "--set",
                                "features.kind=attributes"))
                .contains("features.kind", "choose \"structural\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "import"})
    void aFolderWithoutEdgesIsNamed(String command) throws IOException {
        Files.delete(folder.resolve("graph/edges.txt"));
        String path = command.equals("run") ? "small.experiment.json" : "graph";
        assertThat(refused(command, path)).contains("graph: ", "no edges.txt", "add it");
    }

    @Test
    void importOfNothingIsNamed() throws IOException {
        assertThat(refused("import", "nowhere", "--json")).contains("nowhere", "check the path");
    }

    @Test
    void importOfAnUnknownEndingIsNamed() throws IOException {
        file("picture.png", "x");
        assertThat(refused("import", "picture.png")).contains("picture.png", "give a folder");
    }

    @Test
    void importInAnUnknownFormatIsNamed() throws IOException {
        assertThat(refused("import", "graph", "--format", "gmx")).contains("'gmx'", "use one of:");
    }

    @ParameterizedTest
    @CsvSource({
        "--threads, 0, --threads",
        "--threads, many, --threads",
        "--seed, x, --seed",
        "--backend, cuda, give vector or nd4j",
        "--out, small.experiment.json, give a folder",
        "--out, small.experiment.json/below, give a folder"
    })
    void aWrongOptionOfRunIsNamed(String option, String value, String says) throws IOException {
        assertThat(refused("run", "small.experiment.json", option, value)).contains(says);
    }

    @ParameterizedTest
    @CsvSource({
        "--episodes, 0, --episodes",
        "--episodes, few, --episodes",
        "--seed, x, --seed",
        "--set, learner.innerRate=-1, learner.innerRate",
        "--set, task.ways=9, split.train",
        "--set, graph=nowhere, nowhere",
        "--set, learner.innerRate=1e300, try a smaller inner rate"
    })
    void aWrongOptionOfCertifyIsNamed(String option, String value, String says) throws IOException {
        assertThat(refused("certify", BLOCKS, option, value)).contains(says);
    }

    @Test
    void certifyingNothingIsNamed() throws IOException {
        assertThat(refused("certify", "no.experiment.json", "--json"))
                .contains("no.experiment.json", "give an existing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # text of the file               | says what to do
                    [["a"], ["b"]]                   | must hold three lists of classes, not 2
                    [["a", "b"], [], ["a", 2]]       | name all classes, or number all of them from 0
                    [[0, 1], [], [0, 2]]             | there is no class 2; the graph has 2 classes
                    [["a", "b"], [], ["a", "bb"]]    | wrong.json: split.test: the graph has no class "bb"; did you mean "b"?
                    [["a", "b"], [], ["b", "b"]]     | class "b" stands twice in one list
                    [["a", "b"], [], ["a", "b"]      | no valid JSON
                    {"format": "innerloop-split/2"}  | this version reads innerloop-split/1
                    """)
    void aWrongSplitFileIsNamed(String text, String says) throws IOException {
        file("wrong.json", text);
        assertThat(refused("run", "small.experiment.json", "--out", "out", "--split", "wrong.json"))
                .contains(says);
    }

    @Test
    void whatAFileQuotesStaysOneLineWithoutEscapes() throws IOException {
        file("wrong.json", "[[\"a\\nfoo\\u001b[31m\"], [], [\"b\"]]");
        assertThat(refused("run", "small.experiment.json", "--split", "wrong.json"))
                .contains("the graph has no class \"a\\u000afoo\\u001b[31m\"");
        file("long.json", "[[\"" + "x".repeat(5_000) + "\"], [], [\"b\"]]");
        assertThat(refused("run", "small.experiment.json", "--split", "long.json"))
                .hasSizeLessThan(700)
                .contains(" … ");
        file("mark.json", "\uFEFF[[\"a\"], [], [\"c\"]]");
        assertThat(refused("run", "small.experiment.json", "--split", "mark.json"))
                .contains("mark.json: split.");
    }

    @Test
    void aMissingSplitFileIsNamed() throws IOException {
        assertThat(refused("run", "small.experiment.json", "--split", "no.split.json"))
                .contains("no.split.json", "give an existing *.split.json");
    }

    @Test
    void foldsOfAnythingButClassesAreRefused() throws IOException {
        String[] arguments = {"folds", "small.experiment.json", "--set", "split.kind=regions"};
        assertThat(refused(arguments))
                .contains("split.kind: folds are sets of novel classes", "set it to classes");
    }

    @Test
    void anUnknownOptionIsNamed() throws IOException {
        assertThat(refused("run", "small.experiment.json", "--ouf", "x"))
                .contains("--ouf", "see innerloop run --help");
    }

    @Test
    void anUnknownCommandIsNamed() throws IOException {
        assertThat(refused("rum", "small.experiment.json")).contains("rum", "innerloop --help");
    }

    @Test
    void aMissingArgumentIsNamed() throws IOException {
        assertThat(refused("run")).contains("EXPERIMENT", "see innerloop run --help");
    }

    @Test
    void aTourInAWrongSizeIsRefused() throws IOException {
        assertThat(refused("tour", "pictures", "--sizes", "1280x800,big"))
                .contains("--sizes", "\"big\" is no size", "give WxH");
    }

    @Test
    void aFolderWithOtherThingsIsNotWrittenInto() throws IOException {
        file("thesis/chapter.txt", "mine");
        String line = refused("run", "small.experiment.json", "--out", "thesis");
        assertThat(line).contains("thesis", "holds other things than a run");
    }

    @Test
    void onlyARunThatWasInterruptedGoesOn() throws IOException {
        assertThat(refused("run", "--resume", "nowhere")).contains("holds no run");
        assertThat(refused("run", "--resume", "graph", "--out", "out")).contains("--resume");
        assertThat(refused("run", "small.experiment.json", "--resume", "graph"))
                .contains("exclude each other");
        assertThat(refused("run")).contains("EXPERIMENT", "--resume");
        Spoken run =
                Spoken.by(
                        Main.commandLine(), folder, "run", "small.experiment.json", "--out", "out");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(refused("run", "--resume", "out")).contains("is a whole run");
    }

    @Test
    void exportRefusesAFileWhoseFormatNobodyKnows() throws IOException {
        Spoken run =
                Spoken.by(
                        Main.commandLine(), folder, "run", "small.experiment.json", "--out", "out");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(refused("export", "out", "weights.bin")).contains("weights.bin", ".npz");
        Spoken npz = Spoken.by(Main.commandLine(), folder, "export", "out", "weights.npz");
        assertThat(npz.code()).as(npz.err()).isZero();
        // A zip archive.
        assertThat(Files.readAllBytes(folder.resolve("weights.npz"))).startsWith('P', 'K');
    }
}
