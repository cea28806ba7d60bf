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
        return steady(Components.of(points, dimensions, eigen, backend).coordinates());
    }

    /// The coordinates turned to the picture before.
    float[] steady(float[] projected) {
        if (previous.length == projected.length) {
            Alignment.onto(projected, previous, dimensions);
        }
        previous = projected;
        return projected.clone();
    }
}
