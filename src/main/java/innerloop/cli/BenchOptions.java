package innerloop.cli;

import innerloop.experiment.InputException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What all benchmarks can be told.
final class BenchOptions {

    private static final int MOST_THREADS = 256;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "how long to measure, after a third of it to warm up (default: 10)")
    private double seconds = 10;

    @Option(names = "--threads", paramLabel = "N", description = "default: all cores")
    private @Nullable Integer threads;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    double seconds() throws InputException {
        if (!(seconds > 0 && seconds < 1e6)) {
            throw new InputException("must be above 0, not " + seconds, "--seconds", "");
        }
        return seconds;
    }

    int threads() throws InputException {
        return threads == null ? Runtime.getRuntime().availableProcessors() : required(threads);
    }

    private static int required(int wanted) throws InputException {
        if (wanted < 1 || wanted > MOST_THREADS) {
            throw new InputException(
                    "must be in 1 … " + MOST_THREADS + ", not " + wanted, "--threads", "");
        }
        return wanted;
    }

    boolean json() {
        return json;
    }
}
