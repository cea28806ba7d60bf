package innerloop.calculus;

import innerloop.math.Matrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/// The value of a term: a matrix with names; a vector has one row, a number has one of both.
///
/// @param rows the name of each row
/// @param columns the name of each column
/// @param numbers row after row; read only
public record Values(List<String> rows, List<String> columns, double[] numbers) {

    /// Checks the shape.
    public Values {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        if (rows.size() * columns.size() != numbers.length) {
            throw new IllegalArgumentException(
                    "%d numbers for [%d × %d]"
                            .formatted(numbers.length, rows.size(), columns.size()));
        }
    }

    /// One number.
    static Values of(double number) {
        return new Values(List.of(""), List.of(""), new double[] {number});
    }

    /// A row of numbers.
    static Values row(List<String> columns, double[] numbers) {
        return new Values(List.of(""), columns, numbers);
    }

    /// A matrix with these names.
    static Values of(List<String> rows, List<String> columns, Matrix matrix) {
        return new Values(rows, columns, matrix.toArray());
    }

    /// Columns or rows that are counted from 0.
    static List<String> counted(int size) {
        return IntStream.range(0, size).mapToObj(Integer::toString).toList();
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
        return numbers.length == 1 && rows.getFirst().isEmpty();
    }

    /// At most so many rows and columns, those with the largest entries, in their order.
    public Values largest(int mostRows, int mostColumns) {
        int[] keptRows = largest(rows.size(), mostRows, this::lengthOfRow);
        int[] keptColumns = largest(columns.size(), mostColumns, this::lengthOfColumn);
        if (keptRows.length == rows.size() && keptColumns.length == columns.size()) {
            return this;
        }
        return new Values(
                Arrays.stream(keptRows).mapToObj(rows::get).toList(),
                Arrays.stream(keptColumns).mapToObj(columns::get).toList(),
                Arrays.stream(keptRows)
                        .boxed()
                        .flatMapToDouble(
                                r -> Arrays.stream(keptColumns).mapToDouble(c -> get(r, c)))
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
