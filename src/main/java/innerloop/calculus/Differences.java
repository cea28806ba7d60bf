package innerloop.calculus;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Central differences of a number that a pass computes.
///
/// @param base the pass with nothing moved
/// @param forward computes a pass
/// @param number reads off a pass what is differentiated
/// @param entries how many entries of a matrix are checked
/// @param edge whose entries alone are checked, where a matrix has some; empty for all
record Differences(
        Pass base,
        Consumer<Pass> forward,
        ToDoubleFunction<Pass> number,
        int entries,
        Optional<Edge> edge) {

    /// Entries of a matrix that are usually checked.
    static final int ENTRIES = 6;

    /// The differences of another number.
    Differences of(ToDoubleFunction<Pass> other) {
        return new Differences(base, forward, other, entries, edge);
    }

    /// Where the largest numbers of a matrix are, at most [#entries], in their order.
    int[] chosen(double[] by, Axis rows, Axis columns) {
        int[] own = edge.map(one -> one.entries(rows, columns)).orElseGet(() -> new int[0]);
        IntStream all = own.length > 0 ? IntStream.of(own) : IntStream.range(0, by.length);
        return all.boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -Math.abs(by[k])))
                .limit(entries)
                .mapToInt(k -> k)
                .sorted()
                .toArray();
    }

    /// The derivative with respect to an entry of a named matrix.
    double at(String name, int row, int column) {
        Matrix whole = base.get(name);
        double[] one = new double[whole.rows() * whole.columns()];
        one[row * whole.columns() + column] = 1;
        Backend backend = base.arithmetic().backend();
        return along(Map.of(name, backend.matrix(whole.rows(), whole.columns(), one)));
    }

    /// The derivative along a direction in some named matrices.
    double along(Map<String, Matrix> direction) {
        return CentralDifference.at0(by -> value(direction, by));
    }

    private double value(Map<String, Matrix> direction, double by) {
        Map<String, Matrix> moves = new HashMap<>();
        direction.forEach(
                (name, d) -> moves.put(name, base.arithmetic().combined(d, d, (x, _) -> by * x)));
        Pass moved = base.moved(moves);
        forward.accept(moved);
        return number.applyAsDouble(moved);
    }

    /// Checks the largest entries of a derivative.
    List<Check> largest(String name, Matrix derivative, Axis rows, Axis columns) {
        return of(name, derivative, derivative.toArray(), rows, columns);
    }

    /// Checks the entries of what is usually printed that are farthest from the derivative.
    List<Check> farthest(String name, Matrix printed, Matrix derivative, Axis rows, Axis columns) {
        double[] apart = printed.toArray();
        double[] right = derivative.toArray();
        for (int k = 0; k < apart.length; k++) {
            apart[k] -= right[k];
        }
        return of(name, printed, apart, rows, columns);
    }

    private List<Check> of(String name, Matrix value, double[] by, Axis rows, Axis columns) {
        List<Check> checks = new ArrayList<>();
        for (int k : chosen(by, rows, columns)) {
            int row = k / value.columns();
            int column = k % value.columns();
            checks.add(
                    new Check(
                            rows.get(row),
                            columns.get(column),
                            value.get(row, column),
                            at(name, row, column)));
        }
        return checks;
    }
}
