package innerloop.app.tour;

import innerloop.app.workbench.Samples;
import innerloop.app.workbench.Workbench;
import innerloop.cli.BenchOptions;
import innerloop.cli.ExperimentOptions;
import innerloop.cli.Measured;
import innerloop.cli.RoundsOption;
import innerloop.cli.TemporaryFolder;
import innerloop.experiment.InputException;
import innerloop.experiment.MetaBenchmark;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bench window`: what the open window costs a run.
@Command(
        name = "window",
        mixinStandardHelpOptions = true,
        description =
                "Outer steps per second in the window and without it, its longest frame, and how"
                        + " fast a run pauses. Needs no display.")
public final class BenchWindowCommand implements Callable<Integer> {

    private static final long PATIENCE_MILLISECONDS = 60_000;

    @Mixin private ExperimentOptions options = new ExperimentOptions();

    @Mixin private RoundsOption rounds = new RoundsOption();

    @Mixin private BenchOptions bench = new BenchOptions();

    @Mixin private WindowOptions window = new WindowOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, IOException, InterruptedException {
        window.check();
        int turns = rounds.rounds();
        Duration duration = bench.duration();
        ExperimentOptions.Opened given = options.open();
        MetaBenchmark.requireOuterSteps(given.experiment());
        window.startPlatform();
        try (TemporaryFolder state = new TemporaryFolder()) {
            measure(given, state.path(), duration, turns);
        }
        Platform.exit();
        return 0;
    }

    private void measure(ExperimentOptions.Opened given, Path state, Duration duration, int turns)
            throws InputException, InterruptedException {
        WindowBenchmark.Cost cost =
                new WindowBenchmark(duration)
                        .measure(
                                new WindowBenchmark.Windows() {
                                    @Override
                                    public Workbench open()
                                            throws InterruptedException, InputException {
                                        return opened(given, state);
                                    }

                                    @Override
                                    public void close(Workbench workbench)
                                            throws InterruptedException {
                                        FxThread.run(() -> {
                                            workbench.dispose();
                                            workbench.graphView().getScene().getWindow().hide();
                                        });
                                    }
                                },
                                turns);
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(
                        new Measured("window")
                                .with("experiment", given.experiment().name())
                                .with("stepsPerSecond", cost.perSecond())
                                .with("ofHeadless", cost.ofHeadless())
                                .with("longestFrameMilliseconds", cost.longestFrame())
                                .with("pauseMilliseconds", cost.pause())
                                .line(bench.json()));
    }

    private Workbench opened(ExperimentOptions.Opened given, Path state)
            throws InterruptedException, InputException {
        Workbench workbench =
                FxThread.call(() -> {
                    Workbench made =
                            new Workbench(
                                    new Stage(),
                                    state,
                                    _ -> new FirstAnswer(state),
                                    new Samples(Samples.folder()));
                    made.show(window.width(), window.height());
                    made.document().open(given.experiment(), given.imported().graph(), null);
                    return made;
                });
        boolean laidOut =
                FxThread.await(
                        () -> !workbench.graphView().layingOutProperty().get(),
                        PATIENCE_MILLISECONDS);
        if (!laidOut) {
            throw new InputException("is not laid out in a minute", "graph", "take a smaller one");
        }
        return workbench;
    }
}
