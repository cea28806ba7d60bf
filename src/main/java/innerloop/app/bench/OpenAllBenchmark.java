package innerloop.app.bench;

import innerloop.app.drive.FxThread;
import innerloop.app.drive.WindowOptions;
import innerloop.app.graphview.ColourMode;
import innerloop.app.workbench.Samples;
import innerloop.app.workbench.Workbench;
import innerloop.experiment.Budget;
import innerloop.experiment.InputException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.Button;

/// The work of a person who goes through the samples in one window: open one, look at it, edit it, train, take the next.
final class OpenAllBenchmark {

    private static final long PATIENCE_MILLISECONDS = 120_000;

    /// Long enough for curves, pictures and a test.
    private static final Budget BUDGET = new Budget(40, 10, 40);

    private final Workbench workbench;
    private final List<Path> samples;
    private int next;

    private OpenAllBenchmark(Workbench workbench, List<Path> samples) {
        this.workbench = workbench;
        this.samples = List.copyOf(samples);
    }

    /// With a window whose state is kept in this folder.
    static OpenAllBenchmark in(Path state, WindowOptions options)
            throws InputException, IOException, InterruptedException {
        List<Path> samples = new ArrayList<>();
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(Samples.folder(), "*.experiment.json")) {
            files.forEach(samples::add);
        }
        if (samples.isEmpty()) {
            throw new InputException("has no samples", Samples.folder().toString(), "");
        }
        Collections.sort(samples);
        return new OpenAllBenchmark(ExperimentWindows.empty(state, options), samples);
    }

    Workbench workbench() {
        return workbench;
    }

    /// How many samples were opened so far.
    int opened() {
        return next;
    }

    /// Works with the next sample.
    void work() throws InterruptedException {
        perform("file.new");
        answer("discard");
        Path sample = samples.get(next % samples.size());
        next++;
        FxThread.run(() -> workbench.open(sample));
        await(() -> workbench.document().graph().get() != null);
        await(workbench.graphView()::isPlaced);
        for (ColourMode mode : ColourMode.values()) {
            FxThread.run(() -> workbench.graphView().setColour(mode));
            await(workbench::isPainted);
        }
        perform("select.all");
        perform("select.none");
        for (int seed = 1; seed <= 5; seed++) {
            long changed = seed;
            FxThread.run(() -> workbench.document().edit("seed", "", e -> e.withSeed(changed)));
        }
        perform("edit.undo");
        FxThread.run(() -> workbench.document().edit("budget", "", e -> e.withBudget(BUDGET)));
        await(workbench::isAppraised);
        perform("run.start");
        await(() ->
                !workbench.runModel().status().state().get().active()
                        && !workbench.runModel().isLive());
        await(workbench::isPainted);
    }

    private void perform(String command) throws InterruptedException {
        FxThread.run(() -> workbench.commands().get(command).perform());
        FxThread.frames(2);
    }

    private void answer(String id) throws InterruptedException {
        FxThread.run(() -> {
            Node button = workbench.graphView().getScene().lookup("#answer-" + id);
            if (button instanceof Button asked) {
                asked.fire();
            }
        });
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        FxThread.await(condition, PATIENCE_MILLISECONDS);
    }
}
