package innerloop.scene;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// The pixels a small node covers, made once for all nodes of the same kind and the same place within a pixel, on canvases
/// of one width. Coverages are in 1/256.
///
/// @param reach no pixel is farther from the one the node's centre lies in, in columns or rows
/// @param x columns from the pixel the centre lies in
/// @param y rows from it
/// @param offset both as a distance in the array of pixels
/// @param halo of the ring around the node
/// @param rim of the node as a whole, in the colour of its rim
/// @param fill of its inside
@SuppressWarnings("ArrayRecordComponent") // read by the painter's inner loop, never compared
record Sprite(int reach, int[] x, int[] y, int[] offset, int[] halo, int[] rim, int[] fill) {

    /// Places within a pixel that are told apart, in each direction.
    static final int PLACES = 4;

    /// @param place column and row of the centre within its pixel, row · [#PLACES] + column
    static Sprite of(
            NodeShape shape,
            double radius,
            double rimWidth,
            double haloWidth,
            int place,
            int width) {
        int reach = (int) Math.ceil(shape.reach() * (radius + haloWidth) + 1);
        int side = 2 * reach + 1;
        int placeX = place % PLACES;
        int placeY = place / PLACES;
        double cx = (placeX + 0.5) / PLACES;
        double cy = (placeY + 0.5) / PLACES;
        int[] x = new int[side * side];
        int[] y = new int[side * side];
        double[] distance = new double[side * side];
        for (int at = 0; at < distance.length; at++) {
            x[at] = at % side - reach;
            y[at] = at / side - reach;
            distance[at] = shape.distance(x[at] + 0.5 - cx, y[at] + 0.5 - cy, radius);
        }
        int[] covered =
                IntStream.range(0, distance.length)
                        .filter(at -> distance[at] < haloWidth + 0.5)
                        .toArray();
        return new Sprite(
                reach,
                each(covered, at -> x[at]),
                each(covered, at -> y[at]),
                each(covered, at -> y[at] * width + x[at]),
                each(
                        covered,
                        at ->
                                haloWidth > 0 && distance[at] > -0.5
                                        ? NodePainter.coverage(distance[at] - haloWidth)
                                        : 0),
                each(covered, at -> rimWidth > 0 ? NodePainter.coverage(distance[at]) : 0),
                each(covered, at -> NodePainter.coverage(distance[at] + rimWidth)));
    }

    private static int[] each(int[] covered, IntUnaryOperator value) {
        return IntStream.of(covered).map(value).toArray();
    }
}
