package innerloop.math;

import java.util.Arrays;

/// The float32 loops that move whole rows of `m` numbers, one for each row operation of [Backend].
final class RowLoops {

    private RowLoops() {}

    /// [Backend#gatherRows].
    static void gather(float[] x, int[] rows, int m, float[] out) {
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(x, rows[r] * m, out, r * m, m);
        }
    }

    /// [Backend#scatterAddRows].
    static void scatterAdd(float factor, float[] x, int[] rows, int m, float[] out) {
        for (int r = 0; r < rows.length; r++) {
            Kernels.axpy(factor, x, r * m, out, rows[r] * m, m);
        }
    }

    /// [Backend#broadcast] from `[xRows × xColumns]` to `[n × m]`.
    static void broadcast(float[] x, int xRows, int xColumns, float[] out, int n, int m) {
        for (int i = 0; i < n; i++) {
            int row = xRows == 1 ? 0 : i;
            if (xColumns == 1) {
                Arrays.fill(out, i * m, (i + 1) * m, x[row]);
            } else {
                System.arraycopy(x, row * m, out, i * m, m);
            }
        }
    }
}
