package innerloop.math;

/// The float32 inner loops by the fastest means of this machine: [VectorKernels], [MatmulKernels] and
/// [ExponentialKernels], or [ScalarKernels] and [Exponentials] where there are no vectors. Which it is, no bit of a result shows.
final class Kernels {

    private Kernels() {}

    /// [ScalarKernels#axpy].
    static void axpy(float a, float[] x, int xAt, float[] y, int yAt, int n) {
        if (LaneWidth.VECTORS) {
            VectorKernels.axpy(a, x, xAt, y, yAt, n);
        } else {
            ScalarKernels.axpy(a, x, xAt, y, yAt, n);
        }
    }

    /// [ScalarKernels#addScaled].
    static void addScaled(float[] x, float a, float[] y, float[] out, int n) {
        if (LaneWidth.VECTORS) {
            VectorKernels.addScaled(x, a, y, out, n);
        } else {
            ScalarKernels.addScaled(x, a, y, out, 0, n);
        }
    }

    /// [ScalarKernels#addRow].
    static void addRow(float[] x, float[] r, float[] out, int n, int m) {
        if (LaneWidth.VECTORS) {
            VectorKernels.addRow(x, r, out, n, m);
        } else {
            ScalarKernels.addRow(x, r, out, 0, n, m);
        }
    }

    /// [ScalarKernels#sumRows].
    static void sumRows(float[] x, float[] out, int n, int m) {
        if (LaneWidth.VECTORS) {
            VectorKernels.sumRows(x, out, n, m);
        } else {
            ScalarKernels.sumRows(x, out, 0, n, m);
        }
    }

    /// [ScalarKernels#multiply].
    static void multiply(float[] x, float[] y, float[] out, int n) {
        if (LaneWidth.VECTORS) {
            VectorKernels.multiply(x, y, out, n);
        } else {
            ScalarKernels.multiply(x, y, out, 0, n);
        }
    }

    /// [ScalarKernels#divideByRoot].
    static void divideByRoot(float[] x, float a, float[] y, float b, float[] out, int n) {
        if (LaneWidth.VECTORS) {
            VectorKernels.divideByRoot(x, a, y, b, out, n);
        } else {
            ScalarKernels.divideByRoot(x, a, y, b, out, 0, n);
        }
    }

    /// [ScalarKernels#dot].
    static float dot(float[] x, int xAt, float[] y, int yAt, int n) {
        return LaneWidth.VECTORS
                ? VectorKernels.dot(x, xAt, y, yAt, n)
                : ScalarKernels.dot(x, xAt, y, yAt, n);
    }

    /// [ScalarKernels#sparseRow].
    static void sparseRow(
            int[] column,
            float[] value,
            int from,
            int to,
            float[] x,
            int m,
            float[] out,
            int outAt) {
        if (LaneWidth.VECTORS) {
            VectorKernels.sparseRow(column, value, from, to, x, m, out, outAt);
        } else {
            ScalarKernels.sparseRow(column, value, from, to, x, m, out, outAt, 0);
        }
    }

    /// [ScalarKernels#scatterRow].
    static void scatterRow(
            int[] column, float[] value, int from, int to, float[] x, int xAt, int m, float[] out) {
        if (LaneWidth.VECTORS) {
            VectorKernels.scatterRow(column, value, from, to, x, xAt, m, out);
        } else {
            ScalarKernels.scatterRow(column, value, from, to, x, xAt, m, out, 0);
        }
    }

    /// [ScalarKernels#aggregate].
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
        if (LaneWidth.VECTORS) {
            VectorKernels.aggregate(
                    column, from, to, weight, weightAt, heads, x, xAt, m, out, outAt, channels);
        } else {
            ScalarKernels.aggregate(
                    column, from, to, weight, weightAt, heads, x, xAt, m, out, outAt, 0, channels);
        }
    }

    /// Rows [from, to) of out `[n × m]` = a · b with b `[k × m]` and `a(i, l) = a[i · row + l · step]`, from the column `first` on.
    ///
    /// @param first a multiple of 64
    static void matmul(
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
        if (LaneWidth.VECTORS) {
            MatmulKernels.multiply(a, row, step, b, out, from, to, first, k, m);
            return;
        }
        for (int i = from; i < to; i++) {
            ScalarKernels.matmulRow(a, i * row, step, b, first, out, i * m, k, m);
        }
    }

    /// [ExponentialKernels#softmax].
    static void softmax(float[] x, float[] out, int from, int to, int m) {
        if (LaneWidth.VECTORS) {
            ExponentialKernels.softmax(x, out, from, to, m);
        } else {
            Exponentials.softmax(x, out, from, to, m);
        }
    }

    /// [HeadKernels#packs].
    static boolean packs(int heads, int channels) {
        return LaneWidth.VECTORS && HeadKernels.packs(heads, channels);
    }
}
