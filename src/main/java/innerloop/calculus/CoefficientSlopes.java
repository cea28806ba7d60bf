package innerloop.calculus;

import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// What happens to the loss when more of a neighbour's row arrives: the derivative with respect to the coefficients of a [Reading]
/// that sums rows.
final class CoefficientSlopes {

    private final Stage stage;
    private final Reading.Words words;
    private final SparseMatrix rows;
    private final Optional<SparseMatrix> first;
    private final String shifts;

    /// @param rows S of the reading
    /// @param first what the first layer's weight multiplies; empty in the others
    /// @param shifts what the pass calls by how much the coefficients are moved
    CoefficientSlopes(
            Stage stage,
            Reading.Words words,
            SparseMatrix rows,
            Optional<SparseMatrix> first,
            String shifts) {
        this.stage = stage;
        this.words = words;
        this.rows = rows;
        this.first = first;
        this.shifts = shifts;
    }

    /// Adds the derivative with respect to each coefficient of the node in focus: what happens to the loss when more of a neighbour's
    /// row arrives. With `dP` the derivative of the sum it is `dP_i·h_j`.
    ///
    /// @param du of U, and how it comes about
    void add(Derived derived, Pass base, Slope du) {
        int row = stage.row();
        double[] dp = ofSum(base, du.value(), row);
        int[] edges = IntStream.range(rows.begins()[row], rows.ends()[row]).toArray();
        double[] slopes = Arrays.stream(edges).mapToDouble(e -> along(base, dp, e)).toArray();
        Axis names =
                stage.field()
                        .names(
                                Arrays.stream(edges)
                                        .map(e -> rows.column()[e])
                                        .map(c -> stage.isFirst() ? c : stage.read()[c])
                                        .toArray());
        List<Check> checks = new ArrayList<>();
        for (int k : derived.differences().chosen(slopes, Axis.ONE, names)) {
            double difference = derived.differences().at(shifts, edges[k], 0);
            checks.add(new Check("", names.get(k), slopes[k], difference));
        }
        String dP = stage.of("d" + words.gathered().toUpperCase(Locale.ROOT));
        derived.terms()
                .add(
                        Term.derivative(
                                stage.layer(),
                                stage.of("dc") + "ᵢⱼ",
                                "%sᵢ·%sⱼ, %s = %s"
                                        .formatted(dP, stage.reads(), dP, ofSum(du.formula())),
                                Values.row(names, slopes),
                                checks));
    }

    private String ofSum(String du) {
        if (!stage.normalised()) {
            return du;
        }
        String u = words.unit();
        String length =
                stage.isFirst()
                        ? "|%s|".formatted(words.gathered())
                        : "√(|%s|² + 1e-8)".formatted(words.gathered());
        return "(d%s − %s (%s·d%s)) / %s, d%s = %s".formatted(u, u, u, u, length, u, du);
    }

    /// A row of `dP`.
    private double[] ofSum(Pass base, Matrix du, int row) {
        if (!stage.normalised()) {
            return Field.row(du, row);
        }
        if (!stage.isFirst()) {
            Matrix dp =
                    base.arithmetic()
                            .unitRowsBack(
                                    base.get(stage.named("P" + words.tag())),
                                    base.get(stage.named("U" + words.tag())),
                                    du);
            return Field.row(dp, row);
        }
        int[] all = IntStream.range(0, du.columns()).toArray();
        double[] u = Field.entries(first.orElseThrow(), row, all);
        double[] p = Field.entries(rows.multiply(stage.field().features()), row, all);
        double[] slope = Field.row(du, row);
        double length = Math.sqrt(dot(p, p));
        double share = dot(u, slope);
        return IntStream.range(0, u.length)
                .mapToDouble(c -> length == 0 ? 0 : (slope[c] - u[c] * share) / length)
                .toArray();
    }

    private static double dot(double[] one, double[] other) {
        return IntStream.range(0, one.length).mapToDouble(c -> one[c] * other[c]).sum();
    }

    /// The product with the row that a coefficient multiplies.
    private double along(Pass base, double[] dp, int edge) {
        int column = rows.column()[edge];
        if (!stage.isFirst()) {
            return dot(dp, Field.row(base.get(stage.below()), column));
        }
        SparseMatrix features = stage.field().features();
        return IntStream.range(features.begins()[column], features.ends()[column])
                .mapToDouble(k -> dp[features.column()[k]] * features.value()[k])
                .sum();
    }
}
