package innerloop.bench;

import innerloop.experiment.Budget;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.math.Backend;
import innerloop.training.ExperimentRunner;
import innerloop.training.RunControl;
import innerloop.training.TrainingEvent;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/// How fast training goes when the machine is warm: the very run that [ExperimentRunner] makes, watched and ended.
public final class MetaBenchmark {

    /// Outer steps without end, and hardly a test.
    public static final Budget ENDLESS = new Budget(Integer.MAX_VALUE, Integer.MAX_VALUE, 2);

    private final RunControl control = new RunControl();
    private final long measure;
    private long begin;
    private long started;
    private long startedBytes;
    private int startedStep;
    private Speed speed = new Speed(0, 0, 0);

    private MetaBenchmark(Duration duration) {
        this.measure = duration.toNanos();
    }

    /// The measurements.
    ///
    /// @param steps outer steps in the time that counted
    /// @param perSecond outer steps per second
    /// @param bytesPerStep heap that was allocated for one of them, by all threads
    public record Speed(int steps, double perSecond, long bytesPerStep) {}

    /// Trains for `duration` to warm up, until what runs often is compiled, and then as long again.
    ///
    /// @throws InputException if the experiment does not fit the graph, does not train or diverges
    public static Speed of(
            Experiment experiment,
            AttributedGraph graph,
            Backend backend,
            int threads,
            Duration duration)
            throws InputException {
        requireOuterSteps(experiment);
        MetaBenchmark benchmark = new MetaBenchmark(duration);
        new ExperimentRunner(backend, threads)
                .run(experiment, graph, benchmark.control, benchmark::hear);
        if (benchmark.speed.steps() == 0) {
            throw new InputException("the run ended early", "learner", "lower its rates");
        }
        return benchmark.speed;
    }

    /// Complains if the experiment's learner does not meta-train.
    public static void requireOuterSteps(Experiment experiment) throws InputException {
        if (!experiment.learner().trains()) {
            throw new InputException("has no outer steps", "learner", "take one that meta-trains");
        }
    }

    private void hear(TrainingEvent event) {
        if (!(event instanceof TrainingEvent.StepFinished finished)) {
            return;
        }
        long now = System.nanoTime();
        if (begin == 0) {
            begin = now;
        } else if (started == 0 && now - begin > measure) {
            started = now;
            startedBytes = allocated();
            startedStep = finished.step();
        } else if (started != 0 && now - started > measure && !control.isStopped()) {
            int steps = finished.step() - startedStep;
            speed =
                    new Speed(
                            steps,
                            steps * 1e9 / (now - started),
                            (allocated() - startedBytes) / steps);
            control.stop();
        }
    }

    private static long allocated() {
        return ManagementFactory.getThreadMXBean()
                        instanceof com.sun.management.ThreadMXBean threads
                ? threads.getTotalThreadAllocatedBytes()
                : 0;
    }
}
