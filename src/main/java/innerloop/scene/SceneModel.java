package innerloop.scene;

import innerloop.colour.Theme;
import java.util.List;

/// Everything a canvas draws, as one value: handed from the FX thread to the raster thread. Nobody
/// writes into the arrays once they are in here.
///
/// @param xy x and y of each node in world units; NaN = not drawn
/// @param look colour, shape and size of each node
/// @param radius of an ordinary node in pixels, at the scale that shows the whole picture
/// @param fitScale that scale, in pixels per world unit; nodes grow a little when zoomed in beyond
///   it
/// @param edges between the nodes
/// @param labels what each node is called; empty for no labels
/// @param labelOrder nodes worth a label, most important first
/// @param focus the nodes that are pointed at
/// @param captions words at fixed world places, such as class names at centroids
/// @param layers what is shown besides nodes and edges
/// @param theme the colours of everything else
@SuppressWarnings("ArrayRecordComponent") // a snapshot for drawing, never compared
public record SceneModel(
        float[] xy,
        NodeLook look,
        double radius,
        double fitScale,
        EdgeList edges,
        List<String> labels,
        int[] labelOrder,
        Focus focus,
        List<Caption> captions,
        Scenery layers,
        Theme theme) {

    /// An ordinary node.
    public static final byte NORMAL = 0;

    /// A node that steps back.
    public static final byte DIM = 1;

    /// A node in the foreground.
    public static final byte STRONG = 2;

    private static final double USUAL_RADIUS = 5;
    private static final double MOST_RADIUS = 14;

    /// Words at a place of the world.
    ///
    /// @param away how far the words stay above or below the place, in pixels; 0 = they may lie on it
    public record Caption(String text, double x, double y, double away, int colour) {

        /// Words that may lie on their place.
        public Caption(String text, double x, double y, int colour) {
            this(text, x, y, 0, colour);
        }
    }

    /// Checks that every node has a look.
    public SceneModel {
        if (2 * look.colour().length != xy.length) {
            throw new IllegalArgumentException(
                    "scene of %d coordinates with the look of %d nodes"
                            .formatted(xy.length, look.colour().length));
        }
    }

    /// A scene without texts and without a focus.
    public SceneModel(float[] xy, NodeLook look, EdgeList edges, Theme theme) {
        this(
                xy,
                look,
                USUAL_RADIUS,
                0,
                edges,
                List.of(),
                new int[0],
                Focus.NONE,
                List.of(),
                Scenery.NONE,
                theme);
    }

    /// An empty canvas.
    public static SceneModel empty(Theme theme) {
        return plain(new float[0], new int[0], EdgeList.NONE, theme);
    }

    /// Discs of these colours, no labels.
    public static SceneModel plain(float[] xy, int[] colour, EdgeList edges, Theme theme) {
        return new SceneModel(xy, NodeLook.discs(colour), edges, theme);
    }

    /// Number of nodes.
    public int nodes() {
        return xy.length / 2;
    }

    /// The same picture with the nodes elsewhere.
    public SceneModel withPositions(float[] newXy) {
        return new SceneModel(
                newXy,
                look,
                radius,
                fitScale,
                edges,
                labels,
                labelOrder,
                focus,
                captions,
                layers,
                theme);
    }

    /// The same picture with other nodes pointed at.
    public SceneModel withFocus(Focus newFocus) {
        return new SceneModel(
                xy,
                look,
                radius,
                fitScale,
                edges,
                labels,
                labelOrder,
                newFocus,
                captions,
                layers,
                theme);
    }

    /// The same picture with these names, most important nodes first.
    public SceneModel withLabels(List<String> newLabels, int[] newOrder) {
        return new SceneModel(
                xy, look, radius, fitScale, edges, newLabels, newOrder, focus, captions, layers,
                theme);
    }

    /// The same picture with these words.
    public SceneModel withCaptions(List<Caption> newCaptions) {
        return new SceneModel(
                xy,
                look,
                radius,
                fitScale,
                edges,
                labels,
                labelOrder,
                focus,
                newCaptions,
                layers,
                theme);
    }

    /// The same picture with these layers.
    public SceneModel withLayers(Scenery newLayers) {
        return new SceneModel(
                xy,
                look,
                radius,
                fitScale,
                edges,
                labels,
                labelOrder,
                focus,
                captions,
                newLayers,
                theme);
    }

    /// The same picture with another node size and the scale it holds for.
    public SceneModel withRadius(double newRadius, double newFitScale) {
        return new SceneModel(
                xy,
                look,
                newRadius,
                newFitScale,
                edges,
                labels,
                labelOrder,
                focus,
                captions,
                layers,
                theme);
    }

    /// Whether a node is selected.
    public boolean isSelected(int node) {
        return node == focus.selected() || focus.selection().contains(node);
    }

    /// Radius of an ordinary node in pixels at this scale: nodes grow slower than the picture.
    public double radiusAt(double scale) {
        double zoom = fitScale <= 0 ? 1 : Math.clamp(scale / fitScale, 0.25, 40);
        return Math.min(MOST_RADIUS, radius * Math.pow(zoom, 0.42));
    }

    /// The radius in use for the usual number of nodes on a canvas of ordinary size.
    public static double radiusFor(int nodes, double width, double height) {
        double room = Math.sqrt(Math.max(1, width * height) / Math.max(1, nodes));
        return Math.clamp(room * 0.15, 1.5, 6);
    }
}
