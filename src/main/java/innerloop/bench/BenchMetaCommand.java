package innerloop.bench;

import innerloop.cli.ExperimentOptions;
import innerloop.experiment.Experiment;
import innerloop.experiment.InputException;
import innerloop.math.VectorBackend;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bench meta`: outer steps per second of an experiment, once the machine is warm.
@Command(
        name = "meta",
        mixinStandardHelpOptions = true,
        description = "Outer steps per second of an experiment's training.")
public final class BenchMetaCommand implements Callable<Integer> {

    @Mixin private ExperimentOptions options = new ExperimentOptions();

    @Mixin private BenchOptions bench = new BenchOptions();

    @Mixin private ThreadsOption threading = new ThreadsOption();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException {
        ExperimentOptions.Opened opened = options.open();
        Experiment given = opened.experiment();
        MetaBenchmark.Speed speed =
                MetaBenchmark.of(
                        given.withBudget(MetaBenchmark.ENDLESS),
                        opened.imported().graph(),
                        new VectorBackend(),
                        threading.threads(),
                        bench.duration());
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(
                        new Measured("outer steps")
                                .with("experiment", given.name())
                                .with("threads", threading.threads())
                                .with("steps", speed.steps())
                                .with("metaIterationsPerSecond", speed.perSecond())
                                .with("allocatedBytesPerStep", speed.bytesPerStep())
                                .line(bench.json()));
        return 0;
    }
}
