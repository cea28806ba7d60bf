package innerloop.cli;

import innerloop.experiment.InputException;
import org.jspecify.annotations.Nullable;

/// Checks counts that are given as options.
public final class Counts {

    /// More threads than any machine has cores for.
    private static final int MOST_THREADS = 256;

    private Counts() {}

    /// The worker threads that `--threads` asks for: all cores if it is not given.
    public static int workers(@Nullable Integer threads) throws InputException {
        return threads == null
                ? Runtime.getRuntime().availableProcessors()
                : require("--threads", threads, MOST_THREADS);
    }

    /// The value, if it is in 1 … most.
    public static int require(String option, int value, int most) throws InputException {
        if (value < 1 || value > most) {
            throw new InputException("must be in 1 … " + most + ", not " + value, option, "");
        }
        return value;
    }
}
