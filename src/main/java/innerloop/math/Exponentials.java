package innerloop.math;

/// Exponential functions in float32, made of exactly specified operations in a fixed order, so that they have the same bits
/// on every machine. Java's own differ in the last bit between machines, and between interpreted and compiled code.
///
/// [ExponentialKernels] does the same steps on vectors. The errors given are the largest over all floats, in units in
/// the last place of the result.
final class Exponentials {

    static final float LOG2_E = 0x1.715476p0f;

    /// ln 2 in two parts: a whole number below 2⁸ times the first is exact, the second is the rest.
    static final float LN2_HIGH = 0x1.63p-1f;

    static final float LN2_LOW = -0x1.bd0106p-13f;

    /// 1.5 · 2²³: adding it rounds a small float to a whole number in the low bits.
    static final float ROUND = 12582912f;

    /// From here on exp(x) is 0.
    static final float LEAST = -104;

    /// From here on exp(x) is infinite.
    static final float MOST = 89;

    /// Up to here 2ᵏ is a float for the k of exp(x).
    static final float ONE_SCALE = 88;

    /// Below it exp(x) − 1 is −1.
    static final float FLAT = -80;

    /// Half of the number from which on tanh(x) is 1.
    static final float TANH_FLAT = 10;

    /// The exponent of 1.
    static final int BIAS = 127;

    /// Bits behind the exponent.
    static final int FRACTION = 23;

    /// (exp(r) − 1 − r) / r² for |r| ≤ ½ ln 2, highest power first (Moshier's Cephes library).
    static final float[] EXP = {
        1.9875691e-4f, 1.3981999e-3f, 8.333452e-3f, 4.1665796e-2f, 1.6666666e-1f, 5.0e-1f
    };

    /// (atanh(s) / s − 1) / s² for s² ≤ 1/9, highest power first: its Taylor series.
    static final float[] ATANH = {1f / 15, 1f / 13, 1f / 11, 1f / 9, 1f / 7, 1f / 5, 1f / 3};

    private Exponentials() {}

    private static float fused(float a, float b, float c) {
        return Fused.multiplyAdd(a, b, c);
    }

    /// exp(x) for every float: `x = k ln 2 + r` with whole k, and 2ᵏ in two factors, neither of which overflows.
    /// At most 1 unit.
    static float exp(float x) {
        float bounded = Math.min(Math.max(x, LEAST), MOST);
        float shifted = fused(bounded, LOG2_E, ROUND);
        int k = Float.floatToRawIntBits(shifted) - Float.floatToRawIntBits(ROUND);
        int half = k >> 1;
        return (1 + rest(bounded, shifted)) * power(half) * power(k - half);
    }

    /// exp(x) − 1 for x ≤ 88, also near 0. At most 2 units.
    static float expm1Below(float x) {
        float bounded = Math.max(x, FLAT);
        float shifted = fused(bounded, LOG2_E, ROUND);
        float scale = power(Float.floatToRawIntBits(shifted) - Float.floatToRawIntBits(ROUND));
        return fused(rest(bounded, shifted), scale, scale - 1);
    }

    /// exp(x) − 1 for every float.
    static float expm1(float x) {
        return x > ONE_SCALE ? exp(x) : expm1Below(x);
    }

    /// exp(r) − 1 for the r of x.
    private static float rest(float x, float shifted) {
        float k = shifted - ROUND;
        float r = fused(k, -LN2_LOW, fused(k, -LN2_HIGH, x));
        return fused(polynomial(EXP, r), r * r, r);
    }

    private static float power(int k) {
        return Float.intBitsToFloat((k + BIAS) << FRACTION);
    }

    private static float polynomial(float[] coefficient, float x) {
        float sum = coefficient[0];
        for (int k = 1; k < coefficient.length; k++) {
            sum = fused(sum, x, coefficient[k]);
        }
        return sum;
    }

    /// x for x > 0, otherwise exp(x) − 1.
    static float elu(float x) {
        return x > 0 ? x : expm1Below(x);
    }

    /// `above` for x > 0, otherwise exp(x).
    static float exponentialBelow(float x, float above) {
        return x > 0 ? above : exp(x);
    }

    /// Hyperbolic tangent. At most 3 units.
    static float tanh(float x) {
        float e = expm1Below(2 * Math.min(Math.abs(x), TANH_FLAT));
        return Math.copySign(e / (e + 2), x);
    }

    /// 1 / (1 + exp(−x)). At most 3 units where it is not below the smallest normal float.
    static float sigmoid(float x) {
        return 1 / (1 + exp(-x));
    }

    /// log(1 + exp(x)) = max(x, 0) + 2 atanh(t / (2 + t)) with t = exp(−|x|). At most 3 units.
    static float softplus(float x) {
        float t = exp(-Math.abs(x));
        float s = t / (2 + t);
        float square = s * s;
        return Math.max(x, 0) + 2 * fused(s * square, polynomial(ATANH, square), s);
    }

    /// [ExponentialKernels#softmax], number by number.
    static void softmax(float[] x, float[] out, int from, int to, int m) {
        for (int c = 0; c < m; c++) {
            float largest = Float.NEGATIVE_INFINITY;
            for (int e = from; e < to; e++) {
                largest = Math.max(largest, x[e * m + c]);
            }
            float sum = 0;
            float lost = 0;
            for (int e = from; e < to; e++) {
                float term = exp(x[e * m + c] - largest);
                out[e * m + c] = term;
                float exact = term - lost;
                float next = sum + exact;
                lost = next - sum - exact;
                sum = next;
            }
            float share = 1 / sum;
            for (int e = from; e < to; e++) {
                out[e * m + c] *= share;
            }
        }
    }
}
