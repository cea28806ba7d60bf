package innerloop.projection;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.math.Matrix;
import innerloop.math.nd4j.Nd4jBackend;
import innerloop.math.nd4j.Nd4jEigen;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PlaneAndSpaceTest {

    private final Nd4jBackend backend = new Nd4jBackend();

    /// 200 points whose columns have standard deviations of about 4, 3, 2 and 1.
    private Matrix cloud(double drift) {
        SplittableRandom random = new SplittableRandom(5);
        SplittableRandom moved = new SplittableRandom(6);
        double[] x = new double[200 * 4];
        for (int k = 0; k < x.length; k++) {
            x[k] = (4 - k % 4) * random.nextGaussian() + drift * moved.nextGaussian();
        }
        return backend.matrix(200, 4, x);
    }

    @Test
    void bothPicturesAreThoseOfTheirOwn() {
        PlaneAndSpace both = new PlaneAndSpace(new Nd4jEigen(), backend);
        Pca plane = new Pca(2, new Nd4jEigen(), backend);
        Pca space = new Pca(3, new Nd4jEigen(), backend);
        for (double drift : new double[] {0, 0.5, 3}) {
            PlaneAndSpace.Picture picture = both.project(cloud(drift));
            assertThat(picture.plane()).isEqualTo(plane.project(cloud(drift)));
            assertThat(picture.space()).isEqualTo(space.project(cloud(drift)));
        }
    }

    @Test
    void theSharesAreThoseOfTheVariance() {
        PlaneAndSpace.Picture picture =
                new PlaneAndSpace(new Nd4jEigen(), backend).project(cloud(0));
        // 16 + 9 (+ 4) of 30.
        assertThat(picture.planeShare()).isCloseTo(25 / 30.0, Offset.offset(0.04));
        assertThat(picture.spaceShare()).isCloseTo(29 / 30.0, Offset.offset(0.02));
        Matrix flat = backend.matrix(3, 2, new double[] {1, 2, 5, 2, 8, 3});
        PlaneAndSpace.Picture whole = new PlaneAndSpace(new Nd4jEigen(), backend).project(flat);
        assertThat(whole.planeShare()).isCloseTo(1, Offset.offset(1e-6));
        assertThat(whole.spaceShare()).isCloseTo(1, Offset.offset(1e-6));
    }

    /// The way from one point to another is the same vector in both, whatever turned the picture.
    @Test
    void vectorsPointWhereThePicturePutsTheirEnds() {
        PlaneAndSpace both = new PlaneAndSpace(new Nd4jEigen(), backend);
        for (double drift : new double[] {0, 0.5, 3}) {
            Matrix points = cloud(drift);
            PlaneAndSpace.Picture picture = both.project(points);
            double[] way = new double[4];
            for (int c = 0; c < way.length; c++) {
                way[c] = points.get(7, c) - points.get(3, c);
            }
            double[] plane = picture.planeDirections().of(way);
            double[] space = picture.spaceDirections().of(way);
            for (int d = 0; d < 2; d++) {
                assertThat(plane[d])
                        .isCloseTo(
                                picture.plane()[14 + d] - picture.plane()[6 + d],
                                Offset.offset(1e-3));
            }
            for (int d = 0; d < 3; d++) {
                assertThat(space[d])
                        .isCloseTo(
                                picture.space()[21 + d] - picture.space()[9 + d],
                                Offset.offset(1e-3));
            }
        }
    }
}
