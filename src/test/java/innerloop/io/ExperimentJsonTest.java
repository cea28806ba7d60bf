package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import innerloop.Encoders;
import innerloop.Learners;
import innerloop.episode.Lanes;
import innerloop.episode.Split;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.experiment.Relabelling;
import innerloop.graph.FeatureRecipe;
import innerloop.meta.HeadStart;
import innerloop.meta.Maml;
import innerloop.meta.MetaLearner;
import innerloop.meta.Reptile;
import innerloop.nn.Activation;
import innerloop.nn.Encoder;
import innerloop.nn.Gat;
import innerloop.nn.Gcn;
import innerloop.nn.Layers;
import innerloop.task.LinkPrediction;
import innerloop.task.NodeClassification;
import innerloop.training.SmallExperiments;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentJsonTest {

    private static final String MINIMAL =
            """
            {
              "format": "innerloop-experiment/1",
              "name": "minimal",
              "graph": "cora",
              "task": {"ways": 2, "shots": 3, "queries": 15},
              "split": {"train": ["A"], "test": ["B"]},
              "encoder": {"kind": "gcn", "hidden": [16]},
              "learner": {"kind": "maml"},
              "seed": 7
            }
            """;

    static Stream<Experiment> everyKind() {
        List<Encoder> encoders = new ArrayList<>(Encoders.all().toList());
        for (Activation activation : Activation.values()) {
            encoders.add(new Gcn(Layers.of(List.of(16, 8), activation).withDropout(0.25)));
        }
        encoders.add(new Gat(Layers.of(List.of(8), Activation.ELU), 4, 0, 0.05, 0.5));
        List<MetaLearner> learners = new ArrayList<>(Learners.all().toList());
        learners.add(Learners.maml(Maml.Order.FIRST, 3, 1e-5, 0.0123456789012345, 9));
        Experiment base =
                SmallExperiments.easy(4)
                        .withName("\"quoted\" \\ naïve 图")
                        .withGraph("../samples/a b/cora")
                        .withSeed(Long.MIN_VALUE)
                        .withSplit(
                                Split.ofClasses(
                                        new Lanes(List.of("é", ""), List.of(), List.of("1", "x"))));
        List<Experiment> all = new ArrayList<>();
        encoders.forEach(e -> all.add(base.withEncoder(e)));
        learners.forEach(l -> all.add(base.withLearner(l)));
        SplitJsonTest.everyKind().forEach(split -> all.add(base.withSplit(split)));
        all.add(base.withLabels(new Relabelling(new TreeMap<>(Map.of(0, "é", 70_000, "")))));
        for (FeatureRecipe.Kind kind : FeatureRecipe.Kind.values()) {
            for (FeatureRecipe.Normalize normalize : FeatureRecipe.Normalize.values()) {
                all.add(base.withFeatures(new FeatureRecipe(kind, normalize)));
            }
        }
        for (FeatureRecipe.Scaling scaling : FeatureRecipe.Scaling.values()) {
            all.add(base.withFeatures(base.features().withScaling(scaling)));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whatIsWrittenIsReadBackEqual(Experiment experiment) throws InputException {
        assertThat(read(ExperimentJson.write(experiment))).isEqualTo(experiment);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void whatIsWrittenIsInNormalForm(Experiment experiment) throws InputException {
        String text = ExperimentJson.write(experiment);
        assertThat(ExperimentJson.write(read(text))).isEqualTo(text);
    }

    @Test
    void settingsLeftOutAreTheDefaults() throws InputException {
        Experiment read = read(MINIMAL);
        assertThat(read)
                .isEqualTo(
                        new Experiment(
                                "minimal",
                                "cora",
                                FeatureRecipe.defaults(),
                                new NodeClassification(2, 3, 15),
                                Split.ofClasses(new Lanes(List.of("A"), List.of(), List.of("B"))),
                                new Gcn(Gcn.defaults().layers().withHidden(List.of(16))),
                                Maml.defaults(),
                                Budget.defaults(),
                                7));
    }

    @Test
    void theDocumentsExampleIsRead() throws InputException {
        String example =
                """
                {"format": "innerloop-experiment/1", "name": "example",
                 "graph": "cora",
                 "features": {"kind": "attributes", "normalize": "l2"},
                 "task": {"kind": "node-classification", "ways": 2, "shots": 3, "queries": 15},
                 "split": {"kind": "classes", "train": ["A"], "validation": ["B"],
                           "test": ["C", "D"]},
                 "encoder": {"kind": "gcn", "hidden": [16], "activation": "relu", "dropout": 0.0},
                 "learner": {"kind": "maml", "order": "second", "innerSteps": 5, "innerRate": 0.1,
                             "outerRate": 0.01, "tasksPerStep": 4},
                 "budget": {"steps": 500, "evaluateEvery": 25, "testTasks": 100},
                 "seed": 7}
                """;
        assertThat(read(example).learner())
                .isEqualTo(
                        Learners.maml(Maml.Order.SECOND, 5, 0.1, 0.01, 4)
                                .withInner(Learners.inner(5, 0.1).withHead(HeadStart.ZERO)));
    }

    /// Each mistake is made by `--set` on a good file; the whole message is given.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lerner=1 | x.json: lerner: unknown key; did you mean \"learner\"?",
                "learner.inerRate=1 | x.json: learner.inerRate: unknown key;"
                        + " did you mean \"innerRate\"?",
                "task.way=2 | x.json: task.way: unknown key; did you mean \"ways\"?",
                "encoder.heads=2 | x.json: encoder.heads: unknown key; did you mean \"hidden\"?",
                "task.ways=1 | x.json: task.ways must be at least 2, not 1",
                "task.shots=0 | x.json: task.shots must be at least 1, not 0",
                "encoder.hidden=[0] | x.json: encoder.hidden must be at least 1, not 0",
                "encoder.hidden=[1,2,3,4] | x.json: encoder.hidden takes at most 3 sizes"
                        + " (the head is layer 4), not 4",
                "encoder.hidden=16 | x.json: encoder.hidden: must be a list [… ], not 16",
                "encoder.hidden=[1.5] | x.json: encoder.hidden: must hold whole numbers only,"
                        + " not 1.5",
                "encoder.dropout=1 | x.json: encoder.dropout must be in [0, 1), not 1.0",
                "encoder.activation=rely | x.json: encoder.activation: \"rely\" is not one of"
                        + " relu, elu, leaky-relu, tanh, sigmoid; did you mean \"relu\"?",
                "encoder.kind=gcm | x.json: encoder.kind: \"gcm\" is not one of gcn, gat,"
                        + " sage, gin, sgc, mlp;"
                        + " did you mean \"gcn\"?",
                "learner.kind=mamal | x.json: learner.kind: \"mamal\" is not one of maml, anil,"
                        + " meta-sgd, reptile, prototypical, ridge, fine-tune, pretrain, full-batch;"
                        + " did you mean \"maml\"?",
                "learner.innerRate=-0.1 | x.json: learner.innerRate must be above 0, not -0.1",
                "learner.innerRate=1e999 | x.json: learner.innerRate: is too large"
                        + " for a number",
                "learner.innerRate=fast | x.json: learner.innerRate: must be a number,"
                        + " not \"fast\"",
                "learner.innerSteps=0 | x.json: learner.innerSteps must be in 1 … 1000, not 0",
                "budget.steps=2.5 | x.json: budget.steps: must be a whole number, not 2.5",
                "budget.steps=3000000000 | x.json: budget.steps: must be a whole number,"
                        + " not 3000000000",
                "budget=500 | x.json: budget: must be an object {…}",
                "seed=null | x.json: seed: is missing; add it",
                "name=3 | x.json: name: must be a text, not 3",
                "split.train=A | x.json: split.train: must be a list [… ], not \"A\"",
                "split.regoins=[] | x.json: split.regoins: unknown key;"
                        + " did you mean \"regions\"?",
                "split.messages=none | x.json: split.messages: \"none\" is not one of all, seen;"
                        + " did you mean \"all\"?",
                "split.kind=graphs | x.json: split.train: must hold whole numbers only,"
                        + " not \"A\"; give numbers of member graphs, or set split.kind to classes"
                        + " or regions",
                "split.train=[0] | x.json: split.train: must hold texts only, not 0; give names of"
                        + " classes, or set split.kind to graphs",
                "split.regions=[7] | x.json: split.regions[0]: must be an object {…}",
                "split.regions=[{\"name\":\"n\"}] | x.json: split.regions[0].nodes: is missing;"
                        + " add it",
                "split.regions=[{\"name\":\"n\",\"node\":[1]}] |"
                        + " x.json: split.regions[0].node: unknown key; did you mean \"nodes\"?",
                "split.regions=[{\"name\":\"n\",\"nodes\":[]}] |"
                        + " x.json: split.regions[0]: region \"n\" has no nodes",
                "split.regions=[{\"name\":\" \",\"nodes\":[1]}] | x.json: split.regions[0]:"
                        + " the name of a region must have 1 to 100 characters and no line breaks",
                "split.regions=[{\"name\":\"n\",\"nodes\":[\"1\"]}] | x.json:"
                        + " split.regions[0].nodes: must hold whole numbers only, not \"1\"",
                "split.regions=[{\"name\":\"n\",\"nodes\":[1]},{\"name\":\"n\",\"nodes\":[2]}] |"
                        + " x.json: split: two regions have the same name",
                "split.episode={\"slot\":[]} | x.json: split.episode.slot: unknown key;"
                        + " did you mean \"slots\"?",
                "split.episode.slots=[{\"class\":\"A\",\"support\":[1]}] | x.json:"
                        + " split.episode.slots[0].query: is missing; add it",
                "split.episode.slots=[{\"class\":\"A\",\"support\":[1],\"query\":[]},"
                        + "{\"class\":\"A\",\"support\":[2],\"query\":[]}] | x.json:"
                        + " split.episode: two slots have the same class",
                "split.kind=nodes | x.json: split.kind: \"nodes\" is not one of classes,"
                        + " regions, graphs; did you mean \"classes\"?",
                "format=innerloop-experiment/9 | x.json: format \"innerloop-experiment/9\""
                        + " is not known; this version reads innerloop-experiment/1",
                "labels=[] | x.json: labels: must be an object {…}, not []",
                "labels.first=A | x.json: labels: \"first\" is not the number of a node",
                "labels.01=A | x.json: labels: \"01\" is not the number of a node",
                "labels.-1=A | x.json: labels: \"-1\" is not the number of a node",
                "labels.2=null | x.json: labels.2: must be a text, not null",
                "nonsense | --set: \"nonsense\" is not key.path=value; for example task.ways=2",
                "seed.deep.er=1 | --set: seed.deep.er does not name a setting",
            })
    void aMistakeIsOneLineThatSaysWhatAndWhere(String change, String message) {
        assertThatThrownBy(() -> ExperimentJson.parse(MINIMAL, "x.json", List.of(change)))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"format", "name", "graph", "task", "split", "encoder", "learner", "seed"})
    void aMissingKeyIsNamed(String key) {
        String without = MINIMAL.replaceAll(" *\"" + key + "\":.*,?\n", "");
        // Leaving out the last line leaves a comma before the bracket.
        String text = without.replaceAll(",\\s*}\\s*$", "}");
        assertThatThrownBy(() -> read(text)).hasMessage("x.json: " + key + ": is missing; add it");
    }

    @Test
    void labelsAreWrittenByNumberAndOnlyIfThereAreSome() throws InputException {
        Experiment changed =
                ExperimentJson.parse(MINIMAL, "x.json", List.of("labels.10=B", "labels.9=\"\""));
        assertThat(changed.labels().classOfNode())
                .containsExactly(Map.entry(9, ""), Map.entry(10, "B"));
        assertThat(ExperimentJson.write(changed))
                .endsWith("\"labels\" : {\n    \"9\" : \"\",\n    \"10\" : \"B\"\n  }\n}\n");
        assertThat(ExperimentJson.write(read(MINIMAL))).doesNotContain("labels");
    }

    @Test
    void brokenJsonIsReportedWithItsLine() {
        String broken = MINIMAL.replace("\"graph\": \"cora\",", "\"graph\" \"cora\",");
        InputException e = catchThrowableOfType(InputException.class, () -> read(broken));
        assertThat(e.getMessage()).startsWith("x.json:4:").contains("is no valid JSON");
        assertThat(e.getMessage()).doesNotContain("\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "[]", "7", "null", "\"text\""})
    void aFileWithoutAnObjectIsRefused(String text) {
        assertThatThrownBy(() -> read(text))
                .hasMessage("x.json: the document: must be an object {…}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"a\": 1} x", "{\"seed\": 1, \"seed\": 2}", "{\"a\": nul}"})
    void textThatIsNoJsonDocumentIsRefusedInOneLine(String text) {
        InputException e = catchThrowableOfType(InputException.class, () -> read(text));
        assertThat(e.getMessage()).startsWith("x.json:1:").contains("is no valid JSON");
        assertThat(e.getMessage()).doesNotContain("\n");
    }

    @Test
    void nestedSettingsCanBeChangedOnTheCommandLine() throws InputException {
        List<String> changes =
                List.of(
                        "task.ways=3",
                        "encoder.hidden=[8,8]",
                        "learner.order=first",
                        "budget.steps=9",
                        "name=a=b",
                        "seed=-1");
        Experiment changed = ExperimentJson.parse(MINIMAL, "x.json", changes);
        assertThat(changed.task().drawing().ways()).isEqualTo(3);
        assertThat(changed.encoder().layers().hidden()).containsExactly(8, 8);
        assertThat(((Maml) changed.learner()).order()).isEqualTo(Maml.Order.FIRST);
        assertThat(changed.budget().steps()).isEqualTo(9);
        assertThat(changed.name()).isEqualTo("a=b");
        assertThat(changed.seed()).isEqualTo(-1);
    }

    @Test
    void anotherLearnerCanBeChosenOnTheCommandLine() throws InputException {
        Experiment changed =
                ExperimentJson.parse(MINIMAL, "x.json", List.of("learner.kind=reptile"));
        assertThat(changed.learner()).isEqualTo(Reptile.defaults());
    }

    @Test
    void filesThatCannotBeReadAreExplained(@TempDir Path folder) throws IOException {
        assertThatThrownBy(() -> ExperimentJson.read(folder.resolve("none.json"), List.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("cannot be read; give an existing *.experiment.json");
        assertThatThrownBy(() -> ExperimentJson.read(folder, List.of()))
                .hasMessageContaining("is a folder, not an experiment");
        Path binary = Files.write(folder.resolve("b.json"), new byte[] {(byte) 0xff, 0, 1});
        assertThatThrownBy(() -> ExperimentJson.read(binary, List.of()))
                .hasMessageContaining("is no text in UTF-8");
    }

    @Test
    void aFileIsReadWithItsNameInMessages(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("my.experiment.json");
        Files.writeString(file, MINIMAL);
        assertThat(ExperimentJson.read(file, List.of())).isEqualTo(read(MINIMAL));
        assertThatThrownBy(() -> ExperimentJson.read(file, List.of("task.ways=0")))
                .hasMessageStartingWith("my.experiment.json: task.ways");
    }

    private static Experiment read(String text) throws InputException {
        return ExperimentJson.parse(text, "x.json", List.of());
    }

    @Test
    void anotherTaskStartsFromItsOwnDefaults() throws InputException {
        List<String> changes = List.of("task.kind=held-out-edges", "task.kind=link-prediction");
        assertThat(ExperimentJson.parse(MINIMAL, "x.json", changes).task().drawing())
                .isEqualTo(LinkPrediction.defaults().drawing());
    }
}
