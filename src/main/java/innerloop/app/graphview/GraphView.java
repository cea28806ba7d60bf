package innerloop.app.graphview;

import innerloop.app.Messages;
import innerloop.app.canvas.NodeCanvas;
import innerloop.app.canvas.ToolButtons;
import innerloop.app.selection.FindBar;
import innerloop.app.selection.Selection;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.layout.Layout;
import innerloop.graph.select.NodeAttributes;
import innerloop.graph.select.NodeSet;
import innerloop.math.Seed;
import innerloop.scene.SceneModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;

/// The graph, drawn and explorable. Everything is set from outside on the FX thread; what the
/// person does comes back through [#selectedProperty()], [#hoveredProperty()] and
/// [#highlightProperty()].
///
/// A graph without positions is laid out in the background; meanwhile the picture moves and Esc
/// stops it.
public final class GraphView extends BorderPane {

    private static final AttributedGraph NO_GRAPH = new GraphBuilder("", 0, false).build();

    private final Selection selection;
    private final NodeCanvas canvas;
    private final FindBar findBar;
    private final Label layoutNote = new Label(Messages.get("canvas.layout.running"));
    private final Rectangle progress = new Rectangle(0, 2);
    private final Label note = new Label();
    private final Label placeholder = new Label(Messages.get("canvas.graph.empty"));
    private final Button fitButton = new Button(Messages.get("canvas.fit"));
    private final BooleanProperty layingOut = new SimpleBooleanProperty(this, "layingOut");
    private final IntegerProperty highlight = new SimpleIntegerProperty(this, "highlight", -1);
    private final Legend legend = new Legend(highlight::set);
    private final ObjectProperty<NodeStyle> style =
            new SimpleObjectProperty<>(this, "style", NodeStyle.PLAIN);
    private final Label stale = new Label(Messages.get("canvas.stale"));
    private final BooleanProperty othersPrediction =
            new SimpleBooleanProperty(this, "othersPrediction");
    private final StyleMenus menus = new StyleMenus(style);
    private NodeAppearance look = NodeAppearance.of(NO_GRAPH, NodeStyle.PLAIN, Theme.LIGHT);
    private final SceneMaker scenes = new SceneMaker(look, this::made);
    private float[] positions = {};
    private Seed seed = new Seed(1);
    private @Nullable LayoutSession session;

    /// An empty view in light colours whose nodes are those of this selection's graph.
    public GraphView(Selection selection) {
        this.selection = selection;
        this.canvas = new NodeCanvas(selection);
        this.findBar = new FindBar(selection, this::attributes, canvas::zoomToSelection);
        getStyleClass().add("graph-view");
        layoutNote.getStyleClass().add("layout-note");
        placeholder.setWrapText(true);
        placeholder.setMouseTransparent(true);
        Label selected = selectedNote();
        note.setId("canvas-note");
        note.getStyleClass().addAll("canvas-note", "canvas-hint");
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        note.setMouseTransparent(true);
        StackPane.setAlignment(note, Pos.BOTTOM_CENTER);
        StackPane.setMargin(note, new Insets(0, 8, 8, 8));
        StackPane centre = new StackPane(canvas, progress, layoutNote, selected, note, placeholder);
        StackPane.setAlignment(selected, Pos.BOTTOM_LEFT);
        StackPane.setAlignment(progress, Pos.TOP_LEFT);
        StackPane.setAlignment(layoutNote, Pos.TOP_LEFT);
        centre.setMinSize(0, 0);
        canvas.keepClearOf(List.of(layoutNote, selected, note));
        progress.setManaged(false);
        progress.visibleProperty().bind(layingOut);
        layoutNote.visibleProperty().bind(layingOut);
        layoutNote.setMouseTransparent(true);
        setCenter(centre);
        setTop(findBar);
        stale.setId("canvas-stale");
        stale.getStyleClass().add("dim");
        stale.setPadding(new Insets(6, 12, 0, 12));
        stale.managedProperty().bind(stale.visibleProperty());
        stale.visibleProperty()
                .bind(
                        othersPrediction.and(
                                Bindings.createBooleanBinding(
                                        () -> style.get().ofLearner(), style)));
        setBottom(new VBox(stale, legend));
        legend.fitInto(heightProperty());
        canvas.setDescription(node -> NodeDescription.of(look.graph(), look.prediction(), node));
        buildHeader();
        // Before the canvas, for which Esc means the selection.
        canvas.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        style.subscribe(meant -> change(look.withStyle(meant)));
        highlight.subscribe(index -> light(Highlight.ofClass(look.graph(), index.intValue())));
        setTheme(Theme.LIGHT);
    }

    /// Says how many nodes are selected when they are more than the one the inspector shows.
    private Label selectedNote() {
        Label note = new Label();
        note.setId("selected-count");
        note.getStyleClass().addAll("dim", "canvas-note");
        note.visibleProperty().bind(note.textProperty().isNotEmpty());
        StackPane.setMargin(note, new Insets(0, 8, 8, 8));
        note.setMouseTransparent(true);
        selection
                .nodesProperty()
                .subscribe(nodes ->
                        note.setText(
                                nodes.size() > 1
                                        ? Messages.get("canvas.selected", nodes.size())
                                        : ""));
        return note;
    }

    private void buildHeader() {
        fitButton.getStyleClass().addAll("quiet", "flat");
        fitButton.setTooltip(new Tooltip(Messages.get("canvas.fit.why")));
        fitButton.setOnAction(_ -> fit());
    }

    /// The controls that belong into the card's header, the dearest first: what colours mean, tools, what sizes mean, the fit
    /// button.
    public List<Node> headerControls() {
        List<Node> controls = new ArrayList<>();
        controls.add(menus.colour());
        controls.add(new ToolButtons(canvas.toolProperty(), canvas.paintingRefusal()));
        controls.add(menus.size());
        controls.add(fitButton);
        return controls;
    }

    /// Shows another graph; lanes, episode, prediction, selection and highlight are reset.
    public void setGraph(AttributedGraph graph) {
        LayoutSession running = session;
        if (running != null) {
            running.close();
        }
        session = null;
        positions = new float[0];
        hoveredProperty().set(-1);
        selection.reset(graph);
        findBar.reset();
        look = NodeAppearance.of(graph, style.get(), look.theme());
        menus.setGraph(look.facts());
        highlight.set(-1);
        placeholder.setVisible(graph.nodes() == 0);
        float[] known = graph.positions();
        if (known != null) {
            positions = known;
            layingOut.set(false);
        } else {
            // Until the first snapshot arrives nothing is where it belongs, so nothing is drawn.
            positions = new float[2 * graph.nodes()];
            Arrays.fill(positions, Float.NaN);
            layingOut.set(graph.nodes() > 0);
            progress.setWidth(0);
            if (graph.nodes() > 0) {
                session = new LayoutSession(graph, seed, this::positioned);
            }
        }
        // The data of another graph is about other nodes.
        canvas.show(SceneModel.empty(look.theme()));
        canvas.fit();
        refresh();
    }

    /// Nodes of the shown graph have other classes: everything stays where it is.
    public void relabel(AttributedGraph same) {
        selection.relabel(same);
        // Another class may have this number now.
        change(look.relabelled(same).withHighlight(Highlight.NONE));
        highlight.set(-1);
    }

    /// Shows the graph as it is after other steps of its history, until it is relabelled or another one is set. Nodes that are
    /// not there are not drawn; all others stay where they are.
    public void play(AttributedGraph state) {
        change(look.relabelled(state));
    }

    /// The graph as it is seen.
    public AttributedGraph seen() {
        return look.graph();
    }

    /// The present attributes of the nodes.
    public NodeAttributes attributes() {
        return look.attributes();
    }

    private void positioned(Layout snapshot) {
        positions = snapshot.xy();
        progress.setWidth(canvas.getWidth() * snapshot.progress());
        layingOut.set(!snapshot.done());
        // Only the positions differ: colours, shapes and the order of labels stay as they are.
        if (canvas.model().nodes() == look.graph().nodes()) {
            canvas.show(canvas.model().withPositions(look.placed(positions)));
        }
    }

    /// Sets where the split puts each node: 0 none, 1 base, 2 validation, 3 novel ([NodeLane#code()]); empty while there is
    /// no split.
    public void setLanes(byte[] laneOfNode) {
        if (laneOfNode.length > 0 && laneOfNode.length != look.graph().nodes()) {
            throw new IllegalArgumentException(
                    "lanes of %d nodes for a graph of %d"
                            .formatted(laneOfNode.length, look.graph().nodes()));
        }
        change(look.withLanes(laneOfNode));
    }

    /// Sets the watched episode; two empty arrays for none.
    public void setEpisode(int[] support, int[] query) {
        change(look.withEpisode(support, query));
    }

    /// Sets what the learner says.
    public void setPrediction(Prediction prediction) {
        change(look.withPrediction(prediction));
    }

    /// Whether what the learner says is of another recipe than the open one; it is said while it can be seen.
    public void setStale(boolean other) {
        othersPrediction.set(other);
    }

    /// Brings a class to the foreground, −1 for all.
    public void highlightClass(int classOrMinus1) {
        highlight.set(classOrMinus1);
    }

    /// Says something at the lower border; empty for nothing.
    public void setNote(String text) {
        note.setText(text);
    }

    /// Brings nodes to the foreground; with none, the class that was there before.
    public void light(Optional<NodeSet> nodes) {
        light(nodes.map(Highlight::of).orElse(Highlight.ofClass(look.graph(), highlight.get())));
    }

    private void light(Highlight lit) {
        change(look.withHighlight(lit.with(look.highlight().numbers())));
    }

    /// Writes numbers at edges, until others are given.
    public void setNumbers(EdgeNumbers numbers) {
        if (!look.highlight().numbers().equals(numbers)) {
            change(look.withHighlight(look.highlight().with(numbers)));
        }
    }

    /// Sets the look.
    public final void setTheme(Theme theme) {
        setBackground(
                new Background(
                        new BackgroundFill(
                                Paints.of(theme, Colour.PANEL), CornerRadii.EMPTY, Insets.EMPTY)));
        progress.setFill(Paints.of(theme, Colour.ACCENT));
        layoutNote.setTextFill(Paints.of(theme, Colour.MUTED));
        placeholder.setTextFill(Paints.of(theme, Colour.MUTED));
        change(look.withTheme(theme));
    }

    /// Sets the seed of layouts still to come.
    public void setLayoutSeed(Seed layoutSeed) {
        seed = layoutSeed;
    }

    /// The node in focus, −1 for none.
    public IntegerProperty selectedProperty() {
        return canvas.selectedProperty();
    }

    /// The node under the pointer, −1 for none.
    public IntegerProperty hoveredProperty() {
        return canvas.hoveredProperty();
    }

    /// The class in the foreground, −1 for all.
    public IntegerProperty highlightProperty() {
        return highlight;
    }

    /// The meaning of colours and sizes.
    public ObjectProperty<NodeStyle> nodeStyleProperty() {
        return style;
    }

    /// Offers colours for numbers that are asked for, or for classes.
    public void setAsksForNumbers(boolean numbers) {
        menus.setAsksForNumbers(numbers);
    }

    /// Lets colours mean something else.
    public void setColour(ColourMode mode) {
        style.set(style.get().withColour(mode));
    }

    /// Whether a layout is running.
    public ReadOnlyBooleanProperty layingOutProperty() {
        return layingOut;
    }

    /// Whether every node has a place, if only a first one.
    public boolean isPlaced() {
        return positions.length == 0 || !Float.isNaN(positions[0]);
    }

    /// The positions in use (x, y of each node in turn; NaN while there are none yet). Read only.
    public float[] positions() {
        return positions;
    }

    /// The canvas inside, for tests and exports.
    public NodeCanvas canvas() {
        return canvas;
    }

    /// Ends the running layout where it is.
    public void stopLayout() {
        LayoutSession running = session;
        if (running != null) {
            running.stop();
        }
    }

    /// Ends background work for good; call when the view is thrown away.
    public void dispose() {
        LayoutSession running = session;
        if (running != null) {
            running.close();
        }
    }

    /// Opens the line to find nodes in.
    public void find() {
        findBar.open();
    }

    /// Shows the whole graph.
    public void fit() {
        canvas.fit();
    }

    private void change(NodeAppearance changed) {
        look = changed;
        refresh();
    }

    private void refresh() {
        if (positions.length == 2 * look.graph().nodes()) {
            scenes.want(look, look.placed(positions));
        }
    }

    private void made(NodeAppearance shown, SceneModel scene) {
        // The layout may have gone on meanwhile.
        canvas.show(scene.withPositions(shown.placed(positions)));
        legend.show(shown);
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.ESCAPE && layingOut.get()) {
            stopLayout();
            e.consume();
        }
    }
}
