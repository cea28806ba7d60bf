package innerloop.projection;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SymmetricEigen;

/// Principal component analysis to the plane and to space at the cost of one, each kept in step with its own picture before.
///
/// The plane is not simply the floor of the space: that has been turned in three dimensions onto the picture before, and
/// its first two axes are the widest only by chance.
public final class PlaneAndSpace {

    private static final int PLANE = 2;
    private static final int SPACE = 3;

    private final SymmetricEigen eigen;
    private final Backend backend;
    private final Pca plane;
    private final Pca space;

    /// Both pictures. The arrays are never written again.
    ///
    /// @param plane `[n × 2]`, row after row
    /// @param space `[n × 3]`, row after row
    /// @param planeShare of the points' variance that the plane keeps, 0 … 1
    /// @param spaceShare of the points' variance that the space keeps
    @SuppressWarnings("ArrayRecordComponent") // replaced as a whole, never compared
    public record Picture(float[] plane, float[] space, double planeShare, double spaceShare) {}

    /// Projections with no picture before. `backend` takes the one large product.
    public PlaneAndSpace(SymmetricEigen eigen, Backend backend) {
        this.eigen = eigen;
        this.backend = backend;
        this.plane = new Pca(PLANE, eigen, backend);
        this.space = new Pca(SPACE, eigen, backend);
    }

    /// The rows of `points` `[n × h]` on their two and on their three widest axes.
    public Picture project(Matrix points) {
        Components components = Components.of(points, SPACE, eigen, backend);
        return new Picture(
                plane.steady(components.first(PLANE)),
                space.steady(components.coordinates()),
                components.share(PLANE),
                components.share(SPACE));
    }
}
