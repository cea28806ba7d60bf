package innerloop.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// The float32 inner loops of exponential functions, by the rules of [VectorKernels]: only operations whose every bit is
/// specified, no checks, no allocation.
final class ExponentialKernels {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private static final float LOG2_E = 0x1.715476p0f;

    /// ln 2 in two parts: k times the first is exact, the second is the rest.
    private static final float LN2_HIGH = 0x1.63p-1f;

    private static final float LN2_LOW = -0x1.bd0106p-13f;

    /// 1.5 · 2²³: adding it rounds a small float to a whole number in the low bits.
    private static final float ROUND = 12582912f;

    private ExponentialKernels() {}

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

    /// The softmax of every column over the entries [from, to) of one centre: `out(e,h) = exp(x(e,h) − max) / Σ`, where
    /// an entry has `m` numbers.
    ///
    /// Sums are compensated (Kahan): a centre may have a hundred thousand neighbours.
    static void softmax(float[] x, float[] out, int from, int to, int m) {
        for (int c = 0; c < m; c += SPECIES.length()) {
            VectorMask<Float> mask = SPECIES.indexInRange(c, m);
            FloatVector largest = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
            for (int e = from; e < to; e++) {
                largest = largest.max(FloatVector.fromArray(SPECIES, x, e * m + c, mask));
            }
            FloatVector sum = FloatVector.zero(SPECIES);
            FloatVector lost = sum;
            for (int e = from; e < to; e++) {
                FloatVector term =
                        exp(FloatVector.fromArray(SPECIES, x, e * m + c, mask).sub(largest));
                term.intoArray(out, e * m + c, mask);
                FloatVector exact = term.sub(lost);
                FloatVector next = sum.add(exact);
                lost = next.sub(sum).sub(exact);
                sum = next;
            }
            FloatVector share = FloatVector.broadcast(SPECIES, 1).div(sum);
            for (int e = from; e < to; e++) {
                FloatVector.fromArray(SPECIES, out, e * m + c, mask)
                        .mul(share)
                        .intoArray(out, e * m + c, mask);
            }
        }
    }
}
