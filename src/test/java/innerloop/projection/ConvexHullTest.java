package innerloop.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConvexHullTest {

    private static final int POINTS = 60;

    private static float[] cloud(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] xy = new float[2 * POINTS];
        for (int k = 0; k < xy.length; k++) {
            // Few places, so that many points are equal or on a line.
            xy[k] = random.nextInt(seed % 2 == 0 ? 6 : 10_000);
        }
        return xy;
    }

    private static int[] all(float[] xy) {
        return IntStream.range(0, xy.length / 2).toArray();
    }

    private static double cross(double[] hull, int k, double x, double y) {
        int next = (k + 2) % hull.length;
        return (hull[next] - hull[k]) * (y - hull[k + 1])
                - (hull[next + 1] - hull[k + 1]) * (x - hull[k]);
    }

    @Test
    void everyCornerTurnsTheSameWayAndNoPointIsOutside() {
        for (long seed = 0; seed < 40; seed++) {
            float[] xy = cloud(seed);
            double[] hull = ConvexHull.around(xy, all(xy));
            assertThat(hull.length).isGreaterThanOrEqualTo(6);
            for (int k = 0; k < hull.length; k += 2) {
                int second = (k + 4) % hull.length;
                assertThat(cross(hull, k, hull[second], hull[second + 1])).isPositive();
                for (int i = 0; i < POINTS; i++) {
                    assertThat(cross(hull, k, xy[2 * i], xy[2 * i + 1]) < 0).isFalse();
                }
            }
        }
    }

    @Test
    void theOrderOfThePointsDoesNotMatter() {
        float[] xy = cloud(3);
        int[] backwards = IntStream.range(0, POINTS).map(i -> POINTS - 1 - i).toArray();
        assertThat(ConvexHull.around(xy, backwards)).isEqualTo(ConvexHull.around(xy, all(xy)));
    }

    @Test
    void fewPointsHaveFewCorners() {
        float[] line = {0, 0, 2, 2, 1, 1, 3, 3, 3, 3};
        assertThat(ConvexHull.around(line, new int[0])).isEmpty();
        assertThat(ConvexHull.around(line, new int[] {1})).containsExactly(2, 2);
        assertThat(ConvexHull.around(line, new int[] {3, 4})).containsExactly(3, 3);
        assertThat(ConvexHull.around(line, new int[] {0, 2})).containsExactly(0, 0, 1, 1);
        assertThat(ConvexHull.around(line, all(line))).containsExactly(0, 0, 3, 3);
        float[] upright = {1, 5, 1, 0, 1, 3};
        assertThat(ConvexHull.around(upright, all(upright))).containsExactly(1, 0, 1, 5);
    }

    @Test
    void pointsWithoutAPlaceDoNotCount() {
        float[] xy = {0, 0, Float.NaN, 9, 4, 0, 0, 4};
        assertThat(ConvexHull.around(xy, all(xy))).containsExactly(0, 0, 4, 0, 0, 4);
        assertThat(ConvexHull.core(xy, 2, all(xy), 1)).containsExactly(0, 2, 3);
    }

    @Test
    void theCoreLeavesOutWhatStrayed() {
        float[] xyz = new float[3 * 20];
        for (int i = 0; i < 18; i++) {
            xyz[3 * i] = i % 3;
            xyz[3 * i + 1] = i % 2;
        }
        xyz[3 * 18 + 2] = 100;
        xyz[3 * 19] = -100;
        int[] points = IntStream.range(0, 20).toArray();
        assertThat(ConvexHull.core(xyz, 3, points, 0.9)).isEqualTo(Arrays.copyOf(points, 18));
        assertThat(ConvexHull.core(xyz, 3, new int[] {19}, 0.9)).containsExactly(19);
        assertThat(ConvexHull.core(xyz, 3, new int[0], 0.9)).isEmpty();
    }
}
