package innerloop.bench;

import innerloop.cli.Counts;
import innerloop.experiment.InputException;
import picocli.CommandLine.Option;

/// How often a benchmark that takes turns measures both sides.
public final class RoundsOption {

    private static final int MOST = 1_000;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "how often to measure both, after once to warm up (default: 3)")
    private int rounds = 3;

    /// The number of rounds, at least one.
    public int rounds() throws InputException {
        return Counts.require("--rounds", rounds, MOST);
    }
}
