package innerloop.bench;

import innerloop.cli.Counts;
import innerloop.experiment.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How many threads a benchmark may use.
final class ThreadsOption {

    @Option(names = "--threads", paramLabel = "N", description = "default: all cores")
    private @Nullable Integer threads;

    int threads() throws InputException {
        return Counts.workers(threads);
    }
}
