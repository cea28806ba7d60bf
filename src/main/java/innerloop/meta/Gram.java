package innerloop.meta;

import innerloop.math.SparseMatrix;

/// `F Fᵀ` of a sparse matrix.
final class Gram {

    private Gram() {}

    /// How many products of two numbers it takes: each column's entries meet each other.
    static long cost(SparseMatrix f) {
        SparseMatrix byColumn = f.transpose();
        long cost = 0;
        for (int c = 0; c < f.columns(); c++) {
            long entries = byColumn.rowSize(c);
            cost += entries * (entries + 1) / 2;
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
