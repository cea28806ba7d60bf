package innerloop.scene;

import java.util.List;
import java.util.Optional;

/// Parts of a scene besides nodes and edges.
///
/// @param shading colours of the ground, below everything
/// @param areas convex polygons below edges and nodes
/// @param landmarks marks above the nodes that hide none of them
/// @param links lines between nodes, above the edges
/// @param arrows arrows above the nodes
public record Scenery(
        Optional<Shading> shading,
        List<Area> areas,
        List<Landmark> landmarks,
        List<Links> links,
        List<Arrow> arrows) {

    /// Nothing besides.
    public static final Scenery NONE =
            new Scenery(Optional.empty(), List.of(), List.of(), List.of(), List.of());

    /// Lines between nodes alone.
    public static Scenery ofLinks(List<Links> links) {
        return new Scenery(Optional.empty(), List.of(), List.of(), links, List.of());
    }

    /// Copies the lists.
    public Scenery {
        areas = List.copyOf(areas);
        landmarks = List.copyOf(landmarks);
        links = List.copyOf(links);
        arrows = List.copyOf(arrows);
    }

    /// Lines of one kind between nodes.
    ///
    /// @param from one node of each line
    /// @param to the other
    /// @param dash length of a dash in pixels, the gap is as long; 0 for whole lines
    /// @param width in pixels
    /// @param colour opaque ARGB
    @SuppressWarnings("ArrayRecordComponent") // for drawing, never compared
    public record Links(int[] from, int[] to, double dash, double width, int colour) {}

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

        private static final int POINTS = 5;
        private static final double INNER = 0.45 * RADIUS;

        /// The corners of the star around a place of the screen, x and y in turn, in pixels.
        public static double[] star(double x, double y) {
            double[] corners = new double[4 * POINTS];
            for (int k = 0; k < 2 * POINTS; k++) {
                double radius = k % 2 == 0 ? RADIUS : INNER;
                double angle = Math.PI * k / POINTS - Math.PI / 2;
                corners[2 * k] = x + radius * Math.cos(angle);
                corners[2 * k + 1] = y + radius * Math.sin(angle);
            }
            return corners;
        }

        /// How wide the star's rim of the ground's colour is, in pixels, and the star's own line above it.
        public static final double HALO_WIDTH = 4.6;

        public static final double LINE_WIDTH = 2.2;
    }

    /// An arrow between two places of the world, with a rim of the ground's colour.
    ///
    /// @param x where it begins
    /// @param y where it begins
    /// @param toX where its tip is
    /// @param toY where its tip is
    /// @param width of its line, in pixels
    /// @param colour opaque ARGB
    public record Arrow(double x, double y, double toX, double toY, double width, int colour) {

        /// How much wider than the line its rim is, in pixels.
        public static final double RIM = 2.2;

        private static final double HEAD = 5;

        /// Of the head, the tip and both corners, x and y in turn, in pixels; nothing of one that is too short for a head.
        public double[] head(double x1, double y1, double x2, double y2) {
            double length = Math.hypot(x2 - x1, y2 - y1);
            double head = HEAD + 1.5 * width;
            if (!(length > head)) {
                return new double[0];
            }
            double ux = (x2 - x1) / length;
            double uy = (y2 - y1) / length;
            double bx = x2 - head * ux;
            double by = y2 - head * uy;
            double half = head / 2;
            return new double[] {
                x2, y2, bx - half * uy, by + half * ux, bx + half * uy, by - half * ux
            };
        }
    }
}
