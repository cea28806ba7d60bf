package innerloop.calculus;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.function.DoubleBinaryOperator;

/// Products and sums that return new matrices.
///
/// @param backend computes them
record Arithmetic(Backend backend) {

    /// What [innerloop.autodiff.Expression#unitRows] adds to the squares.
    private static final double LEAST_SQUARES = 1e-8;

    /// A matrix of zeros, to be written into.
    Matrix zeros(int rows, int columns) {
        return backend.matrix(rows, columns);
    }

    /// `a · b`.
    Matrix product(Matrix a, Matrix b) {
        Matrix out = zeros(a.rows(), b.columns());
        backend.matmul(a, false, b, false, out);
        return out;
    }

    /// `aᵀ · b`.
    Matrix transposedProduct(Matrix a, Matrix b) {
        Matrix out = zeros(a.columns(), b.columns());
        backend.matmul(a, true, b, false, out);
        return out;
    }

    /// `a · bᵀ`.
    Matrix productTransposed(Matrix a, Matrix b) {
        Matrix out = zeros(a.rows(), b.rows());
        backend.matmul(a, false, b, true, out);
        return out;
    }

    /// `s · x`.
    Matrix product(SparseMatrix s, Matrix x) {
        Matrix out = zeros(s.rows(), x.columns());
        backend.sparseMatmul(s, false, x, out);
        return out;
    }

    /// `sᵀ · x`.
    Matrix transposedProduct(SparseMatrix s, Matrix x) {
        Matrix out = zeros(s.columns(), x.columns());
        backend.sparseMatmul(s, true, x, out);
        return out;
    }

    /// `x + row` on every row.
    Matrix plusRow(Matrix x, Matrix row) {
        Matrix out = zeros(x.rows(), x.columns());
        backend.addRow(x, row, out);
        return out;
    }

    /// `[1 × m]`: the sum of all rows.
    Matrix sumRows(Matrix x) {
        Matrix out = zeros(1, x.columns());
        backend.sumRows(x, out);
        return out;
    }

    /// Softmax of every row.
    Matrix softmax(Matrix x) {
        Matrix out = zeros(x.rows(), x.columns());
        backend.softmax(x, out);
        return out;
    }

    /// Logarithm of the softmax of every row.
    Matrix logSoftmax(Matrix x) {
        Matrix out = zeros(x.rows(), x.columns());
        backend.logSoftmax(x, out);
        return out;
    }

    /// Softmax over the edges of each centre.
    Matrix edgeSoftmax(SparseMatrix pattern, Matrix x) {
        Matrix out = zeros(x.rows(), x.columns());
        backend.edgeSoftmax(pattern, x, out);
        return out;
    }

    /// `out_i = Σ_j α_ij g_j`, per head.
    Matrix edgeAggregate(SparseMatrix pattern, Matrix alpha, Matrix g) {
        Matrix out = zeros(pattern.rows(), g.columns());
        backend.edgeAggregate(pattern, false, alpha, g, out);
        return out;
    }

    /// Each edge gets its centre's row, or its neighbour's.
    Matrix edgeGather(SparseMatrix pattern, boolean fromNeighbours, Matrix x) {
        Matrix out = zeros(pattern.size(), x.columns());
        backend.edgeGather(pattern, fromNeighbours, x, out);
        return out;
    }

    /// Each centre, or neighbour, gets the sum over its edges.
    Matrix edgeScatter(SparseMatrix pattern, boolean toNeighbours, Matrix x) {
        Matrix out = zeros(toNeighbours ? pattern.columns() : pattern.rows(), x.columns());
        backend.edgeScatter(pattern, toNeighbours, x, out);
        return out;
    }

    /// Each centre gets, column by column, the entry of x at the neighbour whose `by` is largest.
    Matrix largest(SparseMatrix pattern, Matrix x, Matrix by) {
        Matrix out = zeros(pattern.rows(), x.columns());
        backend.edgeSelectMax(pattern, x, by, out);
        return out;
    }

    /// Each neighbour gets the entries of g at the centres for which its `by` is largest.
    Matrix toLargest(SparseMatrix pattern, Matrix g, Matrix by) {
        Matrix out = zeros(pattern.columns(), g.columns());
        backend.edgeScatterMax(pattern, g, by, out);
        return out;
    }

    /// A function of two numbers, entry by entry.
    Matrix combined(Matrix a, Matrix b, DoubleBinaryOperator f) {
        double[] x = a.toArray();
        double[] y = b.toArray();
        for (int k = 0; k < x.length; k++) {
            x[k] = f.applyAsDouble(x[k], y[k]);
        }
        return backend.matrix(a.rows(), a.columns(), x);
    }

    /// Every row divided by its length, `p / √(Σp² + 1e-8)`.
    Matrix unitRows(Matrix p) {
        double[] numbers = p.toArray();
        for (int r = 0; r < p.rows(); r++) {
            double inverse = inverseLength(p, r);
            for (int c = 0; c < p.columns(); c++) {
                numbers[r * p.columns() + c] *= inverse;
            }
        }
        return backend.matrix(p.rows(), p.columns(), numbers);
    }

    /// `dp = (du − u (u·du)) / √(Σp² + 1e-8)`, row by row.
    Matrix unitRowsBack(Matrix p, Matrix u, Matrix du) {
        double[] numbers = du.toArray();
        int columns = p.columns();
        for (int r = 0; r < p.rows(); r++) {
            double along = 0;
            for (int c = 0; c < columns; c++) {
                along += u.get(r, c) * du.get(r, c);
            }
            double inverse = inverseLength(p, r);
            for (int c = 0; c < columns; c++) {
                int k = r * columns + c;
                numbers[k] = inverse * (numbers[k] - u.get(r, c) * along);
            }
        }
        return backend.matrix(p.rows(), columns, numbers);
    }

    private static double inverseLength(Matrix p, int row) {
        double squares = LEAST_SQUARES;
        for (int c = 0; c < p.columns(); c++) {
            squares += p.get(row, c) * p.get(row, c);
        }
        return 1 / Math.sqrt(squares);
    }
}
