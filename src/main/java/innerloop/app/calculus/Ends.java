package innerloop.app.calculus;

import innerloop.episode.Episode;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.graph.select.NodeSet;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/// The node at the other end of an edge or a pair, and those that can be there.
final class Ends {

    /// The node that is there; −1 while there is none.
    final IntegerProperty other = new SimpleIntegerProperty(this, "other", -1);

    final ReadOnlyObjectWrapper<List<Integer>> offered =
            new ReadOnlyObjectWrapper<>(this, "offered", List.of());

    /// Offers the nodes beside a node, and says which of them counts: the other one of two that are selected, or the one that
    /// was chosen, or the first.
    ///
    /// @return −1 if there is none
    int beside(AttributedGraph graph, Episode episode, int node, NodeSet selected) {
        List<Integer> all = new ArrayList<>(of(graph, episode, node));
        OptionalInt second = selected(selected, node);
        if (second.isPresent() && !all.contains(second.getAsInt())) {
            all.addFirst(second.getAsInt());
        }
        int chosen = all.contains(other.get()) ? other.get() : all.isEmpty() ? -1 : all.getFirst();
        offered.set(List.copyOf(all));
        other.set(second.orElse(chosen));
        return other.get();
    }

    /// Who is in a pair with a node, where an episode asks about pairs, and its neighbours.
    static List<Integer> of(AttributedGraph graph, Episode episode, int node) {
        Targets asked = episode.query().targets();
        IntStream pairs =
                switch (asked) {
                    case Targets.Pairs _ ->
                            IntStream.range(0, asked.size())
                                    .mapToObj(asked::nodesOf)
                                    .filter(ends -> ends[0] == node || ends[1] == node)
                                    .mapToInt(ends -> ends[0] == node ? ends[1] : ends[0]);
                    case Targets.Nodes _, Targets.Members _ -> IntStream.empty();
                };
        IntStream neighbours =
                IntStream.range(graph.adjacency().begins()[node], graph.adjacency().ends()[node])
                        .map(k -> graph.adjacency().column()[k]);
        return IntStream.concat(pairs, neighbours)
                .filter(other -> other != node)
                .distinct()
                .boxed()
                .toList();
    }

    private static OptionalInt selected(NodeSet selected, int node) {
        return selected.size() == 2 && selected.contains(node)
                ? selected.stream().filter(other -> other != node).findFirst()
                : OptionalInt.empty();
    }
}
