package innerloop.app.split;

import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.training.Observation;
import innerloop.training.Outcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The likeliest edges of the watched episode.
///
/// @param best the likeliest first
/// @param right how many of the query pairs are told right, at a probability of a half
/// @param queries how many query pairs there are
/// @param step the outer step it is said after; −1 while nothing is said
public record WatchedPairs(List<Pair> best, int right, int queries, int step)
        implements WatchedExamples {

    /// How many pairs are listed.
    static final int MOST = 50;

    /// A pair of nodes.
    ///
    /// @param from number of one node
    /// @param to of the other
    /// @param names what they are called
    /// @param probability of an edge
    /// @param joined whether there is one
    /// @param query whether it is asked about in the query set
    public record Pair(
            int from,
            int to,
            List<String> names,
            float probability,
            boolean joined,
            boolean query) {}

    static WatchedPairs of(AttributedGraph graph, Targets.Pairs query, @Nullable Observation seen) {
        if (seen == null || !(seen.outcome() instanceof Outcome.PairScores said)) {
            return new WatchedPairs(List.of(), 0, query.size(), -1);
        }
        int right = 0;
        for (int k = 0; k < said.queries(); k++) {
            right += said.probability()[k] > 0.5 == said.joined()[k] ? 1 : 0;
        }
        List<Pair> best =
                said.best(_ -> true).stream().limit(MOST).map(k -> pair(graph, said, k)).toList();
        return new WatchedPairs(best, right, said.queries(), seen.step());
    }

    private static Pair pair(AttributedGraph graph, Outcome.PairScores said, int k) {
        int from = said.pairs().from()[k];
        int to = said.pairs().to()[k];
        return new Pair(
                from,
                to,
                List.of(graph.names().get(from), graph.names().get(to)),
                said.probability()[k],
                said.joined()[k],
                k < said.queries());
    }
}
