package innerloop.calculus;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// What the rows or the columns of a value stand for.
///
/// @param names of each
/// @param nodes of each the numbers of the nodes it stands for: one for a node, both ends for an edge; empty if they stand for none
public record Axis(List<String> names, List<List<Integer>> nodes) {

    /// The only row of a vector, or of a number.
    static final Axis ONE = new Axis(List.of(""), List.of());

    /// Checks that each has its nodes, or none has.
    public Axis {
        names = List.copyOf(names);
        nodes = nodes.stream().map(List::copyOf).toList();
        if (!nodes.isEmpty() && nodes.size() != names.size()) {
            throw new IllegalArgumentException(
                    "%d names, but nodes of %d".formatted(names.size(), nodes.size()));
        }
    }

    /// What stands for no nodes.
    static Axis of(List<String> names) {
        return new Axis(names, List.of());
    }

    /// Those that are counted from 0.
    static Axis counted(int size) {
        return of(IntStream.range(0, size).mapToObj(Integer::toString).toList());
    }

    /// Some of these.
    Axis at(int[] places) {
        List<String> names = new ArrayList<>();
        List<List<Integer>> nodes = new ArrayList<>();
        for (int place : places) {
            names.add(get(place));
            if (!this.nodes.isEmpty()) {
                nodes.add(nodesAt(place));
            }
        }
        return new Axis(names, nodes);
    }

    /// How many there are.
    public int size() {
        return names.size();
    }

    /// The name of one.
    public String get(int place) {
        return names.get(place);
    }

    /// The nodes one stands for; empty if it stands for none.
    public List<Integer> nodesAt(int place) {
        return nodes.isEmpty() ? List.of() : nodes.get(place);
    }

    /// The only node one stands for.
    int nodeAt(int place) {
        return nodes.get(place).getFirst();
    }
}
