package innerloop.cli;

import innerloop.experiment.InputException;

/// Checks counts that are given as options.
public final class Counts {

    /// More threads than any machine has cores for.
    public static final int MOST_THREADS = 256;

    private Counts() {}

    /// The value, if it is in 1 … most.
    public static int require(String option, int value, int most) throws InputException {
        if (value < 1 || value > most) {
            throw new InputException("must be in 1 … " + most + ", not " + value, option, "");
        }
        return value;
    }
}
