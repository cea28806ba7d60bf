package innerloop.bench.kernels;

import innerloop.math.SparseMatrix;
import java.util.Arrays;

/// The kernels on sparse matrices and edges as a textbook writes them, in float32.
final class SparseScalarLoops {

    private SparseScalarLoops() {}

    static void sparseMatmul(SparseMatrix s, boolean transposed, float[] x, float[] out, int m) {
        int[] start = s.rowStart();
        int[] column = s.column();
        float[] value = s.floatValue();
        Arrays.fill(out, 0);
        for (int i = 0; i < s.rows(); i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                int from = transposed ? i : column[e];
                int to = transposed ? column[e] : i;
                for (int c = 0; c < m; c++) {
                    out[to * m + c] += value[e] * x[from * m + c];
                }
            }
        }
    }

    /// Each row is written out densely and multiplied with itself and those before it.
    static void gram(SparseMatrix s, float[] out) {
        int[] start = s.rowStart();
        int[] column = s.column();
        float[] value = s.floatValue();
        int n = s.rows();
        float[] row = new float[s.columns()];
        for (int i = 0; i < n; i++) {
            Arrays.fill(row, 0);
            for (int e = start[i]; e < start[i + 1]; e++) {
                row[column[e]] = value[e];
            }
            for (int j = 0; j <= i; j++) {
                float sum = 0;
                for (int e = start[j]; e < start[j + 1]; e++) {
                    sum += value[e] * row[column[e]];
                }
                out[i * n + j] = sum;
                out[j * n + i] = sum;
            }
        }
    }

    static void edgeAggregate(
            SparseMatrix edges,
            boolean transposed,
            float[] alpha,
            float[] z,
            float[] out,
            int heads,
            int channels) {
        int[] start = edges.rowStart();
        int[] column = edges.column();
        Arrays.fill(out, 0);
        for (int i = 0; i < edges.rows(); i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                int from = transposed ? i : column[e];
                int to = transposed ? column[e] : i;
                for (int h = 0; h < heads; h++) {
                    for (int c = 0; c < channels; c++) {
                        out[(to * heads + h) * channels + c] +=
                                alpha[e * heads + h] * z[(from * heads + h) * channels + c];
                    }
                }
            }
        }
    }

    static void edgeDot(
            SparseMatrix edges, float[] g, float[] z, float[] out, int heads, int channels) {
        int[] start = edges.rowStart();
        int[] column = edges.column();
        for (int i = 0; i < edges.rows(); i++) {
            for (int e = start[i]; e < start[i + 1]; e++) {
                for (int h = 0; h < heads; h++) {
                    float sum = 0;
                    for (int c = 0; c < channels; c++) {
                        sum +=
                                g[(i * heads + h) * channels + c]
                                        * z[(column[e] * heads + h) * channels + c];
                    }
                    out[e * heads + h] = sum;
                }
            }
        }
    }

    static void edgeSoftmax(SparseMatrix edges, float[] x, float[] out, int heads) {
        int[] start = edges.rowStart();
        for (int i = 0; i < edges.rows(); i++) {
            for (int h = 0; h < heads; h++) {
                float max = Float.NEGATIVE_INFINITY;
                for (int e = start[i]; e < start[i + 1]; e++) {
                    max = Math.max(max, x[e * heads + h]);
                }
                float sum = 0;
                for (int e = start[i]; e < start[i + 1]; e++) {
                    out[e * heads + h] = (float) Math.exp(x[e * heads + h] - max);
                    sum += out[e * heads + h];
                }
                for (int e = start[i]; e < start[i + 1]; e++) {
                    out[e * heads + h] /= sum;
                }
            }
        }
    }
}
