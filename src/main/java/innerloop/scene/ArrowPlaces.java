package innerloop.scene;

import innerloop.colour.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where the vectors that begin at nodes are in the picture of an embedding. Those that are not drawn as long as they are have one
/// factor, by which the longest has a share of the picture.
///
/// @param nodes the embedding
/// @param arrows the vectors
record ArrowPlaces(EmbeddedNodes nodes, List<VectorArrow> arrows) {

    private static final double LONGEST = 0.3;

    /// The vectors of nodes that have a place, in a space whose directions are known.
    private List<VectorArrow> known() {
        return arrows.stream()
                .filter(arrow ->
                        arrow.node() < nodes.count()
                                && nodes.directions().know(arrow.vector().length)
                                && Float.isFinite(
                                        nodes.positions()[arrow.node() * nodes.dimensions()]))
                .toList();
    }

    /// By how much they are longer than they are; 1 without any.
    ///
    /// @param reach half the width of what is seen
    double factor(double reach) {
        double longest =
                known().stream()
                        .filter(arrow -> !arrow.kind().isAsLong())
                        .mapToDouble(arrow -> length(nodes.directions().of(arrow.vector())))
                        .max()
                        .orElse(0);
        return longest > 0 ? LONGEST * 2 * reach / longest : 1;
    }

    private static double length(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    }

    /// The arrows as they are seen.
    ///
    /// @param positions of the nodes
    List<Scenery.Arrow> at(float[] positions, Orientation from, double reach, Theme theme) {
        int dimensions = nodes.dimensions();
        double factor = factor(reach);
        List<Scenery.Arrow> seen = new ArrayList<>();
        for (VectorArrow arrow : known()) {
            double[] along = nodes.directions().of(arrow.vector());
            double scale = arrow.kind().isAsLong() ? 1 : factor;
            float[] ends = new float[2 * dimensions];
            for (int d = 0; d < dimensions; d++) {
                float begin = positions[arrow.node() * dimensions + d];
                ends[d] = begin;
                ends[dimensions + d] = (float) (begin + scale * along[d]);
            }
            float[] flat = dimensions == 3 ? from.see(ends) : ends;
            seen.add(
                    new Scenery.Arrow(
                            flat[0],
                            flat[1],
                            flat[dimensions],
                            flat[dimensions + 1],
                            arrow.kind().width(),
                            theme.colour(arrow.kind().colour())));
        }
        return seen;
    }
}
