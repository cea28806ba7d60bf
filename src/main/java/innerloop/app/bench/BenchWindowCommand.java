package innerloop.app.bench;

import innerloop.app.drive.WindowOptions;
import innerloop.bench.BenchOptions;
import innerloop.bench.Measured;
import innerloop.bench.MetaBenchmark;
import innerloop.bench.RoundsOption;
import innerloop.bench.TemporaryFolder;
import innerloop.cli.ExperimentOptions;
import innerloop.experiment.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.application.Platform;
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
                        .measure(new ExperimentWindows(given, state, window), turns);
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
}
