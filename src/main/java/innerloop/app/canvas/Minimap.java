package innerloop.app.canvas;

import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.scene.Bounds2;
import innerloop.scene.Focus;
import innerloop.scene.SceneModel;
import innerloop.scene.Scenery;
import innerloop.scene.Viewport;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/// The whole picture in small, with a frame around what the canvas shows; pressing or dragging moves the canvas there.
final class Minimap extends Region {

    static final double WIDTH = 132;
    static final double HEIGHT = 96;
    private static final double MARGIN = 6;
    private static final double LEAST_FRAME = 4;

    private static final int MOST_EDGES = 10_000;

    private final RasterView picture = RasterView.sketch(MOST_EDGES);
    private final Rectangle border = new Rectangle(WIDTH, HEIGHT);
    private final Rectangle frame = new Rectangle();
    private final Consumer<Viewport> move;
    private SceneModel map = SceneModel.empty(Theme.LIGHT);
    private Viewport shown = Viewport.UNIT;

    /// A map that asks to show other places.
    Minimap(Consumer<Viewport> move) {
        this.move = move;
        setId("minimap");
        getStyleClass().add("minimap");
        setManaged(false);
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        border.setManaged(false);
        border.setMouseTransparent(true);
        border.setFill(Color.TRANSPARENT);
        getChildren().setAll(picture, border, frame);
        addEventHandler(MouseEvent.ANY, MouseEvent::consume);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pointed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::pointed);
    }

    /// Shows another scene.
    void show(SceneModel scene, Bounds2 bounds) {
        if (scene.withFocus(Focus.NONE).equals(map.withFocus(Focus.NONE))
                && scene.focus().selection().equals(map.focus().selection())) {
            // Only the pointer has moved.
            return;
        }
        map = scene;
        Viewport whole = Viewport.fit(bounds, WIDTH, HEIGHT, MARGIN);
        picture.viewportProperty().set(whole);
        picture.sceneModelProperty()
                .set(
                        scene.withLabels(List.of(), new int[0])
                                .withCaptions(List.of())
                                .withLayers(Scenery.NONE)
                                .withFocus(
                                        new Focus(
                                                -1,
                                                -1,
                                                scene.focus().selection(),
                                                scene.focus().changed()))
                                .withRadius(
                                        SceneModel.radiusFor(scene.nodes(), WIDTH, HEIGHT),
                                        whole.scale()));
        border.setStroke(Paints.of(scene.theme(), Colour.LINE));
        frame.setStroke(Paints.of(scene.theme(), Colour.ACCENT));
        frame.setFill(Paints.of(scene.theme(), Colour.ACCENT).deriveColor(0, 1, 1, 0.12));
        place();
    }

    /// Puts the frame around what this viewport shows.
    void frame(Viewport view) {
        shown = view;
        place();
    }

    private void place() {
        Viewport whole = picture.viewportProperty().get();
        double left = Math.clamp(whole.screenX(shown.worldX(0)), 0, WIDTH - LEAST_FRAME);
        double top = Math.clamp(whole.screenY(shown.worldY(0)), 0, HEIGHT - LEAST_FRAME);
        double right =
                Math.clamp(whole.screenX(shown.worldX(shown.width())), left + LEAST_FRAME, WIDTH);
        double bottom =
                Math.clamp(whole.screenY(shown.worldY(shown.height())), top + LEAST_FRAME, HEIGHT);
        frame.setX(left);
        frame.setY(top);
        frame.setWidth(right - left);
        frame.setHeight(bottom - top);
    }

    private void pointed(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY) {
            Viewport whole = picture.viewportProperty().get();
            move.accept(shown.centredAt(whole.worldX(e.getX()), whole.worldY(e.getY())));
        }
    }

    @Override
    protected void layoutChildren() {
        picture.resizeRelocate(0, 0, WIDTH, HEIGHT);
    }
}
