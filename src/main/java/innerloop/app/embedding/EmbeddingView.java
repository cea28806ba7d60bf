package innerloop.app.embedding;

import innerloop.app.Messages;
import innerloop.app.canvas.EdgeList;
import innerloop.app.canvas.NodeCanvas;
import innerloop.app.canvas.NodeLook;
import innerloop.app.canvas.Palette;
import innerloop.app.canvas.SceneModel;
import innerloop.app.selection.Selection;
import innerloop.app.theme.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import javafx.animation.AnimationTimer;
import javafx.beans.property.IntegerProperty;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;

/// Node embeddings as points of the plane. Everything is set from outside on the FX thread.
///
/// Successive frames are joined by a movement of about 200 ms. With at most [#MOST_NAMES] classes
/// their names stand at the middle of their nodes.
public final class EmbeddingView extends BorderPane {

    /// With more classes than this their names would only be in the way.
    public static final int MOST_NAMES = 12;

    /// Points move at half the screen's rate: without a graphics card every frame repaints the whole view.
    private static final long FRAME_NANOS = 30_000_000;

    /// Projections have outliers; the fitted view shows this share of the nodes.
    private static final double SHOWN = 0.98;

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
    private Palette palette = Palette.LIGHT;
    private Transition transition = new Transition(new float[0], new float[0]);
    private float[] shown = {};
    private int[] classOfNode = {};
    private byte[] shapes = {};
    private boolean[] marks = {};
    private List<String> classNames = List.of();
    private int highlight = -1;
    private long startedAt;
    private long placedAt;

    /// An empty view in light colours whose nodes are those of this selection's graph.
    public EmbeddingView(Selection selection) {
        this.canvas = new NodeCanvas(selection);
        canvas.setFitShare(SHOWN);
        getStyleClass().add("embedding-view");
        placeholder.setWrapText(true);
        placeholder.setMouseTransparent(true);
        placeholder.setPadding(new Insets(24));
        caption.setId("embedding-caption");
        caption.setPadding(new Insets(2, 12, 8, 12));
        caption.setFont(Font.font("Inter", 12));
        StackPane centre = new StackPane(canvas, placeholder);
        centre.setMinSize(0, 0);
        setCenter(centre);
        setBottom(caption);
        setTheme(Theme.LIGHT);
    }

    /// Shows an embedding: the nodes move there from where they were.
    ///
    /// @param xy x and y of each node in turn, NaN for nodes without an embedding
    /// @param colourClass class of each node, which is its colour; −1 for none
    public void setPoints(float[] xy, int[] colourClass) {
        setPoints(xy, colourClass, new byte[xy.length / 2], new boolean[xy.length / 2]);
    }

    /// Shows an embedding with a shape for each node.
    ///
    /// @param nodeShapes [innerloop.app.canvas.Shape#code()] of each node
    /// @param wrong which nodes carry the mark of a wrong prediction
    public void setPoints(float[] xy, int[] colourClass, byte[] nodeShapes, boolean[] wrong) {
        if (colourClass.length * 2 != xy.length
                || nodeShapes.length * 2 != xy.length
                || wrong.length * 2 != xy.length) {
            throw new IllegalArgumentException(
                    "embedding of %d numbers with %d classes, %d shapes, %d marks"
                            .formatted(
                                    xy.length,
                                    colourClass.length,
                                    nodeShapes.length,
                                    wrong.length));
        }
        boolean sameNodes = shown.length == xy.length;
        transition = new Transition(sameNodes ? shown : xy, xy);
        classOfNode = colourClass;
        shapes = nodeShapes;
        marks = wrong;
        placeholder.setVisible(xy.length == 0);
        startedAt = 0;
        if (sameNodes && xy.length > 0) {
            timer.start();
        } else {
            place(xy);
        }
    }

    /// Takes the embedding away: the placeholder sentence shows again.
    public void clear() {
        setPoints(new float[0], new int[0]);
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

    private void place(float[] xy) {
        shown = xy;
        int n = xy.length / 2;
        int[] colour = new int[n];
        byte[] emphasis = new byte[n];
        for (int i = 0; i < n; i++) {
            colour[i] = palette.classColour(classOfNode[i]);
            emphasis[i] =
                    highlight >= 0 && classOfNode[i] != highlight
                            ? SceneModel.DIM
                            : SceneModel.NORMAL;
        }
        NodeLook look = new NodeLook(colour, shapes, emphasis, marks, new float[0]);
        canvas.show(new SceneModel(xy, look, EdgeList.NONE, palette).withCaptions(names(xy)));
    }

    private List<SceneModel.Caption> names(float[] xy) {
        int classes = classNames.size();
        if (classes == 0 || classes > MOST_NAMES) {
            return List.of();
        }
        double[] sum = new double[3 * classes];
        for (int i = 0; i < classOfNode.length; i++) {
            int c = classOfNode[i];
            if (c >= 0
                    && c < classes
                    && Float.isFinite(xy[2 * i])
                    && Float.isFinite(xy[2 * i + 1])) {
                sum[3 * c] += xy[2 * i];
                sum[3 * c + 1] += xy[2 * i + 1];
                sum[3 * c + 2]++;
            }
        }
        List<SceneModel.Caption> captions = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            double count = sum[3 * c + 2];
            if (count > 0) {
                int colour = Palette.mix(palette.classColour(c), palette.ink(), 0.45);
                captions.add(
                        new SceneModel.Caption(
                                classNames.get(c),
                                sum[3 * c] / count,
                                sum[3 * c + 1] / count,
                                colour));
            }
        }
        return captions;
    }

    /// Sets the names of the classes; an empty list for none.
    public void setClassNames(List<String> names) {
        classNames = List.copyOf(names);
        place(shown);
    }

    /// Sets the line below the picture, such as "GCN layer 1, 16 dimensions · step 364".
    public void setCaption(String text) {
        caption.setText(text);
    }

    /// Brings a class to the foreground, −1 for all.
    public void highlightClass(int classOrMinus1) {
        highlight = classOrMinus1;
        place(shown);
    }

    /// Sets the look.
    public void setTheme(Theme theme) {
        palette = Palette.of(theme);
        setBackground(
                new Background(
                        new BackgroundFill(
                                Palette.paint(palette.panel()), CornerRadii.EMPTY, Insets.EMPTY)));
        caption.setTextFill(Palette.paint(palette.dim()));
        placeholder.setTextFill(Palette.paint(palette.dim()));
        place(shown);
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

    /// The positions on the screen right now (x, y of each node in turn), a copy.
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
