package innerloop.math;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/// An immutable sparse matrix in compressed rows (CSR): the entries of row `i` are
/// `rowStart[i] … rowStart[i+1]-1`, their columns ascending.
///
/// Used for adjacency (row = centre, column = neighbour), features (row = node) and selections. The accessors
/// give the arrays themselves, because kernels loop over them; they must not be written into.
///
/// [#selectRows] makes a *view*: some rows of another matrix, whose arrays it shares. Its rows begin and end anywhere in
/// these ([#begins], [#ends]), so it has no [#rowStart], and methods that need one throw an exception.
public final class SparseMatrix {

    private static final double LEAST_LENGTH = 1e-300;

    private final int rows;
    private final int columns;
    private final int[] rowStart;
    private final int[] column;
    private final double[] value;
    private final int size;
    private final @Nullable SparseMatrix base;
    // Filled by the first thread that needs them; volatile, so that other threads see the contents.
    private volatile int @Nullable [] rowEnd;
    private volatile float @Nullable [] floatValue;
    private @Nullable SparseMatrix transpose;

    /// Wraps CSR arrays (not copied).
    ///
    /// @throws IllegalArgumentException if the arrays do not describe a `[rows × columns]` matrix
    public SparseMatrix(int rows, int columns, int[] rowStart, int[] column, double[] value) {
        if (rowStart.length != rows + 1
                || rowStart[rows] > column.length
                || column.length != value.length) {
            throw new IllegalArgumentException(
                    "CSR arrays do not fit [%d × %d]: rowStart %d, column %d, value %d"
                            .formatted(
                                    rows, columns, rowStart.length, column.length, value.length));
        }
        this.rows = rows;
        this.columns = columns;
        this.rowStart = rowStart;
        this.column = column;
        this.value = value;
        this.size = rowStart[rows];
        this.base = null;
    }

    private SparseMatrix(SparseMatrix base, int[] begin, int[] end, int size) {
        this.rows = begin.length;
        this.columns = base.columns;
        this.rowStart = begin;
        this.rowEnd = end;
        this.column = base.column;
        this.value = base.value;
        this.size = size;
        this.base = base;
    }

    /// Where the entry of this row and column is among [#value]; negative if there is none.
    public int find(int row, int atColumn) {
        return Arrays.binarySearch(column, rowStart[row], ends()[row], atColumn);
    }

    /// A view whose row `k` is row `rows[k]` of this matrix; nothing is copied.
    public SparseMatrix selectRows(int[] selected) {
        int[] begin = new int[selected.length];
        int[] end = new int[selected.length];
        int[] ends = ends();
        int count = 0;
        for (int k = 0; k < selected.length; k++) {
            begin[k] = rowStart[selected[k]];
            end[k] = ends[selected[k]];
            count += end[k] - begin[k];
        }
        return new SparseMatrix(base == null ? this : base, begin, end, count);
    }

    /// This with the entries of some columns only; the others become empty.
    public SparseMatrix withColumns(IntPredicate kept) {
        int[] start = new int[rows + 1];
        int[] at = new int[size];
        double[] entries = new double[size];
        int count = 0;
        for (int i = 0; i < rows; i++) {
            for (int k = rowStart[i]; k < ends()[i]; k++) {
                if (kept.test(column[k])) {
                    at[count] = column[k];
                    entries[count++] = value[k];
                }
            }
            start[i + 1] = count;
        }
        return new SparseMatrix(
                rows, columns, start, Arrays.copyOf(at, count), Arrays.copyOf(entries, count));
    }

    /// Builds from triplets in any order; entries at the same place are added.
    public static SparseMatrix ofTriplets(int rows, int columns, int[] i, int[] j, double[] v) {
        int[] byColumnStart = counts(columns, j);
        int[] order = new int[i.length];
        int[] next = byColumnStart.clone();
        for (int e = 0; e < i.length; e++) {
            order[next[j[e]]++] = e;
        }
        int[] start = counts(rows, i);
        int[] cursor = start.clone();
        int[] column = new int[i.length];
        double[] value = new double[i.length];
        for (int e : order) {
            int at = cursor[Objects.checkIndex(i[e], rows)]++;
            column[at] = j[e];
            value[at] = v[e];
        }
        return mergeRepeated(rows, columns, start, column, value);
    }

    private static int[] counts(int n, int[] key) {
        int[] start = new int[n + 1];
        for (int k : key) {
            start[Objects.checkIndex(k, n) + 1]++;
        }
        for (int k = 0; k < n; k++) {
            start[k + 1] += start[k];
        }
        return start;
    }

    private static SparseMatrix mergeRepeated(
            int rows, int columns, int[] start, int[] column, double[] value) {
        int[] mergedStart = new int[rows + 1];
        int size = 0;
        for (int r = 0; r < rows; r++) {
            int first = size;
            for (int e = start[r]; e < start[r + 1]; e++) {
                if (size > first && column[size - 1] == column[e]) {
                    value[size - 1] += value[e];
                } else {
                    column[size] = column[e];
                    value[size] = value[e];
                    size++;
                }
            }
            mergedStart[r + 1] = size;
        }
        return new SparseMatrix(
                rows,
                columns,
                mergedStart,
                Arrays.copyOf(column, size),
                Arrays.copyOf(value, size));
    }

    /// The matrix that picks rows: row `k` of `selection · X` is row `index[k]` of `X`.
    public static SparseMatrix selection(int[] index, int columns) {
        int[] start = new int[index.length + 1];
        double[] one = new double[index.length];
        Arrays.setAll(start, k -> k);
        Arrays.fill(one, 1);
        for (int k : index) {
            Objects.checkIndex(k, columns);
        }
        return new SparseMatrix(index.length, columns, start, index.clone(), one);
    }

    /// The identity `[n × n]`.
    public static SparseMatrix identity(int n) {
        int[] all = new int[n];
        Arrays.setAll(all, k -> k);
        return selection(all, n);
    }

    /// A dense row-major array as a sparse matrix, zeros left out.
    public static SparseMatrix ofDense(int rows, int columns, double[] rowMajor) {
        int[] start = new int[rows + 1];
        int size = 0;
        for (int k = 0; k < rows * columns; k++) {
            size += rowMajor[k] != 0 ? 1 : 0;
        }
        int[] column = new int[size];
        double[] value = new double[size];
        int at = 0;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double x = rowMajor[r * columns + c];
                if (x != 0) {
                    column[at] = c;
                    value[at++] = x;
                }
            }
            start[r + 1] = at;
        }
        return new SparseMatrix(rows, columns, start, column, value);
    }

    /// Number of rows.
    public int rows() {
        return rows;
    }

    /// Number of columns.
    public int columns() {
        return columns;
    }

    /// Number of stored entries.
    public int size() {
        return size;
    }

    /// Where each row begins, length rows + 1. Read only.
    ///
    /// @throws IllegalStateException if this is a view
    public int[] rowStart() {
        if (base != null) {
            throw new IllegalStateException("a view of rows has no row starts");
        }
        return rowStart;
    }

    /// Where each row begins, of a view too; may be longer than there are rows. Read only.
    public int[] begins() {
        return rowStart;
    }

    /// One past the last entry of each row, of a view too. Read only.
    public int[] ends() {
        int[] cached = rowEnd;
        if (cached == null) {
            cached = Arrays.copyOfRange(rowStart, 1, rows + 1);
            rowEnd = cached;
        }
        return cached;
    }

    /// Column of each entry, in a view of each entry of the other matrix. Read only.
    public int[] column() {
        return column;
    }

    /// Value of each entry, in a view of each entry of the other matrix. Read only.
    public double[] value() {
        return value;
    }

    /// The values rounded to float32, computed once. Read only.
    public float[] floatValue() {
        if (base != null) {
            return base.floatValue();
        }
        float[] cached = floatValue;
        if (cached == null) {
            cached = new float[value.length];
            for (int k = 0; k < cached.length; k++) {
                cached[k] = (float) value[k];
            }
            floatValue = cached;
        }
        return cached;
    }

    /// Number of entries in a row.
    public int rowSize(int row) {
        return (base == null ? rowStart[row + 1] : ends()[row]) - rowStart[row];
    }

    /// The transpose, computed once; a view has one too.
    public SparseMatrix transpose() {
        SparseMatrix cached = transpose;
        if (cached == null) {
            int[] ends = ends();
            int[] start = new int[columns + 1];
            for (int r = 0; r < rows; r++) {
                for (int e = rowStart[r]; e < ends[r]; e++) {
                    start[column[e] + 1]++;
                }
            }
            for (int c = 0; c < columns; c++) {
                start[c + 1] += start[c];
            }
            int[] next = start.clone();
            int[] row = new int[size];
            double[] number = new double[size];
            for (int r = 0; r < rows; r++) {
                for (int e = rowStart[r]; e < ends[r]; e++) {
                    int at = next[column[e]]++;
                    row[at] = r;
                    number[at] = value[e];
                }
            }
            cached = new SparseMatrix(columns, rows, start, row, number);
            transpose = cached;
        }
        return cached;
    }

    /// The value at (`row`, `at`), 0 where nothing is stored.
    public double get(int row, int at) {
        int k = Arrays.binarySearch(column, rowStart[row], rowStart[row] + rowSize(row), at);
        return k < 0 ? 0 : value[k];
    }

    /// Whether an entry is stored at (`row`, `at`), even if its value is 0.
    public boolean holds(int row, int at) {
        return Arrays.binarySearch(column, rowStart[row], rowStart[row] + rowSize(row), at) >= 0;
    }

    /// Bytes of its numbers: a column and a value in both precisions for every entry, the starts of the rows, and its
    /// transpose once that was made. A view has only the latter two.
    public long bytes() {
        long own = base != null ? 8L * rows : 16L * size + 4L * rowStart.length;
        SparseMatrix turned = transpose;
        return turned == null ? own : own + turned.bytes();
    }

    /// Every row divided by its Euclidean length; rows of zeros, or of numbers below 1e-300, become zero.
    public SparseMatrix unitRows() {
        int[] start = rowStart();
        double[] factor = new double[rows];
        for (int i = 0; i < rows; i++) {
            // Scaled by the largest entry first, because squares of large numbers overflow.
            double most = 0;
            for (int k = start[i]; k < start[i + 1]; k++) {
                most = Math.max(most, Math.abs(value[k]));
            }
            double squares = 0;
            for (int k = start[i]; k < start[i + 1] && most > 0; k++) {
                squares += value[k] / most * (value[k] / most);
            }
            factor[i] = most > LEAST_LENGTH ? 1 / most / Math.sqrt(squares) : 0;
        }
        double[] ones = new double[columns];
        Arrays.fill(ones, 1);
        return scaled(factor, ones);
    }

    /// Every row multiplied by its factor, every column by its factor: `diag(left) · this · diag(right)`.
    public SparseMatrix scaled(double[] left, double[] right) {
        int[] start = rowStart();
        double[] scaled = new double[size];
        for (int r = 0; r < rows; r++) {
            for (int k = start[r]; k < start[r + 1]; k++) {
                scaled[k] = left[r] * value[k] * right[column[k]];
            }
        }
        return new SparseMatrix(rows, columns, start, column, scaled);
    }

    /// The sparse product `this · other`, columns ascending, sums in the order of this row's entries.
    public SparseMatrix multiply(SparseMatrix other) {
        return SparseProduct.of(this, other, false);
    }

    /// Row i = the largest entries of those rows of `other` that row i has entries for, column by column; where a
    /// row has no entry it counts as 0.
    public SparseMatrix largest(SparseMatrix other) {
        return SparseProduct.of(this, other, true);
    }

    /// The shape and number of entries as it appears in messages.
    public String shape() {
        return "[" + rows + " × " + columns + ", " + size + " entries]";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SparseMatrix that
                && rows == that.rows
                && columns == that.columns
                && Arrays.equals(rowStart, that.rowStart)
                && Arrays.equals(column, that.column)
                && Arrays.equals(value, that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(rows, columns, Arrays.hashCode(rowStart), Arrays.hashCode(column));
    }

    @Override
    public String toString() {
        return "SparseMatrix" + shape();
    }
}
