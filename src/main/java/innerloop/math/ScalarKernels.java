package innerloop.math;

/// The float32 inner loops, number by number: what is computed, to the last bit. [VectorKernels] and [MatmulKernels] do the same
/// on vectors of any width, and leave to these loops what is too short for a vector; where a machine has no vectors, these loops do
/// everything.
///
/// Letters are those of the literature: `a, x, y` arrays, `n, m, k` sizes, `…At` the first index used. No checks, no
/// allocation.
final class ScalarKernels {

    /// Columns of a sparse product that are summed together, each in one sum.
    static final int STRETCH = 64;

    private ScalarKernels() {}

    private static float fused(float a, float b, float c) {
        return Fused.multiplyAdd(a, b, c);
    }

    /// y += a · x
    static void axpy(float a, float[] x, int xAt, float[] y, int yAt, int n) {
        for (int i = 0; i < n; i++) {
            y[yAt + i] = fused(a, x[xAt + i], y[yAt + i]);
        }
    }

    /// out = x + a · y, from number `first` on.
    static void addScaled(float[] x, float a, float[] y, float[] out, int first, int n) {
        for (int i = first; i < n; i++) {
            out[i] = fused(a, y[i], x[i]);
        }
    }

    /// out = a · x + b
    static void affine(float a, float[] x, float b, float[] out, int n) {
        for (int i = 0; i < n; i++) {
            out[i] = fused(a, x[i], b);
        }
    }

    /// out = x with r added to each of n rows of m numbers, from column `first` on.
    static void addRow(float[] x, float[] r, float[] out, int first, int n, int m) {
        for (int i = 0, at = 0; i < n && first < m; i++, at += m) {
            for (int c = first; c < m; c++) {
                out[at + c] = x[at + c] + r[c];
            }
        }
    }

    /// out = the sum of n rows of m numbers, of every fourth row apart, from column `first` on.
    static void sumRows(float[] x, float[] out, int first, int n, int m) {
        for (int c = first; c < m; c++) {
            float sum0 = 0;
            float sum1 = 0;
            float sum2 = 0;
            float sum3 = 0;
            int i = 0;
            for (int at = c; i < n - 3; i += 4, at += 4 * m) {
                sum0 += x[at];
                sum1 += x[at + m];
                sum2 += x[at + 2 * m];
                sum3 += x[at + 3 * m];
            }
            for (; i < n; i++) {
                sum0 += x[i * m + c];
            }
            out[c] = (sum0 + sum1) + (sum2 + sum3);
        }
    }

    /// out = x ∘ y, from number `first` on.
    static void multiply(float[] x, float[] y, float[] out, int first, int n) {
        for (int i = first; i < n; i++) {
            out[i] = x[i] * y[i];
        }
    }

    /// out = x / (√(a · y) + b), from number `first` on.
    static void divideByRoot(
            float[] x, float a, float[] y, float b, float[] out, int first, int n) {
        for (int i = first; i < n; i++) {
            out[i] = x[i] / ((float) Math.sqrt(a * y[i]) + b);
        }
    }

    /// Σ x ∘ y in sixteen lanes: lane l sums every sixteenth number. Then the upper half of the lanes is added to the lower one,
    /// and eight numbers that are left go into the eight lanes that remain; likewise with four. Two and one that are left follow
    /// at the end.
    static float dot(float[] x, int xAt, float[] y, int yAt, int n) {
        float a0 = 0;
        float a1 = 0;
        float a2 = 0;
        float a3 = 0;
        int eights = n & -8;
        if (n >= 4) {
            a0 = lane(x, xAt, y, yAt, n, 0);
            a1 = lane(x, xAt, y, yAt, n, 1);
            a2 = lane(x, xAt, y, yAt, n, 2);
            a3 = lane(x, xAt, y, yAt, n, 3);
        }
        if ((n & 4) != 0) {
            a0 = fused(x[xAt + eights], y[yAt + eights], a0);
            a1 = fused(x[xAt + eights + 1], y[yAt + eights + 1], a1);
            a2 = fused(x[xAt + eights + 2], y[yAt + eights + 2], a2);
            a3 = fused(x[xAt + eights + 3], y[yAt + eights + 3], a3);
        }
        return dotRest(x, xAt, y, yAt, n, (a0 + a2) + (a1 + a3));
    }

    /// What lanes l, l + 4, l + 8 and l + 12 have come to when four lanes are left.
    private static float lane(float[] x, int xAt, float[] y, int yAt, int n, int l) {
        int sixteens = n & -16;
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = l; i < sixteens; i += 16) {
            a = fused(x[xAt + i], y[yAt + i], a);
            b = fused(x[xAt + i + 4], y[yAt + i + 4], b);
            c = fused(x[xAt + i + 8], y[yAt + i + 8], c);
            d = fused(x[xAt + i + 12], y[yAt + i + 12], d);
        }
        a += c;
        b += d;
        if ((n & 8) != 0) {
            int i = sixteens + l;
            a = fused(x[xAt + i], y[yAt + i], a);
            b = fused(x[xAt + i + 4], y[yAt + i + 4], b);
        }
        return a + b;
    }

    /// The sum with the last n mod 4 products of a [#dot].
    static float dotRest(float[] x, int xAt, float[] y, int yAt, int n, float sum) {
        float whole = sum;
        int i = n & -4;
        if ((n & 2) != 0) {
            whole += x[xAt + i] * y[yAt + i] + x[xAt + i + 1] * y[yAt + i + 1];
            i += 2;
        }
        return (n & 1) != 0 ? fused(x[xAt + i], y[yAt + i], whole) : whole;
    }

    /// One output row of a sparse product, from column `first` on: `out = Σ_e value[e] · x[column[e]]` for e in [from, to).
    /// The columns of whole stretches of [#STRETCH] have one sum each, in the order of e; the others four sums, for e mod 4.
    static void sparseRow(
            int[] column,
            float[] value,
            int from,
            int to,
            float[] x,
            int m,
            float[] out,
            int outAt,
            int first) {
        int stretches = m & -STRETCH;
        for (int c = first; c < stretches; c++) {
            float sum = 0;
            for (int e = from; e < to; e++) {
                sum = fused(value[e], x[column[e] * m + c], sum);
            }
            out[outAt + c] = sum;
        }
        for (int c = Math.max(first, stretches); c < m; c++) {
            float sum0 = 0;
            float sum1 = 0;
            float sum2 = 0;
            float sum3 = 0;
            int e = from;
            for (; e < to - 3; e += 4) {
                sum0 = fused(value[e], x[column[e] * m + c], sum0);
                sum1 = fused(value[e + 1], x[column[e + 1] * m + c], sum1);
                sum2 = fused(value[e + 2], x[column[e + 2] * m + c], sum2);
                sum3 = fused(value[e + 3], x[column[e + 3] * m + c], sum3);
            }
            for (; e < to; e++) {
                sum0 = fused(value[e], x[column[e] * m + c], sum0);
            }
            out[outAt + c] = (sum0 + sum1) + (sum2 + sum3);
        }
    }

    /// One input row of a transposed sparse product, from column `first` on: `out[column[e]] += value[e] · x` for e in [from, to).
    static void scatterRow(
            int[] column,
            float[] value,
            int from,
            int to,
            float[] x,
            int xAt,
            int m,
            float[] out,
            int first) {
        for (int c = first; c < m; c++) {
            for (int e = from; e < to; e++) {
                int at = column[e] * m + c;
                out[at] = fused(value[e], x[xAt + c], out[at]);
            }
        }
    }

    /// One head of one centre: `out = Σ_e weight[e · heads] · x[column[e]]` for e in [from, to), on the columns [first, channels).
    static void aggregate(
            int[] column,
            int from,
            int to,
            float[] weight,
            int weightAt,
            int heads,
            float[] x,
            int xAt,
            int m,
            float[] out,
            int outAt,
            int first,
            int channels) {
        for (int c = first; c < channels; c++) {
            float sum = 0;
            for (int e = from; e < to; e++) {
                sum = fused(weight[e * heads + weightAt], x[column[e] * m + xAt + c], sum);
            }
            out[outAt + c] = sum;
        }
    }

    /// The columns from `first` on of one row of a dense product, each summed in the order of its terms: `out = Σ_l a(l) b(l)`
    /// for l in [0, k), with `a(l) = a[a0 + l · step]`.
    static void matmulRow(
            float[] a,
            int a0,
            int step,
            float[] b,
            int first,
            float[] out,
            int outAt,
            int k,
            int m) {
        for (int c = first; c < m; c++) {
            float sum = 0;
            for (int l = 0, at = a0; l < k; l++, at += step) {
                sum = fused(a[at], b[l * m + c], sum);
            }
            out[outAt + c] = sum;
        }
    }
}
