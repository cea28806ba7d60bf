package innerloop.io;

import innerloop.math.SparseMatrix;
import innerloop.phrase.Trouble;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Reads `features.txt` of a plain folder into a sparse matrix: one line per node, each token
/// `column` (value 1) or `column:value`. Zeros are not stored; they only widen the matrix.
final class PlainFeatures {

    /// A wider matrix is taken for a mistake in the file.
    private static final int MOST_COLUMNS = 10_000_000;

    private int[] rowStart = new int[1024];
    private int[] column = new int[1 << 14];
    private double[] value = new double[1 << 14];
    private int rows;
    private int size;
    private int columns;

    /// The file's matrix; as wide as its largest column, or `width` if that is not negative.
    static SparseMatrix read(Path file, int width, String widthFile) throws GraphFormatException {
        PlainFeatures features = new PlainFeatures();
        try (LineScanner lines = new LineScanner(file)) {
            while (lines.next()) {
                features.row(lines, width, widthFile);
            }
        }
        return new SparseMatrix(
                features.rows,
                Math.max(width, features.columns),
                Arrays.copyOf(features.rowStart, features.rows + 1),
                Arrays.copyOf(features.column, features.size),
                Arrays.copyOf(features.value, features.size));
    }

    private void row(LineScanner lines, int width, String widthFile) throws GraphFormatException {
        int first = size;
        boolean ascending = true;
        while (lines.token()) {
            int c = lines.column();
            double v = lines.columnValue();
            if (width >= 0 && c >= width) {
                throw lines.problem(text ->
                                Trouble.of(
                                        "plain.noColumnName",
                                        text,
                                        Integer.toString(c),
                                        widthFile,
                                        Integer.toString(width - 1)))
                        .exception();
            }
            if (c >= MOST_COLUMNS) {
                throw lines.problem(text ->
                                Trouble.of(
                                        "plain.farColumn", text, Integer.toString(c), MOST_COLUMNS))
                        .exception();
            }
            columns = Math.max(columns, c + 1);
            if (v != 0) {
                ascending &= size == first || column[size - 1] < c;
                append(c, v);
            }
        }
        if (!ascending) {
            sort(first, lines);
        }
        rows++;
        MostNodes.require(rows, lines);
        if (rows == rowStart.length) {
            rowStart = Arrays.copyOf(rowStart, rows * 2);
        }
        rowStart[rows] = size;
    }

    private void append(int c, double v) {
        if (size == column.length) {
            int grown = Math.addExact(size, size);
            column = Arrays.copyOf(column, grown);
            value = Arrays.copyOf(value, grown);
        }
        column[size] = c;
        value[size++] = v;
    }

    private void sort(int first, LineScanner lines) throws GraphFormatException {
        int[] order =
                IntStream.range(first, size)
                        .boxed()
                        .sorted((a, b) -> Integer.compare(column[a], column[b]))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int[] sortedColumns = IntStream.of(order).map(k -> column[k]).toArray();
        double[] sortedValues = IntStream.of(order).mapToDouble(k -> value[k]).toArray();
        for (int k = 1; k < sortedColumns.length; k++) {
            if (sortedColumns[k] == sortedColumns[k - 1]) {
                throw lines.lineProblem(
                                Trouble.of("plain.columnTwice", Integer.toString(sortedColumns[k])))
                        .exception();
            }
        }
        System.arraycopy(sortedColumns, 0, column, first, sortedColumns.length);
        System.arraycopy(sortedValues, 0, value, first, sortedValues.length);
    }
}
