package innerloop.app.split;

import innerloop.episode.Episode;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.training.Observation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The examples of the watched episode that are no single nodes, with what the learner says of them.
public sealed interface WatchedExamples permits WatchedGraphs, WatchedPairs {

    /// Those of an episode; empty for one of nodes, which the canvas shows.
    ///
    /// @param seen what the learner says, in terms of this graph; null while it says nothing
    static Optional<WatchedExamples> of(
            AttributedGraph graph, Episode episode, @Nullable Observation seen) {
        return switch (episode.query().targets()) {
            case Targets.Nodes _ -> Optional.empty();
            case Targets.Members _ -> WatchedGraphs.of(graph, episode, seen).map(g -> g);
            case Targets.Pairs query -> Optional.of(WatchedPairs.of(graph, query, seen));
        };
    }

    /// The outer step it is said after; −1 while nothing is said.
    int step();
}
