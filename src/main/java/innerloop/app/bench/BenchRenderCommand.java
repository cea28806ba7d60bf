package innerloop.app.bench;

import innerloop.app.drive.FxThread;
import innerloop.bench.Measured;
import innerloop.experiment.InputException;
import innerloop.graph.AttributedGraph;
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

    @Mixin private BenchWindowOptions options = new BenchWindowOptions();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InputException, InterruptedException {
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
        options.window().startPlatform();
        RenderBenchmark.Speed speed = measure(graph, both);
        Platform.exit();
        Measured measured =
                new Measured("render")
                        .with("nodes", graph.nodes())
                        .with("edges", graph.edges())
                        .with("framesPerSecond", speed.perSecond())
                        .with("longestAnswerMilliseconds", speed.longestAnswer());
        speed.otherPerSecond().ifPresent(s -> measured.with("graphstreamFramesPerSecond", s));
        speed.ratio().ifPresent(ratio -> measured.with("ratio", ratio));
        line.getOut().println(measured.line(options.json()));
        return 0;
    }

    private RenderBenchmark.Speed measure(AttributedGraph graph, boolean both)
            throws InputException, InterruptedException {
        Gesture gesture = new Gesture(options.window().width(), options.window().height());
        StackPane root = new StackPane();
        Stage stage = FxThread.call(() -> options.window().show(root));
        CanvasPicture ours = FxThread.call(() -> new CanvasPicture(graph, gesture));
        StreamPicture theirs = both ? FxThread.call(() -> new StreamPicture(graph, gesture)) : null;
        RenderBenchmark.Speed speed =
                new RenderBenchmark(root, options.duration())
                        .measure(ours, theirs, options.rounds());
        FxThread.run(() -> {
            if (theirs != null) {
                theirs.close();
            }
            stage.hide();
        });
        return speed;
    }
}
