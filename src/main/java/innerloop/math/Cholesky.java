package innerloop.math;

/// Systems of linear equations with a symmetric, positive definite matrix, solved in float64 by `A = L Lᵀ`; the same on every
/// machine.
public final class Cholesky {

    private Cholesky() {}

    /// `A⁻¹ B`; all NaN if A is not positive definite.
    ///
    /// @param a `[n × n]`, row-major; its lower triangle is read, and replaced by L
    /// @param b `[n × m]`, row-major; replaced by the solution
    public static void solve(double[] a, int n, double[] b, int m) {
        for (int j = 0; j < n; j++) {
            for (int i = j; i < n; i++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i * n + k] * a[j * n + k];
                }
                a[i * n + j] = i == j ? Math.sqrt(sum) : sum / a[j * n + j];
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                subtract(a[i * n + k], b, k, i, m);
            }
            divide(b, i, a[i * n + i], m);
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                subtract(a[k * n + i], b, k, i, m);
            }
            divide(b, i, a[i * n + i], m);
        }
    }

    /// Row `into` of b minus `factor` times row `from`.
    private static void subtract(double factor, double[] b, int from, int into, int m) {
        for (int c = 0; c < m; c++) {
            b[into * m + c] -= factor * b[from * m + c];
        }
    }

    private static void divide(double[] b, int row, double by, int m) {
        for (int c = 0; c < m; c++) {
            b[row * m + c] /= by;
        }
    }
}
