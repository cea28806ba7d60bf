package innerloop.app.keptruns;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.BlockModel;
import innerloop.app.WithWindow;
import innerloop.app.drive.FxThread;
import innerloop.experiment.Experiment;
import innerloop.io.RunFolder;
import innerloop.io.RunNotes;
import innerloop.io.RunStore;
import innerloop.io.RunStore.Damaged;
import innerloop.io.RunStore.Kept;
import innerloop.math.VectorBackend;
import innerloop.training.ExperimentRunner;
import innerloop.training.RunControl;
import innerloop.training.SmallExperiments;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/// The list of kept runs; it needs the JavaFX thread, but no window.
@WithWindow
@SuppressWarnings("NullAway.Init")
class RunsViewModelTest {

    @TempDir Path folder;

    private final List<String> said = new ArrayList<>();
    private List<Kept> pinned = List.of();
    private RunsViewModel model;

    private final RunsContext context =
            new RunsContext() {
                @Override
                public void open(Kept run, Purpose purpose) {
                    said.add(purpose + " " + name(run));
                }

                @Override
                public void pin(List<Kept> runs) {
                    pinned = runs;
                }

                @Override
                public void damaged(List<Damaged> folders) {
                    said.add("damaged " + folders.getFirst().folder().getFileName());
                }

                @Override
                public void complain(String message) {
                    said.add(message);
                }

                @Override
                public void deleted(String name, Runnable restore) {
                    said.add("deleted " + name);
                }
            };

    @BeforeEach
    void keepTwoRuns() throws Exception {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            // Another test class started it.
            assertThat(e).isNotNull();
        }
        Platform.setImplicitExit(false);
        Experiment easy = SmallExperiments.easy(2);
        keep("one", easy);
        keep("two", easy.withSeed(8));
        model = FxThread.call(() -> new RunsViewModel(new RunStore(folder), context));
        await(() -> model.size() == 2);
    }

    @AfterEach
    void close() {
        model.close();
    }

    private void keep(String name, Experiment experiment) throws Exception {
        RunFolder.write(
                folder.resolve(name),
                new ExperimentRunner(new VectorBackend(), 1)
                        .run(experiment, BlockModel.easy().graph(), new RunControl(), _ -> {}),
                folder.resolve("blocks"));
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> FxThread.call(condition));
    }

    private static String name(Kept run) {
        return String.valueOf(run.folder().getFileName());
    }

    private Kept run(String name) throws Exception {
        return FxThread.call(() ->
                model.shown().stream()
                        .filter(run -> name(run).equals(name))
                        .findFirst()
                        .orElseThrow());
    }

    private List<String> shown(String filter) throws Exception {
        return FxThread.call(() -> {
            model.filter().set(filter);
            return model.shown().stream().map(RunsViewModelTest::name).sorted().toList();
        });
    }

    @Test
    void aRunSaysWhatSetsItApart() throws Exception {
        assertThat(model.differing(run("two"))).contains("seed 8");
        assertThat(model.differing(run("one"))).contains("seed 7");
        assertThat(shown("easy")).containsExactly("one", "two");
        assertThat(shown("easy nowhere")).isEmpty();
    }

    @Test
    void notesAreFoundAndKept() throws Exception {
        Kept one = run("one");
        RunNotes notes = new RunNotes(List.of("baseline"), "look at this again");
        FxThread.run(() -> model.note(one, notes));
        assertThat(shown("baseline again")).containsExactly("one");
        assertThat(model.notes(one)).isEqualTo(notes);
        await(() -> RunStore.read(one.folder()).notes().equals(notes));
    }

    @Test
    void aDeletedRunComesBack() throws Exception {
        Kept one = run("one");
        FxThread.run(() -> model.setPinned(List.of(one), true));
        assertThat(pinned).extracting(RunsViewModelTest::name).containsExactly("one");
        FxThread.run(() -> model.delete(List.of(one)));
        assertThat(said).containsExactly("deleted easy blocks");
        assertThat(pinned).isEmpty();
        assertThat(shown("")).containsExactly("two");
        await(() -> !Files.exists(one.folder()));
        FxThread.run(model::restoreDeleted);
        assertThat(shown("")).containsExactly("one", "two");
        await(() -> Files.exists(one.folder()));
        assertThat(FxThread.call(() -> model.deleted().isEmpty())).isTrue();
    }

    @Test
    void pinsOfOtherGraphsAreTakenOff() throws Exception {
        Kept two = run("two");
        FxThread.run(() -> model.setPinned(List.of(two), true));
        String graph = two.summary().experiment().graph();
        FxThread.run(() -> model.keepPinsOf(graph));
        assertThat(model.isPinned(two)).isTrue();
        FxThread.run(() -> model.keepPinsOf("elsewhere/other.graphml"));
        assertThat(model.isPinned(two)).isFalse();
    }

    @Test
    void aRunIsOpenedForAPurpose() throws Exception {
        Kept two = run("two");
        FxThread.run(() -> model.open(two, RunsContext.Purpose.BRANCH));
        assertThat(said).containsExactly("BRANCH two");
    }
}
