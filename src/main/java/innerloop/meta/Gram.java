package innerloop.meta;

import innerloop.math.SparseMatrix;

/// `F Fᵀ` of a sparse matrix.
final class Gram {

    private Gram() {}

    /// How many products of two numbers it takes: each column's entries meet each other.
    static long cost(SparseMatrix f) {
        int[] entries = new int[f.columns()];
        long cost = 0;
        for (int i = 0; i < f.rows(); i++) {
            for (int e = f.begins()[i], last = f.ends()[i]; e < last; e++) {
                cost += ++entries[f.column()[e]];
            }
        }
        return cost;
    }

    /// Row after row.
    static double[] of(SparseMatrix f) {
        int n = f.rows();
        double[] gram = new double[n * n];
        SparseMatrix byColumn = f.transpose();
        int[] start = byColumn.rowStart();
        int[] row = byColumn.column();
        double[] number = byColumn.value();
        for (int i = 0; i < n; i++) {
            for (int e = f.begins()[i], last = f.ends()[i]; e < last; e++) {
                double value = f.value()[e];
                int column = f.column()[e];
                for (int k = start[column]; row[k] < i; k++) {
                    gram[i * n + row[k]] += value * number[k];
                }
                gram[i * n + i] += value * value;
            }
            for (int j = 0; j < i; j++) {
                gram[j * n + i] = gram[i * n + j];
            }
        }
        return gram;
    }
}
