package innerloop.app.canvas;

import java.util.List;

/// Everything a canvas draws, as one value: handed from the FX thread to the raster thread. Nobody
/// writes into the arrays once they are in here.
///
/// | array | per node |
/// |---|---|
/// | xy | x and y in world units; NaN = not drawn |
/// | colour | opaque ARGB |
/// | shape | [Shape#code()] |
/// | emphasis | [#NORMAL], [#DIM] or [#STRONG] |
/// | mark | whether a ring and a cross say "wrong" |
///
/// @param radius of an ordinary node in pixels, at the scale that shows the whole picture
/// @param fitScale that scale, in pixels per world unit; nodes grow a little when zoomed in beyond
///   it
/// @param edges between the nodes
/// @param labels what each node is called; empty for no labels
/// @param labelOrder nodes worth a label, most important first
/// @param selected the selected node, −1 for none
/// @param hovered the node under the pointer, −1 for none
/// @param captions words at fixed world places, such as class names at centroids
/// @param palette the colours of everything else
@SuppressWarnings("ArrayRecordComponent") // a snapshot for drawing, compared by nobody
public record SceneModel(
        float[] xy,
        int[] colour,
        byte[] shape,
        byte[] emphasis,
        boolean[] mark,
        double radius,
        double fitScale,
        EdgeList edges,
        List<String> labels,
        int[] labelOrder,
        int selected,
        int hovered,
        List<Caption> captions,
        Palette palette) {

    /// An ordinary node.
    public static final byte NORMAL = 0;

    /// A node that steps back.
    public static final byte DIM = 1;

    /// A node in the foreground.
    public static final byte STRONG = 2;

    /// Words at a place of the world.
    public record Caption(String text, double x, double y, int colour) {}

    /// Checks that all arrays have one entry per node.
    public SceneModel {
        int n = xy.length / 2;
        if (colour.length != n || shape.length != n || emphasis.length != n || mark.length != n) {
            throw new IllegalArgumentException(
                    "scene of %d nodes with %d colours, %d shapes, %d emphases, %d marks"
                            .formatted(
                                    n, colour.length, shape.length, emphasis.length, mark.length));
        }
    }

    /// An empty canvas.
    public static SceneModel empty(Palette palette) {
        return plain(new float[0], new int[0], EdgeList.NONE, palette);
    }

    /// Discs of these colours, no labels.
    public static SceneModel plain(float[] xy, int[] colour, EdgeList edges, Palette palette) {
        int n = xy.length / 2;
        return new SceneModel(
                xy,
                colour,
                new byte[n],
                new byte[n],
                new boolean[n],
                5,
                0,
                edges,
                List.of(),
                new int[0],
                -1,
                -1,
                List.of(),
                palette);
    }

    /// Number of nodes.
    public int nodes() {
        return xy.length / 2;
    }

    /// The same picture with the nodes elsewhere.
    public SceneModel withPositions(float[] newXy) {
        return new SceneModel(
                newXy,
                colour,
                shape,
                emphasis,
                mark,
                radius,
                fitScale,
                edges,
                labels,
                labelOrder,
                selected,
                hovered,
                captions,
                palette);
    }

    /// The same picture with other nodes selected and hovered.
    public SceneModel withFocus(int newSelected, int newHovered) {
        return new SceneModel(
                xy,
                colour,
                shape,
                emphasis,
                mark,
                radius,
                fitScale,
                edges,
                labels,
                labelOrder,
                newSelected,
                newHovered,
                captions,
                palette);
    }

    /// The same picture with another node size and the scale it holds for.
    public SceneModel withRadius(double newRadius, double newFitScale) {
        return new SceneModel(
                xy,
                colour,
                shape,
                emphasis,
                mark,
                newRadius,
                newFitScale,
                edges,
                labels,
                labelOrder,
                selected,
                hovered,
                captions,
                palette);
    }

    /// Radius of an ordinary node in pixels at this scale: nodes grow slower than the picture.
    public double radiusAt(double scale) {
        double zoom = fitScale <= 0 ? 1 : Math.clamp(scale / fitScale, 0.25, 40);
        return Math.min(14, radius * Math.pow(zoom, 0.42));
    }

    /// The radius in use for the usual number of nodes on a canvas of ordinary size.
    public static double radiusFor(int nodes, double width, double height) {
        double room = Math.sqrt(Math.max(1, width * height) / Math.max(1, nodes));
        return Math.clamp(room * 0.15, 1.5, 6);
    }
}
