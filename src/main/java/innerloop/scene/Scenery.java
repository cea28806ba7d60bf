package innerloop.scene;

import java.util.List;
import java.util.Optional;

/// Parts of a scene besides nodes and edges.
///
/// @param shading colours of the ground, below everything
/// @param areas convex polygons below edges and nodes
/// @param landmarks marks above the nodes that hide none of them
/// @param links dashed lines between nodes, above the edges
public record Scenery(
        Optional<Shading> shading, List<Area> areas, List<Landmark> landmarks, List<Links> links) {

    /// Nothing besides.
    public static final Scenery NONE =
            new Scenery(Optional.empty(), List.of(), List.of(), List.of());

    /// Dashed lines alone.
    public static Scenery ofLinks(List<Links> links) {
        return new Scenery(Optional.empty(), List.of(), List.of(), links);
    }

    /// Copies the lists.
    public Scenery {
        areas = List.copyOf(areas);
        landmarks = List.copyOf(landmarks);
        links = List.copyOf(links);
    }

    /// Dashed lines of one kind between nodes.
    ///
    /// @param from one node of each line
    /// @param to the other
    /// @param dash length of a dash in pixels; the gap is as long
    /// @param colour opaque ARGB
    @SuppressWarnings("ArrayRecordComponent") // for drawing, never compared
    public record Links(int[] from, int[] to, double dash, int colour) {}

    /// A convex polygon of the world, filled so that everything is seen through it.
    ///
    /// @param corners x and y of each in turn; two are a line, one is not drawn
    /// @param colour opaque ARGB of its outline
    @SuppressWarnings("ArrayRecordComponent") // for drawing, never compared
    public record Area(double[] corners, int colour) {}

    /// A place of the world with an open star around it.
    ///
    /// @param colour opaque ARGB
    public record Landmark(double x, double y, int colour) {

        /// Of the star, in pixels.
        public static final double RADIUS = 10;
    }
}
