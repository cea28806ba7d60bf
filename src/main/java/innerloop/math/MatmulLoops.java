package innerloop.math;

/// The float32 loops of [Backend#matmul]. A vector goes along a row of the right matrix; where that has few columns, along
/// whatever is longer.
final class MatmulLoops {

    /// Right matrices with fewer columns leave most of a vector empty.
    private static final int NARROW = 8;

    /// The shortest length at which a dot product is faster.
    private static final int LONG = 32;

    private MatmulLoops() {}

    /// out `[n × m]` = a · b, where a has `k` columns and b has `k` rows. Large products are shared among threads by rows of out; of
    /// the product of a matrix with itself, which is symmetric, half is computed.
    ///
    /// @param threads 0 or 1 = the calling one alone
    @SuppressWarnings("ReferenceEquality") // the same matrix, not an equal one
    static void matmul(
            int threads,
            float[] a,
            boolean transposeA,
            float[] b,
            boolean transposeB,
            float[] out,
            int n,
            int k,
            int m) {
        if (m < NARROW && transposeA && n >= NARROW) {
            // outᵀ = bᵀ · a, because the rows of a are long.
            float[] turned = new float[m * n];
            int rowOfB = transposeB ? k : 1;
            int stepOfB = transposeB ? 1 : m;
            Kernels.matmul(b, rowOfB, stepOfB, a, turned, 0, m, 0, k, n);
            turn(turned, m, n, out);
        } else if (m < NARROW && !transposeA && k >= LONG) {
            float[] columns = transposeB ? b : turned(b, k, m);
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < m; j++) {
                    out[i * m + j] = Kernels.dot(a, i * k, columns, j * k, k);
                }
            }
        } else {
            int row = transposeA ? 1 : k;
            int step = transposeA ? n : 1;
            float[] right = transposeB ? turned(b, m, k) : b;
            boolean square = a == b && transposeA != transposeB;
            RowBlocks.each(
                    n,
                    (long) n * k * m / (square ? 2 : 1),
                    threads,
                    (from, to) ->
                            Kernels.matmul(
                                    a, row, step, right, out, from, to, square ? from : 0, k, m));
            if (square) {
                mirror(out, n);
            }
        }
    }

    /// Copies what is above the diagonal below it.
    private static void mirror(float[] symmetric, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                symmetric[i * n + j] = symmetric[j * n + i];
            }
        }
    }

    /// The transpose of x `[n × m]`.
    private static float[] turned(float[] x, int n, int m) {
        float[] turned = new float[n * m];
        turn(x, n, m, turned);
        return turned;
    }

    private static void turn(float[] x, int n, int m, float[] out) {
        // The longer loop is the inner one: starting a short loop costs more than its work.
        for (int j = 0; j < m && n >= m; j++) {
            for (int i = 0; i < n; i++) {
                out[j * n + i] = x[i * m + j];
            }
        }
        for (int i = 0; i < n && n < m; i++) {
            for (int j = 0; j < m; j++) {
                out[j * n + i] = x[i * m + j];
            }
        }
    }
}
