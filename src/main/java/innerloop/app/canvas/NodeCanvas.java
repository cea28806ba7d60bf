package innerloop.app.canvas;

import innerloop.app.selection.Selection;
import innerloop.colour.Theme;
import innerloop.graph.select.NodeSet;
import innerloop.scene.Bounds2;
import innerloop.scene.NodeIndex;
import innerloop.scene.SceneModel;
import innerloop.scene.Viewport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A [RasterView] a person can work with: it pans, zooms, selects ([CanvasMouse], [CanvasKeys]), shows a card beside the
/// node under the pointer, and a [Minimap] once it does not show everything.
///
/// Until it is panned or zoomed, the picture follows its contents and stays fitted.
public final class NodeCanvas extends Region {

    /// How far from a node's centre, in pixels, a click still means this node.
    private static final double PICK_REACH = 9;

    private static final double FIT_MARGIN = 34;
    private static final double PREFERRED_WIDTH = 480;
    private static final double PREFERRED_HEIGHT = 360;
    private static final double MAP_GAP = 10;

    /// A canvas smaller than this has no room for a map.
    private static final double LEAST_FOR_MAP = 300;

    /// A few selected nodes are not magnified beyond this many times the fitted picture.
    private static final double MOST_ZOOM = 12;

    private final Selection selection;
    private final RasterView raster = new RasterView();
    private final HoverCard card = new HoverCard();
    private final Marquee marquee = new Marquee();
    private final Minimap map = new Minimap(this::move);
    private final IntegerProperty hovered = new SimpleIntegerProperty(this, "hovered", -1);
    private final ObjectProperty<Tool> tool = new SimpleObjectProperty<>(this, "tool", Tool.PAN);
    private final StringProperty paintingRefusal =
            new SimpleStringProperty(this, "paintingRefusal", "");
    private Painting painting = Painting.NONE;
    private @Nullable Turning turning;
    private IntPredicate carries = _ -> false;
    private IntConsumer carrying = _ -> {};
    private IntFunction<List<String>> description = _ -> List.of();
    private SceneModel scene = SceneModel.empty(Theme.LIGHT);
    private @Nullable NodeIndex index;
    private Bounds2 bounds = Bounds2.of(new float[0]);
    private boolean following = true;
    private final List<Node> overlays = new ArrayList<>();
    private Optional<NodeCanvas> twin = Optional.empty();

    /// An empty canvas whose nodes are those of this selection's graph.
    public NodeCanvas(Selection selection) {
        this.selection = selection;
        getStyleClass().add("node-canvas");
        setFocusTraversable(true);
        // The canvas takes what it is given; it has no size of its own.
        setPrefSize(PREFERRED_WIDTH, PREFERRED_HEIGHT);
        setMinSize(0, 0);
        card.setManaged(false);
        card.setVisible(false);
        map.setVisible(false);
        marquee.setTheme(scene.theme());
        getChildren().addAll(raster, marquee, map, card);
        selection.nodesProperty().subscribe(_ -> refocus());
        selection.focusProperty().subscribe(_ -> refocus());
        selection.ringedProperty().subscribe(_ -> push());
        hovered.subscribe(_ -> refocus());
        paintingRefusal.subscribe(reason -> {
            if (!reason.isEmpty() && tool.get().paints()) {
                tool.set(Tool.PAN);
            }
        });
        raster.viewportProperty().subscribe(this::placeMap);
        new CanvasMouse(this, marquee);
        new CanvasKeys(this);
    }

    /// The selection shown and changed here.
    Selection selection() {
        return selection;
    }

    /// The node in focus, −1 for none.
    public IntegerProperty selectedProperty() {
        return selection.focusProperty();
    }

    /// The node under the pointer, −1 for none. May be bound to other views' hover.
    public IntegerProperty hoveredProperty() {
        return hovered;
    }

    /// The tool in use, which decides what dragging does.
    public ObjectProperty<Tool> toolProperty() {
        return tool;
    }

    /// Why nothing can be painted; empty if it can.
    public StringProperty paintingRefusal() {
        return paintingRefusal;
    }

    /// Chooses a tool, if it is not one that paints while nothing can be painted.
    void choose(Tool wanted) {
        if (wanted.paints() && !paintingRefusal.get().isEmpty()) {
            painting.refuse();
        } else {
            tool.set(wanted);
        }
    }

    /// Who takes what is painted.
    public void setPainting(Painting taker) {
        painting = taker;
    }

    /// Who takes what is painted.
    Painting painting() {
        return painting;
    }

    /// Who turns the picture when it is dragged; null while it lies in the plane and is moved.
    public void setTurning(@Nullable Turning taker) {
        turning = taker;
    }

    /// Who turns the picture, if it can be turned.
    @Nullable Turning turning() {
        return turning;
    }

    /// Shows a picture that turns as in the beginning.
    ///
    /// @return whether it can be turned
    boolean restore() {
        if (turning != null) {
            turning.reset();
            fit();
        }
        return turning != null;
    }

    /// The action when a selected node is dragged away.
    ///
    /// @param can whether a node can be; the picture is moved if not
    /// @param action called in the drag-detected handler with the node
    public void setCarrying(IntPredicate can, IntConsumer action) {
        carries = can;
        carrying = action;
    }

    /// Moves and magnifies as another canvas from now on, and that one as this: both show the same nodes at the same places.
    public void moveTogetherWith(NodeCanvas other) {
        twin = Optional.of(other);
        other.twin = Optional.of(this);
    }

    /// Whether this node is dragged away rather than the picture moved.
    boolean carries(int node) {
        return selection.nodes().contains(node) && carries.test(node);
    }

    /// The action when a selected node is dragged away.
    IntConsumer carrying() {
        return carrying;
    }

    /// The text of the card about a node; its first line is the title.
    public void setDescription(IntFunction<List<String>> lines) {
        description = lines;
    }

    /// The view that draws.
    public RasterView raster() {
        return raster;
    }

    /// The shown scene.
    public SceneModel model() {
        return scene;
    }

    /// Shows this scene; selection and hover are this canvas's own, whatever the scene says.
    public void show(SceneModel model) {
        show(model, Bounds2.of(model.xy()));
    }

    /// The same where a fitted view shows these bounds.
    public void show(SceneModel model, Bounds2 whole) {
        index = null;
        if (model.theme() != scene.theme()) {
            // Its colours are those of the old look.
            card.setVisible(false);
            marquee.setTheme(model.theme());
        }
        scene = model;
        bounds = whole;
        if (hovered.get() >= model.nodes()) {
            hovered.set(-1);
        }
        if (following) {
            fitThis();
        } else {
            push();
        }
    }

    /// Shows everything, and keeps doing so until it is panned or zoomed.
    public void fit() {
        fitThis();
        twin.ifPresent(NodeCanvas::fitThis);
    }

    private void fitThis() {
        following = true;
        push();
        raster.viewportProperty().set(fitted());
    }

    /// Shows the selected nodes as large as reasonable; all nodes when none is selected.
    public void zoomToSelection() {
        NodeSet nodes = selection.nodes();
        if (nodes.isEmpty()) {
            fit();
            return;
        }
        Bounds2 around = Bounds2.of(scene.xy(), nodes);
        Viewport close = Viewport.fit(around, getWidth(), getHeight(), 2 * FIT_MARGIN);
        double scale = Math.min(close.scale(), MOST_ZOOM * fitted().scale());
        move(new Viewport(around.centreX(), around.centreY(), scale, getWidth(), getHeight()));
    }

    private Viewport fitted() {
        double margin = Math.min(FIT_MARGIN, 0.1 * Math.min(getWidth(), getHeight()));
        return Viewport.fit(bounds, getWidth(), getHeight(), margin);
    }

    private void push() {
        double radius = SceneModel.radiusFor(scene.nodes(), getWidth(), getHeight());
        raster.sceneModelProperty()
                .set(
                        scene.withFocus(selection.pointedAt(scene.nodes(), hovered.get()))
                                .withRadius(radius, fitted().scale()));
        if (map.isVisible()) {
            showMap();
        }
    }

    private void refocus() {
        push();
        int node = hovered.get();
        if (node < 0 || node >= scene.nodes() || !isHover()) {
            card.setVisible(false);
            return;
        }
        Viewport view = raster.viewportProperty().get();
        card.show(description.apply(node), scene.theme());
        card.place(
                view.screenX(scene.xy()[2 * node]),
                view.screenY(scene.xy()[2 * node + 1]),
                getWidth(),
                getHeight());
    }

    private void placeMap(Viewport view) {
        boolean wanted =
                !following
                        && scene.nodes() > 0
                        && !view.shows(bounds)
                        && getWidth() >= LEAST_FOR_MAP
                        && getHeight() >= LEAST_FOR_MAP;
        if (wanted && !map.isVisible()) {
            showMap();
        }
        map.setVisible(wanted);
        map.frame(view);
        cover();
    }

    private void cover() {
        double right = getWidth() - MAP_GAP;
        double bottom = getHeight() - MAP_GAP;
        List<Bounds2> areas =
                new ArrayList<>(
                        overlays.stream()
                                .filter(Node::isVisible)
                                .map(Node::getBoundsInParent)
                                .map(b ->
                                        new Bounds2(
                                                b.getMinX(), b.getMinY(), b.getMaxX(), b.getMaxY()))
                                .toList());
        if (map.isVisible()) {
            areas.add(new Bounds2(right - Minimap.WIDTH, bottom - Minimap.HEIGHT, right, bottom));
        }
        raster.coveredProperty().set(List.copyOf(areas));
    }

    /// Writes no names under these, which lie over it in the same parent.
    public void keepClearOf(List<? extends Node> nodes) {
        overlays.addAll(nodes);
        nodes.forEach(node -> node.boundsInParentProperty().subscribe(_ -> cover()));
        nodes.forEach(node -> node.visibleProperty().subscribe(_ -> cover()));
    }

    private void showMap() {
        map.show(raster.sceneModelProperty().get(), bounds);
    }

    @Override
    protected void layoutChildren() {
        raster.resizeRelocate(0, 0, getWidth(), getHeight());
        map.resizeRelocate(
                getWidth() - Minimap.WIDTH - MAP_GAP,
                getHeight() - Minimap.HEIGHT - MAP_GAP,
                Minimap.WIDTH,
                Minimap.HEIGHT);
        cover();
        if (following) {
            fitThis();
        } else {
            raster.viewportProperty()
                    .set(raster.viewportProperty().get().resized(getWidth(), getHeight()));
        }
    }

    private NodeIndex index() {
        NodeIndex known = index;
        if (known == null) {
            known = new NodeIndex(scene.xy());
            index = known;
        }
        return known;
    }

    /// The node at a point in this canvas's own pixels, or −1.
    public int nodeAt(double x, double y) {
        Viewport view = raster.viewportProperty().get();
        double reach =
                Math.max(PICK_REACH, raster.sceneModelProperty().get().radiusAt(view.scale()) + 3);
        return index().nearest(view.worldX(x), view.worldY(y), reach / view.scale());
    }

    /// The nodes no farther from a point than `reach`, all in this canvas's own pixels.
    NodeSet nodesAround(double x, double y, double reach) {
        Viewport view = raster.viewportProperty().get();
        return NodeSet.of(
                scene.nodes(),
                index().within(view.worldX(x), view.worldY(y), reach / view.scale()).toArray());
    }

    /// Where a node is, in this canvas's own pixels.
    public Point2D screenOf(int node) {
        Viewport view = raster.viewportProperty().get();
        return new Point2D(
                view.screenX(scene.xy()[2 * node]), view.screenY(scene.xy()[2 * node + 1]));
    }

    /// Magnifies by a factor; what is at this point stays there.
    void zoom(double x, double y, double factor) {
        move(raster.viewportProperty().get().zoomAt(x, y, factor));
    }

    /// Moves the picture by this many pixels.
    void pan(double dx, double dy) {
        move(raster.viewportProperty().get().pan(dx, dy));
    }

    private void move(Viewport view) {
        moveThis(view);
        twin.ifPresent(t -> t.moveThis(view.resized(t.getWidth(), t.getHeight())));
    }

    private void moveThis(Viewport view) {
        following = false;
        card.setVisible(false);
        raster.viewportProperty().set(view);
    }
}
