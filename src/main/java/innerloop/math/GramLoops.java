package innerloop.math;

import java.util.Arrays;

/// The float32 product of a sparse matrix with its own transpose.
final class GramLoops {

    /// Columns of the transpose that are written out densely at a time: few enough to stay in a core's own cache.
    private static final int STRIP = 16;

    private GramLoops() {}

    /// [Backend#gram]. The lower triangle is computed, a strip of columns after the other.
    static void gram(SparseMatrix f, Matrix out) {
        int n = f.rows();
        int[] begin = f.begins();
        int[] end = f.ends();
        int[] column = f.column();
        float[] value = f.floatValue();
        float[] to = FloatMatrix.data(out);
        float[] strip = new float[f.columns() * STRIP];
        float[] row = new float[STRIP];
        for (int first = 0; first < n; first += STRIP) {
            int width = Math.min(STRIP, n - first);
            write(f, value, first, width, strip);
            for (int i = first; i < n; i++) {
                Kernels.sparseRow(column, value, begin[i], end[i], strip, STRIP, row, 0);
                System.arraycopy(row, 0, to, i * n + first, Math.min(width, i - first + 1));
            }
            if (first + width < n) {
                Arrays.fill(strip, 0);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                to[j * n + i] = to[i * n + j];
            }
        }
    }

    private static void write(SparseMatrix f, float[] value, int first, int width, float[] strip) {
        for (int c = 0; c < width; c++) {
            for (int e = f.begins()[first + c], last = f.ends()[first + c]; e < last; e++) {
                strip[f.column()[e] * STRIP + c] = value[e];
            }
        }
    }
}
