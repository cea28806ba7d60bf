package innerloop.bench;

import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bench layout`: how fast a random graph is laid out, by ours and by GraphStream's SpringBox.
@Command(
        name = "layout",
        mixinStandardHelpOptions = true,
        description =
                "Layout steps per second on a random graph, ours and GraphStream's SpringBox in"
                        + " turns, and how long ours takes until it rests.")
public final class BenchLayoutCommand implements Callable<Integer> {

    @Mixin private RandomGraphOptions options = new RandomGraphOptions();

    @Mixin private RoundsOption rounds = new RoundsOption();

    @Mixin private BenchOptions bench = new BenchOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, InterruptedException {
        options.check();
        int turns = rounds.rounds();
        AttributedGraph graph = options.graph();
        LayoutBenchmark.Speed speed = new LayoutBenchmark(graph, bench.duration()).measure(turns);
        Objects.requireNonNull(spec)
                .commandLine()
                .getOut()
                .println(
                        new Measured("layout")
                                .with("nodes", graph.nodes())
                                .with("edges", graph.edges())
                                .with("stepsPerSecond", speed.ours())
                                .with("springBoxStepsPerSecond", speed.springBox())
                                .with("ratio", speed.ratio())
                                .with("secondsToSettle", speed.secondsToSettle())
                                .line(bench.json()));
        return 0;
    }
}
