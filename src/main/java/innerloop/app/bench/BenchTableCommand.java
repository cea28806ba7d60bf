package innerloop.app.bench;

import innerloop.app.drive.FxThread;
import innerloop.bench.Measured;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bench table`: how smoothly the nodes of a random graph are scrolled, sorted and filtered.
@Command(
        name = "table",
        mixinStandardHelpOptions = true,
        description =
                "Frames per second and the longest frame while the table of a random graph's nodes"
                        + " is scrolled, sorted and filtered. Needs no display.")
public final class BenchTableCommand implements Callable<Integer> {

    @Mixin private BenchWindowOptions options = new BenchWindowOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, InterruptedException {
        AttributedGraph graph = options.graph();
        options.window().startPlatform();
        TableBenchmark table = FxThread.call(() -> new TableBenchmark(graph, options.duration()));
        Stage stage = FxThread.call(() -> options.window().show(table.view()));
        table.measure(options.rounds());
        FxThread.run(stage::hide);
        Platform.exit();
        Measured measured =
                new Measured("table")
                        .with("rows", graph.nodes())
                        .with("wheelFramesPerSecond", table.wheel().number())
                        .with("barFramesPerSecond", table.bar().number())
                        .with("sortMilliseconds", table.sorting().number())
                        .with("filterMilliseconds", table.filtering().number());
        frames(measured, "wheel", table.wheel());
        frames(measured, "bar", table.bar());
        frames(measured, "sort", table.sorting());
        frames(measured, "filter", table.filtering());
        Objects.requireNonNull(spec).commandLine().getOut().println(measured.line(options.json()));
        return 0;
    }

    private static void frames(Measured measured, String work, TableBenchmark.Work done) {
        measured.with(work + "LongestFrameMilliseconds", done.longestFrame())
                .with(work + "MostWorkMilliseconds", done.mostWork());
    }
}
