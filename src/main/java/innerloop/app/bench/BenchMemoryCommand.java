package innerloop.app.bench;

import innerloop.app.drive.FxThread;
import innerloop.app.drive.WindowOptions;
import innerloop.app.run.RunStatusModel;
import innerloop.app.workbench.Workbench;
import innerloop.bench.BenchOptions;
import innerloop.bench.Measured;
import innerloop.bench.MetaBenchmark;
import innerloop.bench.TemporaryFolder;
import innerloop.cli.ExperimentOptions;
import innerloop.experiment.InputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench memory`: what a long run in the window leaves in memory, or with `--open-all` what an hour with many graphs takes.
@Command(
        name = "memory",
        mixinStandardHelpOptions = true,
        description =
                "Megabytes in use, after collecting garbage, at ten moments of a long run in the"
                        + " window, or of opening, editing and training the samples. Needs no"
                        + " display.")
public final class BenchMemoryCommand implements Callable<Integer> {

    private static final int MOMENTS = 10;
    private static final double MEGA = 1 << 20;
    private static final long RESTING_MILLISECONDS = 1_000;
    private static final long PATIENCE_MILLISECONDS = 120_000;

    @ArgGroup(multiplicity = "1")
    private Work work = new Work();

    private static final class Work {

        @ArgGroup(exclusive = false)
        private @Nullable ExperimentOptions experiment;

        @Option(
                names = "--open-all",
                description =
                        "open, edit and train all samples over and over, without collecting garbage")
        private boolean openAll;
    }

    @Mixin private BenchOptions bench = new BenchOptions();

    @Mixin private WindowOptions window = new WindowOptions();

    @Spec private @Nullable CommandSpec spec;

    /// @param step outer steps done
    /// @param heap megabytes of objects that are in use
    /// @param process megabytes of the whole process; 0 where the system does not tell
    private record Moment(int step, double heap, double process) {}

    @Override
    public Integer call() throws InputException, IOException, InterruptedException {
        window.check();
        Duration duration = bench.duration();
        ExperimentOptions options = work.experiment;
        ExperimentOptions.Opened given = options == null ? null : options.open();
        if (given != null) {
            MetaBenchmark.requireOuterSteps(given.experiment());
        }
        window.startPlatform();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        try (TemporaryFolder state = new TemporaryFolder()) {
            if (work.openAll || given == null) {
                openAll(OpenAllBenchmark.in(state.path(), window), duration, out);
            } else {
                measure(new ExperimentWindows(given, state.path(), window), duration, out);
            }
        }
        Platform.exit();
        return 0;
    }

    /// Nothing is collected here that the program would not collect by itself: what counts is what the machine has to give.
    private void openAll(OpenAllBenchmark samples, Duration duration, PrintWriter out)
            throws IOException, InterruptedException {
        long begin = System.nanoTime();
        double most = 0;
        int said = 0;
        while (said < MOMENTS) {
            samples.work();
            most = Math.max(most, process());
            if (System.nanoTime() - begin > duration.toNanos() * (said + 1) / MOMENTS) {
                said++;
                out.printf(
                        Locale.ROOT,
                        "%d opened: heap %.1f MB, process %.0f MB, at most %.0f MB%n",
                        samples.opened(),
                        heap(),
                        process(),
                        most);
                out.flush();
            }
        }
        double last = process();
        System.gc();
        System.gc();
        out.println(
                new Measured("memory")
                        .with("opened", samples.opened())
                        .with("processMegabytesMost", most)
                        .with("processMegabytesLast", last)
                        .with("heapMegabytesCollected", heap())
                        .with("processMegabytesCollected", process())
                        .line(bench.json()));
        FxThread.run(samples.workbench()::dispose);
    }

    private void measure(ExperimentWindows windows, Duration duration, PrintWriter out)
            throws InputException, IOException, InterruptedException {
        Workbench workbench = windows.open();
        FxThread.run(() ->
                workbench.document().edit("bench", "", e -> e.withBudget(MetaBenchmark.ENDLESS)));
        FxThread.run(() -> workbench.commands().get("run.start").perform());
        RunStatusModel status = workbench.runModel().status();
        FxThread.await(() -> status.step().get() > 0, PATIENCE_MILLISECONDS);
        Moment first = null;
        Moment last = null;
        for (int k = 0; k < MOMENTS; k++) {
            Thread.sleep(duration.dividedBy(MOMENTS));
            last = moment(workbench);
            first = first == null ? last : first;
            out.printf(
                    Locale.ROOT,
                    "step %d: heap %.1f MB, process %.0f MB%n",
                    last.step(),
                    last.heap(),
                    last.process());
            out.flush();
        }
        FxThread.run(() -> workbench.commands().get("run.stop").perform());
        FxThread.await(() -> !status.state().get().active(), PATIENCE_MILLISECONDS);
        windows.close(workbench);
        Moment begin = Objects.requireNonNull(first);
        Moment end = Objects.requireNonNull(last);
        out.println(
                new Measured("memory")
                        .with("experiment", windows.given().experiment().name())
                        .with("steps", end.step())
                        .with("heapMegabytesFirst", begin.heap())
                        .with("heapMegabytesLast", end.heap())
                        .with("processMegabytesFirst", begin.process())
                        .with("processMegabytesLast", end.process())
                        .line(bench.json()));
    }

    /// The run is paused meanwhile: what a step needs for itself is no part of what is left.
    private static Moment moment(Workbench workbench) throws IOException, InterruptedException {
        FxThread.run(() -> workbench.commands().get("run.pause").perform());
        Thread.sleep(RESTING_MILLISECONDS);
        // The second collection removes what finalizers and cleaners free after the first.
        System.gc();
        System.gc();
        double heap = heap();
        int step = FxThread.call(() -> workbench.runModel().status().step().get());
        FxThread.run(() -> workbench.commands().get("run.pause").perform());
        return new Moment(step, heap, process());
    }

    private static double heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGA;
    }

    private static double process() throws IOException {
        Path file = Path.of("/proc/self/status");
        if (!Files.exists(file)) {
            return 0;
        }
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            List<String> resident = lines.filter(line -> line.startsWith("VmRSS:")).toList();
            return resident.isEmpty()
                    ? 0
                    : Double.parseDouble(resident.getFirst().replaceAll("\\D", "")) / 1024;
        }
    }
}
