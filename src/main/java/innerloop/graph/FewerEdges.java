package innerloop.graph;

import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.BitSet;

/// Adjacency matrices with some of their edges.
final class FewerEdges {

    private FewerEdges() {}

    /// Those edges that join these pairs, in the directions and with the weights they have.
    static SparseMatrix only(SparseMatrix adjacency, Targets.Pairs pairs) {
        int[] row = new int[2 * pairs.size()];
        int[] column = new int[row.length];
        double[] value = new double[row.length];
        int size = 0;
        for (int k = 0; k < row.length; k++) {
            int i = k % 2 == 0 ? pairs.from()[k / 2] : pairs.to()[k / 2];
            int j = k % 2 == 0 ? pairs.to()[k / 2] : pairs.from()[k / 2];
            int place = adjacency.find(i, j);
            if (place >= 0) {
                row[size] = i;
                column[size] = j;
                value[size++] = adjacency.value()[place];
            }
        }
        return SparseMatrix.ofTriplets(
                adjacency.rows(),
                adjacency.columns(),
                Arrays.copyOf(row, size),
                Arrays.copyOf(column, size),
                Arrays.copyOf(value, size));
    }

    /// The edges neither end of which is one of these nodes.
    static SparseMatrix without(SparseMatrix matrix, BitSet nodes) {
        int[] start = new int[matrix.rows() + 1];
        int[] column = new int[matrix.size()];
        double[] value = new double[matrix.size()];
        int at = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            for (int k = matrix.rowStart()[i]; k < matrix.rowStart()[i + 1]; k++) {
                if (!nodes.get(i) && !nodes.get(matrix.column()[k])) {
                    column[at] = matrix.column()[k];
                    value[at++] = matrix.value()[k];
                }
            }
            start[i + 1] = at;
        }
        return new SparseMatrix(
                matrix.rows(),
                matrix.columns(),
                start,
                Arrays.copyOf(column, at),
                Arrays.copyOf(value, at));
    }
}
