package innerloop.scene;

/// How a node is drawn; roles differ by shape as well as by colour. All have the area of the disc.
public enum NodeShape {
    /// A base-class node.
    DISC(0),
    /// A validation-class node: pale fill, coloured rim.
    PALE(1),
    /// A novel-class node.
    RING(2),
    /// A support node of the watched episode.
    TRIANGLE(3),
    /// A query node of the watched episode.
    SQUARE(4),
    /// A node that plays no part: half as large.
    DOT(5);

    private static final NodeShape[] ALL = values();
    private static final double SIN60 = Math.sqrt(3) / 2;
    private static final double TRIANGLE_INRADIUS = Math.sqrt(Math.PI / (3 * Math.sqrt(3)));
    private static final double SQUARE_HALF = Math.sqrt(Math.PI) / 2;
    private static final double DOT_RADIUS = 0.55;
    private static final double LOWERED = 0.12;

    private final int code;

    NodeShape(int code) {
        this.code = code;
    }

    /// This shape as the number [SceneModel] stores.
    public byte code() {
        return (byte) code;
    }

    /// The shape of a number.
    public static NodeShape of(byte code) {
        // Codes count the constants in the order of their declaration.
        return ALL[code];
    }

    /// Signed distance (negative inside) from a point relative to the centre, for a disc-equivalent
    /// radius.
    double distance(double dx, double dy, double radius) {
        return switch (this) {
            case DISC, PALE, RING -> Math.sqrt(dx * dx + dy * dy) - radius;
            case DOT -> Math.sqrt(dx * dx + dy * dy) - radius * DOT_RADIUS;
            case SQUARE -> Math.max(Math.abs(dx), Math.abs(dy)) - radius * SQUARE_HALF;
            case TRIANGLE -> {
                // The centroid sits a little above the middle of the bounding box: lower it to look
                // centred.
                double y = dy - LOWERED * radius;
                double sides = Math.abs(dx) * SIN60 - y * 0.5;
                yield Math.max(y, sides) - radius * TRIANGLE_INRADIUS;
            }
        };
    }

    /// The corners of the shape around the origin for a disc-equivalent radius, x and y in turn; none for a disc.
    double[] corners(double radius) {
        return switch (this) {
            case DISC, PALE, RING, DOT -> new double[0];
            case SQUARE -> {
                double half = radius * SQUARE_HALF;
                yield new double[] {-half, -half, half, -half, half, half, -half, half};
            }
            case TRIANGLE -> {
                double inner = radius * TRIANGLE_INRADIUS;
                double down = LOWERED * radius;
                double wide = 2 * SIN60 * inner;
                yield new double[] {0, down - 2 * inner, wide, down + inner, -wide, down + inner};
            }
        };
    }

    /// The radius of what is drawn as a disc, in parts of the disc-equivalent one.
    double discRadius() {
        return this == DOT ? DOT_RADIUS : 1;
    }

    /// How far from the centre the shape can reach, in radii.
    double reach() {
        return switch (this) {
            case DISC, PALE, RING, DOT -> 1;
            case SQUARE -> 1.26;
            case TRIANGLE -> 1.6;
        };
    }
}
