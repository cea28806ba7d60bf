package innerloop.meta;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.List;

/// How the inner loop writes down a first weight W, one that multiplies the sparse features `F` of the support set.
///
/// The support set's loss sees W through the products `F W` alone, its gradient is `Fᵀ G` with `G` the slope at these
/// products, so inner steps never leave `W + span Fᵀ`. The loop can therefore work with the products, a row per row
/// of F, instead of with rows of W, of which there is one per feature:
///
/// | | [WeightRows] | [Products] |
/// |---|---|---|
/// | a point | the rows of W that F has entries for | `F W` |
/// | a slope | the same rows of `∂L/∂W` | `G`, for `∂L/∂W = Fᵀ G` |
/// | a step along a slope | the slope | `F Fᵀ G` |
///
/// Both are exact. Points and slopes have the same shapes.
sealed interface InnerShapes {

    /// Rows of a first weight in the inner loop.
    int rows();

    /// The point or the direction that `weight`, in the episode's shapes, comes to.
    void enter(Matrix weight, Matrix out, Backend backend);

    /// `weight += factor · slope`, in the episode's shapes.
    void leave(Matrix slope, double factor, Matrix weight, Scratch scratch);

    /// The step along a slope: the slope itself, or written into `out`.
    Matrix step(Matrix slope, Matrix out, Backend backend);

    /// Bytes of what it holds.
    long bytes();

    /// Works with rows of W.
    ///
    /// @param index where these rows stand among the episode's
    record WeightRows(int[] index) implements InnerShapes {
        @Override
        public int rows() {
            return index.length;
        }

        @Override
        public void enter(Matrix weight, Matrix out, Backend backend) {
            backend.gatherRows(weight, index, out);
        }

        @Override
        public void leave(Matrix slope, double factor, Matrix weight, Scratch scratch) {
            scratch.backend().scatterAddRows(factor, slope, index, weight);
        }

        @Override
        public Matrix step(Matrix slope, Matrix out, Backend backend) {
            return slope;
        }

        @Override
        public long bytes() {
            return 4L * index.length;
        }
    }

    /// Works with products.
    ///
    /// @param features F, whose columns are the episode's rows of W
    /// @param gram `F Fᵀ`
    record Products(SparseMatrix features, Matrix gram) implements InnerShapes {

        /// Whether working with products costs less than the products themselves: `F Fᵀ` must not be larger than F and
        /// its transpose.
        static boolean pay(SparseMatrix features) {
            return (long) features.rows() * features.rows() <= 2L * features.size();
        }

        static Products of(SparseMatrix features, Backend backend) {
            int n = features.rows();
            return new Products(features, backend.matrix(n, n, gram(features)));
        }

        /// `F Fᵀ`, row after row.
        private static double[] gram(SparseMatrix f) {
            int n = f.rows();
            double[] gram = new double[n * n];
            SparseMatrix byColumn = f.transpose();
            for (int i = 0; i < n; i++) {
                for (int e = f.rowStart()[i]; e < f.rowStart()[i + 1]; e++) {
                    double value = f.value()[e];
                    int from = byColumn.rowStart()[f.column()[e]];
                    for (int k = from; byColumn.column()[k] < i; k++) {
                        gram[i * n + byColumn.column()[k]] += value * byColumn.value()[k];
                    }
                    gram[i * n + i] += value * value;
                }
                for (int j = 0; j < i; j++) {
                    gram[j * n + i] = gram[i * n + j];
                }
            }
            return gram;
        }

        @Override
        public int rows() {
            return features.rows();
        }

        @Override
        public void enter(Matrix weight, Matrix out, Backend backend) {
            backend.sparseMatmul(features, false, weight, out);
        }

        @Override
        public void leave(Matrix slope, double factor, Matrix weight, Scratch scratch) {
            Matrix whole = scratch.matrix(weight.rows(), weight.columns());
            scratch.backend().sparseMatmul(features, true, slope, whole);
            scratch.backend().addScaled(weight, factor, whole, weight);
        }

        @Override
        public Matrix step(Matrix slope, Matrix out, Backend backend) {
            backend.matmul(gram, false, slope, false, out);
            return out;
        }

        @Override
        public long bytes() {
            return features.bytes() + gram.bytes();
        }
    }

    /// The rows of several matrices one below the other.
    static SparseMatrix stacked(List<SparseMatrix> parts) {
        int rows = parts.stream().mapToInt(SparseMatrix::rows).sum();
        int size = parts.stream().mapToInt(SparseMatrix::size).sum();
        int[] start = new int[rows + 1];
        int[] column = new int[size];
        double[] value = new double[size];
        int row = 0;
        int at = 0;
        for (SparseMatrix part : parts) {
            System.arraycopy(part.column(), 0, column, at, part.size());
            System.arraycopy(part.value(), 0, value, at, part.size());
            for (int r = 0; r < part.rows(); r++) {
                start[++row] = at + part.rowStart()[r + 1];
            }
            at += part.size();
        }
        return new SparseMatrix(rows, parts.getFirst().columns(), start, column, value);
    }
}
