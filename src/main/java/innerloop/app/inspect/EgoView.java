package innerloop.app.inspect;

import innerloop.app.Messages;
import innerloop.app.theme.Paints;
import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.graph.GraphBuilder;
import innerloop.graph.layout.IncrementalLayout;
import innerloop.graph.stream.SpringBoxLayout;
import innerloop.math.Seed;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.graphstream.graph.Edge;
import org.graphstream.graph.Graph;
import org.graphstream.graph.Node;
import org.graphstream.graph.implementations.SingleGraph;
import org.graphstream.ui.fx_viewer.FxViewPanel;
import org.graphstream.ui.fx_viewer.FxViewer;
import org.graphstream.ui.javafx.FxGraphRenderer;
import org.jspecify.annotations.Nullable;

/// The ego network of one node, drawn by GraphStream.
///
/// The viewer is built when the view is first shown and thrown away when it leaves the window: its
/// timer would go on drawing 25 times a second. Its graph lives on the FX thread, so no proxy is
/// needed, and closing the viewer removes the one sink it has put on the graph.
public final class EgoView extends StackPane {

    /// With more nodes their labels would cover each other; the list above the view has the names.
    private static final int MOST_LABELS = 9;

    private static final int LAYOUT_STEPS = 250;
    private static final Duration CLOSE_DELAY = Duration.millis(400);

    private final Label placeholder = new Label(Messages.get("canvas.ego.empty"));
    private final Label note = new Label();
    private final StackPane stage = new StackPane();
    private Theme theme = Theme.LIGHT;
    private @Nullable AttributedGraph graph;
    private int node = -1;
    private final Graph stream = new SingleGraph("ego");
    private @Nullable FxViewer viewer;

    /// An empty view in light colours.
    public EgoView() {
        getStyleClass().add("ego-view");
        placeholder.setWrapText(true);
        note.setPadding(new Insets(6, 10, 6, 10));
        note.setMouseTransparent(true);
        // The panel must be alone in its parent: GraphStream's picking is off by the panel's
        // layoutX and Y.
        setAlignment(note, Pos.BOTTOM_LEFT);
        getChildren().addAll(stage, placeholder, note);
        setMinSize(0, 0);
        setPrefSize(320, 260);
        sceneProperty().subscribe(_ -> refresh());
        setTheme(Theme.LIGHT);
    }

    /// Shows the neighbourhood of a node; −1 or no graph for nothing.
    public void show(@Nullable AttributedGraph newGraph, int newNode) {
        if (newNode == node && newGraph != null && newGraph.equals(graph)) {
            return;
        }
        graph = newGraph;
        node = newNode;
        refresh();
    }

    /// Sets the look.
    public void setTheme(Theme look) {
        theme = look;
        setBackground(
                new Background(
                        new BackgroundFill(
                                Paints.of(theme, Colour.PANEL), CornerRadii.EMPTY, Insets.EMPTY)));
        placeholder.setTextFill(Paints.of(theme, Colour.MUTED));
        note.setTextFill(Paints.of(theme, Colour.MUTED));
        refresh();
    }

    /// Throws the viewer away; the view builds another one when it is shown again.
    public void dispose() {
        FxViewer old = viewer;
        viewer = null;
        stage.getChildren().clear();
        if (old != null) {
            // FxViewer starts its timer from a thread of its own; closing it before that has
            // happened fails there.
            PauseTransition later = new PauseTransition(CLOSE_DELAY);
            later.setOnFinished(_ -> old.close());
            later.play();
        }
    }

    private void refresh() {
        AttributedGraph shown = graph;
        boolean something = shown != null && node >= 0 && node < shown.nodes();
        placeholder.setVisible(!something);
        stage.setVisible(something);
        note.setText("");
        if (getScene() == null) {
            dispose();
        } else if (shown != null && something) {
            EgoNetwork ego = EgoNetwork.of(shown, node);
            if (ego.neighbours() >= ego.nodes().size()) {
                note.setText(
                        Messages.get("canvas.ego.more", ego.nodes().size() - 1, ego.neighbours()));
            }
            fill(shown, ego);
            build();
        }
    }

    private void build() {
        if (viewer == null) {
            FxViewer fresh = new FxViewer(stream, FxViewer.ThreadingModel.GRAPH_IN_GUI_THREAD);
            fresh.disableAutoLayout();
            FxViewPanel panel = (FxViewPanel) fresh.addDefaultView(false, new Renderer());
            panel.setMinSize(0, 0);
            // Its canvas would ask for the size it had; the room is what this view is given.
            panel.setPrefSize(1, 1);
            stage.getChildren().setAll(panel);
            viewer = fresh;
        }
    }

    /// Replaces the network in GraphStream's graph, already laid out and styled.
    private void fill(AttributedGraph shown, EgoNetwork ego) {
        stream.clear();
        stream.setAttribute("ui.stylesheet", styleSheet());
        stream.setAttribute("ui.quality");
        stream.setAttribute("ui.antialias");
        float[] xy = layout(ego);
        List<Integer> nodes = ego.nodes();
        for (int k = 0; k < nodes.size(); k++) {
            int i = nodes.get(k);
            Node added = stream.addNode(Integer.toString(i));
            added.setAttribute("xyz", new double[] {xy[2 * k], xy[2 * k + 1], 0});
            if (i == ego.centre() || nodes.size() <= MOST_LABELS) {
                added.setAttribute("ui.label", shown.names().get(i));
            }
            String colour = "fill-color: " + Theme.web(theme.classColour(shown.labels()[i])) + ";";
            added.setAttribute("ui.style", colour);
            if (i == ego.centre()) {
                added.setAttribute("ui.class", "centre");
            }
        }
        for (EgoNetwork.Edge edge : ego.edges()) {
            String from = Integer.toString(edge.from());
            String to = Integer.toString(edge.to());
            Edge added = stream.addEdge(from + "-" + to, from, to);
            if (edge.from() == ego.centre() || edge.to() == ego.centre()) {
                added.setAttribute("ui.class", "spoke");
            }
        }
    }

    private static float[] layout(EgoNetwork ego) {
        GraphBuilder builder = new GraphBuilder("ego", ego.nodes().size(), false);
        for (EgoNetwork.Edge edge : ego.edges()) {
            builder.edge(ego.nodes().indexOf(edge.from()), ego.nodes().indexOf(edge.to()));
        }
        IncrementalLayout layout = new SpringBoxLayout(builder.build(), new Seed(1));
        int steps = 0;
        while (steps < LAYOUT_STEPS && layout.step()) {
            steps++;
        }
        return layout.positions();
    }

    private String styleSheet() {
        String panel = Theme.web(theme.colour(Colour.PANEL));
        return """
        graph { fill-color: %1$s; padding: 40px; }
        node { size: 11px; stroke-mode: plain; stroke-color: %1$s; stroke-width: 1.5px;
            text-size: 11; text-color: %2$s; text-alignment: under; text-offset: 0px, 4px; }
        node.centre { size: 17px; stroke-color: %3$s; stroke-width: 3px; text-style: bold; }
        edge { fill-color: %4$s; size: 1px; }
        edge.spoke { fill-color: %3$s; size: 1.5px; }
        """
                .formatted(
                        panel,
                        Theme.web(theme.colour(Colour.TEXT)),
                        Theme.web(theme.colour(Colour.ACCENT)),
                        Theme.web(theme.colour(Colour.EDGE)));
    }

    /// Draws the network. The styles go with the viewer that they are drawn in; GraphStream would look for what drew each
    /// of them before that, and fail where a view was never seen.
    private static final class Renderer extends FxGraphRenderer {
        @Override
        protected void removeRenderers() {}
    }
}
