package innerloop.app.split;

import innerloop.episode.Episode;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.training.Observation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The examples of the watched episode, with what the learner says of them, where the canvas does not say it all.
public sealed interface WatchedExamples permits WatchedGraphs, WatchedPairs, WatchedClasses {

    /// Those of an episode; empty for a small one of nodes, which the canvas shows.
    ///
    /// @param whole whether it is the only one, with all nodes of a lane
    /// @param seen what the learner says, in terms of this graph; null while it says nothing
    static Optional<WatchedExamples> of(
            AttributedGraph graph, Episode episode, boolean whole, @Nullable Observation seen) {
        return switch (episode.query().targets()) {
            case Targets.Nodes nodes ->
                    whole ? Optional.of(WatchedClasses.of(graph, nodes, seen)) : Optional.empty();
            case Targets.Members _ -> WatchedGraphs.of(graph, episode, seen).map(g -> g);
            case Targets.Pairs query -> Optional.of(WatchedPairs.of(graph, query, seen));
        };
    }

    /// The outer step it is said after; −1 while nothing is said.
    int step();
}
