package innerloop.app.canvas;

import innerloop.app.SharpCanvas;
import innerloop.colour.Theme;
import innerloop.scene.Bounds2;
import innerloop.scene.LabelPlacer;
import innerloop.scene.Rasterizer;
import innerloop.scene.SceneModel;
import innerloop.scene.SceneSvg;
import innerloop.scene.Viewport;
import java.nio.IntBuffer;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Shows a [SceneModel] through a [Viewport], drawn in the background.
///
/// At most one frame is being drawn; what changes meanwhile is drawn next, intermediate states are
/// skipped. The FX thread only swaps the finished image and writes the few labels. Three images
/// take turns, so that none is written while the toolkit may still be reading it.
public final class RasterView extends Region {

    /// One thread draws for all views: two views in motion share it frame by frame.
    private static final ExecutorService RASTER = Executors.newSingleThreadExecutor(daemon());

    private static final int IMAGES = 3;
    private static final double LEAST_RATIO = 0.5;
    private static final int MOVING_EDGES = 12_000;
    private static final Duration REST = Duration.millis(180);

    private final Rasterizer rasterizer = new Rasterizer();
    private final ImageView imageView = new ImageView();
    private final SharpCanvas overlay = new SharpCanvas(() -> {});
    private final @Nullable Frame[] frames = new Frame[IMAGES];
    private final ObjectProperty<SceneModel> scene =
            new SimpleObjectProperty<>(this, "sceneModel", SceneModel.empty(Theme.LIGHT));
    private final ObjectProperty<Viewport> viewport =
            new SimpleObjectProperty<>(this, "viewport", Viewport.UNIT);
    private final ObjectProperty<List<Bounds2>> covered =
            new SimpleObjectProperty<>(this, "covered", List.of());
    private final ObservableValue<Number> scale =
            sceneProperty()
                    .flatMap(Scene::windowProperty)
                    .flatMap(Window::renderScaleXProperty)
                    .orElse(1);
    private final ObservableValue<Double> enlargement = SharpCanvas.enlargementOf(this);
    private final PauseTransition rest = new PauseTransition(REST);
    private final int mostEdges;
    private final boolean finished;
    private int turn;
    private boolean busy;
    private volatile boolean superseded;
    private boolean stale;
    private boolean resting;
    private boolean sampled;
    private long framesShown;
    private double rasterMillis;

    /// One image the rasterizer writes and the toolkit shows.
    private record Frame(
            int width,
            int height,
            IntBuffer buffer,
            PixelBuffer<IntBuffer> pixels,
            WritableImage image) {

        static Frame of(int width, int height) {
            IntBuffer buffer = IntBuffer.allocate(width * height);
            PixelBuffer<IntBuffer> pixels =
                    new PixelBuffer<>(width, height, buffer, PixelFormat.getIntArgbPreInstance());
            return new Frame(width, height, buffer, pixels, new WritableImage(pixels));
        }
    }

    /// An empty view.
    public RasterView() {
        this(MOVING_EDGES, true);
    }

    /// An empty view that never draws more than some edges: all that a small picture can show, and others do not wait
    /// for it.
    static RasterView sketch(int mostEdges) {
        return new RasterView(mostEdges, false);
    }

    private RasterView(int mostEdges, boolean finished) {
        this.mostEdges = mostEdges;
        this.finished = finished;
        getStyleClass().add("raster-view");
        imageView.setManaged(false);
        imageView.setSmooth(false);
        overlay.setManaged(false);
        overlay.setMouseTransparent(true);
        imageView.setMouseTransparent(true);
        setPickOnBounds(true);
        getChildren().addAll(imageView, overlay);
        scene.subscribe(_ -> changed());
        viewport.subscribe(_ -> changed());
        covered.subscribe(_ -> changed());
        rest.setOnFinished(_ -> {
            resting = true;
            request();
        });
        sceneProperty().subscribe(_ -> request());
        // A window that moves to another screen has other pixels.
        scale.subscribe(_ -> request());
        enlargement.subscribe(_ -> request());
    }

    private static ThreadFactory daemon() {
        return Thread.ofPlatform().daemon().name("raster").factory();
    }

    /// The scene to draw.
    public ObjectProperty<SceneModel> sceneModelProperty() {
        return scene;
    }

    /// From where. Its size is kept equal to the view's own.
    public ObjectProperty<Viewport> viewportProperty() {
        return viewport;
    }

    /// Where, in pixels, something lies over the picture: no words are written there.
    ObjectProperty<List<Bounds2>> coveredProperty() {
        return covered;
    }

    /// The picture as it is seen, with its words, as SVG.
    public String svg() {
        return SceneSvg.of(scene.get(), viewport.get(), covered.get());
    }

    /// How many frames have been shown.
    public long framesShown() {
        return framesShown;
    }

    /// Milliseconds the background thread took for the last frame.
    public double rasterMillis() {
        return rasterMillis;
    }

    /// Whether everything set so far is on the screen.
    public boolean upToDate() {
        return !busy && !stale;
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        imageView.setFitWidth(w);
        imageView.setFitHeight(h);
        overlay.setSize(w, h);
        if (viewport.get().width() != w || viewport.get().height() != h) {
            viewport.set(viewport.get().resized(w, h));
        } else {
            request();
        }
    }

    private void changed() {
        resting = false;
        request();
    }

    private void request() {
        Viewport view = viewport.get();
        double ratio =
                Math.max(LEAST_RATIO, scale.getValue().doubleValue() * enlargement.getValue());
        int width = (int) Math.round(view.width() * ratio);
        int height = (int) Math.round(view.height() * ratio);
        if (width < 2 || height < 2 || getScene() == null) {
            return;
        }
        if (busy) {
            stale = true;
            superseded = true;
            return;
        }
        busy = true;
        stale = false;
        turn = (turn + 1) % IMAGES;
        Frame frame = frames[turn];
        if (frame == null || frame.width() != width || frame.height() != height) {
            frame = Frame.of(width, height);
            frames[turn] = frame;
        }
        SceneModel model = scene.get();
        superseded = false;
        // A share of the edges while the picture changes, all of them once it rests.
        int edges = model.edges().size();
        sampled = !resting && edges > mostEdges;
        double sample = sampled ? mostEdges / (double) edges : 1;
        // A frame of a sample is always finished, or nothing would be seen while the picture moves.
        boolean patient = sampled || edges <= mostEdges;
        Frame target = frame;
        List<Bounds2> hidden = covered.get();
        RASTER.execute(() -> drawInBackground(target, model, view, hidden, ratio, sample, patient));
    }

    private void drawInBackground(
            Frame frame,
            SceneModel model,
            Viewport view,
            List<Bounds2> hidden,
            double ratio,
            double sample,
            boolean patient) {
        boolean complete = false;
        long start = System.nanoTime();
        List<LabelPlacer.Placed> labels = List.of();
        try {
            complete =
                    rasterizer.draw(
                            model,
                            view,
                            ratio,
                            sample,
                            () -> superseded && !patient,
                            frame.buffer().array(),
                            frame.width(),
                            frame.height());
            labels = complete ? LabelPlacer.place(model, view, hidden) : List.of();
        } finally {
            double millis = (System.nanoTime() - start) / 1e6;
            List<LabelPlacer.Placed> placed = labels;
            boolean shown = complete;
            // Also after an error: otherwise the view would wait for this frame for ever.
            Platform.runLater(() -> {
                if (shown) {
                    show(frame, millis);
                    OverlayPen.draw(overlay, model, view, placed);
                }
                drawn();
            });
        }
    }

    private void show(Frame frame, double millis) {
        frame.pixels().updateBuffer(_ -> null);
        imageView.setImage(frame.image());
        framesShown++;
        rasterMillis = millis;
    }

    private void drawn() {
        busy = false;
        if (stale) {
            request();
        } else if (sampled && finished) {
            rest.playFromStart();
        }
    }
}
