package innerloop.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// [ScalarKernels] on vectors. Only the `…Kernels` of this package use the Vector API. No checks, no allocation.
///
/// Only operations whose every bit is specified are used, so a run does not depend on when the JIT compiles what; and no sum
/// depends on the width of the vectors, so it does not depend on the machine either.
final class VectorKernels {

    static final VectorSpecies<Float> SPECIES = species();

    /// For rows too short for whole vectors, if those are wider.
    static final VectorSpecies<Float> SHORT =
            SPECIES.length() > FloatVector.SPECIES_256.length() ? FloatVector.SPECIES_256 : SPECIES;

    /// Four lanes, which every machine with vectors has.
    private static final VectorSpecies<Float> FOUR = FloatVector.SPECIES_128;

    private static final VectorShuffle<Float> SECOND = VectorShuffle.fromOp(FOUR, lane -> lane ^ 2);
    private static final VectorShuffle<Float> NEXT = VectorShuffle.fromOp(FOUR, lane -> lane ^ 1);

    private VectorKernels() {}

    private static VectorSpecies<Float> species() {
        int own = FloatVector.SPECIES_PREFERRED.vectorBitSize();
        return switch (LaneWidth.ASKED == null ? own : LaneWidth.ASKED) {
            case 64, 128 -> FloatVector.SPECIES_128;
            case 256 -> FloatVector.SPECIES_256;
            default -> FloatVector.SPECIES_512;
        };
    }

    /// Bits of the vectors.
    static int bits() {
        return SPECIES.vectorBitSize();
    }

    /// [ScalarKernels#axpy].
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
        ScalarKernels.axpy(a, x, xAt + i, y, yAt + i, n - i);
    }

    /// [ScalarKernels#addScaled].
    static void addScaled(float[] x, float a, float[] y, float[] out, int n) {
        int i = 0;
        for (int bound = SPECIES.loopBound(n); i < bound; i += SPECIES.length()) {
            FloatVector vx = FloatVector.fromArray(SPECIES, x, i);
            FloatVector vy = FloatVector.fromArray(SPECIES, y, i);
            vy.fma(FloatVector.broadcast(SPECIES, a), vx).intoArray(out, i);
        }
        ScalarKernels.addScaled(x, a, y, out, i, n);
    }

    /// [ScalarKernels#addRow].
    static void addRow(float[] x, float[] r, float[] out, int n, int m) {
        int whole = SPECIES.loopBound(m);
        for (int i = 0, at = 0; i < n; i++, at += m) {
            for (int c = 0; c < whole; c += SPECIES.length()) {
                FloatVector.fromArray(SPECIES, x, at + c)
                        .add(FloatVector.fromArray(SPECIES, r, c))
                        .intoArray(out, at + c);
            }
        }
        ScalarKernels.addRow(x, r, out, whole, n, m);
    }

    /// [ScalarKernels#sumRows].
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
        ScalarKernels.sumRows(x, out, c, n, m);
    }

    /// [ScalarKernels#multiply].
    static void multiply(float[] x, float[] y, float[] out, int n) {
        int i = 0;
        for (int bound = SPECIES.loopBound(n); i < bound; i += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, x, i)
                    .mul(FloatVector.fromArray(SPECIES, y, i))
                    .intoArray(out, i);
        }
        ScalarKernels.multiply(x, y, out, i, n);
    }

    /// [ScalarKernels#divideByRoot].
    static void divideByRoot(float[] x, float a, float[] y, float b, float[] out, int n) {
        int i = 0;
        for (int bound = SPECIES.loopBound(n); i < bound; i += SPECIES.length()) {
            FloatVector root = FloatVector.fromArray(SPECIES, y, i).mul(a).sqrt();
            FloatVector.fromArray(SPECIES, x, i).div(root.add(b)).intoArray(out, i);
        }
        ScalarKernels.divideByRoot(x, a, y, b, out, i, n);
    }

    /// [ScalarKernels#dot], its sixteen lanes in four vectors: as many as must be under way at once to keep the machine busy.
    static float dot(float[] x, int xAt, float[] y, int yAt, int n) {
        float sum = 0;
        if (n >= 4) {
            FloatVector a = FloatVector.zero(FOUR);
            FloatVector b = a;
            FloatVector c = a;
            FloatVector d = a;
            int i = 0;
            for (; i < n - 15; i += 16) {
                a = product(x, xAt + i, y, yAt + i, a);
                b = product(x, xAt + i + 4, y, yAt + i + 4, b);
                c = product(x, xAt + i + 8, y, yAt + i + 8, c);
                d = product(x, xAt + i + 12, y, yAt + i + 12, d);
            }
            a = a.add(c);
            b = b.add(d);
            if ((n & 8) != 0) {
                a = product(x, xAt + i, y, yAt + i, a);
                b = product(x, xAt + i + 4, y, yAt + i + 4, b);
                i += 8;
            }
            a = a.add(b);
            if ((n & 4) != 0) {
                a = product(x, xAt + i, y, yAt + i, a);
            }
            // reduceLanes does not fix the order, and interpreted and compiled code differ in it.
            a = a.add(a.rearrange(SECOND));
            sum = a.add(a.rearrange(NEXT)).lane(0);
        }
        return ScalarKernels.dotRest(x, xAt, y, yAt, n, sum);
    }

    /// sum + x ∘ y
    private static FloatVector product(float[] x, int xAt, float[] y, int yAt, FloatVector sum) {
        return FloatVector.fromArray(FOUR, x, xAt).fma(FloatVector.fromArray(FOUR, y, yAt), sum);
    }

    /// [ScalarKernels#sparseRow]. Sums stay in registers; beside a whole stretch four of them for each block of columns,
    /// since each addition to a single one would have to wait for the one before.
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
        for (int bound = m & -ScalarKernels.STRETCH; c < bound; c += 4 * lanes) {
            // Much of a row at once: it comes from far away, and in one piece.
            FloatVector sum0 = FloatVector.zero(SPECIES);
            FloatVector sum1 = sum0;
            FloatVector sum2 = sum0;
            FloatVector sum3 = sum0;
            for (int e = from; e < to; e++) {
                int at = column[e] * m + c;
                sum0 = term(SPECIES, value[e], x, at, sum0);
                sum1 = term(SPECIES, value[e], x, at + lanes, sum1);
                sum2 = term(SPECIES, value[e], x, at + 2 * lanes, sum2);
                sum3 = term(SPECIES, value[e], x, at + 3 * lanes, sum3);
            }
            sum0.intoArray(out, outAt + c);
            sum1.intoArray(out, outAt + c + lanes);
            sum2.intoArray(out, outAt + c + 2 * lanes);
            sum3.intoArray(out, outAt + c + 3 * lanes);
        }
        for (int bound = SPECIES.loopBound(m); c < bound; c += lanes) {
            sparseBlock(SPECIES, column, value, from, to, x, m, c, out, outAt);
        }
        for (int bound = c + SHORT.loopBound(m - c); c < bound; c += SHORT.length()) {
            sparseBlock(SHORT, column, value, from, to, x, m, c, out, outAt);
        }
        ScalarKernels.sparseRow(column, value, from, to, x, m, out, outAt, c);
    }

    /// One vector of columns from c on, in four sums.
    private static void sparseBlock(
            VectorSpecies<Float> species,
            int[] column,
            float[] value,
            int from,
            int to,
            float[] x,
            int m,
            int c,
            float[] out,
            int outAt) {
        FloatVector sum0 = FloatVector.zero(species);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        int e = from;
        for (; e < to - 3; e += 4) {
            sum0 = term(species, value[e], x, column[e] * m + c, sum0);
            sum1 = term(species, value[e + 1], x, column[e + 1] * m + c, sum1);
            sum2 = term(species, value[e + 2], x, column[e + 2] * m + c, sum2);
            sum3 = term(species, value[e + 3], x, column[e + 3] * m + c, sum3);
        }
        for (; e < to; e++) {
            sum0 = term(species, value[e], x, column[e] * m + c, sum0);
        }
        sum0.add(sum1).add(sum2.add(sum3)).intoArray(out, outAt + c);
    }

    /// sum + a · x
    private static FloatVector term(
            VectorSpecies<Float> species, float a, float[] x, int at, FloatVector sum) {
        return FloatVector.fromArray(species, x, at).fma(FloatVector.broadcast(species, a), sum);
    }

    /// [ScalarKernels#scatterRow].
    static void scatterRow(
            int[] column, float[] value, int from, int to, float[] x, int xAt, int m, float[] out) {
        int c = 0;
        for (int bound = SPECIES.loopBound(m); c < bound; c += SPECIES.length()) {
            scatterBlock(SPECIES, column, value, from, to, x, xAt + c, m, c, out);
        }
        for (int bound = c + SHORT.loopBound(m - c); c < bound; c += SHORT.length()) {
            scatterBlock(SHORT, column, value, from, to, x, xAt + c, m, c, out);
        }
        ScalarKernels.scatterRow(column, value, from, to, x, xAt, m, out, c);
    }

    /// One vector of columns from c on.
    private static void scatterBlock(
            VectorSpecies<Float> species,
            int[] column,
            float[] value,
            int from,
            int to,
            float[] x,
            int xAt,
            int m,
            int c,
            float[] out) {
        FloatVector row = FloatVector.fromArray(species, x, xAt);
        for (int e = from; e < to; e++) {
            int at = column[e] * m + c;
            row.fma(
                            FloatVector.broadcast(species, value[e]),
                            FloatVector.fromArray(species, out, at))
                    .intoArray(out, at);
        }
    }

    /// [ScalarKernels#aggregate] on all channels.
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
                int at = column[e] * m + xAt + c;
                sum = term(SPECIES, weight[e * heads + weightAt], x, at, sum);
            }
            sum.intoArray(out, outAt + c);
        }
        for (int bound = c + SHORT.loopBound(channels - c); c < bound; c += SHORT.length()) {
            FloatVector sum = FloatVector.zero(SHORT);
            for (int e = from; e < to; e++) {
                int at = column[e] * m + xAt + c;
                sum = term(SHORT, weight[e * heads + weightAt], x, at, sum);
            }
            sum.intoArray(out, outAt + c);
        }
        ScalarKernels.aggregate(
                column, from, to, weight, weightAt, heads, x, xAt, m, out, outAt, c, channels);
    }
}
