package innerloop.scene;

import java.util.List;
import java.util.Optional;

/// Parts of a scene besides nodes and edges.
///
/// @param shading colours of the ground, below everything
/// @param areas convex polygons below edges and nodes
/// @param landmarks marks above the nodes that hide none of them
public record Scenery(Optional<Shading> shading, List<Area> areas, List<Landmark> landmarks) {

    /// Nothing besides.
    public static final Scenery NONE = new Scenery(Optional.empty(), List.of(), List.of());

    /// Copies the lists.
    public Scenery {
        areas = List.copyOf(areas);
        landmarks = List.copyOf(landmarks);
    }

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
