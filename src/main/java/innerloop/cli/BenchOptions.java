package innerloop.cli;

import innerloop.experiment.InputException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What all benchmarks can be told.
public final class BenchOptions {

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "how long to measure, after as long to warm up (default: 10)")
    private double seconds = 10;

    @Option(names = "--threads", paramLabel = "N", description = "default: all cores")
    private @Nullable Integer threads;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    /// How long to measure.
    public Duration duration() throws InputException {
        if (!(seconds > 0 && seconds < 1e6)) {
            throw new InputException("must be above 0, not " + seconds, "--seconds", "");
        }
        return Duration.ofMillis(Math.round(1000 * seconds));
    }

    /// Complains unless 1 ≤ `count` ≤ `most`.
    public void require(String option, int count, int most) throws InputException {
        Counts.require(option, count, most);
    }

    int threads() throws InputException {
        return threads == null
                ? Runtime.getRuntime().availableProcessors()
                : Counts.require("--threads", threads, Counts.MOST_THREADS);
    }

    /// Whether to print JSON.
    public boolean json() {
        return json;
    }
}
