package innerloop.meta;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
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

    /// Whether it is cheaper to remember points than to step there again, in a loop whose points have this many columns.
    boolean remembersPoints(int width);

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
        public boolean remembersPoints(int width) {
            return false;
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

        /// Steps an episode takes: two for each of five inner steps.
        private static final long STEPS = 10;

        /// How many times as fast a number goes by in a dense product.
        private static final long DENSE_GAIN = 3;

        /// Numbers of a point that do not weigh much in any cache.
        private static final long SMALL = 4_096;

        /// Columns of W that a kernel works on at once.
        private static final int LANES = 16;

        /// Width from which on gathering from a transpose saves more than making it costs.
        private static final int WIDE = 32;

        /// Products with these features, with their Gram matrix if that is the cheaper way to take the steps. The unit of
        /// costs is one number of F times one vector of numbers that comes out of a cache.
        ///
        /// @param width columns of the first weights
        static Products of(SparseMatrix features, int width, Backend backend) {
            long n = features.rows();
            long size = features.size();
            long vectors = Math.ceilDiv(width, LANES);
            long making = size * n / LANES / 2;
            long withGram = making + STEPS * vectors * n * n / DENSE_GAIN;
            long without = STEPS * vectors * 2 * size;
            if (withGram >= without) {
                return new Products(features, null);
            }
            Matrix gram = backend.matrix(features.rows(), features.rows());
            backend.gram(features, gram);
            return new Products(features, gram);
        }

        /// `out = Fᵀ slope`.
        private void back(Matrix slope, Matrix out, Backend backend) {
            if (slope.columns() < WIDE) {
                backend.sparseMatmul(features, true, slope, out);
            } else {
                backend.sparseMatmul(features.transpose(), false, slope, out);
            }
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
            back(slope, whole, scratch.backend());
            scratch.backend().addScaled(weight, factor, whole, weight);
        }

        @Override
        public Matrix step(Matrix slope, Matrix out, Scratch scratch) {
            Backend backend = scratch.backend();
            if (gram != null) {
                backend.matmul(gram, false, slope, false, out);
            } else {
                Matrix whole = scratch.matrix(features.columns(), slope.columns());
                back(slope, whole, backend);
                backend.sparseMatmul(features, false, whole, out);
            }
            return out;
        }

        @Override
        public boolean remembersPoints(int width) {
            return gram == null && (long) features.rows() * width <= SMALL;
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
