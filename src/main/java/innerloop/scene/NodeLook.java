package innerloop.scene;

/// How each node of a scene looks. Nobody writes into the arrays once they are in here.
///
/// | array | per node |
/// |---|---|
/// | colour | opaque ARGB |
/// | shape | [NodeShape#code()] |
/// | emphasis | [SceneModel#NORMAL], [SceneModel#DIM] or [SceneModel#STRONG] |
/// | mark | whether a ring and a cross say "wrong" |
/// | size | radius in parts of an ordinary node's; empty = 1 for all |
///
/// @param order all nodes from back to front; empty = by their numbers
@SuppressWarnings("ArrayRecordComponent") // a snapshot for drawing, never compared
public record NodeLook(
        int[] colour, byte[] shape, byte[] emphasis, boolean[] mark, float[] size, int[] order) {

    /// Checks that all arrays have one entry per node.
    public NodeLook {
        int n = colour.length;
        if (shape.length != n || emphasis.length != n || mark.length != n) {
            throw new IllegalArgumentException(
                    "%d colours, %d shapes, %d emphases, %d marks"
                            .formatted(n, shape.length, emphasis.length, mark.length));
        }
        if (size.length != 0 && size.length != n) {
            throw new IllegalArgumentException("%d colours, %d sizes".formatted(n, size.length));
        }
        if (order.length != 0 && order.length != n) {
            throw new IllegalArgumentException(
                    "%d colours, %d in order".formatted(n, order.length));
        }
    }

    /// A look of nodes that are drawn by their numbers.
    public NodeLook(int[] colour, byte[] shape, byte[] emphasis, boolean[] mark, float[] size) {
        this(colour, shape, emphasis, mark, size, new int[0]);
    }

    /// Discs of these colours.
    public static NodeLook discs(int[] colour) {
        int n = colour.length;
        return new NodeLook(colour, new byte[n], new byte[n], new boolean[n], new float[0]);
    }

    /// A node's radius in parts of an ordinary node's.
    public float sizeOf(int node) {
        return size.length == 0 ? 1 : size[node];
    }
}
