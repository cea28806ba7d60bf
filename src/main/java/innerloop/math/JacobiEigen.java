package innerloop.math;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// All eigenvalues and eigenvectors of a small symmetric matrix, by Jacobi's rotations: slow for hundreds of rows, accurate to
/// the last bits, and the same on every machine.
public final class JacobiEigen implements SymmetricEigen {

    private static final int MOST_SWEEPS = 60;

    /// What is found.
    ///
    /// @param values the eigenvalues, largest first
    /// @param vectors the eigenvector of each, of length 1
    @SuppressWarnings("ArrayRecordComponent") // handed over, never compared
    public record Decomposition(double[] values, double[][] vectors) {}

    @Override
    public double[][] eigenvectors(double[] symmetric, int n) {
        return decompose(symmetric, n).vectors();
    }

    /// The decomposition of `[n × n]` `symmetric` (row-major).
    public static Decomposition decompose(double[] symmetric, int n) {
        double[] a = symmetric.clone();
        double[] v = new double[n * n];
        for (int i = 0; i < n; i++) {
            v[i * n + i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && sweep(a, v, n); sweep++) {}
        Integer[] order = IntStream.range(0, n).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble((Integer k) -> -a[k * n + k]));
        double[] values = new double[n];
        double[][] vectors = new double[n][];
        for (int k = 0; k < n; k++) {
            values[k] = a[order[k] * n + order[k]];
            vectors[k] = Arrays.copyOfRange(v, order[k] * n, (order[k] + 1) * n);
        }
        return new Decomposition(values, vectors);
    }

    /// Rotates every entry beside the diagonal to zero once; whether there was one that counts.
    private static boolean sweep(double[] a, double[] v, int n) {
        boolean rotated = false;
        for (int p = 0; p < n; p++) {
            for (int q = p + 1; q < n; q++) {
                double apq = a[p * n + q];
                double size = Math.abs(a[p * n + p]) + Math.abs(a[q * n + q]);
                if (Math.abs(apq) > Math.max(Math.ulp(size), Double.MIN_NORMAL)) {
                    rotated = true;
                    double theta = (a[q * n + q] - a[p * n + p]) / (2 * apq);
                    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
                    double cosine = 1 / Math.hypot(t, 1);
                    rotateColumns(a, n, p, q, cosine, t * cosine);
                    rotateRows(a, n, p, q, cosine, t * cosine);
                    rotateRows(v, n, p, q, cosine, t * cosine);
                }
            }
        }
        return rotated;
    }

    private static void rotateColumns(double[] a, int n, int p, int q, double c, double s) {
        for (int i = 0; i < n; i++) {
            double x = a[i * n + p];
            double y = a[i * n + q];
            a[i * n + p] = c * x - s * y;
            a[i * n + q] = s * x + c * y;
        }
    }

    private static void rotateRows(double[] a, int n, int p, int q, double c, double s) {
        for (int i = 0; i < n; i++) {
            double x = a[p * n + i];
            double y = a[q * n + i];
            a[p * n + i] = c * x - s * y;
            a[q * n + i] = s * x + c * y;
        }
    }
}
