package innerloop.calculus;

import innerloop.math.Matrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// The value of a term: a matrix with names; a vector has one row, a number has one of both.
///
/// @param rows what each row is
/// @param columns what each column is
/// @param numbers row after row; read only
public record Values(Axis rows, Axis columns, double[] numbers) {

    /// Checks the shape.
    public Values {
        if (rows.size() * columns.size() != numbers.length) {
            throw new IllegalArgumentException(
                    "%d numbers for [%d × %d]"
                            .formatted(numbers.length, rows.size(), columns.size()));
        }
    }

    /// One number.
    static Values of(double number) {
        return new Values(Axis.ONE, Axis.ONE, new double[] {number});
    }

    /// A row of numbers.
    static Values row(Axis columns, double[] numbers) {
        return new Values(Axis.ONE, columns, numbers);
    }

    /// A matrix with these names.
    static Values of(Axis rows, Axis columns, Matrix matrix) {
        return new Values(rows, columns, matrix.toArray());
    }

    /// The entry at (`row`, `column`).
    public double get(int row, int column) {
        return numbers[row * columns.size() + column];
    }

    /// The shape as it appears in texts, for example `[34 × 16]`.
    public String shape() {
        return "[" + rows.size() + " × " + columns.size() + "]";
    }

    /// Whether it is a single number.
    public boolean isNumber() {
        return numbers.length == 1 && rows.get(0).isEmpty();
    }

    /// At most so many rows and columns, those with the largest entries, in their order.
    public Values largest(int mostRows, int mostColumns) {
        int[] keptRows = largest(rows.size(), mostRows, this::lengthOfRow);
        int[] keptColumns = largest(columns.size(), mostColumns, this::lengthOfColumn);
        if (keptRows.length == rows.size() && keptColumns.length == columns.size()) {
            return this;
        }
        return at(keptRows, keptColumns);
    }

    /// Some rows and columns.
    Values at(int[] someRows, int[] someColumns) {
        return new Values(
                rows.at(someRows),
                columns.at(someColumns),
                Arrays.stream(someRows)
                        .boxed()
                        .flatMapToDouble(
                                r -> Arrays.stream(someColumns).mapToDouble(c -> get(r, c)))
                        .toArray());
    }

    private double lengthOfRow(int row) {
        return IntStream.range(0, columns.size()).mapToDouble(c -> Math.abs(get(row, c))).sum();
    }

    private double lengthOfColumn(int column) {
        return IntStream.range(0, rows.size()).mapToDouble(r -> Math.abs(get(r, column))).sum();
    }

    private static int[] largest(int size, int most, IntToDoubleFunction by) {
        double[] length = IntStream.range(0, size).mapToDouble(by).toArray();
        return IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> -length[k]))
                .limit(most)
                .mapToInt(k -> k)
                .sorted()
                .toArray();
    }
}
