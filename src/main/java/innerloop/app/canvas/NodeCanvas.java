package innerloop.app.canvas;

import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A [RasterView] a person can work with: drag pans, the wheel zooms at the pointer, a click
/// selects the node under it, hovering shows a card.
///
/// Keys: arrows pan, `+` and `−` zoom, `F` shows everything, Shift + arrow walks to the neighbour
/// in that direction. As long as nobody panned or zoomed, the picture follows its contents and
/// stays fitted.
public final class NodeCanvas extends Region {

    /// How far from a node's centre, in pixels, a click still means this node.
    private static final double PICK_REACH = 9;

    private static final double CLICK_SLACK = 4;
    private static final double FIT_MARGIN = 34;
    private static final double PREFERRED_WIDTH = 480;
    private static final double PREFERRED_HEIGHT = 360;
    private static final double PAN_STEP = 60;
    private static final double ZOOM_STEP = 1.25;

    private double fitShare = 1;
    private final RasterView raster = new RasterView();
    private final HoverCard card = new HoverCard();
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", -1);
    private final IntegerProperty hovered = new SimpleIntegerProperty(this, "hovered", -1);
    private IntFunction<List<String>> description = _ -> List.of();
    private SceneModel scene = SceneModel.empty(Palette.LIGHT);
    private @Nullable NodeIndex index;
    private boolean following = true;
    private double pressX;
    private double pressY;
    private double lastX;
    private double lastY;
    private boolean dragged;

    /// An empty canvas.
    public NodeCanvas() {
        getStyleClass().add("node-canvas");
        setFocusTraversable(true);
        card.setManaged(false);
        card.setVisible(false);
        getChildren().addAll(raster, card);
        selected.subscribe(_ -> refocus());
        hovered.subscribe(_ -> refocus());
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(MouseEvent.MOUSE_MOVED, e -> hover(e.getX(), e.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, _ -> hovered.set(-1));
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /// The selected node, −1 for none. May be bound to other views' selection.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /// The node under the pointer, −1 for none. May be bound to other views' hover.
    public IntegerProperty hoveredProperty() {
        return hovered;
    }

    /// What the card says about a node: the first line is its title.
    public void setDescription(IntFunction<List<String>> lines) {
        description = lines;
    }

    /// The view that draws.
    public RasterView raster() {
        return raster;
    }

    /// What is shown.
    public SceneModel model() {
        return scene;
    }

    /// Shows this scene; selection and hover are this canvas's own, whatever the scene says.
    public void show(SceneModel model) {
        index = null;
        if (!model.palette().equals(scene.palette())) {
            // Its colours are those of the old look.
            card.setVisible(false);
        }
        scene = model;
        // A selection of another, larger graph must not point beyond this one.
        if (selected.get() >= model.nodes()) {
            selected.set(-1);
        }
        if (hovered.get() >= model.nodes()) {
            hovered.set(-1);
        }
        if (following) {
            fit();
        } else {
            push();
        }
    }

    /// Shows everything, and keeps doing so until somebody pans or zooms.
    public void fit() {
        following = true;
        push();
        raster.viewportProperty().set(fitted());
    }

    /// How many of the nodes a fitted view must show, 1 = all; less keeps outliers from squeezing the rest.
    public void setFitShare(double share) {
        fitShare = share;
    }

    private Viewport fitted() {
        double margin = Math.min(FIT_MARGIN, 0.1 * Math.min(getWidth(), getHeight()));
        return Viewport.fit(Bounds2.ofMost(scene.xy(), fitShare), getWidth(), getHeight(), margin);
    }

    private void push() {
        double radius = SceneModel.radiusFor(scene.nodes(), getWidth(), getHeight());
        raster.sceneModelProperty()
                .set(
                        scene.withFocus(selected.get(), hovered.get())
                                .withRadius(radius, fitted().scale()));
    }

    private void refocus() {
        push();
        int node = hovered.get();
        if (node < 0 || node >= scene.nodes() || !isHover()) {
            card.setVisible(false);
            return;
        }
        Viewport view = raster.viewportProperty().get();
        card.show(description.apply(node), scene.palette());
        card.place(
                view.screenX(scene.xy()[2 * node]),
                view.screenY(scene.xy()[2 * node + 1]),
                getWidth(),
                getHeight());
    }

    @Override
    protected void layoutChildren() {
        raster.resizeRelocate(0, 0, getWidth(), getHeight());
        if (following) {
            fit();
        } else {
            raster.viewportProperty()
                    .set(raster.viewportProperty().get().resized(getWidth(), getHeight()));
        }
    }

    /// The canvas takes what it is given; it has no size of its own.
    @Override
    protected double computePrefWidth(double height) {
        return PREFERRED_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return PREFERRED_HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    /// The node at a point in this canvas's own pixels, or −1.
    public int nodeAt(double x, double y) {
        NodeIndex known = index;
        if (known == null) {
            known = new NodeIndex(scene.xy());
            index = known;
        }
        Viewport view = raster.viewportProperty().get();
        double reach =
                Math.max(PICK_REACH, raster.sceneModelProperty().get().radiusAt(view.scale()) + 3);
        return known.nearest(view.worldX(x), view.worldY(y), reach / view.scale());
    }

    /// Where a node is, in this canvas's own pixels.
    public Point2D screenOf(int node) {
        Viewport view = raster.viewportProperty().get();
        return new Point2D(
                view.screenX(scene.xy()[2 * node]), view.screenY(scene.xy()[2 * node + 1]));
    }

    private void hover(double x, double y) {
        hovered.set(nodeAt(x, y));
    }

    private void pressed(MouseEvent e) {
        requestFocus();
        pressX = e.getX();
        pressY = e.getY();
        lastX = pressX;
        lastY = pressY;
        dragged = false;
    }

    private void dragged(MouseEvent e) {
        dragged |= Math.hypot(e.getX() - pressX, e.getY() - pressY) > CLICK_SLACK;
        if (dragged) {
            hovered.set(-1);
            move(raster.viewportProperty().get().pan(e.getX() - lastX, e.getY() - lastY));
            lastX = e.getX();
            lastY = e.getY();
        }
    }

    private void released(MouseEvent e) {
        if (!dragged && e.getButton() == MouseButton.PRIMARY) {
            selected.set(nodeAt(e.getX(), e.getY()));
        }
    }

    private void scrolled(ScrollEvent e) {
        if (e.getDeltaY() != 0) {
            zoom(e.getX(), e.getY(), Math.pow(1.0018, e.getDeltaY()));
            hover(e.getX(), e.getY());
            e.consume();
        }
    }

    private void zoom(double x, double y, double factor) {
        move(raster.viewportProperty().get().zoomAt(x, y, factor));
    }

    private void move(Viewport view) {
        following = false;
        card.setVisible(false);
        raster.viewportProperty().set(view);
    }

    private void key(KeyEvent e) {
        boolean handled = true;
        boolean walk = e.isShiftDown() && selected.get() >= 0;
        Viewport view = raster.viewportProperty().get();
        double x = getWidth() / 2;
        double y = getHeight() / 2;
        if (e.isShortcutDown() || e.isAltDown()) {
            return;
        }
        switch (e.getCode()) {
            case LEFT -> arrow(walk, view, -1, 0);
            case RIGHT -> arrow(walk, view, 1, 0);
            case UP -> arrow(walk, view, 0, -1);
            case DOWN -> arrow(walk, view, 0, 1);
            case PLUS, ADD, EQUALS -> zoom(x, y, ZOOM_STEP);
            case MINUS, SUBTRACT -> zoom(x, y, 1 / ZOOM_STEP);
            case F -> fit();
            default -> handled = false;
        }
        if (handled) {
            e.consume();
        }
    }

    private void arrow(boolean walk, Viewport view, int dx, int dy) {
        if (walk) {
            walkTo(dx, dy);
        } else {
            move(view.pan(-dx * PAN_STEP, -dy * PAN_STEP));
        }
    }

    /// Selects the neighbour that lies best in this direction, if any does.
    private void walkTo(int dx, int dy) {
        int from = selected.get();
        float[] xy = scene.xy();
        int best = -1;
        double bestCosine = 0.5;
        for (int e = 0; e < scene.edges().size(); e++) {
            int a = scene.edges().from()[e];
            int b = scene.edges().to()[e];
            if (a == from || b == from) {
                int other = a == from ? b : a;
                double vx = xy[2 * other] - xy[2 * from];
                double vy = xy[2 * other + 1] - xy[2 * from + 1];
                double cosine = (vx * dx + vy * dy) / (Math.hypot(vx, vy) + 1e-12);
                if (cosine > bestCosine) {
                    bestCosine = cosine;
                    best = other;
                }
            }
        }
        if (best >= 0) {
            selected.set(best);
        }
    }
}
