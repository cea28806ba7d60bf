package innerloop.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.app.WithWindow;
import innerloop.app.canvas.NodeCanvas;
import innerloop.app.drive.FxThread;
import innerloop.app.graphview.GraphView;
import innerloop.graph.AttributedGraph;
import innerloop.graph.ClusteredGraph;
import innerloop.scene.Viewport;
import java.time.Duration;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Both pictures are moved and counted; how fast that was is nobody's test.
@WithWindow
@SuppressWarnings("NullAway.Init")
class RenderBenchmarkTest {

    private static final Duration SHORT = Duration.ofMillis(300);

    private final Gesture gesture = new Gesture(400, 300);
    private final AttributedGraph graph = ClusteredGraph.of(200, 400, 1);
    private final StackPane root = new StackPane();
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        try {
            Platform.startup(() -> {});
        } catch (IllegalStateException e) {
            // Another test class started it.
            assertThat(e).isNotNull();
        }
        Platform.setImplicitExit(false);
        stage =
                FxThread.call(() -> {
                    Stage made = new Stage();
                    made.setScene(new Scene(root, 400, 300));
                    made.show();
                    return made;
                });
    }

    @AfterEach
    void close() throws Exception {
        FxThread.run(stage::hide);
    }

    @Test
    void bothPicturesAreTimedInTurns() throws Exception {
        CanvasPicture ours = FxThread.call(() -> new CanvasPicture(graph, gesture));
        StreamPicture theirs = FxThread.call(() -> new StreamPicture(graph, gesture));
        RenderBenchmark.Speed speed = new RenderBenchmark(root, SHORT).measure(ours, theirs, 1);
        FxThread.run(theirs::close);
        assertThat(speed.perSecond()).isPositive();
        assertThat(speed.longestAnswer()).isPositive();
        assertThat(speed.otherPerSecond().orElseThrow()).isPositive();
        assertThat(speed.ratio().orElseThrow()).isPositive();
    }

    @Test
    void withoutTheOtherThereIsNoRatio() throws Exception {
        CanvasPicture ours = FxThread.call(() -> new CanvasPicture(graph, gesture));
        RenderBenchmark.Speed speed = new RenderBenchmark(root, SHORT).measure(ours, null, 1);
        assertThat(speed.perSecond()).isPositive();
        assertThat(speed.otherPerSecond()).isEmpty();
        assertThat(speed.ratio()).isEmpty();
    }

    @Test
    void eventsMoveTheCanvasAsTheGestureSays() throws Exception {
        CanvasPicture picture = FxThread.call(() -> new CanvasPicture(graph, gesture));
        FxThread.run(() -> {
            root.getChildren().setAll(picture.view());
            root.layout();
            picture.reset();
            NodeCanvas canvas = ((GraphView) picture.view()).canvas();
            Viewport first = canvas.raster().viewportProperty().get();
            for (double seconds : new double[] {0, 0.1, 0.7, 1.9, 2.2, 2.9, 3.5, 4.1, 4.3}) {
                picture.move(seconds);
                Viewport now = canvas.raster().viewportProperty().get();
                Viewport meant = gesture.seen(first, seconds);
                assertThat(now.scale()).isCloseTo(meant.scale(), within(1e-6));
                assertThat(now.screenX(0)).isCloseTo(meant.screenX(0), within(1e-3));
                assertThat(now.screenY(0)).isCloseTo(meant.screenY(0), within(1e-3));
            }
        });
    }
}
