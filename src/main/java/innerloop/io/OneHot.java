package innerloop.io;

import innerloop.math.SparseMatrix;
import innerloop.phrase.Phrase;

/// Classes as rows with a single one in the column of the class; a row of zeros has none.
final class OneHot {

    private OneHot() {}

    static int label(NumpySource source, SparseMatrix rows, int row) throws GraphFormatException {
        int label = -1;
        for (int k = rows.rowStart()[row]; k < rows.rowStart()[row + 1]; k++) {
            if (rows.value()[k] != 0) {
                if (label >= 0) {
                    throw source.broken(Phrase.of("numpy.classes", Integer.toString(row)));
                }
                label = rows.column()[k];
            }
        }
        return label;
    }
}
