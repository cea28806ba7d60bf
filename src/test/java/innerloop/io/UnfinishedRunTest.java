package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.Learners;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.math.Backend;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.meta.MetaLearner;
import innerloop.task.HeldOutEdges;
import innerloop.training.ExperimentSetup;
import innerloop.training.Progress;
import innerloop.training.ProgressKeeper;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import innerloop.training.RunStatus;
import innerloop.training.SmallExperiments;
import innerloop.training.TrainingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs that are cut off, go on, and lie in their folder whole or not at all.
class UnfinishedRunTest extends CutOffRuns {

    private static Stream<Experiment> experiments() {
        return Stream.concat(
                Learners.all().filter(MetaLearner::trains).map(CutOffRuns::experiment),
                Stream.of(SmallExperiments.edges(HeldOutEdges.Method.VGAE, 7)));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void aRunThatWasCutOffGivesTheSameBitsAsOneThatWasNot(Experiment experiment)
            throws InputException, IOException {
        Backend backend = new VectorBackend();
        RunRecord whole = run(experiment, backend, new RunControl(), ProgressKeeper.NONE, _ -> {});
        cutOff(experiment, backend, 4);
        assertThat(UnfinishedRun.steps(folder())).isEqualTo(4);
        RunRecord resumed = goOn(experiment, backend);
        assertThat(resumed.provenance().parametersSha256())
                .isEqualTo(whole.provenance().parametersSha256());
        assertThat(resumed.metrics()).isEqualTo(whole.metrics());
        assertThat(resumed.episodes()).isEqualTo(whole.episodes());
        assertThat(resumed.checkpoints().stream().map(c -> c.step()).toList())
                .isEqualTo(whole.checkpoints().stream().map(c -> c.step()).toList());
    }

    @Test
    void aRunInFloat64GoesOnInFloat64() throws InputException, IOException {
        Experiment experiment = SmallExperiments.easy(4).withBudget(new Budget(4, 2, 2));
        Backend backend = new Nd4jBackend();
        RunRecord whole = run(experiment, backend, new RunControl(), ProgressKeeper.NONE, _ -> {});
        cutOff(experiment, backend, 2);
        assertThat(UnfinishedRun.backendOf(folder())).isEqualTo(Nd4jBackend.NAME);
        assertThat(goOn(experiment, backend).provenance().parametersSha256())
                .isEqualTo(whole.provenance().parametersSha256());
    }

    @Test
    void whatIsCutOffLiesBesideItsPlaceWithItsParameters() throws InputException, IOException {
        cutOff(SmallExperiments.easy(7).withBudget(new Budget(7, 2, 6)), new VectorBackend(), 2);
        assertThat(folder()).doesNotExist();
        assertThat(UnfinishedRun.leftIn(parent)).containsExactly(folder());
        assertThat(parent.resolve("run.unfinished"))
                .isDirectoryContaining("glob:**/parameters.safetensors")
                .isDirectoryContaining("glob:**/experiment.json");
        UnfinishedRun.discard(folder());
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void aWholeRunReplacesAnEarlierOneWithAllItsFiles() throws InputException, IOException {
        Experiment experiment = SmallExperiments.easy(2).withBudget(new Budget(2, 2, 3));
        Files.createDirectory(folder());
        for (String old : List.of("summary.json", "rates.safetensors", "notes.json")) {
            Files.writeString(folder().resolve(old), "{}");
        }
        try (UnfinishedRun begun =
                UnfinishedRun.begin(folder(), experiment, graph(), CutOffRuns::fail)) {
            RunRecord record =
                    run(experiment, new VectorBackend(), new RunControl(), begun, _ -> {});
            assertThat(folder().resolve("notes.json")).exists();
            begun.finish(record);
        }
        assertThat(RunReader.summary(folder()).steps()).isEqualTo(2);
        assertThat(folder().resolve("rates.safetensors")).doesNotExist();
        assertThat(folder().resolve("notes.json")).doesNotExist();
        assertThat(parent).isDirectoryNotContaining("glob:**run?*");
        assertThatThrownBy(() -> UnfinishedRun.experimentOf(folder()))
                .hasMessageContaining("is a whole run; there is nothing to go on with");
    }

    @Test
    void aRunThatWasWholeWhenThePowerFailedIsRenamed() throws InputException, IOException {
        Experiment experiment = SmallExperiments.easy(2).withBudget(new Budget(2, 2, 3));
        RunRecord record =
                run(
                        experiment,
                        new VectorBackend(),
                        new RunControl(),
                        ProgressKeeper.NONE,
                        _ -> {});
        RunFolder.write(parent.resolve("run.unfinished"), record, graph());
        assertThat(new RunStore(parent).list().kept()).isEmpty();
        assertThat(UnfinishedRun.complete(folder())).isTrue();
        assertThat(UnfinishedRun.complete(folder())).isFalse();
        assertThat(RunReader.summary(folder()).steps()).isEqualTo(2);
        assertThat(parent).isDirectoryNotContaining("glob:**run?*");
    }

    @Test
    void twoRunsAreNeverWrittenToOneFolder() throws InputException, IOException {
        Experiment experiment = SmallExperiments.easy(2);
        try (UnfinishedRun _ =
                UnfinishedRun.begin(folder(), experiment, graph(), CutOffRuns::fail)) {
            assertThatThrownBy(() ->
                            UnfinishedRun.begin(folder(), experiment, graph(), CutOffRuns::fail))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("another run is being written there");
            assertThatThrownBy(() -> UnfinishedRun.discard(folder()))
                    .isInstanceOf(InputException.class);
            assertThat(UnfinishedRun.leftIn(parent)).isEmpty();
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void aFolderOfOtherThingsIsNotReplaced() throws IOException {
        Files.createDirectory(folder());
        Files.writeString(folder().resolve("summary.json"), "{}");
        Files.writeString(folder().resolve("thesis.tex"), "x");
        assertThatThrownBy(() ->
                        UnfinishedRun.begin(
                                folder(), SmallExperiments.easy(2), graph(), CutOffRuns::fail))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("thesis.tex");
    }

    @Test
    void aStoppedRunLiesInItsFolderAndCanGoOn() throws InputException, IOException {
        Experiment experiment = SmallExperiments.easy(7).withBudget(new Budget(7, 2, 6));
        Backend backend = new VectorBackend();
        RunRecord whole = run(experiment, backend, new RunControl(), ProgressKeeper.NONE, _ -> {});
        RunControl control = new RunControl();
        try (UnfinishedRun begun =
                UnfinishedRun.begin(folder(), experiment, graph(), CutOffRuns::fail)) {
            begun.finish(
                    run(
                            experiment,
                            backend,
                            control,
                            begun,
                            event -> {
                                if (event instanceof TrainingEvent.StepFinished s
                                        && s.step() == 3) {
                                    control.stop();
                                }
                            }));
        }
        assertThat(RunReader.summary(folder()).status()).isEqualTo(RunStatus.STOPPED);
        assertThat(RunReader.summary(folder()).test().tasks()).isEqualTo(6);
        RunRecord resumed = goOn(experiment, backend);
        assertThat(resumed.provenance().parametersSha256())
                .isEqualTo(whole.provenance().parametersSha256());
        assertThat(resumed.metrics()).isEqualTo(whole.metrics());
        assertThat(RunReader.summary(folder()).status()).isEqualTo(RunStatus.FINISHED);
    }

    @Test
    void aStoppedTestKeepsWhatWasTested() throws InputException {
        Experiment experiment = SmallExperiments.easy(2).withBudget(new Budget(2, 2, 400));
        RunControl control = new RunControl();
        RunRecord record =
                run(
                        experiment,
                        new VectorBackend(),
                        control,
                        ProgressKeeper.NONE,
                        event -> {
                            if (event instanceof TrainingEvent.Tested(int tasks) && tasks == 9) {
                                control.stop();
                            }
                        });
        int tested = record.test().tasks();
        assertThat(record.status()).isEqualTo(RunStatus.STOPPED);
        // Those before the first that was not done: another thread may still have been at an early
        // one.
        assertThat(tested).isBetween(1, 399);
        assertThat(record.episodes()).hasSize(tested);
        assertThat(record.floor().tasks()).isEqualTo(tested);
        assertThat(record.protocol().text()).contains(tested + " of 400 test episodes");
    }

    @Test
    void aTestThatIsStoppedAtOnceHasNoScore() {
        RunControl control = new RunControl();
        assertThatThrownBy(() ->
                        run(
                                SmallExperiments.easy(2),
                                new VectorBackend(),
                                control,
                                ProgressKeeper.NONE,
                                event -> {
                                    if (event instanceof TrainingEvent.Testing) {
                                        control.stop();
                                    }
                                }))
                .isInstanceOf(RunControl.StoppedException.class);
    }

    @Test
    void numbersThatCouldNotBeWrittenAreMadeUpFor() throws InputException, IOException {
        Experiment experiment = SmallExperiments.easy(7).withBudget(new Budget(7, 1, 6));
        Backend backend = new VectorBackend();
        RunRecord whole = run(experiment, backend, new RunControl(), ProgressKeeper.NONE, _ -> {});
        Path moved = parent.resolve("elsewhere");
        Path unfinished = parent.resolve("run.unfinished");
        int[] problems = new int[1];
        try (UnfinishedRun begun =
                UnfinishedRun.begin(folder(), experiment, graph(), _ -> problems[0]++)) {
            ProgressKeeper flaky =
                    new ProgressKeeper() {
                        @Override
                        public Optional<Progress> kept(ExperimentSetup setup)
                                throws InputException {
                            return begun.kept(setup);
                        }

                        @Override
                        public void keep(Progress progress) {
                            // The disk refuses steps 3 and 4: a file is where the folder should be.
                            int step = progress.outer().steps();
                            try {
                                if (step == 3) {
                                    Files.move(unfinished, moved);
                                    Files.writeString(unfinished, "");
                                } else if (step == 5) {
                                    Files.delete(unfinished);
                                    Files.move(moved, unfinished);
                                }
                            } catch (IOException e) {
                                throw new IllegalStateException(e);
                            }
                            begun.keep(progress);
                            if (step == 6) {
                                throw new PowerFails();
                            }
                        }
                    };
            assertThatThrownBy(() -> run(experiment, backend, new RunControl(), flaky, _ -> {}))
                    .isInstanceOf(PowerFails.class);
        }
        assertThat(problems[0]).isEqualTo(2);
        assertThat(goOn(experiment, backend).metrics()).isEqualTo(whole.metrics());
    }
}
