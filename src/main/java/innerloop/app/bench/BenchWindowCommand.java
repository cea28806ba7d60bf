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
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench window`: what the open window costs a run.
@Command(
        name = "window",
        mixinStandardHelpOptions = true,
        description =
                "Outer steps per second in the window and without it, its longest frame, and how"
                        + " fast a run pauses; or with a page in front and behind another one."
                        + " Needs no display.")
public final class BenchWindowCommand implements Callable<Integer> {

    private static final List<String> PAGES =
            List.of("inner", "outer", "curves", "episode", "table");

    @Mixin private ExperimentOptions options = new ExperimentOptions();

    @Mixin private RoundsOption rounds = new RoundsOption();

    @Mixin private BenchOptions bench = new BenchOptions();

    @Mixin private WindowOptions window = new WindowOptions();

    @Option(
            names = "--page",
            paramLabel = "PAGE",
            description =
                    "measure what this page costs a run: inner, outer, curves, episode or table")
    private @Nullable String page;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, IOException, InterruptedException {
        window.check();
        int turns = rounds.rounds();
        Duration duration = bench.duration();
        if (page != null && !PAGES.contains(page)) {
            throw new InputException(
                    "'" + page + "' is no page to be measured",
                    "--page",
                    "use one of " + String.join(", ", PAGES));
        }
        ExperimentOptions.Opened given = options.open();
        MetaBenchmark.requireOuterSteps(given.experiment());
        window.startPlatform();
        try (TemporaryFolder state = new TemporaryFolder()) {
            ExperimentWindows windows = new ExperimentWindows(given, state.path(), window);
            if (page == null) {
                measure(given, windows, duration, turns);
            } else {
                measurePage(page, given, windows, duration, turns);
            }
        }
        Platform.exit();
        return 0;
    }

    private void measurePage(
            String shown,
            ExperimentOptions.Opened given,
            ExperimentWindows windows,
            Duration duration,
            int turns)
            throws InputException, InterruptedException {
        PageBenchmark.Cost cost = new PageBenchmark(shown, duration).measure(windows, turns);
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(
                        new Measured("page")
                                .with("experiment", given.experiment().name())
                                .with("page", shown)
                                .with("stepsPerSecond", cost.front())
                                .with("stepsPerSecondBehind", cost.behind())
                                .with("ofBehind", cost.ratio())
                                .line(bench.json()));
    }

    private void measure(
            ExperimentOptions.Opened given, ExperimentWindows windows, Duration duration, int turns)
            throws InputException, InterruptedException {
        WindowBenchmark.Cost cost = new WindowBenchmark(duration).measure(windows, turns);
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
