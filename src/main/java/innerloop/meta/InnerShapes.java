package innerloop.meta;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SparseMatrix;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the inner loop writes down a first weight W, one that multiplies the sparse features `F` of the support set.
///
/// The support set's loss depends on W only through the products `F W`. Its gradient is `Fᵀ G`, with `G` the cotangent of
/// these products, so inner steps never leave `W + span Fᵀ`. The loop can therefore work with the products, one row per
/// row of F, instead of rows of W, of which there is one per feature:
///
/// | | [WeightRows] | [Products] |
/// |---|---|---|
/// | parameters | the rows of W that F has entries for | `F W` |
/// | cotangent | the same rows of `∂L/∂W` | `G`, for `∂L/∂W = Fᵀ G` |
/// | displacement | the cotangent itself | `F Fᵀ G` |
///
/// A displacement is the change of the parameters here when W moves by the gradient of a cotangent. All three have the
/// same shape, and both forms are exact.
sealed interface InnerShapes {

    /// Rows of a first weight in the inner loop.
    int rows();

    /// Writes the parameters (or displacement) that belong to a weight (or its displacement) in the episode's shapes.
    void restrict(Matrix weight, Matrix out, Backend backend);

    /// Adds `factor` times the gradient that a cotangent stands for to `weight`, in the episode's shapes.
    void addPullback(Matrix cotangent, double factor, Matrix weight, Scratch scratch);

    /// The displacement of a cotangent: the cotangent itself, or written into `out`.
    Matrix displacement(Matrix cotangent, Matrix out, Scratch scratch);

    /// Whether storing θ_k is cheaper than computing its displacement again, for parameters with this many columns.
    boolean storesParameters(int width);

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
        public void restrict(Matrix weight, Matrix out, Backend backend) {
            backend.gatherRows(weight, index, out);
        }

        @Override
        public void addPullback(Matrix cotangent, double factor, Matrix weight, Scratch scratch) {
            scratch.backend().scatterAddRows(factor, cotangent, index, weight);
        }

        @Override
        public Matrix displacement(Matrix cotangent, Matrix out, Scratch scratch) {
            return cotangent;
        }

        @Override
        public boolean storesParameters(int width) {
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

        /// Displacements an episode computes: two for each of five inner steps.
        private static final long DISPLACEMENTS = 10;

        /// How many times faster a dense product handles a number than a sparse one.
        private static final long DENSE_GAIN = 3;

        /// How many numbers fit into any cache beside everything else.
        private static final long SMALL = 4_096;

        /// Columns of W that a kernel works on at once.
        private static final int LANES = 16;

        /// Width from which gathering from a transpose saves more time than building it costs.
        private static final int WIDE = 32;

        /// Products with these features, with their Gram matrix if it makes displacements cheaper. The unit of cost is one
        /// number of F times one vector of numbers read from a cache.
        ///
        /// @param width columns of the first weights
        static Products of(SparseMatrix features, int width, Backend backend) {
            long n = features.rows();
            long size = features.size();
            long vectors = Math.ceilDiv(width, LANES);
            long making = size * n / LANES / 2;
            long withGram = making + DISPLACEMENTS * vectors * n * n / DENSE_GAIN;
            long without = DISPLACEMENTS * vectors * 2 * size;
            if (withGram >= without) {
                return new Products(features, null);
            }
            Matrix gram = backend.matrix(features.rows(), features.rows());
            backend.gram(features, gram);
            return new Products(features, gram);
        }

        /// `out = Fᵀ G` for a cotangent G.
        private void gradient(Matrix cotangent, Matrix out, Backend backend) {
            if (cotangent.columns() < WIDE) {
                backend.sparseMatmul(features, true, cotangent, out);
            } else {
                backend.sparseMatmul(features.transpose(), false, cotangent, out);
            }
        }

        @Override
        public int rows() {
            return features.rows();
        }

        @Override
        public void restrict(Matrix weight, Matrix out, Backend backend) {
            backend.sparseMatmul(features, false, weight, out);
        }

        @Override
        public void addPullback(Matrix cotangent, double factor, Matrix weight, Scratch scratch) {
            Matrix whole = scratch.matrix(weight.rows(), weight.columns());
            gradient(cotangent, whole, scratch.backend());
            scratch.backend().addScaled(weight, factor, whole, weight);
        }

        @Override
        public Matrix displacement(Matrix cotangent, Matrix out, Scratch scratch) {
            Backend backend = scratch.backend();
            if (gram != null) {
                backend.matmul(gram, false, cotangent, false, out);
            } else {
                Matrix whole = scratch.matrix(features.columns(), cotangent.columns());
                gradient(cotangent, whole, backend);
                backend.sparseMatmul(features, false, whole, out);
            }
            return out;
        }

        @Override
        public boolean storesParameters(int width) {
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
