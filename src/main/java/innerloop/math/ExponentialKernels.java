package innerloop.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// [Exponentials] on vectors, by the rules of [VectorKernels]. Maps run past the last number by less than a vector, which
/// [FloatMatrix] has room for.
final class ExponentialKernels {

    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();

    private ExponentialKernels() {}

    private static FloatVector all(float number) {
        return FloatVector.broadcast(SPECIES, number);
    }

    private static FloatVector vector(float[] x, int at) {
        return FloatVector.fromArray(SPECIES, x, at);
    }

    /// [Exponentials#exp]. The library's own EXP is another function in interpreted than in compiled code, in the last bit.
    private static FloatVector exp(FloatVector x) {
        FloatVector bounded = x.max(Exponentials.LEAST).min(Exponentials.MOST);
        FloatVector shifted = shifted(bounded);
        IntVector k = whole(shifted);
        IntVector half = k.lanewise(VectorOperators.ASHR, 1);
        return rest(bounded, shifted).add(1).mul(power(half)).mul(power(k.sub(half)));
    }

    /// [Exponentials#expm1Below].
    private static FloatVector expm1Below(FloatVector x) {
        FloatVector bounded = x.max(Exponentials.FLAT);
        FloatVector shifted = shifted(bounded);
        FloatVector scale = power(whole(shifted));
        return rest(bounded, shifted).fma(scale, scale.sub(1));
    }

    /// The whole number k of every x in the low bits.
    private static FloatVector shifted(FloatVector x) {
        return x.fma(all(Exponentials.LOG2_E), all(Exponentials.ROUND));
    }

    private static IntVector whole(FloatVector shifted) {
        return shifted.reinterpretAsInts().sub(Float.floatToRawIntBits(Exponentials.ROUND));
    }

    private static FloatVector power(IntVector k) {
        return k.add(Exponentials.BIAS)
                .lanewise(VectorOperators.LSHL, Exponentials.FRACTION)
                .reinterpretAsFloats();
    }

    /// exp(r) − 1 for the r of x.
    private static FloatVector rest(FloatVector x, FloatVector shifted) {
        FloatVector k = shifted.sub(Exponentials.ROUND);
        FloatVector r = k.fma(all(-Exponentials.LN2_LOW), k.fma(all(-Exponentials.LN2_HIGH), x));
        float[] c = Exponentials.EXP;
        FloatVector series =
                all(c[0])
                        .fma(r, all(c[1]))
                        .fma(r, all(c[2]))
                        .fma(r, all(c[3]))
                        .fma(r, all(c[4]))
                        .fma(r, all(c[5]));
        return series.fma(r.mul(r), r);
    }

    /// out = exp(x)
    static void exp(float[] x, float[] out, int n) {
        for (int i = 0; i < n; i += LANES) {
            exp(vector(x, i)).intoArray(out, i);
        }
    }

    /// out = exp(x) − 1
    static void expm1(float[] x, float[] out, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector vx = vector(x, i);
            VectorMask<Float> large = vx.compare(VectorOperators.GT, Exponentials.ONE_SCALE);
            expm1Below(vx).blend(exp(vx), large).intoArray(out, i);
        }
    }

    /// out = x > 0 ? x : exp(x) − 1
    static void elu(float[] x, float[] out, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector vx = vector(x, i);
            expm1Below(vx).blend(vx, vx.compare(VectorOperators.GT, 0)).intoArray(out, i);
        }
    }

    /// out = x > 0 ? above : exp(x): the derivatives of ELU.
    static void exponentialBelow(float[] x, float above, float[] out, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector vx = vector(x, i);
            exp(vx).blend(above, vx.compare(VectorOperators.GT, 0)).intoArray(out, i);
        }
    }

    /// out = tanh(x)
    static void tanh(float[] x, float[] out, int n) {
        for (int i = 0; i < n; i += LANES) {
            FloatVector vx = vector(x, i);
            FloatVector e = expm1Below(vx.abs().min(Exponentials.TANH_FLAT).mul(2));
            IntVector sign = vx.reinterpretAsInts().and(Integer.MIN_VALUE);
            e.div(e.add(2)).reinterpretAsInts().or(sign).reinterpretAsFloats().intoArray(out, i);
        }
    }

    /// out = 1 / (1 + exp(−x))
    static void sigmoid(float[] x, float[] out, int n) {
        for (int i = 0; i < n; i += LANES) {
            all(1).div(exp(vector(x, i).neg()).add(1)).intoArray(out, i);
        }
    }

    /// out = log(1 + exp(x))
    static void softplus(float[] x, float[] out, int n) {
        float[] c = Exponentials.ATANH;
        for (int i = 0; i < n; i += LANES) {
            FloatVector vx = vector(x, i);
            FloatVector t = exp(vx.abs().neg());
            FloatVector s = t.div(t.add(2));
            FloatVector square = s.mul(s);
            FloatVector series =
                    all(c[0])
                            .fma(square, all(c[1]))
                            .fma(square, all(c[2]))
                            .fma(square, all(c[3]))
                            .fma(square, all(c[4]))
                            .fma(square, all(c[5]))
                            .fma(square, all(c[6]));
            vx.max(0).add(s.mul(square).fma(series, s).mul(2)).intoArray(out, i);
        }
    }

    /// The softmax of every column over the entries [from, to) of one centre: `out(e,h) = exp(x(e,h) − max) / Σ`, where
    /// an entry has `m` numbers.
    ///
    /// Sums are compensated (Kahan): a centre may have a hundred thousand neighbours.
    static void softmax(float[] x, float[] out, int from, int to, int m) {
        for (int c = 0; c < m; c += LANES) {
            VectorMask<Float> mask = SPECIES.indexInRange(c, m);
            FloatVector largest = all(Float.NEGATIVE_INFINITY);
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
            FloatVector share = all(1).div(sum);
            for (int e = from; e < to; e++) {
                FloatVector.fromArray(SPECIES, out, e * m + c, mask)
                        .mul(share)
                        .intoArray(out, e * m + c, mask);
            }
        }
    }
}
