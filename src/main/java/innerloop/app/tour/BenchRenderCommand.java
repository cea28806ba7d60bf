package innerloop.app.tour;

import innerloop.cli.BenchOptions;
import innerloop.cli.Measured;
import innerloop.cli.RandomGraphOptions;
import innerloop.cli.RoundsOption;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `bench render`: how fast a random graph follows the mouse, in our canvas and in GraphStream's viewer.
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description =
                "Frames per second and the longest answer while a random graph is dragged and"
                        + " zoomed, beside GraphStream's viewer. Needs no display.")
public final class BenchRenderCommand implements Callable<Integer> {

    private static final int MOST_STREAM_NODES = 60_000;

    @Mixin private RandomGraphOptions options = new RandomGraphOptions();

    @Mixin private RoundsOption rounds = new RoundsOption();

    @Mixin private BenchOptions bench = new BenchOptions();

    @Mixin private WindowOptions window = new WindowOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, InterruptedException {
        window.check();
        options.check();
        int turns = rounds.rounds();
        Duration duration = bench.duration();
        AttributedGraph graph = options.graph();
        CommandLine line = Objects.requireNonNull(spec).commandLine();
        boolean both = graph.nodes() <= MOST_STREAM_NODES;
        if (!both) {
            line.getErr()
                    .println(
                            "GraphStream's viewer is left out: more than "
                                    + MOST_STREAM_NODES
                                    + " nodes take it many seconds per frame");
        }
        window.startPlatform();
        RenderBenchmark.Speed speed = measure(graph, both, duration, turns);
        Platform.exit();
        Measured measured =
                new Measured("render")
                        .with("nodes", graph.nodes())
                        .with("edges", graph.edges())
                        .with("framesPerSecond", speed.perSecond())
                        .with("longestAnswerMilliseconds", speed.longestAnswer());
        speed.otherPerSecond().ifPresent(s -> measured.with("graphstreamFramesPerSecond", s));
        speed.ratio().ifPresent(ratio -> measured.with("ratio", ratio));
        line.getOut().println(measured.line(bench.json()));
        return 0;
    }

    private RenderBenchmark.Speed measure(
            AttributedGraph graph, boolean both, Duration duration, int turns)
            throws InterruptedException {
        Gesture gesture = new Gesture(window.width(), window.height());
        StackPane root = new StackPane();
        Stage stage = FxThread.call(() -> window.show(root));
        CanvasPicture ours = FxThread.call(() -> new CanvasPicture(graph, gesture));
        StreamPicture theirs = both ? FxThread.call(() -> new StreamPicture(graph, gesture)) : null;
        RenderBenchmark.Speed speed =
                new RenderBenchmark(root, duration).measure(ours, theirs, turns);
        FxThread.run(() -> {
            if (theirs != null) {
                theirs.close();
            }
            stage.hide();
        });
        return speed;
    }
}
