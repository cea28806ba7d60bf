package innerloop.projection;

import innerloop.math.JacobiEigen;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/// The eigenvectors of the few largest eigenvalues of a symmetric matrix without negative ones, for a fraction of what all of them
/// cost: orthogonal iteration on a block of vectors (Rutishauser 1969), `Q ← orthonormal(S² Q)`, turned to the eigenvectors of
/// `Qᵀ S Q` each time.
///
/// It begins with the same vectors every time, so that what is found depends on the matrix alone.
final class LeadingAxes {

    /// Vectors that are iterated; the error of the ones that are wanted shrinks by `(λ₁₇ / λ₃)²` each time.
    private static final int BLOCK = 16;

    /// Below this size all eigenvectors cost no more.
    static final int SMALL = 4 * BLOCK;

    /// More rounds than this cost more than all eigenvectors.
    private static final int MOST = 20;

    /// The largest residual `|S v − λ v|` in parts of the largest eigenvalue: a hundredth of what the float32 scatter matrix is
    /// rounded by.
    private static final double RESIDUAL = 1e-9;

    /// What is left of a vector is its own only above this part of its length.
    private static final double ROUNDING = 1e-12;

    private static final long SEED = 11;

    private LeadingAxes() {}

    /// The eigenvectors of the largest eigenvalues, one per row, the largest first; empty if they are not found soon.
    ///
    /// @param s `[n × n]`, row-major
    /// @param wanted how many, fewer than 16
    static Optional<double[][]> of(double[] s, int n, int wanted) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] q = new double[BLOCK][];
        Arrays.setAll(q, _ -> random.doubles(n, -1, 1).toArray());
        if (!orthonormal(q)) {
            return Optional.empty();
        }
        for (int round = 0; round < MOST; round++) {
            double[][] image = multiplied(s, n, q);
            double[] small = new double[BLOCK * BLOCK];
            for (int i = 0; i < BLOCK; i++) {
                for (int j = 0; j < BLOCK; j++) {
                    small[i * BLOCK + j] = dot(q[Math.min(i, j)], image[Math.max(i, j)]);
                }
            }
            JacobiEigen.Decomposition turn = JacobiEigen.decompose(small, BLOCK);
            double[][] axes = turned(q, turn.vectors());
            double[][] images = turned(image, turn.vectors());
            if (residual(axes, images, turn.values(), wanted) <= RESIDUAL * turn.values()[0]) {
                return Optional.of(Arrays.copyOf(axes, wanted));
            }
            // Twice before they are looked at again, which costs more.
            q = multiplied(s, n, images);
            if (!orthonormal(q)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// `S q` of each vector. As S is symmetric, its rows are added up, four at a time.
    private static double[][] multiplied(double[] s, int n, double[][] q) {
        double[][] image = new double[BLOCK][];
        Arrays.setAll(image, _ -> new double[n]);
        int row = 0;
        for (; row < n - 3; row += 4) {
            for (int b = 0; b < BLOCK; b++) {
                addRows(s, row * n, n, q[b], row, image[b]);
            }
        }
        for (; row < n; row++) {
            for (int b = 0; b < BLOCK; b++) {
                for (int c = 0; c < n; c++) {
                    image[b][c] += q[b][row] * s[row * n + c];
                }
            }
        }
        return image;
    }

    private static void addRows(double[] s, int at, int n, double[] q, int row, double[] sum) {
        double q0 = q[row];
        double q1 = q[row + 1];
        double q2 = q[row + 2];
        double q3 = q[row + 3];
        for (int c = 0; c < n; c++) {
            sum[c] +=
                    q0 * s[at + c]
                            + q1 * s[at + n + c]
                            + q2 * s[at + 2 * n + c]
                            + q3 * s[at + 3 * n + c];
        }
    }

    private static double[][] turned(double[][] q, double[][] turn) {
        double[][] turned = new double[q.length][];
        for (int k = 0; k < q.length; k++) {
            double[] sum = new double[q[0].length];
            for (int b = 0; b < q.length; b++) {
                addScaled(sum, turn[k][b], q[b]);
            }
            turned[k] = sum;
        }
        return turned;
    }

    private static double residual(
            double[][] axes, double[][] images, double[] values, int wanted) {
        double most = 0;
        for (int k = 0; k < wanted; k++) {
            double squares = 0;
            for (int c = 0; c < axes[k].length; c++) {
                double gap = images[k][c] - values[k] * axes[k][c];
                squares += gap * gap;
            }
            most = Math.max(most, Math.sqrt(squares));
        }
        return most;
    }

    /// Gram and Schmidt, twice. What has no direction of its own, as there are fewer directions than vectors, becomes 0.
    ///
    /// @return whether all are numbers
    private static boolean orthonormal(double[][] q) {
        for (int k = 0; k < q.length; k++) {
            double least = ROUNDING * Math.sqrt(dot(q[k], q[k]));
            for (int pass = 0; pass < 2; pass++) {
                for (int b = 0; b < k; b++) {
                    addScaled(q[k], -dot(q[b], q[k]), q[b]);
                }
                double length = Math.sqrt(dot(q[k], q[k]));
                if (!Double.isFinite(length)) {
                    return false;
                }
                double factor = length > least ? 1 / length : 0;
                for (int c = 0; c < q[k].length; c++) {
                    q[k][c] *= factor;
                }
            }
        }
        return true;
    }

    private static void addScaled(double[] sum, double factor, double[] x) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += factor * x[c];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }
}
