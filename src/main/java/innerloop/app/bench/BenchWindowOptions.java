package innerloop.app.bench;

import innerloop.app.drive.WindowOptions;
import innerloop.bench.BenchOptions;
import innerloop.bench.RandomGraphOptions;
import innerloop.bench.RoundsOption;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import java.time.Duration;
import picocli.CommandLine.Mixin;

/// The options of benchmarks of a random graph in a window.
final class BenchWindowOptions {

    @Mixin private RandomGraphOptions graph = new RandomGraphOptions();

    @Mixin private RoundsOption rounds = new RoundsOption();

    @Mixin private BenchOptions bench = new BenchOptions();

    @Mixin private WindowOptions window = new WindowOptions();

    /// The graph, once everything else is known to be possible.
    AttributedGraph graph() throws InputException {
        window.check();
        graph.check();
        rounds();
        duration();
        return graph.graph();
    }

    int rounds() throws InputException {
        return rounds.rounds();
    }

    Duration duration() throws InputException {
        return bench.duration();
    }

    boolean json() {
        return bench.json();
    }

    WindowOptions window() {
        return window;
    }
}
