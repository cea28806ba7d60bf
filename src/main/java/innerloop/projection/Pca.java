package innerloop.projection;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SymmetricEigen;

/// Principal component analysis to the plane, kept in step with the picture before.
///
/// Principal axes are free in sign and swap when their variances cross; each projection is therefore turned
/// (rotation or reflection) to lie as close as possible to the previous one (orthogonal Procrustes in 2-D), so that
/// points move instead of jumping.
public final class Pca {

    private final SymmetricEigen eigen;
    private final Backend backend;
    private float[] previous = {};

    /// A projection with no picture before. `backend` takes the one large product.
    public Pca(SymmetricEigen eigen, Backend backend) {
        this.eigen = eigen;
        this.backend = backend;
    }

    /// The rows of `points` `[n × h]` on their two widest axes: x, y of each row. With one column, y is 0.
    public float[] project(Matrix points) {
        int n = points.rows();
        int h = points.columns();
        double[] x = points.toArray();
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
        double[][] axes = eigen.eigenvectors(scatter(x, n, h), h);
        float[] xy = new float[2 * n];
        for (int i = 0; i < n; i++) {
            for (int axis = 0; axis < Math.min(2, h); axis++) {
                double sum = 0;
                for (int c = 0; c < h; c++) {
                    sum += axes[axis][c] * x[i * h + c];
                }
                xy[2 * i + axis] = (float) sum;
            }
        }
        if (previous.length == xy.length) {
            align(xy, previous);
        }
        previous = xy;
        return xy.clone();
    }

    /// `XᵀX` of centred rows: the covariance times n, with the same eigenvectors.
    private double[] scatter(double[] x, int n, int h) {
        Matrix centred = backend.matrix(n, h, x);
        Matrix scatter = backend.matrix(h, h);
        backend.matmul(centred, true, centred, false, scatter);
        return scatter.toArray();
    }

    /// Turns `xy` onto `target`: with `M = Σ xyᵀ target` the best rotation has angle
    /// `atan2(M₀₁ − M₁₀, M₀₀ + M₁₁)`, the best reflection `atan2(M₀₁ + M₁₀, M₀₀ − M₁₁)`; the larger trace wins.
    static void align(float[] xy, float[] target) {
        double m00 = 0;
        double m01 = 0;
        double m10 = 0;
        double m11 = 0;
        for (int i = 0; i < xy.length; i += 2) {
            m00 += (double) xy[i] * target[i];
            m01 += (double) xy[i] * target[i + 1];
            m10 += (double) xy[i + 1] * target[i];
            m11 += (double) xy[i + 1] * target[i + 1];
        }
        boolean reflect = Math.hypot(m00 - m11, m01 + m10) > Math.hypot(m00 + m11, m01 - m10);
        double angle =
                reflect ? Math.atan2(m01 + m10, m00 - m11) : Math.atan2(m01 - m10, m00 + m11);
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double side = reflect ? -1 : 1;
        for (int i = 0; i < xy.length; i += 2) {
            double a = xy[i];
            double b = side * xy[i + 1];
            xy[i] = (float) (cos * a - sin * b);
            xy[i + 1] = (float) (sin * a + cos * b);
        }
    }
}
