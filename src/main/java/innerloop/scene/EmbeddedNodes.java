package innerloop.scene;

import innerloop.projection.Directions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The nodes of an embedding with their looks. The arrays must not be written into afterwards.
///
/// @param positions `[n × dimensions]`, row after row; NaN for nodes without an embedding
/// @param dimensions 2 (the plane) or 3 (space)
/// @param ways the classes of the watched episode in its order, which give the nodes their colours; empty for those of classes
/// @param classes class of each node that is in play, which is its colour; −1 for the others
/// @param predicted class the network gives each node in play
/// @param support support nodes of the watched episode
/// @param query its query nodes
/// @param shares where the number of each node is on its scale, 0 … 1, which is its colour; NaN for nodes that are not in play; empty
///     for nodes with classes
/// @param litAlone whether support and query nodes stand out, and all others step back
/// @param linear whether the mean of some nodes' positions is where the mean of their embeddings would be, as by PCA
/// @param directions where vectors of the embedding's space point; none where that is not known
@SuppressWarnings("ArrayRecordComponent") // replaced as a whole, never compared
public record EmbeddedNodes(
        float[] positions,
        int dimensions,
        List<Integer> ways,
        int[] classes,
        int[] predicted,
        int[] support,
        int[] query,
        float[] shares,
        boolean litAlone,
        boolean linear,
        Directions directions) {

    /// Nodes of which none stands out.
    public EmbeddedNodes(
            float[] positions,
            int dimensions,
            List<Integer> ways,
            int[] classes,
            int[] predicted,
            int[] support,
            int[] query,
            float[] shares,
            boolean linear) {
        this(
                positions,
                dimensions,
                ways,
                classes,
                predicted,
                support,
                query,
                shares,
                false,
                linear,
                Directions.NONE);
    }

    /// The same nodes, of which it is known where vectors point.
    public EmbeddedNodes with(Directions known) {
        return new EmbeddedNodes(
                positions,
                dimensions,
                ways,
                classes,
                predicted,
                support,
                query,
                shares,
                litAlone,
                linear,
                known);
    }

    /// Nodes with classes.
    public EmbeddedNodes(
            float[] positions,
            int dimensions,
            List<Integer> ways,
            int[] classes,
            int[] predicted,
            int[] support,
            int[] query,
            boolean linear) {
        this(positions, dimensions, ways, classes, predicted, support, query, new float[0], linear);
    }

    /// No nodes at all.
    public static final EmbeddedNodes NONE =
            new EmbeddedNodes(
                    new float[0],
                    2,
                    List.of(),
                    new int[0],
                    new int[0],
                    new int[0],
                    new int[0],
                    true);

    private static final float SUPPORT_SIZE = 2.5f;
    private static final float QUERY_SIZE = 1.4f;

    /// Checks that every node has a position and two classes.
    public EmbeddedNodes {
        if (dimensions != 2 && dimensions != 3) {
            throw new IllegalArgumentException(dimensions + " dimensions, not 2 or 3");
        }
        if (classes.length * dimensions != positions.length || predicted.length != classes.length) {
            throw new IllegalArgumentException(
                    "embedding of %d numbers in %d dimensions with %d classes, %d predictions"
                            .formatted(
                                    positions.length,
                                    dimensions,
                                    classes.length,
                                    predicted.length));
        }
    }

    /// The same nodes where another episode stands out, whose support and query nodes these are; nothing is predicted of it.
    ///
    /// @param otherWays its classes in its order
    /// @param labels the class of each node
    public EmbeddedNodes lit(List<Integer> otherWays, int[] labels) {
        int[] own = new int[count()];
        Arrays.fill(own, -1);
        IntStream.concat(IntStream.of(support), IntStream.of(query))
                .forEach(i -> own[i] = labels[i]);
        int[] nothing = new int[count()];
        Arrays.fill(nothing, -1);
        return new EmbeddedNodes(
                positions,
                dimensions,
                otherWays,
                otherWays.isEmpty() ? classes : own,
                nothing,
                support,
                query,
                shares,
                true,
                linear,
                directions);
    }

    /// Which nodes do not step back.
    boolean[] inFront() {
        boolean[] front = new boolean[count()];
        Arrays.fill(front, !litAlone);
        Arrays.stream(support).forEach(i -> front[i] = true);
        Arrays.stream(query).forEach(i -> front[i] = true);
        return front;
    }

    /// Number of nodes.
    public int count() {
        return classes.length;
    }

    /// Whether these can have come from those by moving.
    public boolean isLike(EmbeddedNodes others) {
        return positions.length == others.positions.length && dimensions == others.dimensions;
    }

    private boolean isInPlay(int node) {
        return shares.length > 0 ? !Float.isNaN(shares[node]) : classes[node] >= 0;
    }

    /// The classes in play, in their order.
    int[] inPlay() {
        return Arrays.stream(classes).filter(c -> c >= 0).distinct().sorted().toArray();
    }

    /// The nodes of a class in play.
    int[] of(int inPlay) {
        return IntStream.range(0, count()).filter(i -> classes[i] == inPlay).toArray();
    }

    /// The support nodes of a class in play.
    int[] supportOf(int inPlay) {
        return Arrays.stream(support).filter(i -> classes[i] == inPlay).toArray();
    }

    /// [NodeShape#code()] of each node.
    byte[] shapes() {
        byte[] shapes = new byte[count()];
        for (int i = 0; i < shapes.length; i++) {
            shapes[i] = (isInPlay(i) ? NodeShape.DISC : NodeShape.DOT).code();
        }
        Arrays.stream(support).forEach(i -> shapes[i] = NodeShape.TRIANGLE.code());
        Arrays.stream(query).forEach(i -> shapes[i] = NodeShape.SQUARE.code());
        return shapes;
    }

    /// Radius of each node in parts of an ordinary node's: what a class is learned from is seen first.
    float[] sizes() {
        float[] sizes = new float[count()];
        Arrays.fill(sizes, 1);
        Arrays.stream(query).forEach(i -> sizes[i] = QUERY_SIZE);
        Arrays.stream(support).forEach(i -> sizes[i] = SUPPORT_SIZE);
        return sizes;
    }

    /// Which nodes are predicted wrongly.
    boolean[] wrong() {
        boolean[] wrong = new boolean[count()];
        for (int i = 0; i < wrong.length; i++) {
            wrong[i] = classes[i] >= 0 && predicted[i] >= 0 && predicted[i] != classes[i];
        }
        return wrong;
    }
}
