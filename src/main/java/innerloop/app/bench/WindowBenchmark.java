package innerloop.app.bench;

import innerloop.app.drive.FrameMeter;
import innerloop.app.drive.FxThread;
import innerloop.app.run.RunStatusModel;
import innerloop.app.run.RunStatusModel.State;
import innerloop.app.workbench.Workbench;
import innerloop.bench.Measured;
import innerloop.bench.MetaBenchmark;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.VectorBackend;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Measures the cost of an open window: runs that are watched in it and runs without any view, in turns.
final class WindowBenchmark {

    private static final long PATIENCE_MILLISECONDS = 120_000;
    private static final long QUIET_NANOS = 300_000_000;
    private static final Set<Thread.State> AT_WORK =
            Set.of(Thread.State.RUNNABLE, Thread.State.BLOCKED);

    private final Duration duration;
    private final List<Double> ratios = new ArrayList<>();
    private final List<Double> inWindow = new ArrayList<>();
    private final List<Double> longestFrames = new ArrayList<>();
    private final List<Double> pauses = new ArrayList<>();

    /// A benchmark that measures for this long each time, after as long to warm up.
    WindowBenchmark(Duration duration) {
        this.duration = duration;
    }

    /// The measurements: medians over the rounds, except for frame and pause, of which the longest counts.
    ///
    /// @param perSecond outer steps per second in the window
    /// @param ofHeadless this in parts of what the same run does without a window
    /// @param longestFrame milliseconds from one frame to the next
    /// @param pause milliseconds from the command until no thread of the run works
    record Cost(double perSecond, double ofHeadless, double longestFrame, double pause) {}

    /// The measurements of a window, and the views that were open in it.
    private record Watched(
            Experiment experiment,
            AttributedGraph graph,
            double perSecond,
            double longestFrame,
            double pause) {}

    /// Where windows come from; each is closed before the same run is made without one, since an open window has work to do
    /// for itself when no run goes.
    interface Windows {
        /// A window with an experiment open.
        Workbench open() throws InterruptedException, InputException;

        /// Ends it.
        void close(Workbench workbench) throws InterruptedException;
    }

    /// Measures in turns, after a round that does not count.
    Cost measure(Windows windows, int rounds) throws InterruptedException, InputException {
        for (int round = 0; round <= rounds; round++) {
            Workbench workbench = windows.open();
            Watched watched = watch(workbench);
            windows.close(workbench);
            double headless =
                    MetaBenchmark.of(
                                    watched.experiment(),
                                    watched.graph(),
                                    new VectorBackend(),
                                    Runtime.getRuntime().availableProcessors(),
                                    duration)
                            .perSecond();
            if (round > 0) {
                inWindow.add(watched.perSecond());
                ratios.add(watched.perSecond() / headless);
                longestFrames.add(watched.longestFrame());
                pauses.add(watched.pause());
            }
        }
        return new Cost(
                Measured.median(inWindow),
                Measured.median(ratios),
                longestFrames.stream().max(Double::compare).orElseThrow(),
                pauses.stream().max(Double::compare).orElseThrow());
    }

    /// Begins a run without end; returns once it makes outer steps.
    static void begin(Workbench workbench) throws InterruptedException, InputException {
        FxThread.run(() ->
                workbench.document().edit("bench", "", e -> e.withBudget(MetaBenchmark.ENDLESS)));
        Experiment experiment = FxThread.call(() -> workbench.document().experiment().get());
        MetaBenchmark.requireOuterSteps(experiment);
        RunStatusModel status = workbench.runModel().status();
        perform(workbench, "run.start");
        if (!FxThread.await(() -> status.step().get() > 0, PATIENCE_MILLISECONDS)) {
            throw new InputException("makes no outer step", "learner", "try it in the window");
        }
    }

    /// Ends the run.
    static void end(Workbench workbench) throws InterruptedException {
        perform(workbench, "run.stop");
        RunStatusModel status = workbench.runModel().status();
        if (!FxThread.await(() -> !status.state().get().active(), PATIENCE_MILLISECONDS)) {
            throw new IllegalStateException("the run does not stop");
        }
    }

    private Watched watch(Workbench workbench) throws InterruptedException, InputException {
        begin(workbench);
        Experiment experiment = FxThread.call(() -> workbench.document().experiment().get());
        AttributedGraph graph =
                FxThread.call(() -> Objects.requireNonNull(workbench.document().graph().get()));
        RunStatusModel status = workbench.runModel().status();
        Thread.sleep(duration);
        FrameMeter meter =
                FxThread.call(() -> {
                    FrameMeter started = new FrameMeter();
                    started.start();
                    return started;
                });
        int before = FxThread.call(() -> status.step().get());
        long begin = System.nanoTime();
        Thread.sleep(duration);
        int steps = FxThread.call(() -> status.step().get()) - before;
        double perSecond = steps * 1e9 / (System.nanoTime() - begin);
        FxThread.run(meter::stop);
        double pause = pause(workbench);
        end(workbench);
        return new Watched(experiment, graph, perSecond, meter.longest(), pause);
    }

    /// Pauses the run; the milliseconds until all of its threads wait.
    private static double pause(Workbench workbench) throws InterruptedException {
        long begin = System.nanoTime();
        FxThread.run(() -> workbench.commands().get("run.pause").perform());
        long last = System.nanoTime();
        // Between two pieces of work a thread waits for a moment, too.
        while (System.nanoTime() - last < QUIET_NANOS) {
            last = atWork() ? System.nanoTime() : last;
            Thread.sleep(1);
        }
        double milliseconds = (last - begin) / 1e6;
        if (FxThread.call(() -> workbench.runModel().status().state().get()) != State.PAUSED) {
            throw new IllegalStateException("the run ended before it could be paused");
        }
        return milliseconds;
    }

    private static boolean atWork() {
        for (Map.Entry<Thread, StackTraceElement[]> each : Thread.getAllStackTraces().entrySet()) {
            Thread thread = each.getKey();
            if (thread.getName().startsWith("trainer") && AT_WORK.contains(thread.getState())) {
                return true;
            }
        }
        return false;
    }

    private static void perform(Workbench workbench, String command) throws InterruptedException {
        FxThread.run(() -> workbench.commands().get(command).perform());
    }
}
