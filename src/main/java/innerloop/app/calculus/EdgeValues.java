package innerloop.app.calculus;

import innerloop.calculus.Axis;
import innerloop.calculus.Term;
import innerloop.calculus.Values;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// What a step computes for the edges between the node and its neighbours: coefficients, scores, attention, or derivatives by
/// these.
///
/// @param neighbours the other ends
/// @param numbers of each edge, one for each head
public record EdgeValues(List<Integer> neighbours, List<List<Double>> numbers) {

    private static final String OF_EDGES = "ᵢⱼ";

    /// Those of a step; empty if it computes something else.
    public static Optional<EdgeValues> of(Term term) {
        boolean wanted =
                switch (term.kind()) {
                    case VALUE, DERIVATIVE -> term.name().endsWith(OF_EDGES);
                    case GIVEN, BACKWARD, USUALLY_PRINTED -> false;
                };
        Values value = term.value();
        if (wanted && isOfNodes(value.columns())) {
            return Optional.of(of(value.columns(), value.rows().size(), (k, h) -> value.get(h, k)));
        }
        return wanted && isOfNodes(value.rows())
                ? Optional.of(of(value.rows(), value.columns().size(), value::get))
                : Optional.empty();
    }

    /// How many heads there are.
    public int heads() {
        return numbers.isEmpty() ? 0 : numbers.getFirst().size();
    }

    /// The number of each edge, of one head; of the last one if there are fewer.
    public List<Double> ofHead(int head) {
        return numbers.stream().map(each -> each.get(Math.min(head, each.size() - 1))).toList();
    }

    private static boolean isOfNodes(Axis axis) {
        return !axis.nodes().isEmpty() && axis.nodes().stream().allMatch(ends -> ends.size() == 1);
    }

    private interface Entry {
        double of(int edge, int head);
    }

    private static EdgeValues of(Axis neighbours, int heads, Entry number) {
        return new EdgeValues(
                neighbours.nodes().stream().map(List::getFirst).toList(),
                IntStream.range(0, neighbours.size())
                        .mapToObj(k ->
                                IntStream.range(0, heads).mapToObj(h -> number.of(k, h)).toList())
                        .toList());
    }
}
