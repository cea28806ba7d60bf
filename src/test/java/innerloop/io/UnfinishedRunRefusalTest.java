package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import innerloop.BlockModel;
import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.math.VectorBackend;
import innerloop.training.ExperimentRunner;
import innerloop.training.RunControl;
import innerloop.training.RunRecord;
import innerloop.training.SmallExperiments;
import innerloop.training.TrainingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a run does not go on from, and what it does not replace.
class UnfinishedRunRefusalTest extends CutOffRuns {

    @Test
    void anotherGraphIsNoticed() throws InputException, IOException {
        Experiment experiment = SmallExperiments.easy(7).withBudget(new Budget(7, 2, 6));
        cutOff(experiment, new VectorBackend(), 2);
        try (UnfinishedRun again = UnfinishedRun.resume(folder(), graph(), CutOffRuns::fail)) {
            assertThatThrownBy(() ->
                            new ExperimentRunner(new VectorBackend(), 1)
                                    .run(
                                            experiment,
                                            new BlockModel(6, 25, 4, 0.5, 2, 1, 2).graph(),
                                            new RunControl(),
                                            _ -> {},
                                            again))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining("the graph was changed since");
        }
        assertThat(UnfinishedRun.leftIn(parent)).containsExactly(folder());
    }

    private Path state() {
        return parent.resolve("run.unfinished/progress/state.safetensors");
    }

    private void refusedToGoOn(String complaint) throws InputException, IOException {
        Path file = UnfinishedRun.experimentOf(folder());
        Experiment read = ExperimentJson.read(file, List.of()).withGraph("blocks");
        try (UnfinishedRun again = UnfinishedRun.resume(folder(), graph(), CutOffRuns::fail)) {
            assertThatThrownBy(
                            () -> run(read, new VectorBackend(), new RunControl(), again, _ -> {}))
                    .isInstanceOf(InputException.class)
                    .hasMessageContaining(complaint);
        }
    }

    @Test
    void otherSettingsAreNoticed() throws InputException, IOException {
        cutOff(SmallExperiments.easy(7).withBudget(new Budget(7, 2, 6)), new VectorBackend(), 2);
        Path file = UnfinishedRun.experimentOf(folder());
        Files.writeString(file, Files.readString(file).replace("\"seed\" : 7", "\"seed\" : 99"));
        refusedToGoOn("other settings");
    }

    @Test
    void aDamagedStateIsNoticed() throws InputException, IOException {
        cutOff(SmallExperiments.easy(7).withBudget(new Budget(7, 2, 6)), new VectorBackend(), 2);
        byte[] bytes = Files.readAllBytes(state());
        bytes[bytes.length - 100] ^= 0x40;
        Files.write(state(), bytes);
        refusedToGoOn("is damaged");
    }

    @Test
    void nothingThatIsNoRunIsEverDeleted() throws InputException, IOException {
        Experiment experiment = SmallExperiments.easy(2).withBudget(new Budget(2, 2, 3));
        Path beside = Files.createDirectory(parent.resolve("run.unfinished"));
        Path thesis = Files.writeString(beside.resolve("thesis.txt"), "x");
        assertThatThrownBy(
                        () -> UnfinishedRun.begin(folder(), experiment, graph(), CutOffRuns::fail))
                .hasMessageContaining("thesis.txt");
        Files.delete(thesis);
        Path later = folder().resolve("thesis.txt");
        try (UnfinishedRun begun =
                UnfinishedRun.begin(folder(), experiment, graph(), CutOffRuns::fail)) {
            RunRecord record =
                    run(experiment, new VectorBackend(), new RunControl(), begun, _ -> {});
            Files.createDirectory(folder());
            Files.writeString(later, "y");
            assertThatThrownBy(() -> begun.finish(record)).hasMessageContaining("thesis.txt");
        }
        assertThat(later).hasContent("y");
        Files.delete(later);
        assertThat(UnfinishedRun.complete(folder())).isTrue();
        assertThat(RunReader.summary(folder()).steps()).isEqualTo(2);
    }

    @Test
    void anInterruptedRunIsNotBegunAnewUnasked() throws InputException, IOException {
        Experiment experiment = SmallExperiments.easy(7).withBudget(new Budget(7, 2, 6));
        cutOff(experiment, new VectorBackend(), 2);
        assertThatThrownBy(
                        () -> UnfinishedRun.begin(folder(), experiment, graph(), CutOffRuns::fail))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("--resume");
    }

    @Test
    void aRunGoesOnThroughALink() throws InputException, IOException {
        Experiment experiment = SmallExperiments.easy(7).withBudget(new Budget(7, 2, 6));
        Path link = Files.createSymbolicLink(parent.resolve("link"), folder());
        assertThatThrownBy(() -> UnfinishedRun.begin(link, experiment, graph(), CutOffRuns::fail))
                .hasMessageContaining("is a link to nowhere");
        RunControl control = new RunControl();
        try (UnfinishedRun begun =
                UnfinishedRun.begin(folder(), experiment, graph(), CutOffRuns::fail)) {
            begun.finish(
                    run(
                            experiment,
                            new VectorBackend(),
                            control,
                            begun,
                            event -> {
                                if (event instanceof TrainingEvent.Evaluated(int step, var _)
                                        && step == 2) {
                                    control.stop();
                                }
                            }));
        }
        try (UnfinishedRun again = UnfinishedRun.resume(link, graph(), CutOffRuns::fail)) {
            assertThat(again.hasProgress()).isTrue();
            assertThat(again.folder()).isEqualTo(folder().toRealPath());
        }
        assertThat(link).isSymbolicLink();
    }
}
