package innerloop.projection;

import innerloop.math.Backend;
import innerloop.math.Matrix;
import innerloop.math.SymmetricEigen;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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

    /// Of how many numbers is remembered what the last picture is of: 32 MB.
    private static final int MOST_REMEMBERED = 1 << 22;

    /// What the last picture is of, row after row.
    private double[] last = {};

    private @Nullable Picture made;

    /// Both pictures. The arrays are never written again.
    ///
    /// @param plane `[n × 2]`, row after row
    /// @param space `[n × 3]`, row after row
    /// @param planeShare of the points' variance that the plane keeps, 0 … 1
    /// @param spaceShare of the points' variance that the space keeps
    /// @param planeDirections where vectors point in the plane
    /// @param spaceDirections where vectors point in space
    @SuppressWarnings("ArrayRecordComponent") // replaced as a whole, never compared
    public record Picture(
            float[] plane,
            float[] space,
            double planeShare,
            double spaceShare,
            Directions planeDirections,
            Directions spaceDirections) {}

    /// Projections with no picture before. `backend` takes the one large product.
    public PlaneAndSpace(SymmetricEigen eigen, Backend backend) {
        this.eigen = eigen;
        this.backend = backend;
        this.plane = new Pca(PLANE, eigen, backend);
        this.space = new Pca(SPACE, eigen, backend);
    }

    /// The rows of `points` `[n × h]` on their two and on their three widest axes. The same points again have the same picture.
    public Picture project(Matrix points) {
        double[] numbers = points.toArray();
        Picture before = made;
        if (before != null
                && before.plane().length == PLANE * points.rows()
                && Arrays.equals(numbers, last)) {
            return before;
        }
        Components components = Components.of(points, SPACE, eigen, backend);
        float[] flat = plane.steady(components.first(PLANE));
        float[] deep = space.steady(components.coordinates().clone());
        Picture picture =
                new Picture(
                        flat,
                        deep,
                        components.share(PLANE),
                        components.share(SPACE),
                        Directions.turned(components.axes(), components.first(PLANE), flat, PLANE),
                        Directions.turned(
                                components.axes(), components.coordinates(), deep, SPACE));
        boolean small = numbers.length <= MOST_REMEMBERED;
        last = small ? numbers : new double[0];
        made = small ? picture : null;
        return picture;
    }
}
