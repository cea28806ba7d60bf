package innerloop.meta;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
    Matrix step(Matrix slope, Matrix out, Scratch scratch);

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
        public Matrix step(Matrix slope, Matrix out, Scratch scratch) {
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
    /// @param gram `F Fᵀ`, unless multiplying with F and its transpose costs less
    record Products(SparseMatrix features, @Nullable Matrix gram) implements InnerShapes {

        static Products of(SparseMatrix features, Backend backend) {
            int n = features.rows();
            boolean pays = (long) n * n <= 2L * features.size();
            return new Products(features, pays ? backend.matrix(n, n, gram(features)) : null);
        }

        /// `F Fᵀ`, row after row. Every entry meets the earlier ones of its column, which hang together in a chain.
        private static double[] gram(SparseMatrix f) {
            int n = f.rows();
            int[] column = f.column();
            double[] value = f.value();
            double[] gram = new double[n * n];
            int[] latest = new int[f.columns()];
            int[] before = new int[f.size()];
            int[] rowOf = new int[f.size()];
            double[] number = new double[f.size()];
            Arrays.fill(latest, -1);
            int next = 0;
            for (int i = 0; i < n; i++) {
                for (int e = f.begins()[i]; e < f.ends()[i]; e++, next++) {
                    before[next] = latest[column[e]];
                    latest[column[e]] = next;
                    rowOf[next] = i;
                    number[next] = value[e];
                    for (int k = next; k >= 0; k = before[k]) {
                        gram[i * n + rowOf[k]] += value[e] * number[k];
                    }
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
        public Matrix step(Matrix slope, Matrix out, Scratch scratch) {
            Backend backend = scratch.backend();
            if (gram != null) {
                backend.matmul(gram, false, slope, false, out);
            } else {
                Matrix whole = scratch.matrix(features.columns(), slope.columns());
                backend.sparseMatmul(features, true, slope, whole);
                backend.sparseMatmul(features, false, whole, out);
            }
            return out;
        }

        @Override
        public long bytes() {
            return features.bytes() + (gram == null ? 0 : gram.bytes());
        }
    }

    /// The rows of several matrices one below the other.
    static SparseMatrix stacked(List<SparseMatrix> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        int rows = parts.stream().mapToInt(SparseMatrix::rows).sum();
        int size = parts.stream().mapToInt(SparseMatrix::size).sum();
        int[] start = new int[rows + 1];
        int[] column = new int[size];
        double[] value = new double[size];
        int row = 0;
        int at = 0;
        for (SparseMatrix part : parts) {
            for (int r = 0; r < part.rows(); r++) {
                int from = part.begins()[r];
                int length = part.rowSize(r);
                System.arraycopy(part.column(), from, column, at, length);
                System.arraycopy(part.value(), from, value, at, length);
                at += length;
                start[++row] = at;
            }
        }
        return new SparseMatrix(rows, parts.getFirst().columns(), start, column, value);
    }
}
