package innerloop.training;

import innerloop.episode.Episode;
import innerloop.episode.Phase;
import innerloop.graph.AttributedGraph;
import innerloop.nn.Answers;
import java.util.Arrays;
import java.util.List;

/// An episode that is looked at.
///
/// @param phase says what it sees of the graph
/// @param episode support and query set
public record Subject(Phase phase, Episode episode) {

    /// The names of the episode's classes in its order; empty where its answers are no classes.
    public List<String> classes(AttributedGraph graph) {
        return episode.query().answers() instanceof Answers.Slots slots
                ? Arrays.stream(slots.classes()).mapToObj(graph.classes()::get).toList()
                : List.of();
    }
}
