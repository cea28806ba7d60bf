package innerloop.app.graphview;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.Targets;
import innerloop.scene.Scenery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// The pairs of nodes that a learner was asked about, by what it said of them. A pair without an edge that it takes for none
/// is not shown.
///
/// @param pairs the pairs of each kind, in the order of [Kind]
public record PredictedEdges(List<Targets.Pairs> pairs) {

    /// Nothing was asked.
    public static final PredictedEdges NONE = new PredictedEdges(List.of());

    private static final double WIDTH = 2;

    /// The outcome for a pair, shown by the length of the dashes as well as by colour.
    enum Kind {
        /// An edge is predicted, and there is one.
        RIGHT(Colour.RIGHT, 9),
        /// An edge is predicted, and there is none.
        WRONG(Colour.WRONG, 5),
        /// There is an edge, and none is predicted.
        MISSED(Colour.WARNING, 3);

        private final Colour colour;
        private final double dash;

        Kind(Colour colour, double dash) {
            this.colour = colour;
            this.dash = dash;
        }

        Colour colour() {
            return colour;
        }

        double dash() {
            return dash;
        }
    }

    /// The first `queries` of these pairs; a probability of more than a half is a predicted edge.
    ///
    /// @param joined whether there is an edge
    public static PredictedEdges of(
            Targets.Pairs pairs, float[] probability, boolean[] joined, int queries) {
        return new PredictedEdges(
                List.of(
                        some(pairs, queries, k -> probability[k] > 0.5 && joined[k]),
                        some(pairs, queries, k -> probability[k] > 0.5 && !joined[k]),
                        some(pairs, queries, k -> !(probability[k] > 0.5) && joined[k])));
    }

    private static Targets.Pairs some(Targets.Pairs pairs, int queries, IntPredicate wanted) {
        return pairs.at(IntStream.range(0, queries).filter(wanted).toArray());
    }

    /// Whether there is something to see.
    boolean any() {
        return !pairs.isEmpty();
    }

    /// The lines of a graph with this many nodes.
    List<Scenery.Links> links(int nodes, Theme theme) {
        List<Scenery.Links> links = new ArrayList<>();
        for (int k = 0; k < pairs.size(); k++) {
            Targets.Pairs some = pairs.get(k);
            Kind kind = Kind.values()[k];
            int[] there =
                    IntStream.range(0, some.size())
                            .filter(p -> some.from()[p] < nodes && some.to()[p] < nodes)
                            .toArray();
            Targets.Pairs shown = some.at(there);
            links.add(
                    new Scenery.Links(
                            shown.from(),
                            shown.to(),
                            kind.dash(),
                            WIDTH,
                            theme.colour(kind.colour())));
        }
        return links;
    }
}
