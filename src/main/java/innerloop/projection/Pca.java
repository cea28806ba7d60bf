package innerloop.projection;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SymmetricEigen;

/// Principal component analysis to the plane or to space, kept in step with the picture before.
///
/// Principal axes are free in sign and swap when their variances cross; each projection is therefore turned
/// (rotation or reflection) to lie as close as possible to the previous one ([Alignment]), so that points move instead
/// of jumping.
public final class Pca {

    private final int dimensions;
    private final SymmetricEigen eigen;
    private final Backend backend;
    private float[] previous = {};

    /// A projection to the plane with no picture before. `backend` takes the one large product.
    public Pca(SymmetricEigen eigen, Backend backend) {
        this(2, eigen, backend);
    }

    /// A projection with no picture before. `backend` takes the one large product.
    ///
    /// @param dimensions 2 (the plane) or 3 (space)
    public Pca(int dimensions, SymmetricEigen eigen, Backend backend) {
        if (dimensions != 2 && dimensions != 3) {
            throw new IllegalArgumentException(dimensions + " dimensions, not 2 or 3");
        }
        this.dimensions = dimensions;
        this.eigen = eigen;
        this.backend = backend;
    }

    /// The rows of `points` `[n × h]` on their widest axes: `[n × dimensions]`, row after row. Where h is smaller than
    /// the dimensions, the last ones are 0.
    public float[] project(Matrix points) {
        int n = points.rows();
        int h = points.columns();
        double[] x = points.toArray();
        centre(x, n, h);
        float[] projected = new float[dimensions * n];
        if (x.length > 0) {
            double[][] axes = eigen.eigenvectors(scatter(x, n, h), h);
            for (int i = 0; i < n; i++) {
                for (int axis = 0; axis < Math.min(dimensions, h); axis++) {
                    double sum = 0;
                    for (int c = 0; c < h; c++) {
                        sum += axes[axis][c] * x[i * h + c];
                    }
                    projected[dimensions * i + axis] = (float) sum;
                }
            }
        }
        if (previous.length == projected.length) {
            Alignment.onto(projected, previous, dimensions);
        }
        previous = projected;
        return projected.clone();
    }

    private static void centre(double[] x, int n, int h) {
        double[] mean = new double[h];
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < h; c++) {
                mean[c] += x[i * h + c] / n;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < h; c++) {
                x[i * h + c] -= mean[c];
            }
        }
    }

    /// `XᵀX` of centred rows: the covariance times n, with the same eigenvectors.
    private double[] scatter(double[] x, int n, int h) {
        Matrix centred = backend.matrix(n, h, x);
        Matrix scatter = backend.matrix(h, h);
        backend.matmul(centred, true, centred, false, scatter);
        return scatter.toArray();
    }
}
