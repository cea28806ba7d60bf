package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.run.RunStatusModel.State;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.io.ExperimentJson;
import innerloop.io.GraphReaders;
import innerloop.io.Npz;
import innerloop.io.RunFolder;
import innerloop.io.Safetensors;
import innerloop.io.Tensor;
import innerloop.math.VectorBackend;
import innerloop.nn.ParameterSpec;
import innerloop.training.Engine;
import innerloop.training.ExperimentRunner;
import innerloop.training.ProgressKeeper;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import innerloop.training.TrainingEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// From the start page to files another program can use, with mouse and keyboard.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchUiTest {

    @TempDir Path folder;

    private final AtomicReference<@Nullable RunControl> trainer = new AtomicReference<>();
    private WorkbenchRobot robot;

    @BeforeEach
    void openTheWindow() {
        robot = WorkbenchRobot.open(folder.resolve("state"));
    }

    @AfterEach
    void closeTheWindow() {
        robot.close();
    }

    private RunRecord record() {
        return Objects.requireNonNull(robot.see(() -> robot.workbench().runModel().record().get()));
    }

    private void typeARunOfSixSteps() {
        robot.type("field-budget-steps", "6");
        robot.type("field-budget-testTasks", "4");
    }

    /// Waits until the trainer stands still and the window has shown everything it said.
    ///
    /// @param waitsBefore how often it had waited before it was last told to go on
    private void awaitTheTrainerToWait(int waitsBefore) {
        robot.await("the trainer waits", () -> waits() > waitsBefore);
        int revision = -1;
        while (revision != revision()) {
            revision = revision();
            robot.frames(10);
        }
    }

    private int waits() {
        RunControl control = trainer.get();
        return control == null ? 0 : control.waits();
    }

    private int revision() {
        return robot.see(() -> robot.workbench().runModel().revision().get());
    }

    /// The usual engine, but it makes no second step before somebody has paused it.
    private void patient(
            Experiment experiment,
            AttributedGraph graph,
            RunControl control,
            Consumer<TrainingEvent> events,
            ProgressKeeper keeper)
            throws InputException {
        trainer.set(control);
        Engine.defaults()
                .run(
                        experiment,
                        graph,
                        control,
                        event -> {
                            events.accept(event);
                            boolean first =
                                    event instanceof TrainingEvent.StepFinished step
                                            && step.step() == 1;
                            while (first && !control.isPaused() && !control.isStopped()) {
                                LockSupport.parkNanos(1_000_000);
                            }
                        },
                        keeper);
    }

    private void runPausingOnce() {
        robot.see(() -> {
            robot.workbench().runModel().setEngine(this::patient);
            return true;
        });
        robot.click("button-run-start");
        robot.await("one step is made", () -> robot.step() == 1);
        robot.press(KeyCode.SPACE);
        robot.await("paused", () -> robot.state() == State.PAUSED);
        awaitTheTrainerToWait(0);
        assertThat(robot.step()).isEqualTo(1);
        int waits = waits();
        robot.press(KeyCode.PERIOD);
        robot.await("one step more", () -> robot.step() > 1);
        awaitTheTrainerToWait(waits);
        assertThat(robot.step()).isEqualTo(2);
        assertThat(robot.text("status-state")).isEqualTo("trainer: paused");
        assertThat(
                        robot.see(() ->
                                robot.find("button-run-pause").orElseThrow().getAccessibleText()))
                .isEqualTo("Continue");
        // Run goes on with it, it does not begin another one.
        robot.click("button-run-start");
        robot.await("finished", () -> robot.state() == State.FINISHED);
    }

    @Test
    void theStartPageOffersTheSamples() {
        for (String sample :
                List.of(
                        "debian",
                        "collapse",
                        "blocks",
                        "motifs",
                        "shapes",
                        "clubs",
                        "growing",
                        "weather",
                        "weather-signals",
                        "traffic",
                        "molecules",
                        "miserables",
                        "crossdomain",
                        "karate",
                        "autoencoder")) {
            assertThat(robot.shows("sample-" + sample)).as(sample).isTrue();
        }
    }

    @Test
    void aClickOnASampleShowsItsGraph() {
        robot.openSample("blocks");
        assertThat(robot.shows("start")).isFalse();
        assertThat(robot.text("fact-classes")).contains("12 classes");
        assertThat(robot.text("fact-columns")).contains("64 feature columns");
        robot.await(
                "the layout is done",
                () -> !robot.workbench().graphView().layingOutProperty().get());
        robot.await("the classes have their colours", () -> robot.colours("panel-graph") > 12);
    }

    @Test
    void aGraphWithoutFeaturesIsReadByItsStructureAndThatIsSaid() {
        robot.willChoose(Samples.folder().resolve("karate.graphml").toAbsolutePath());
        robot.press(KeyCode.CONTROL, KeyCode.O);
        robot.await("it is open", () -> robot.text("graph-line").contains("karate"));
        assertThat(robot.experiment().features()).isEqualTo(FeatureRecipe.structural());
        assertThat(robot.notices())
                .singleElement()
                .asString()
                .contains("no node features that tell nodes apart");
    }

    @Test
    void aClassMovesByKeyAndByMouseAndUndoBringsItBack() {
        robot.openSample("blocks");
        Experiment opened = robot.experiment();
        robot.focus("chip-block G");
        robot.press(KeyCode.DIGIT1);
        assertThat(robot.experiment().split().lanes().train()).endsWith("block G");
        robot.drag("chip-block H", "lane-test-chips");
        robot.await("dropped", () -> robot.experiment().split().lanes().test().contains("block H"));
        assertThat(robot.experiment().split().lanes().validation()).containsExactly("block I");
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(robot.experiment().split().lanes().validation()).contains("block H");
        robot.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(robot.experiment()).isEqualTo(opened);
    }

    @Test
    void aRunIsPausedSteppedResumedExportedSavedAndRepeated() throws Exception {
        robot.openSample("blocks");
        robot.type("field-task-ways", "2");
        robot.focus("chip-block G");
        robot.press(KeyCode.DIGIT1);
        typeARunOfSixSteps();
        assertThat(robot.experiment().budget().steps()).isEqualTo(6);
        runPausingOnce();
        RunRecord record = record();
        assertThat(record.steps()).isEqualTo(6);
        assertThat(robot.text("status-state")).isEqualTo("trainer: finished");
        theResultIsACardWhoseDetailsUnfold(record);
        exportAndCompare(record);
        saveReopenAndRunAgain(record);
    }

    private void theResultIsACardWhoseDetailsUnfold(RunRecord record) {
        assertThat(robot.text("result-score")).isEqualTo(record.test().text());
        assertThat(robot.text("result-floor"))
                .isEqualTo(record.baselines().getFirst().score().meanText());
        assertThat(robot.text("result-sentence")).contains("floor").endsWith(".");
        assertThat(robot.shows("result-details")).isFalse();
        robot.click("result-unfold");
        assertThat(robot.text("result-details")).contains("guessing", record.protocol().text());
        robot.click("notice-dismiss");
    }

    private void export(String what, Path to) {
        robot.willChoose(to);
        robot.press(KeyCode.CONTROL, KeyCode.E);
        robot.click("export-" + what);
    }

    private void exportAndCompare(RunRecord record) throws Exception {
        Path out = folder.resolve("out");
        export("safetensors", out.resolve("theta.safetensors"));
        export("npz", out.resolve("theta.npz"));
        export("metrics", out.resolve("metrics.csv"));
        export("folder", out);
        List<Tensor> theta = tensors(record);
        Safetensors.Contents contents = Safetensors.read(out.resolve("theta.safetensors"));
        assertThat(contents.tensors()).containsExactlyInAnyOrderElementsOf(theta);
        assertThat(contents.metadata().values()).noneMatch(v -> v.contains(folder.toString()));
        assertThat(Npz.read(out.resolve("theta.npz"))).containsExactlyInAnyOrderElementsOf(theta);
        assertThat(out.resolve("metrics.csv"))
                .hasBinaryContent(
                        RunFolder.metrics(record.metrics()).getBytes(StandardCharsets.UTF_8));
        Path run = onlyFolderIn(out);
        assertThat(run.resolve("summary.json")).content().isEqualTo(RunFolder.summary(record));
        assertThat(names(run)).hasSize(8);
        assertThat(robot.notices()).last().asString().contains(run.toString());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static List<Tensor> tensors(RunRecord record) {
        List<Tensor> tensors = new ArrayList<>();
        for (ParameterSpec spec : record.parameters().specs()) {
            double[] file = spec.toExport(record.parameters().get(spec.name()).toArray());
            float[] values = new float[file.length];
            for (int i = 0; i < file.length; i++) {
                values[i] = (float) file[i];
            }
            tensors.add(new Tensor.Floats(spec.name(), spec.exportShape(), values));
        }
        return tensors;
    }

    private void saveReopenAndRunAgain(RunRecord record) throws Exception {
        Path file = folder.resolve("saved/mine.experiment.json");
        assertThat(robot.shows("unsaved-dot")).isTrue();
        robot.willChoose(file);
        robot.press(KeyCode.CONTROL, KeyCode.S);
        robot.await("saved", () -> !robot.workbench().document().dirty().get());
        assertThat(robot.shows("unsaved-dot")).isFalse();
        Experiment saved = robot.experiment();
        int openings = robot.see(() -> robot.workbench().document().openings().get());
        robot.willChoose(file);
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.O);
        robot.await("opened again", () -> robot.workbench().document().openings().get() > openings);
        assertThat(robot.experiment()).isEqualTo(saved);
        Experiment read = ExperimentJson.read(file, List.of());
        assertThat(read.graph()).startsWith("..");
        AttributedGraph graph =
                GraphReaders.read(file.resolveSibling(read.graph()).normalize()).graph();
        RunRecord again =
                new ExperimentRunner(new VectorBackend(), 1)
                        .run(read, graph, new RunControl(), _ -> {});
        assertThat(again.provenance().parametersSha256())
                .isEqualTo(record.provenance().parametersSha256());
    }

    private static Path onlyFolderIn(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }
}
