package innerloop.app.embedding;

import innerloop.app.Fonts;
import innerloop.app.Messages;
import innerloop.app.canvas.NodeCanvas;
import innerloop.app.canvas.Turning;
import innerloop.app.selection.Selection;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.select.NodeSet;
import innerloop.scene.EmbeddedNodes;
import innerloop.scene.EmbeddingLayer;
import innerloop.scene.EmbeddingScene;
import innerloop.scene.EmbeddingStyle;
import innerloop.scene.Orientation;
import innerloop.scene.Transition;
import innerloop.scene.VectorArrow;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import javafx.animation.AnimationTimer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;

/// Node embeddings as points of the plane, or of space, which is seen from a side that can be turned. Everything is set
/// from outside on the FX thread.
///
/// Successive frames are joined by a movement of about 200 ms. With few classes their names stand at their prototypes or
/// at the middle of their nodes. The [EmbeddingLayer]s show more.
public final class EmbeddingView extends BorderPane {

    /// Points move at half the screen's rate: without a graphics card every frame repaints the whole view.
    private static final long FRAME_NANOS = 30_000_000;

    private static final double MOVE_NANOS = 200e6;

    private final NodeCanvas canvas;
    private final Label caption = new Label();
    private final Label placeholder = new Label(Messages.get("canvas.embedding.empty"));
    private final AnimationTimer timer =
            new AnimationTimer() {
                @Override
                public void handle(long now) {
                    advance(now);
                }
            };
    private final Tripod tripod = new Tripod();
    private final ForceLegend forces = new ForceLegend();
    private final Turning turning =
            new Turning() {
                @Override
                public void turn(double dx, double dy) {
                    EmbeddingView.this.turn(orientation.turned(dx, dy));
                }

                @Override
                public void reset() {
                    EmbeddingView.this.turn(Orientation.FIRST);
                }
            };
    private final ReadOnlyObjectWrapper<EmbeddedNodes> nodes =
            new ReadOnlyObjectWrapper<>(this, "nodes", EmbeddedNodes.NONE);
    private final ObjectProperty<Set<EmbeddingLayer>> layers =
            new SimpleObjectProperty<>(
                    this, "layers", Set.of(EmbeddingLayer.PROTOTYPES, EmbeddingLayer.FORCES));
    private EmbeddingStyle style = new EmbeddingStyle(Theme.LIGHT, List.of(), -1, layers.get());
    private EmbeddingScene scene = new EmbeddingScene(EmbeddedNodes.NONE, style);
    private Orientation orientation = Orientation.FIRST;
    private Transition transition = new Transition(new float[0], new float[0]);
    private float[] shown = {};
    private long startedAt;
    private long placedAt;

    /// An empty view in light colours whose nodes are those of this selection's graph.
    public EmbeddingView(Selection selection) {
        this.canvas = new NodeCanvas(selection);
        getStyleClass().add("embedding-view");
        placeholder.setWrapText(true);
        placeholder.setMouseTransparent(true);
        placeholder.setPadding(new Insets(24));
        caption.setId("embedding-caption");
        caption.setPadding(new Insets(2, 12, 8, 12));
        caption.setFont(Font.font(Fonts.text(), 12));
        caption.setWrapText(true);
        caption.setMinHeight(Region.USE_PREF_SIZE);
        StackPane.setAlignment(tripod, Pos.BOTTOM_LEFT);
        tripod.setVisible(false);
        StackPane centre = new StackPane(canvas, tripod, placeholder);
        centre.setMinSize(0, 0);
        setCenter(centre);
        setBottom(new VBox(forces, caption));
        layers.subscribe(wanted -> {
            style = style.withLayers(wanted);
            draw();
        });
        setTheme(Theme.LIGHT);
    }

    /// What is shown.
    public ReadOnlyObjectProperty<EmbeddedNodes> nodesProperty() {
        return nodes.getReadOnlyProperty();
    }

    /// What is shown besides the nodes, as far as it means something for them.
    public ObjectProperty<Set<EmbeddingLayer>> layersProperty() {
        return layers;
    }

    /// Shows an embedding: the nodes move there from where they were.
    public void show(EmbeddedNodes newest) {
        boolean moving = newest.count() > 0 && newest.isLike(nodes.get());
        transition = new Transition(moving ? shown : newest.positions(), newest.positions());
        nodes.set(newest);
        placeholder.setVisible(newest.count() == 0);
        boolean space = newest.dimensions() == 3;
        canvas.setTurning(space ? turning : null);
        tripod.setVisible(space);
        startedAt = 0;
        if (!moving) {
            shown = newest.positions();
        }
        draw();
        if (moving) {
            timer.start();
        } else {
            timer.stop();
        }
    }

    /// Takes the embedding and its caption away: the placeholder sentence shows again.
    public void clear() {
        setCaption("");
        show(EmbeddedNodes.NONE);
    }

    private void advance(long now) {
        if (startedAt == 0) {
            startedAt = now;
        }
        double share = (now - startedAt) / MOVE_NANOS;
        if (share < 1 && now - placedAt < FRAME_NANOS) {
            return;
        }
        placedAt = now;
        place(transition.at(share));
        if (share >= 1) {
            timer.stop();
        }
    }

    /// Nodes, colours or layers are others.
    private void draw() {
        scene = new EmbeddingScene(nodes.get(), style);
        forces.show(
                style.layers().contains(EmbeddingLayer.FORCES) ? style.arrows() : List.of(),
                nodes.get().linear(),
                scene.enlargement());
        place(shown);
    }

    private void place(float[] positions) {
        shown = positions;
        EmbeddingScene.Frame frame = scene.at(positions, orientation);
        canvas.show(frame.scene(), frame.whole());
        tripod.show(orientation, style.theme());
    }

    private void turn(Orientation other) {
        orientation = other;
        place(shown);
    }

    /// Sets the names of the classes; an empty list for none.
    public void setClassNames(List<String> names) {
        style = style.withNames(names);
        draw();
    }

    /// Sets the line below the picture, such as "GCN layer 1, 16 dimensions · step 364".
    public void setCaption(String text) {
        caption.setText(text);
    }

    /// Brings a class to the foreground, −1 for all.
    public void highlightClass(int classOrMinus1) {
        style = style.withHighlight(classOrMinus1);
        draw();
    }

    /// Brings nodes to the foreground; with none, the class that was there before. Nodes of a graph with other points than these
    /// are none of them.
    public void light(Optional<NodeSet> lit) {
        style = style.withLit(lit.filter(some -> some.nodes() == nodes.get().count()));
        draw();
    }

    /// Draws vectors from nodes; none are drawn in a picture without directions, and a line says so.
    public void setArrows(List<VectorArrow> arrows) {
        if (!style.arrows().equals(arrows)) {
            style = style.withArrows(arrows);
            draw();
        }
    }

    /// Sets the look.
    public void setTheme(Theme theme) {
        style = style.withTheme(theme);
        setBackground(
                new Background(
                        new BackgroundFill(
                                Paints.of(theme, Colour.PANEL), CornerRadii.EMPTY, Insets.EMPTY)));
        caption.setTextFill(Paints.of(theme, Colour.MUTED));
        placeholder.setTextFill(Paints.of(theme, Colour.MUTED));
        draw();
    }

    /// What the hover card says about a node, its first line being the title.
    public void setDescription(IntFunction<List<String>> lines) {
        canvas.setDescription(lines);
    }

    /// The node in focus, −1 for none.
    public IntegerProperty selectedProperty() {
        return canvas.selectedProperty();
    }

    /// The node under the pointer, −1 for none.
    public IntegerProperty hoveredProperty() {
        return canvas.hoveredProperty();
    }

    /// The positions of the nodes right now (two or three numbers for each in turn), a copy.
    public float[] positions() {
        return Arrays.copyOf(shown, shown.length);
    }

    /// Shows the whole embedding.
    public void fit() {
        canvas.fit();
    }

    /// The canvas inside, for tests and exports.
    public NodeCanvas canvas() {
        return canvas;
    }

    /// Ends the animation for good; call when the view is thrown away.
    public void dispose() {
        timer.stop();
    }
}
