package innerloop.bench;

import innerloop.experiment.InputException;
import java.time.Duration;
import picocli.CommandLine.Option;

/// The options of all benchmarks with repetitions.
public final class BenchOptions {

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "how long to measure, after as long to warm up (default: 10)")
    private double seconds = 10;

    @Option(names = "--json", description = "print JSON")
    private boolean json;

    /// How long to measure.
    public Duration duration() throws InputException {
        if (!(seconds > 0 && seconds < 1e6)) {
            throw new InputException("must be above 0, not " + seconds, "--seconds", "");
        }
        return Duration.ofMillis(Math.round(1000 * seconds));
    }

    /// Whether to print JSON.
    public boolean json() {
        return json;
    }
}
