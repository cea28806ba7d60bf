package innerloop.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.app.WithWindow;
import innerloop.app.document.Journal;
import innerloop.app.run.RunStatusModel;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.GraphPaths;
import innerloop.io.ExperimentJson;
import innerloop.io.GraphReaders;
import innerloop.io.UnfinishedRun;
import innerloop.math.VectorBackend;
import innerloop.training.ExperimentRunner;
import innerloop.training.RunControl;
import innerloop.training.TrainingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a killed program leaves is offered by the next one, and lost by none.
@WithWindow
@SuppressWarnings("NullAway.Init")
class WorkbenchRecoveryTest {

    /// Larger than any system's process ids.
    private static final long NOBODY = 987_654_321_987L;

    @TempDir Path folder;

    private Path state;
    private Experiment changed;

    @BeforeEach
    void readASample() throws Exception {
        state = folder.resolve("state");
        Path file = Samples.folder().resolve("karate.experiment.json").toAbsolutePath();
        Experiment sample = ExperimentJson.read(file, List.of());
        changed =
                sample.withGraph(GraphPaths.resolve(file, sample).toString())
                        .withName("unsaved work");
    }

    /// Does what a program does before it is killed.
    private void leave(Experiment experiment, @Nullable Path file) {
        Journal journal =
                new Journal(
                        state.resolve("recovery"),
                        NOBODY,
                        ExperimentJson::write,
                        e -> {
                            throw new AssertionError(e);
                        });
        journal.note(experiment, file, true);
        journal.flush();
    }

    private List<String> journals() throws IOException {
        try (Stream<Path> files = Files.list(state.resolve("recovery"))) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    private static String journalOf(long process) {
        return "recovery-" + process + ".experiment.json";
    }

    @Test
    void withoutALeftoverNothingIsAsked() {
        try (WorkbenchRobot robot = WorkbenchRobot.open(state)) {
            assertThat(robot.shows("sheet-question")).isFalse();
        }
    }

    @Test
    void restoredWorkIsOpenUnsavedAndStillInAJournal() throws IOException {
        leave(changed, null);
        try (WorkbenchRobot robot = WorkbenchRobot.open(state)) {
            robot.click("answer-restore");
            robot.await("it is open", () -> robot.experiment().equals(changed));
            assertThat(robot.unsaved()).isTrue();
            assertThat(robot.text("graph-line")).contains("karate");
            assertThat(journals()).containsExactly(journalOf(ProcessHandle.current().pid()));
        }
    }

    @Test
    void restoredWorkIsSavedToTheFileItCameFrom() throws Exception {
        Path file = folder.resolve("mine.experiment.json");
        Files.writeString(file, ExperimentJson.write(changed.withName("as it was saved")));
        leave(changed, file);
        try (WorkbenchRobot robot = WorkbenchRobot.open(state)) {
            robot.click("answer-restore");
            robot.await("it is open", () -> robot.experiment().equals(changed));
            robot.press(KeyCode.CONTROL, KeyCode.S);
            assertThat(robot.unsaved()).isFalse();
        }
        assertThat(ExperimentJson.read(file, List.of()).name()).isEqualTo("unsaved work");
        assertThat(journals()).isEmpty();
    }

    @Test
    void discardedWorkIsNotOfferedAgain() throws IOException {
        leave(changed, null);
        try (WorkbenchRobot robot = WorkbenchRobot.open(state)) {
            robot.click("answer-discard");
            assertThat(robot.shows("start")).isTrue();
        }
        assertThat(journals()).isEmpty();
    }

    @Test
    void aQuestionThatIsClosedIsAskedAgainNextTime() throws IOException {
        leave(changed, null);
        try (WorkbenchRobot robot = WorkbenchRobot.open(state)) {
            robot.await(
                    "the question has the focus", () -> robot.focused().equals("answer-restore"));
            robot.press(KeyCode.ESCAPE);
            assertThat(robot.shows("sheet-question")).isFalse();
        }
        assertThat(journals()).containsExactly(journalOf(NOBODY));
    }

    @Test
    void workWhoseGraphIsGoneIsKeptForLater() throws IOException {
        leave(changed.withGraph(folder.resolve("gone.graphml").toString()), null);
        try (WorkbenchRobot robot = WorkbenchRobot.open(state)) {
            robot.click("answer-restore");
            robot.await("a notice is there", () -> !robot.notices().isEmpty());
            assertThat(robot.notices()).singleElement().asString().contains("gone.graphml");
        }
        assertThat(journals()).containsExactly(journalOf(NOBODY));
    }

    /// Leaves a run that was cut off after its first validation.
    private void leaveRun() throws Exception {
        Experiment experiment = changed.withBudget(new Budget(4, 2, 3)).withName("cut off");
        Path graph = Path.of(experiment.graph());
        try (UnfinishedRun begun =
                UnfinishedRun.beginIn(
                        state.resolve("runs"),
                        experiment,
                        graph,
                        e -> {
                            throw new AssertionError(e);
                        })) {
            new ExperimentRunner(new VectorBackend(), 1)
                    .run(
                            experiment,
                            experiment.labelled(GraphReaders.read(graph).graph()),
                            new RunControl(),
                            event -> {
                                if (event instanceof TrainingEvent.StepFinished done
                                        && done.step() == 3) {
                                    throw new IllegalStateException("the power fails");
                                }
                            },
                            begun);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("the power fails");
            return;
        }
        throw new AssertionError("the run was not cut off");
    }

    @Test
    void aRunThatWasCutOffGoesOn() throws Exception {
        leaveRun();
        try (WorkbenchRobot robot = WorkbenchRobot.open(state)) {
            robot.click("answer-resume");
            robot.await("it is over", () -> robot.state() == RunStatusModel.State.FINISHED);
            assertThat(robot.experiment().name()).isEqualTo("cut off");
            assertThat(robot.step()).isEqualTo(4);
            robot.await("it is kept", () -> robot.workbench().keptRuns().size() == 1);
        }
        assertThat(UnfinishedRun.leftIn(state.resolve("runs"))).isEmpty();
    }

    @Test
    void aRunThatWasCutOffIsForgottenIfNobodyWantsIt() throws Exception {
        leaveRun();
        leave(changed, null);
        try (WorkbenchRobot robot = WorkbenchRobot.open(state)) {
            robot.click("answer-discard");
            robot.click("answer-restore");
            robot.await("it is open", () -> robot.experiment().equals(changed));
        }
        assertThat(UnfinishedRun.leftIn(state.resolve("runs"))).isEmpty();
    }
}
