package innerloop.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The float32 inner loops of sums and sparse products. Only the `…Kernels` of this package use the Vector API. No
/// checks, no allocation.
///
/// Letters are those of the literature: `a, x, y` arrays, `n, m, k` sizes, `…At` the first index used.
/// Only operations whose every bit is specified are used, so a run does not depend on when the JIT compiles what.
/// The order of a sum may depend on the vector width and the sizes, never on anything else.
final class VectorKernels {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /// For rows too short for the preferred one.
    private static final VectorSpecies<Float> SHORT = FloatVector.SPECIES_256;

    private static final VectorShuffle<Float>[] HALVES = halves(SPECIES);

    private static final VectorShuffle<Float>[] SHORT_HALVES = halves(SHORT);

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

    /// out = x with r added to each of n rows of m numbers.
    static void addRow(float[] x, float[] r, float[] out, int n, int m) {
        for (int i = 0, at = 0; i < n; i++, at += m) {
            int c = 0;
            for (int bound = SPECIES.loopBound(m); c < bound; c += SPECIES.length()) {
                FloatVector.fromArray(SPECIES, x, at + c)
                        .add(FloatVector.fromArray(SPECIES, r, c))
                        .intoArray(out, at + c);
            }
            for (; c < m; c++) {
                out[at + c] = x[at + c] + r[c];
            }
        }
    }

    /// out = the sum of n rows of m numbers, of every fourth row apart.
    static void sumRows(float[] x, float[] out, int n, int m) {
        int c = 0;
        for (int bound = SPECIES.loopBound(m); c < bound; c += SPECIES.length()) {
            FloatVector sum0 = FloatVector.zero(SPECIES);
            FloatVector sum1 = sum0;
            FloatVector sum2 = sum0;
            FloatVector sum3 = sum0;
            int i = 0;
            for (int at = c; i < n - 3; i += 4, at += 4 * m) {
                sum0 = sum0.add(FloatVector.fromArray(SPECIES, x, at));
                sum1 = sum1.add(FloatVector.fromArray(SPECIES, x, at + m));
                sum2 = sum2.add(FloatVector.fromArray(SPECIES, x, at + 2 * m));
                sum3 = sum3.add(FloatVector.fromArray(SPECIES, x, at + 3 * m));
            }
            for (; i < n; i++) {
                sum0 = sum0.add(FloatVector.fromArray(SPECIES, x, i * m + c));
            }
            sum0.add(sum1).add(sum2.add(sum3)).intoArray(out, c);
        }
        for (; c < m; c++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += x[i * m + c];
            }
            out[c] = (float) sum;
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

    /// out = x / (√(a · y) + b)
    static void divideByRoot(float[] x, float a, float[] y, float b, float[] out, int n) {
        int i = 0;
        for (int bound = SPECIES.loopBound(n); i < bound; i += SPECIES.length()) {
            FloatVector root = FloatVector.fromArray(SPECIES, y, i).mul(a).sqrt();
            FloatVector.fromArray(SPECIES, x, i).div(root.add(b)).intoArray(out, i);
        }
        for (; i < n; i++) {
            out[i] = x[i] / ((float) Math.sqrt(a * y[i]) + b);
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
            sum = lanes(acc, HALVES);
        } else if (n >= SHORT.length()) {
            FloatVector vx = FloatVector.fromArray(SHORT, x, xAt);
            sum = lanes(vx.mul(FloatVector.fromArray(SHORT, y, yAt)), SHORT_HALVES);
            i = SHORT.length();
        }
        for (; i < n; i++) {
            sum = Math.fma(x[xAt + i], y[yAt + i], sum);
        }
        return sum;
    }

    /// The sum of all lanes: halves are added to each other until one number is left. reduceLanes does not fix the order, and
    /// interpreted and compiled code differ in it, so that equal runs would not give equal bits.
    private static float lanes(FloatVector x, VectorShuffle<Float>[] halves) {
        FloatVector sum = x;
        for (VectorShuffle<Float> half : halves) {
            sum = sum.add(sum.rearrange(half));
        }
        return sum.lane(0);
    }

    /// Shuffles that bring each lane its partner: half a vector away, then a quarter, … then the next lane.
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static VectorShuffle<Float>[] halves(VectorSpecies<Float> species) {
        VectorShuffle<Float>[] halves =
                new VectorShuffle[Integer.numberOfTrailingZeros(species.length())];
        for (int k = 0; k < halves.length; k++) {
            int distance = species.length() >> (k + 1);
            halves[k] = VectorShuffle.fromOp(species, lane -> lane ^ distance);
        }
        return halves;
    }

    /// One output row of a sparse product: `out = Σ_e value[e] · x[column[e]]` for e in [from, to). Sums stay in
    /// registers for each block of columns: four of them, for e mod 4, since each addition to a single one would have to wait for the one before.
    static void sparseRow(
            int[] column,
            float[] value,
            int from,
            int to,
            float[] x,
            int m,
            float[] out,
            int outAt) {
        int lanes = SPECIES.length();
        int c = 0;
        for (int bound = m - 4 * lanes; c <= bound; c += 4 * lanes) {
            // A whole stretch of a row at once: it comes from far away, and in one piece.
            FloatVector sum0 = FloatVector.zero(SPECIES);
            FloatVector sum1 = sum0;
            FloatVector sum2 = sum0;
            FloatVector sum3 = sum0;
            for (int e = from; e < to; e++) {
                int at = column[e] * m + c;
                sum0 = term(value[e], x, at, sum0);
                sum1 = term(value[e], x, at + lanes, sum1);
                sum2 = term(value[e], x, at + 2 * lanes, sum2);
                sum3 = term(value[e], x, at + 3 * lanes, sum3);
            }
            sum0.intoArray(out, outAt + c);
            sum1.intoArray(out, outAt + c + lanes);
            sum2.intoArray(out, outAt + c + 2 * lanes);
            sum3.intoArray(out, outAt + c + 3 * lanes);
        }
        for (int bound = SPECIES.loopBound(m); c < bound; c += lanes) {
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
        for (int bound = c + SHORT.loopBound(m - c); c < bound; c += SHORT.length()) {
            FloatVector sum = FloatVector.zero(SHORT);
            for (int e = from; e < to; e++) {
                FloatVector a = FloatVector.broadcast(SHORT, value[e]);
                sum = a.fma(FloatVector.fromArray(SHORT, x, column[e] * m + c), sum);
            }
            sum.intoArray(out, outAt + c);
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
        for (int bound = c + SHORT.loopBound(m - c); c < bound; c += SHORT.length()) {
            FloatVector row = FloatVector.fromArray(SHORT, x, xAt + c);
            for (int e = from; e < to; e++) {
                int at = column[e] * m + c;
                row.fma(
                                FloatVector.broadcast(SHORT, value[e]),
                                FloatVector.fromArray(SHORT, out, at))
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

    /// One head of one centre: `out = Σ_e weight[e · heads] · x[column[e]]` for e in [from, to), on `channels` columns.
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
            int channels) {
        int c = 0;
        for (int bound = SPECIES.loopBound(channels); c < bound; c += SPECIES.length()) {
            FloatVector sum = FloatVector.zero(SPECIES);
            for (int e = from; e < to; e++) {
                sum = term(weight[e * heads + weightAt], x, column[e] * m + xAt + c, sum);
            }
            sum.intoArray(out, outAt + c);
        }
        for (int bound = c + SHORT.loopBound(channels - c); c < bound; c += SHORT.length()) {
            FloatVector sum = FloatVector.zero(SHORT);
            for (int e = from; e < to; e++) {
                sum =
                        FloatVector.fromArray(SHORT, x, column[e] * m + xAt + c)
                                .fma(
                                        FloatVector.broadcast(SHORT, weight[e * heads + weightAt]),
                                        sum);
            }
            sum.intoArray(out, outAt + c);
        }
        for (; c < channels; c++) {
            float sum = 0;
            for (int e = from; e < to; e++) {
                sum = Math.fma(weight[e * heads + weightAt], x[column[e] * m + xAt + c], sum);
            }
            out[outAt + c] = sum;
        }
    }
}
