package innerloop.calculus;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Central differences of a number that a pass computes.
///
/// The difference of fourth order, `(f(−2h) − 8 f(−h) + 8 f(h) − f(2h)) / 12h`, is taken for smaller and smaller h
/// until two are the same; otherwise of the neighbours that differ least the smaller h counts. Which that is does not depend on the derivative it is compared with.
///
/// @param base the pass with nothing moved
/// @param forward computes a pass
/// @param number reads off a pass what is differentiated
/// @param entries how many entries of a matrix are checked
record Differences(Pass base, Consumer<Pass> forward, ToDoubleFunction<Pass> number, int entries) {

    /// Entries of a matrix that are usually checked.
    static final int ENTRIES = 6;

    private static final double LARGEST_STEP = 4e-3;
    private static final double SMALLER = 0.25;

    /// Neighbours that differ by less than this share, or by rounding alone, are the same.
    private static final double SAME = 1e-9;

    private static final double ROUNDING = 1e-13;

    private static final int SIZES = 5;

    /// The differences of another number.
    Differences of(ToDoubleFunction<Pass> other) {
        return new Differences(base, forward, other, entries);
    }

    /// Where the largest numbers are, at most [#entries], in their order.
    int[] chosen(double[] by) {
        return IntStream.range(0, by.length)
                .boxed()
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
        double best = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        double before = Double.NaN;
        double step = LARGEST_STEP;
        for (int k = 0; k < SIZES; k++) {
            double now = slope(direction, step);
            double apart = Math.abs(now - before);
            if (apart < least) {
                least = apart;
                best = now;
            }
            if (apart < SAME * Math.abs(now) + ROUNDING) {
                return now;
            }
            before = now;
            step *= SMALLER;
        }
        return best;
    }

    private double slope(Map<String, Matrix> direction, double h) {
        return (value(direction, -2 * h)
                        - 8 * value(direction, -h)
                        + 8 * value(direction, h)
                        - value(direction, 2 * h))
                / (12 * h);
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
        for (int k : chosen(by)) {
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
