package innerloop.math;

import java.util.Arrays;

/// The float32 products with sparse matrices.
final class SparseLoops {

    private SparseLoops() {}

    /// [Backend#sparseMatmul], on the calling thread if `threads` is 0. Otherwise a large product is shared among threads, a large transposed one with a transpose that is
    /// made once and kept; small ones are scattered, which spares the transpose.
    static void sparseMatmul(
            int threads, SparseMatrix s, boolean transposed, Matrix x, Matrix out) {
        boolean large = threads > 0 && RowBlocks.large(s, x.columns());
        if (large) {
            SparseMatrix rows = transposed ? s.transpose() : s;
            RowBlocks.run(rows, threads, (from, to) -> gather(rows, from, to, x, out));
        } else if (transposed) {
            scatter(s, x, out);
        } else {
            gather(s, 0, s.rows(), x, out);
        }
    }

    /// Rows [from, to) of `s · x`.
    private static void gather(SparseMatrix s, int from, int to, Matrix x, Matrix out) {
        int[] begin = s.begins();
        int[] end = s.ends();
        int[] column = s.column();
        float[] value = s.floatValue();
        float[] source = FloatMatrix.data(x);
        float[] target = FloatMatrix.data(out);
        int m = x.columns();
        for (int i = from; i < to; i++) {
            VectorKernels.sparseRow(column, value, begin[i], end[i], source, m, target, i * m);
        }
    }

    /// `sᵀ · x`.
    private static void scatter(SparseMatrix s, Matrix x, Matrix out) {
        int[] begin = s.begins();
        int[] end = s.ends();
        int[] column = s.column();
        float[] value = s.floatValue();
        float[] source = FloatMatrix.data(x);
        float[] target = FloatMatrix.data(out);
        int m = x.columns();
        Arrays.fill(target, 0, out.rows() * out.columns(), 0);
        for (int i = 0; i < s.rows(); i++) {
            VectorKernels.scatterRow(column, value, begin[i], end[i], source, i * m, m, target);
        }
    }
}
