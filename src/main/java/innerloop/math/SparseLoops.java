package innerloop.math;

import java.util.Arrays;

/// The float32 products with sparse matrices.
final class SparseLoops {

    private SparseLoops() {}

    /// [Backend#sparseMatmul], on the calling thread if `threads` is 0. Otherwise large products are shared among threads; a
    /// large transposed one computes the transpose once and keeps it, a small one scatters instead.
    static void sparseMatmul(
            int threads, SparseMatrix s, boolean transposed, Matrix x, Matrix out) {
        if (threads > 0 && RowBlocks.large(s, x.columns())) {
            SparseMatrix rows = transposed ? s.transpose() : s;
            RowBlocks.run(rows, threads, (from, to) -> rows(rows, from, to, false, x, out));
            return;
        }
        if (transposed) {
            Arrays.fill(FloatMatrix.data(out), 0, out.rows() * out.columns(), 0);
        }
        rows(s, 0, s.rows(), transposed, x, out);
    }

    /// Gathers rows [from, to) of `s · x`; or scatters what these rows add to `sᵀ · x`.
    private static void rows(
            SparseMatrix s, int from, int to, boolean scatter, Matrix x, Matrix out) {
        int[] begin = s.begins();
        int[] end = s.ends();
        int[] column = s.column();
        float[] value = s.floatValue();
        float[] source = FloatMatrix.data(x);
        float[] target = FloatMatrix.data(out);
        int m = x.columns();
        for (int i = from; i < to; i++) {
            if (scatter) {
                Kernels.scatterRow(column, value, begin[i], end[i], source, i * m, m, target);
            } else {
                Kernels.sparseRow(column, value, begin[i], end[i], source, m, target, i * m);
            }
        }
    }
}
