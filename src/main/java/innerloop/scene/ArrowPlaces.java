package innerloop.scene;

import innerloop.colour.Theme;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where the vectors that begin at nodes are in the picture of an embedding. Those that are not drawn as long as they are have one
/// factor, by which the longest has a share of the picture where the nodes are at rest: arrows neither grow nor shrink while nodes
/// move or are turned.
final class ArrowPlaces {

    private static final double LONGEST = 0.3;

    private final EmbeddedNodes nodes;
    private final List<VectorArrow> arrows;
    private final double factor;

    /// @param nodes the embedding
    /// @param arrows the vectors
    /// @param reach half the width of what is seen at rest
    ArrowPlaces(EmbeddedNodes nodes, List<VectorArrow> arrows, double reach) {
        this.nodes = nodes;
        this.arrows = known(nodes, arrows);
        double longest =
                this.arrows.stream()
                        .filter(arrow -> !arrow.kind().isAsLong())
                        .mapToDouble(arrow -> length(nodes.directions().of(arrow.vector())))
                        .max()
                        .orElse(0);
        this.factor = longest > 0 ? LONGEST * 2 * reach / longest : 1;
    }

    /// The vectors of nodes that have a place, in a space whose directions are known.
    private static List<VectorArrow> known(EmbeddedNodes nodes, List<VectorArrow> arrows) {
        return arrows.stream()
                .filter(arrow ->
                        arrow.node() < nodes.count()
                                && nodes.directions().know(arrow.vector().length)
                                && Float.isFinite(
                                        nodes.positions()[arrow.node() * nodes.dimensions()]))
                .toList();
    }

    /// By how much those that are not as long as they are have been enlarged; 1 without any.
    double factor() {
        return factor;
    }

    private static double length(double[] vector) {
        return Math.sqrt(Arrays.stream(vector).map(x -> x * x).sum());
    }

    /// The arrows as they are seen.
    ///
    /// @param positions of the nodes
    List<Scenery.Arrow> at(float[] positions, Orientation from, Theme theme) {
        int dimensions = nodes.dimensions();
        List<Scenery.Arrow> seen = new ArrayList<>();
        for (VectorArrow arrow : arrows) {
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
