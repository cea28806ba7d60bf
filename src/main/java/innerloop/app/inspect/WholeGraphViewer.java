package innerloop.app.inspect;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.scene.EdgeList;
import innerloop.scene.SceneModel;
import innerloop.scene.Viewport;
import java.util.Map;
import java.util.Objects;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import org.graphstream.graph.Graph;
import org.graphstream.graph.implementations.SingleGraph;
import org.graphstream.ui.fx_viewer.FxViewPanel;
import org.graphstream.ui.fx_viewer.FxViewer;
import org.graphstream.ui.javafx.FxGraphRenderer;

/// A whole graph in GraphStream's viewer, seen through a [Viewport]: what the benchmark of drawing compares our canvas
/// with. Made and used on the JavaFX thread.
public final class WholeGraphViewer {

    private final Viewport whole;
    private final FxViewer viewer;
    private final FxViewPanel panel;
    private long drawn;

    /// Counts what is drawn.
    private final class CountingRenderer extends FxGraphRenderer {
        @Override
        public void render(GraphicsContext pen, int x, int y, int width, int height) {
            super.render(pen, x, y, width, height);
            drawn++;
        }
    }

    /// A viewer of a graph with positions, in colours of its classes and without names.
    ///
    /// @param view that shows the whole graph
    public WholeGraphViewer(AttributedGraph graph, Viewport view) {
        whole = view;
        viewer = new FxViewer(streamOf(graph, view), FxViewer.ThreadingModel.GRAPH_IN_GUI_THREAD);
        viewer.disableAutoLayout();
        panel = (FxViewPanel) viewer.addDefaultView(false, new CountingRenderer());
        panel.setMinSize(0, 0);
        // Its canvas would ask for the size it had.
        panel.setPrefSize(1, 1);
    }

    private static Graph streamOf(AttributedGraph graph, Viewport view) {
        EdgeList edges = EdgeList.of(graph);
        Graph stream = new SingleGraph("whole", true, false, graph.nodes(), edges.size());
        stream.setAttribute("ui.stylesheet", styleSheet(graph, view));
        float[] xy = Objects.requireNonNull(graph.positions());
        for (int i = 0; i < graph.nodes(); i++) {
            // Its y axis points up.
            double[] place = {xy[2 * i], -xy[2 * i + 1], 0};
            stream.addNode(Integer.toString(i))
                    .setAttributes(Map.of("xyz", place, "ui.class", "c" + graph.labels()[i]));
        }
        for (int e = 0; e < edges.size(); e++) {
            stream.addEdge(
                    Integer.toString(e),
                    Integer.toString(edges.from()[e]),
                    Integer.toString(edges.to()[e]));
        }
        return stream;
    }

    private static String styleSheet(AttributedGraph graph, Viewport view) {
        Theme theme = Theme.LIGHT;
        double size = 2 * SceneModel.radiusFor(graph.nodes(), view.width(), view.height());
        StringBuilder sheet = new StringBuilder("graph { fill-color: white; padding: 34px; }");
        sheet.append(" node { size: ").append(size).append("px; }");
        sheet.append(" edge { size: 1px; fill-color: ")
                .append(Theme.web(theme.colour(Colour.EDGE)))
                .append("; }");
        for (int c = 0; c < graph.classes().size(); c++) {
            sheet.append(" node.c").append(c).append(" { fill-color: ");
            sheet.append(Theme.web(theme.classColour(c))).append("; }");
        }
        return sheet.toString();
    }

    /// The node to show in a window; it must be the only child of its parent.
    public Region view() {
        return panel;
    }

    /// Moves its camera.
    public void look(Viewport view) {
        panel.getCamera().setViewCenter(view.centreX(), -view.centreY(), 0);
        panel.getCamera().setViewPercent(whole.scale() / view.scale());
    }

    /// How often it has drawn.
    public long drawn() {
        return drawn;
    }

    /// Ends its timer.
    public void close() {
        viewer.close();
    }
}
