package innerloop.math.nd4j;

import innerloop.math.SparseMatrix;

/// Loops over the edges of a pattern that ND4J has no operation for, on row-major numbers. Like all of this twin they are
/// written apart from the fast ones, so that each checks the other.
final class DoubleEdgeLoops {

    private DoubleEdgeLoops() {}

    /// The softmax over the edges of each row, in place.
    ///
    /// @param m numbers per edge
    static void softmax(SparseMatrix pattern, double[] numbers, int m) {
        for (int i = 0; i < pattern.rows(); i++) {
            int from = pattern.rowStart()[i];
            int to = pattern.rowStart()[i + 1];
            for (int h = 0; h < m; h++) {
                double max = Double.NEGATIVE_INFINITY;
                for (int e = from; e < to; e++) {
                    max = Math.max(max, numbers[e * m + h]);
                }
                double sum = 0;
                for (int e = from; e < to; e++) {
                    numbers[e * m + h] = Math.exp(numbers[e * m + h] - max);
                    sum += numbers[e * m + h];
                }
                for (int e = from; e < to; e++) {
                    numbers[e * m + h] /= sum;
                }
            }
        }
    }

    /// The neighbour of a row with the largest number in a column.
    ///
    /// @param by numbers of the nodes, m per node
    static int largest(SparseMatrix pattern, int row, double[] by, int m, int column) {
        int start = pattern.rowStart()[row];
        int best = pattern.column()[start];
        for (int e = start + 1; e < pattern.rowStart()[row + 1]; e++) {
            int j = pattern.column()[e];
            best = by[j * m + column] > by[best * m + column] ? j : best;
        }
        return best;
    }
}
