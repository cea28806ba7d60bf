package innerloop.bench;

import innerloop.cli.ExperimentOptions;
import innerloop.episode.Phase;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import innerloop.io.RunReader;
import innerloop.math.VectorBackend;
import innerloop.math.nd4j.Nd4jEigen;
import innerloop.microscope.Microscope;
import innerloop.training.Checkpoint;
import innerloop.training.RunPictures;
import innerloop.training.RunRecord;
import innerloop.training.Subject;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `bench scrub RUN`: how fast the moments of a run are shown.
@Command(
        name = "scrub",
        mixinStandardHelpOptions = true,
        description =
                "Pictures of the whole graph per second, from checkpoint to checkpoint of a run, and"
                        + " the milliseconds that the inner loop of an episode takes to be looked at.")
public final class BenchScrubCommand implements Callable<Integer> {

    private static final int MOST = 200;

    @Parameters(paramLabel = "RUN", description = "a run folder")
    private Path run = Path.of("");

    @Mixin private BenchOptions bench = new BenchOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException {
        Experiment experiment = RunReader.summary(run).experiment();
        AttributedGraph graph = ExperimentOptions.graphOf(run);
        VectorBackend backend = new VectorBackend(Runtime.getRuntime().availableProcessors());
        RunRecord record = RunReader.record(run, graph, backend);
        RunPictures pictures =
                RunPictures.of(
                        record,
                        graph,
                        Phase.VALIDATION,
                        OptionalLong.empty(),
                        new Nd4jEigen(),
                        backend);
        List<Checkpoint> moments = pictures.moments(MOST);
        List<Double> work = new ArrayList<>();
        double through =
                MedianTime.of(
                                () -> {
                                    long before = processorNanos();
                                    moments.forEach(pictures::at);
                                    work.add((processorNanos() - before) / 1e6 / moments.size());
                                },
                                bench.duration())
                        / moments.size();
        Microscope microscope = Microscope.of(experiment, graph, backend);
        Subject subject = microscope.subject(Phase.TEST, 0);
        double look =
                MedianTime.of(
                        () -> microscope.look(record.tested(), subject, () -> {}),
                        bench.duration());
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(
                        new Measured("scrubbing")
                                .with("experiment", experiment.name())
                                .with("checkpoints", moments.size())
                                .with("picturesPerSecond", 1 / through)
                                .with(
                                        "workMilliseconds",
                                        Measured.median(work.subList(work.size() / 2, work.size())))
                                .with("innerSteps", experiment.learner().innerSteps())
                                .with("lookMilliseconds", 1_000 * look)
                                .line(bench.json()));
        return 0;
    }

    /// Processor time of the process so far. Beside others it says more than the clock.
    private static long processorNanos() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : 0;
    }
}
