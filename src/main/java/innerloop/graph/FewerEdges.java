package innerloop.graph;

import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.BitSet;

/// Adjacency matrices with some of their edges, or without their directions.
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

    /// All but those from a node to itself.
    static SparseMatrix withoutDiagonal(SparseMatrix matrix) {
        Entries kept = new Entries(matrix.size());
        for (int i = 0; i < matrix.rows(); i++) {
            for (int k = matrix.begins()[i]; k < matrix.ends()[i]; k++) {
                if (matrix.column()[k] != i) {
                    kept.add(i, matrix.column()[k], matrix.value()[k]);
                }
            }
        }
        return kept.matrix(matrix.rows());
    }

    /// Each in both directions, with the larger weight where both are there.
    static SparseMatrix symmetric(SparseMatrix matrix) {
        Entries both = new Entries(2 * matrix.size());
        for (int i = 0; i < matrix.rows(); i++) {
            for (int k = matrix.begins()[i]; k < matrix.ends()[i]; k++) {
                int j = matrix.column()[k];
                int back = matrix.find(j, i);
                double value = matrix.value()[k];
                double weight = back < 0 ? value : Math.max(value, matrix.value()[back]);
                both.add(i, j, weight);
                if (back < 0) {
                    both.add(j, i, weight);
                }
            }
        }
        return both.matrix(matrix.rows());
    }

    /// Entries of a square matrix in any order.
    private static final class Entries {
        private final int[] row;
        private final int[] column;
        private final double[] value;
        private int size;

        Entries(int most) {
            row = new int[most];
            column = new int[most];
            value = new double[most];
        }

        void add(int i, int j, double weight) {
            row[size] = i;
            column[size] = j;
            value[size++] = weight;
        }

        SparseMatrix matrix(int nodes) {
            return SparseMatrix.ofTriplets(
                    nodes,
                    nodes,
                    Arrays.copyOf(row, size),
                    Arrays.copyOf(column, size),
                    Arrays.copyOf(value, size));
        }
    }
}
