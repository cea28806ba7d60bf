package innerloop.projection;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SymmetricEigen;
import java.util.Arrays;
import java.util.Optional;

/// The first principal components of points, not turned yet.
///
/// @param coordinates `[n × dimensions]`, row after row
/// @param dimensions how many components there are; those beyond the columns of the points are 0
/// @param variance the points' whole variance, times n
/// @param axes of each component, in the space of the points; none beyond the columns of the points
@SuppressWarnings("ArrayRecordComponent") // between classes of this package, never compared
record Components(float[] coordinates, int dimensions, double variance, double[][] axes) {

    /// The components of the rows of `points` `[n × h]`; `backend` takes the one large product.
    static Components of(Matrix points, int dimensions, SymmetricEigen eigen, Backend backend) {
        int n = points.rows();
        int h = points.columns();
        double[] x = points.toArray();
        centre(x, n, h);
        float[] projected = new float[dimensions * n];
        double variance = 0;
        double[][] axes = new double[0][];
        if (x.length > 0) {
            double[] scatter = scatter(x, n, h, backend);
            for (int c = 0; c < h; c++) {
                variance += scatter[c * h + c];
            }
            int kept = Math.min(dimensions, h);
            axes = Arrays.copyOf(axes(scatter, h, kept, eigen), kept);
            double[] sums = new double[kept];
            for (int i = 0; i < n; i++) {
                along(x, i * h, axes, sums);
                for (int axis = 0; axis < kept; axis++) {
                    projected[dimensions * i + axis] = (float) sums[axis];
                }
            }
        }
        return new Components(projected, dimensions, variance, axes);
    }

    private static double[][] axes(double[] scatter, int h, int wanted, SymmetricEigen eigen) {
        Optional<double[][]> leading =
                h < LeadingAxes.SMALL ? Optional.empty() : LeadingAxes.of(scatter, h, wanted);
        return leading.orElseGet(() -> eigen.eigenvectors(scatter, h));
    }

    /// Writes the inner product of a row with each axis.
    private static void along(double[] x, int row, double[][] axes, double[] sums) {
        if (sums.length != 3) {
            Arrays.setAll(sums, axis -> dot(x, row, axes[axis]));
            return;
        }
        // All at once: a sum alone waits for its last addition.
        double[] axis0 = axes[0];
        double[] axis1 = axes[1];
        double[] axis2 = axes[2];
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        for (int c = 0; c < axis0.length; c++) {
            double number = x[row + c];
            sum0 += axis0[c] * number;
            sum1 += axis1[c] * number;
            sum2 += axis2[c] * number;
        }
        sums[0] = sum0;
        sums[1] = sum1;
        sums[2] = sum2;
    }

    private static double dot(double[] x, int row, double[] axis) {
        double sum = 0;
        for (int c = 0; c < axis.length; c++) {
            sum += axis[c] * x[row + c];
        }
        return sum;
    }

    private static void centre(double[] x, int n, int h) {
        double[] mean = new double[h];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < h; c++) {
                mean[c] += x[i * h + c];
            }
        }
        for (int c = 0; c < h; c++) {
            mean[c] /= n;
        }
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < h; c++) {
                x[i * h + c] -= mean[c];
            }
        }
    }

    /// `XᵀX` of centred rows: the covariance times n, with the same eigenvectors.
    private static double[] scatter(double[] x, int n, int h, Backend backend) {
        Matrix centred = backend.matrix(n, h, x);
        Matrix scatter = backend.matrix(h, h);
        backend.matmul(centred, true, centred, false, scatter);
        return scatter.toArray();
    }

    /// The first of the components alone.
    float[] first(int fewer) {
        float[] some = new float[coordinates.length / dimensions * fewer];
        for (int k = 0; k < some.length; k++) {
            some[k] = coordinates[k / fewer * dimensions + k % fewer];
        }
        return some;
    }

    /// The share of the variance that the first of the components keep, 0 … 1; 1 where there is none to lose.
    double share(int fewer) {
        double kept = 0;
        for (float coordinate : first(fewer)) {
            kept += (double) coordinate * coordinate;
        }
        return variance > 0 ? Math.min(1, kept / variance) : 1;
    }
}
