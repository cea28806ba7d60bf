package innerloop.calculus;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// An edge along which a node gets something of another.
///
/// @param to the node that gets it
/// @param from the other one
record Edge(int to, int from) {

    /// Whether one place of an axis stands for the other node, or for the edge.
    private boolean isAt(Axis axis, int place) {
        List<Integer> nodes = axis.nodesAt(place);
        return nodes.equals(List.of(from)) || nodes.equals(List.of(to, from));
    }

    private int[] places(Axis axis) {
        return IntStream.range(0, axis.size()).filter(k -> isAt(axis, k)).toArray();
    }

    /// The entries of a matrix that belong to it, row after row.
    int[] entries(Axis rows, Axis columns) {
        int[] own = places(rows);
        int[] across = own.length > 0 ? whole(columns) : places(columns);
        return Arrays.stream(own.length > 0 ? own : whole(rows))
                .flatMap(r -> Arrays.stream(across).map(c -> r * columns.size() + c))
                .toArray();
    }

    private static int[] whole(Axis axis) {
        return IntStream.range(0, axis.size()).toArray();
    }

    /// What belongs to it of some terms.
    List<Term> partOf(List<Term> terms) {
        return terms.stream().flatMap(term -> partOf(term).stream()).toList();
    }

    private Optional<Term> partOf(Term term) {
        Values value = term.value();
        int[] rows = places(value.rows());
        int[] columns = rows.length > 0 ? whole(value.columns()) : places(value.columns());
        if (columns.length == 0) {
            return Optional.empty();
        }
        Values part = value.at(rows.length > 0 ? rows : whole(value.rows()), columns);
        List<Check> checks =
                term.checks().stream()
                        .filter(check ->
                                part.rows().names().contains(check.row())
                                        && part.columns().names().contains(check.column()))
                        .toList();
        boolean checked = !term.checks().isEmpty();
        return checked && checks.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Term(
                                term.layer(),
                                term.name(),
                                term.formula(),
                                term.kind(),
                                part,
                                checks,
                                term.note()));
    }
}
