package innerloop.io;

import innerloop.math.SparseMatrix;
import innerloop.phrase.Phrase;
import java.util.Arrays;

/// A sparse matrix from the arrays that SciPy keeps of it.
final class CsrArrays {

    private static final int MOST_COLUMNS = 10_000_000;

    private CsrArrays() {}

    /// @param source of the matrix, for complaints
    static SparseMatrix matrix(
            NumpySource source,
            NumpyArray data,
            NumpyArray indices,
            NumpyArray indptr,
            long[] shape)
            throws GraphFormatException {
        if (shape.length != 2 || Math.min(shape[0], shape[1]) < 0) {
            throw source.broken(Phrase.of("numpy.csr"));
        }
        if (shape[1] > MOST_COLUMNS && shape[1] != shape[0]) {
            throw source.broken(Phrase.of("numpy.tooLarge", Arrays.toString(shape)));
        }
        int rows = (int) Math.min(shape[0], Integer.MAX_VALUE);
        int columns = (int) shape[1];
        MostNodes.require(rows, source.file());
        double[] value = data.numbers(1);
        int[] column = indices.indices(0, columns);
        int[] start = indptr.indices(0, value.length + 1);
        boolean fits = value.length == column.length && start.length == rows + 1 && start[0] == 0;
        for (int row = 0; fits && row < rows; row++) {
            fits = start[row] <= start[row + 1];
        }
        if (!fits || start[rows] != value.length) {
            throw source.broken(Phrase.of("numpy.csr"));
        }
        requireFinite(source, value);
        int[] row = new int[value.length];
        for (int r = 0; r < rows; r++) {
            Arrays.fill(row, start[r], start[r + 1], r);
        }
        return SparseMatrix.ofTriplets(rows, columns, row, column, value);
    }

    /// A matrix that is stored entry by entry.
    static SparseMatrix dense(NumpySource source, NumpyArray array) throws GraphFormatException {
        double[] value = array.numbers(2);
        MostNodes.require(array.axis(0), source.file());
        requireFinite(source, value);
        return SparseMatrix.ofDense(array.axis(0), array.axis(1), value);
    }

    private static void requireFinite(NumpySource source, double[] values)
            throws GraphFormatException {
        for (int k = 0; k < values.length; k++) {
            if (!Double.isFinite(values[k])) {
                throw source.broken(Phrase.of("numpy.notFinite", Integer.toString(k)));
            }
        }
    }
}
