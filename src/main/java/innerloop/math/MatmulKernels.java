package innerloop.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/// The float32 inner loops of dense products. Each sum is made in the order of its terms, in a register.
///
/// The left matrix is read through two strides, `a(i, l) = a[i · row + l · step]`, so that it may be transposed.
final class MatmulKernels {

    private static final VectorSpecies<Float> SPECIES = VectorKernels.SPECIES;
    private static final int LANES = SPECIES.length();

    /// For the ends of rows that are too short for the preferred vector.
    private static final VectorSpecies<Float> SHORT = VectorKernels.SHORT;

    private MatmulKernels() {}

    /// Rows [from, to) of out `[n × m]` = a · b with b `[k × m]`, from the column `first` on.
    ///
    /// @param first a multiple of 64, so that no vector begins before it
    static void multiply(
            float[] a,
            int row,
            int step,
            float[] b,
            float[] out,
            int from,
            int to,
            int first,
            int k,
            int m) {
        int i = from;
        for (; i < to - 3; i += 4) {
            int c = first;
            for (int bound = m - 2 * LANES; c <= bound; c += 2 * LANES) {
                fourRowsTwoVectors(a, i * row, row, step, b, c, out, i * m + c, k, m);
            }
            for (int bound = first + SPECIES.loopBound(m - first); c < bound; c += LANES) {
                fourRows(SPECIES, a, i * row, row, step, b, c, out, i * m + c, k, m);
            }
            for (int bound = c + SHORT.loopBound(m - c); c < bound; c += SHORT.length()) {
                fourRows(SHORT, a, i * row, row, step, b, c, out, i * m + c, k, m);
            }
            if (c < m && c - first >= SHORT.length()) {
                // Some columns a second time, which is faster than the others one by one.
                int last = m - SHORT.length();
                fourRows(SHORT, a, i * row, row, step, b, last, out, i * m + last, k, m);
                continue;
            }
            for (int r = i; r < i + 4; r++) {
                ScalarKernels.matmulRow(a, r * row, step, b, c, out, r * m, k, m);
            }
        }
        for (; i < to; i++) {
            int c = first;
            for (int bound = first + SPECIES.loopBound(m - first); c < bound; c += LANES) {
                oneRow(SPECIES, a, i * row, step, b, c, out, i * m + c, k, m);
            }
            for (int bound = c + SHORT.loopBound(m - c); c < bound; c += SHORT.length()) {
                oneRow(SHORT, a, i * row, step, b, c, out, i * m + c, k, m);
            }
            ScalarKernels.matmulRow(a, i * row, step, b, c, out, i * m, k, m);
        }
    }

    /// Eight sums: each vector of b is read once for four rows, each number of a once for two vectors.
    private static void fourRowsTwoVectors(
            float[] a,
            int a0,
            int row,
            int step,
            float[] b,
            int bAt,
            float[] out,
            int outAt,
            int k,
            int m) {
        int a1 = a0 + row;
        int a2 = a1 + row;
        int a3 = a2 + row;
        FloatVector left0 = FloatVector.zero(SPECIES);
        FloatVector left1 = left0;
        FloatVector left2 = left0;
        FloatVector left3 = left0;
        FloatVector right0 = left0;
        FloatVector right1 = left0;
        FloatVector right2 = left0;
        FloatVector right3 = left0;
        for (int l = 0, at = 0, y = bAt; l < k; l++, at += step, y += m) {
            FloatVector left = FloatVector.fromArray(SPECIES, b, y);
            FloatVector right = FloatVector.fromArray(SPECIES, b, y + LANES);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + at]);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + at]);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + at]);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + at]);
            left0 = left.fma(x0, left0);
            left1 = left.fma(x1, left1);
            left2 = left.fma(x2, left2);
            left3 = left.fma(x3, left3);
            right0 = right.fma(x0, right0);
            right1 = right.fma(x1, right1);
            right2 = right.fma(x2, right2);
            right3 = right.fma(x3, right3);
        }
        left0.intoArray(out, outAt);
        left1.intoArray(out, outAt + m);
        left2.intoArray(out, outAt + 2 * m);
        left3.intoArray(out, outAt + 3 * m);
        right0.intoArray(out, outAt + LANES);
        right1.intoArray(out, outAt + LANES + m);
        right2.intoArray(out, outAt + LANES + 2 * m);
        right3.intoArray(out, outAt + LANES + 3 * m);
    }

    private static void fourRows(
            VectorSpecies<Float> species,
            float[] a,
            int a0,
            int row,
            int step,
            float[] b,
            int bAt,
            float[] out,
            int outAt,
            int k,
            int m) {
        int a1 = a0 + row;
        int a2 = a1 + row;
        int a3 = a2 + row;
        FloatVector sum0 = FloatVector.zero(species);
        FloatVector sum1 = sum0;
        FloatVector sum2 = sum0;
        FloatVector sum3 = sum0;
        for (int l = 0, at = 0, y = bAt; l < k; l++, at += step, y += m) {
            FloatVector right = FloatVector.fromArray(species, b, y);
            sum0 = right.fma(FloatVector.broadcast(species, a[a0 + at]), sum0);
            sum1 = right.fma(FloatVector.broadcast(species, a[a1 + at]), sum1);
            sum2 = right.fma(FloatVector.broadcast(species, a[a2 + at]), sum2);
            sum3 = right.fma(FloatVector.broadcast(species, a[a3 + at]), sum3);
        }
        sum0.intoArray(out, outAt);
        sum1.intoArray(out, outAt + m);
        sum2.intoArray(out, outAt + 2 * m);
        sum3.intoArray(out, outAt + 3 * m);
    }

    private static void oneRow(
            VectorSpecies<Float> species,
            float[] a,
            int a0,
            int step,
            float[] b,
            int bAt,
            float[] out,
            int outAt,
            int k,
            int m) {
        FloatVector sum = FloatVector.zero(species);
        for (int l = 0, at = a0, y = bAt; l < k; l++, at += step, y += m) {
            FloatVector x = FloatVector.broadcast(species, a[at]);
            sum = FloatVector.fromArray(species, b, y).fma(x, sum);
        }
        sum.intoArray(out, outAt);
    }
}
