package innerloop.math;

import java.util.Arrays;

/// Products of sparse matrices: a first pass finds the size of every row, a second one computes the rows, so that nothing
/// is allocated twice. One row at a time, columns ascending, sums in the order of the left row's entries.
final class SparseProduct {

    private final SparseMatrix left;
    private final SparseMatrix right;
    private final boolean largest;
    private final double[] value;
    private final int[] seen;
    private final int[] touched;

    private SparseProduct(SparseMatrix left, SparseMatrix right, boolean largest) {
        if (left.columns() != right.rows()) {
            throw new IllegalArgumentException(
                    "sparse product: " + left.shape() + " · " + right.shape() + " do not fit");
        }
        this.left = left;
        this.right = right;
        this.largest = largest;
        this.value = new double[right.columns()];
        this.seen = new int[right.columns()];
        this.touched = new int[right.columns()];
    }

    /// `left · right`; or, instead of the sum over the left row's entries, the maximum of the right rows' numbers.
    static SparseMatrix of(SparseMatrix left, SparseMatrix right, boolean largest) {
        return new SparseProduct(left, right, largest).compute();
    }

    private SparseMatrix compute() {
        int[] start = new int[left.rows() + 1];
        for (int r = 0; r < left.rows(); r++) {
            int count = columns(r);
            start[r + 1] = Math.addExact(start[r], count);
            forget(count);
        }
        int[] outColumn = new int[start[left.rows()]];
        double[] outValue = new double[outColumn.length];
        for (int r = 0; r < left.rows(); r++) {
            int count = numbers(r);
            Arrays.sort(touched, 0, count);
            for (int t = 0, at = start[r]; t < count; t++, at++) {
                int c = touched[t];
                boolean absentSomewhere = largest && seen[c] < left.rowSize(r);
                outColumn[at] = c;
                outValue[at] = absentSomewhere ? Math.max(value[c], 0) : value[c];
            }
            forget(count);
        }
        return new SparseMatrix(left.rows(), right.columns(), start, outColumn, outValue);
    }

    /// Puts the columns that row r will have entries in into [#touched]; returns their number.
    private int columns(int r) {
        int[] to = right.rowStart();
        int count = 0;
        for (int k = left.rowStart()[r]; k < left.rowStart()[r + 1]; k++) {
            int m = left.column()[k];
            for (int e = to[m]; e < to[m + 1]; e++) {
                int c = right.column()[e];
                if (seen[c]++ == 0) {
                    touched[count++] = c;
                }
            }
        }
        return count;
    }

    /// The same with their numbers in [#value].
    private int numbers(int r) {
        int[] to = right.rowStart();
        int count = 0;
        for (int k = left.rowStart()[r]; k < left.rowStart()[r + 1]; k++) {
            int m = left.column()[k];
            double factor = left.value()[k];
            for (int e = to[m]; e < to[m + 1]; e++) {
                int c = right.column()[e];
                double x = right.value()[e];
                if (seen[c]++ == 0) {
                    touched[count++] = c;
                    value[c] = largest ? x : factor * x;
                } else {
                    value[c] = largest ? Math.max(value[c], x) : value[c] + factor * x;
                }
            }
        }
        return count;
    }

    private void forget(int count) {
        for (int t = 0; t < count; t++) {
            seen[touched[t]] = 0;
        }
    }
}
