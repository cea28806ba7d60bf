package innerloop.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The float32 inner loops, the only class that sees the Vector API. No checks, no allocation.
///
/// Letters are those of the literature: `a, x, y` arrays, `n, m, k` sizes, `…At` the first index used.
/// Only operations whose every bit is specified are used, so a run does not depend on when the JIT compiles what.
/// Each output entry is summed in the same order whatever the vector width, except in [#dot].
final class VectorKernels {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /// For rows too short for the preferred one.
    private static final VectorSpecies<Float> SHORT = FloatVector.SPECIES_256;

    private static final float LOG2_E = 0x1.715476p0f;

    /// ln 2 in two parts: k times the first is exact, the second is the rest.
    private static final float LN2_HIGH = 0x1.63p-1f;

    private static final float LN2_LOW = -0x1.bd0106p-13f;

    /// 1.5 · 2²³: adding it rounds a small float to a whole number in the low bits.
    private static final float ROUND = 12582912f;

    private VectorKernels() {}

    /// Bits of the preferred vectors.
    static int bits() {
        return SPECIES.vectorBitSize();
    }

    /// y += a · x
    static void axpy(float a, float[] x, int xAt, float[] y, int yAt, int n) {
        int i = 0;
        for (int bound = SPECIES.loopBound(n); i < bound; i += SPECIES.length()) {
            FloatVector vx = FloatVector.fromArray(SPECIES, x, xAt + i);
            FloatVector vy = FloatVector.fromArray(SPECIES, y, yAt + i);
            vx.fma(FloatVector.broadcast(SPECIES, a), vy).intoArray(y, yAt + i);
        }
        for (int bound = i + SHORT.loopBound(n - i); i < bound; i += SHORT.length()) {
            FloatVector vx = FloatVector.fromArray(SHORT, x, xAt + i);
            FloatVector vy = FloatVector.fromArray(SHORT, y, yAt + i);
            vx.fma(FloatVector.broadcast(SHORT, a), vy).intoArray(y, yAt + i);
        }
        for (; i < n; i++) {
            y[yAt + i] = Math.fma(a, x[xAt + i], y[yAt + i]);
        }
    }

    /// out = x + a · y
    static void addScaled(float[] x, float a, float[] y, float[] out, int n) {
        int i = 0;
        for (int bound = SPECIES.loopBound(n); i < bound; i += SPECIES.length()) {
            FloatVector vx = FloatVector.fromArray(SPECIES, x, i);
            FloatVector vy = FloatVector.fromArray(SPECIES, y, i);
            vy.fma(FloatVector.broadcast(SPECIES, a), vx).intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = Math.fma(a, y[i], x[i]);
        }
    }

    /// out = x ∘ y
    static void multiply(float[] x, float[] y, float[] out, int n) {
        int i = 0;
        for (int bound = SPECIES.loopBound(n); i < bound; i += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, x, i)
                    .mul(FloatVector.fromArray(SPECIES, y, i))
                    .intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = x[i] * y[i];
        }
    }

    /// Σ x ∘ y; the order of the sum depends on the machine's vector width.
    static float dot(float[] x, int xAt, float[] y, int yAt, int n) {
        int i = 0;
        float sum = 0;
        if (n >= SPECIES.length()) {
            FloatVector acc = FloatVector.zero(SPECIES);
            for (int bound = SPECIES.loopBound(n); i < bound; i += SPECIES.length()) {
                FloatVector vx = FloatVector.fromArray(SPECIES, x, xAt + i);
                acc = vx.fma(FloatVector.fromArray(SPECIES, y, yAt + i), acc);
            }
            sum = lanes(acc);
        } else if (n >= SHORT.length()) {
            FloatVector vx = FloatVector.fromArray(SHORT, x, xAt);
            sum = lanes(vx.mul(FloatVector.fromArray(SHORT, y, yAt)));
            i = SHORT.length();
        }
        for (; i < n; i++) {
            sum = Math.fma(x[xAt + i], y[yAt + i], sum);
        }
        return sum;
    }

    /// The sum of all lanes, the first first. reduceLanes leaves the order open, and interpreted and compiled code
    /// choose differently: the same run would not give the same bits.
    private static float lanes(FloatVector x) {
        float sum = 0;
        for (int lane = 0; lane < x.length(); lane++) {
            sum += x.lane(lane);
        }
        return sum;
    }

    /// One output row of a sparse product: `out = Σ_e value[e] · x[column[e]]` for e in [from, to). Sums stay in
    /// registers for each block of columns: four of them, for e mod 4, since one alone would wait for itself.
    static void sparseRow(
            int[] column,
            float[] value,
            int from,
            int to,
            float[] x,
            int m,
            float[] out,
            int outAt) {
        int c = 0;
        for (int bound = SPECIES.loopBound(m); c < bound; c += SPECIES.length()) {
            FloatVector sum0 = FloatVector.zero(SPECIES);
            FloatVector sum1 = sum0;
            FloatVector sum2 = sum0;
            FloatVector sum3 = sum0;
            int e = from;
            for (; e < to - 3; e += 4) {
                sum0 = term(value[e], x, column[e] * m + c, sum0);
                sum1 = term(value[e + 1], x, column[e + 1] * m + c, sum1);
                sum2 = term(value[e + 2], x, column[e + 2] * m + c, sum2);
                sum3 = term(value[e + 3], x, column[e + 3] * m + c, sum3);
            }
            for (; e < to; e++) {
                sum0 = term(value[e], x, column[e] * m + c, sum0);
            }
            sum0.add(sum1).add(sum2.add(sum3)).intoArray(out, outAt + c);
        }
        for (; c < m; c++) {
            float sum0 = 0;
            float sum1 = 0;
            float sum2 = 0;
            float sum3 = 0;
            int e = from;
            for (; e < to - 3; e += 4) {
                sum0 = Math.fma(value[e], x[column[e] * m + c], sum0);
                sum1 = Math.fma(value[e + 1], x[column[e + 1] * m + c], sum1);
                sum2 = Math.fma(value[e + 2], x[column[e + 2] * m + c], sum2);
                sum3 = Math.fma(value[e + 3], x[column[e + 3] * m + c], sum3);
            }
            for (; e < to; e++) {
                sum0 = Math.fma(value[e], x[column[e] * m + c], sum0);
            }
            out[outAt + c] = (sum0 + sum1) + (sum2 + sum3);
        }
    }

    /// sum + a · x
    private static FloatVector term(float a, float[] x, int at, FloatVector sum) {
        return FloatVector.fromArray(SPECIES, x, at).fma(FloatVector.broadcast(SPECIES, a), sum);
    }

    /// One input row of a transposed sparse product: `out[column[e]] += value[e] · x` for e in [from, to).
    static void scatterRow(
            int[] column, float[] value, int from, int to, float[] x, int xAt, int m, float[] out) {
        int c = 0;
        for (int bound = SPECIES.loopBound(m); c < bound; c += SPECIES.length()) {
            FloatVector row = FloatVector.fromArray(SPECIES, x, xAt + c);
            for (int e = from; e < to; e++) {
                int at = column[e] * m + c;
                row.fma(
                                FloatVector.broadcast(SPECIES, value[e]),
                                FloatVector.fromArray(SPECIES, out, at))
                        .intoArray(out, at);
            }
        }
        for (; c < m; c++) {
            for (int e = from; e < to; e++) {
                int at = column[e] * m + c;
                out[at] = Math.fma(value[e], x[xAt + c], out[at]);
            }
        }
    }

    /// out = a · b with a `[n × k]`, b `[k × m]`, row by row with the row's sum in registers.
    static void matmul(float[] a, float[] b, float[] out, int n, int k, int m) {
        for (int i = 0; i < n; i++) {
            int c = 0;
            for (int bound = SPECIES.loopBound(m); c < bound; c += SPECIES.length()) {
                FloatVector acc = FloatVector.zero(SPECIES);
                for (int l = 0; l < k; l++) {
                    acc =
                            FloatVector.fromArray(SPECIES, b, l * m + c)
                                    .fma(FloatVector.broadcast(SPECIES, a[i * k + l]), acc);
                }
                acc.intoArray(out, i * m + c);
            }
            for (; c < m; c++) {
                float acc = 0;
                for (int l = 0; l < k; l++) {
                    acc = Math.fma(a[i * k + l], b[l * m + c], acc);
                }
                out[i * m + c] = acc;
            }
        }
    }

    /// out = a · bᵀ with a `[n × k]`, b `[m × k]`. Short rows leave no work for a dot product's lanes, so b is turned
    /// around first and its columns fill them.
    static void matmulTransposed(float[] a, float[] b, float[] out, int n, int k, int m) {
        if (k < 2 * SPECIES.length()) {
            float[] turned = new float[k * m];
            for (int j = 0; j < m; j++) {
                for (int l = 0; l < k; l++) {
                    turned[l * m + j] = b[j * k + l];
                }
            }
            matmul(a, turned, out, n, k, m);
            return;
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                out[i * m + j] = dot(a, i * k, b, j * k, k);
            }
        }
    }

    /// exp(x) for x ≤ 0 to about 2 units in the last place, from exact lane operations only.
    ///
    /// The library's own EXP is another function in interpreted than in compiled code, in the last bit; then the
    /// moment of compilation would show in the result. `x = k ln 2 + r` with whole k: adding [#ROUND] rounds to whole
    /// numbers and leaves k in the low bits, which become the exponent; exp(r) is a Taylor polynomial.
    private static FloatVector exp(FloatVector x) {
        FloatVector bounded = x.max(-87f);
        FloatVector shifted =
                bounded.fma(
                        FloatVector.broadcast(SPECIES, LOG2_E),
                        FloatVector.broadcast(SPECIES, ROUND));
        FloatVector k = shifted.sub(ROUND);
        FloatVector r =
                k.fma(
                        FloatVector.broadcast(SPECIES, -LN2_LOW),
                        k.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), bounded));
        FloatVector scale =
                shifted.reinterpretAsInts()
                        .add(127)
                        .lanewise(VectorOperators.LSHL, 23)
                        .reinterpretAsFloats();
        return expSeries(r, 7).fma(r, FloatVector.broadcast(SPECIES, 1)).mul(scale);
    }

    /// `(exp(x) − 1) / x` near 0, by its Taylor polynomial up to `x^(terms − 1) / terms!`.
    private static FloatVector expSeries(FloatVector x, int terms) {
        FloatVector series = FloatVector.broadcast(SPECIES, 1);
        for (int term = terms; term > 1; term--) {
            series = series.mul(x).mul(1f / term).add(1);
        }
        return series;
    }

    /// out = x > 0 ? x : exp(x) − 1. Near 0 the difference would lose its digits, so the Taylor polynomial takes over
    /// from −½ on (its error there is below 10⁻⁸).
    static void elu(float[] x, float[] out, int n) {
        int i = 0;
        for (int bound = SPECIES.loopBound(n); i < bound; i += SPECIES.length()) {
            FloatVector vx = FloatVector.fromArray(SPECIES, x, i);
            FloatVector near = expSeries(vx, 9).mul(vx);
            FloatVector below = exp(vx).sub(1).blend(near, vx.compare(VectorOperators.GT, -0.5f));
            below.blend(vx, vx.compare(VectorOperators.GT, 0)).intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = x[i] > 0 ? x[i] : (float) Math.expm1(x[i]);
        }
    }

    /// out = x > 0 ? above : exp(x): the derivatives of ELU.
    static void exponentialBelow(float[] x, float above, float[] out, int n) {
        int i = 0;
        for (int bound = SPECIES.loopBound(n); i < bound; i += SPECIES.length()) {
            FloatVector vx = FloatVector.fromArray(SPECIES, x, i);
            exp(vx).blend(above, vx.compare(VectorOperators.GT, 0)).intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = x[i] > 0 ? above : (float) Math.exp(x[i]);
        }
    }
}
