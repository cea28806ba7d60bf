package innerloop.bench.kernels;

import java.util.Arrays;

/// The dense kernels as a textbook writes them, in float32: what the engine's are compared with. The compiler may
/// still make vectors of the simplest ones.
final class ScalarLoops {

    private ScalarLoops() {}

    static void addScaled(float[] a, float factor, float[] b, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] + factor * b[i];
        }
    }

    static void multiply(float[] a, float[] b, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = a[i] * b[i];
        }
    }

    static void divideByRoot(float[] x, float scale, float[] squares, float epsilon, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = x[i] / ((float) Math.sqrt(scale * squares[i]) + epsilon);
        }
    }

    static void elu(float[] x, float[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = x[i] > 0 ? x[i] : (float) Math.expm1(x[i]);
        }
    }

    static void logSoftmax(float[] x, float[] out, int n, int m) {
        for (int i = 0; i < n; i++) {
            float max = Float.NEGATIVE_INFINITY;
            for (int j = 0; j < m; j++) {
                max = Math.max(max, x[i * m + j]);
            }
            float sum = 0;
            for (int j = 0; j < m; j++) {
                sum += (float) Math.exp(x[i * m + j] - max);
            }
            float shift = max + (float) Math.log(sum);
            for (int j = 0; j < m; j++) {
                out[i * m + j] = x[i * m + j] - shift;
            }
        }
    }

    static float dot(float[] a, float[] b) {
        float sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /// `[n × k] · [k × m]`
    static void matmul(float[] a, float[] b, float[] out, int n, int k, int m) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                float sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += a[i * k + l] * b[l * m + j];
                }
                out[i * m + j] = sum;
            }
        }
    }

    /// `[k × n]ᵀ · [k × m]`
    static void matmulTransposeA(float[] a, float[] b, float[] out, int n, int k, int m) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                float sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += a[l * n + i] * b[l * m + j];
                }
                out[i * m + j] = sum;
            }
        }
    }

    /// `[n × k] · [m × k]ᵀ`
    static void matmulTransposeB(float[] a, float[] b, float[] out, int n, int k, int m) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                float sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += a[i * k + l] * b[j * k + l];
                }
                out[i * m + j] = sum;
            }
        }
    }

    static void headDot(float[] z, float[] a, float[] out, int n, int heads, int channels) {
        for (int i = 0; i < n; i++) {
            for (int h = 0; h < heads; h++) {
                float sum = 0;
                for (int c = 0; c < channels; c++) {
                    sum += z[(i * heads + h) * channels + c] * a[h * channels + c];
                }
                out[i * heads + h] = sum;
            }
        }
    }

    static void headScale(float[] s, float[] a, float[] out, int n, int heads, int channels) {
        for (int i = 0; i < n; i++) {
            for (int h = 0; h < heads; h++) {
                for (int c = 0; c < channels; c++) {
                    out[(i * heads + h) * channels + c] = s[i * heads + h] * a[h * channels + c];
                }
            }
        }
    }

    static void headOuter(float[] s, float[] z, float[] out, int n, int heads, int channels) {
        Arrays.fill(out, 0);
        for (int i = 0; i < n; i++) {
            for (int h = 0; h < heads; h++) {
                for (int c = 0; c < channels; c++) {
                    out[h * channels + c] += s[i * heads + h] * z[(i * heads + h) * channels + c];
                }
            }
        }
    }
}
