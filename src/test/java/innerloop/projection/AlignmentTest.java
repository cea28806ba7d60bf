package innerloop.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Random clouds, turned and mirrored at random.
class AlignmentTest {

    private static final int POINTS = 40;
    private static final int DRAWS = 60;
    private static final Offset<Float> CLOSE = Offset.offset(1e-5f);

    /// A random orthogonal matrix, one row after the other: half of them turn, half of them mirror.
    private static double[] orthogonal(int d, long seed) {
        double[] q = Clouds.normal(d, d, 1_000 + seed);
        for (int row = 0; row < d; row++) {
            for (int before = 0; before < row; before++) {
                double along = 0;
                for (int c = 0; c < d; c++) {
                    along += q[row * d + c] * q[before * d + c];
                }
                for (int c = 0; c < d; c++) {
                    q[row * d + c] -= along * q[before * d + c];
                }
            }
            double squares = 0;
            for (int c = 0; c < d; c++) {
                squares += q[row * d + c] * q[row * d + c];
            }
            for (int c = 0; c < d; c++) {
                q[row * d + c] /= Math.sqrt(squares);
            }
        }
        return q;
    }

    private static float[] turned(double[] points, int d, long seed) {
        double[] q = orthogonal(d, seed);
        double[] turned = new double[points.length];
        for (int i = 0; i < points.length; i += d) {
            for (int a = 0; a < d; a++) {
                for (int b = 0; b < d; b++) {
                    turned[i + b] += points[i + a] * q[a * d + b];
                }
            }
        }
        return Clouds.single(turned);
    }

    private static double gap(float[] a, float[] b) {
        double squares = 0;
        for (int k = 0; k < a.length; k++) {
            squares += ((double) a[k] - b[k]) * (a[k] - b[k]);
        }
        return squares;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void anyRotationOrReflectionIsUndone(int d) {
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] points = Clouds.normal(POINTS, d, draw);
            float[] aligned = turned(points, d, draw);
            Alignment.onto(aligned, Clouds.single(points), d);
            assertThat(aligned).containsExactly(Clouds.single(points), CLOSE);
        }
    }

    /// `kept` axes of the cloud are left: a plane, a line.
    @ParameterizedTest
    @ValueSource(ints = {2, 1})
    void soItIsForACloudWithoutVolume(int kept) {
        for (int draw = 0; draw < DRAWS; draw++) {
            double[] points = Clouds.normal(POINTS, 3, draw);
            for (int k = 0; k < points.length; k++) {
                points[k] *= k % 3 < kept ? 1 : 0;
            }
            // Neither cloud lies along the axes.
            float[] target = turned(points, 3, 500 + draw);
            float[] aligned = turned(points, 3, draw);
            Alignment.onto(aligned, target, 3);
            assertThat(aligned).containsExactly(target, CLOSE);
        }
    }

    /// Two clouds that have little to do with each other: no other turn brings them closer.
    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void nothingLiesCloser(int d) {
        double[] points = Clouds.normal(POINTS, d, 1);
        float[] target = Clouds.single(Clouds.normal(POINTS, d, 2));
        float[] aligned = Clouds.single(points);
        Alignment.onto(aligned, target, d);
        double best = gap(aligned, target);
        for (int draw = 0; draw < 2_000; draw++) {
            assertThat(gap(turned(points, d, draw), target)).isGreaterThanOrEqualTo(best);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theOrderOfThePointsDoesNotMatter(int d) {
        double[] points = Clouds.normal(POINTS, d, 1);
        double[] target = Clouds.normal(POINTS, d, 2);
        int[] order = Clouds.order(POINTS, 3);
        float[] aligned = Clouds.single(points);
        Alignment.onto(aligned, Clouds.single(target), d);
        float[] reordered = Clouds.single(Clouds.reordered(points, order));
        Alignment.onto(reordered, Clouds.single(Clouds.reordered(target, order)), d);
        for (int k = 0; k < reordered.length; k++) {
            assertThat(reordered[k]).isCloseTo(aligned[order[k / d] * d + k % d], CLOSE);
        }
    }

    @Test
    void pointsInOnePlaceStayThere() {
        float[] points = new float[9];
        Alignment.onto(points, new float[9], 3);
        assertThat(points).containsOnly(0);
        float[] cloud = {1, 2, 3, -1, -2, -3};
        Alignment.onto(cloud, new float[6], 3);
        assertThat(cloud).containsExactly(1, 2, 3, -1, -2, -3);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> Alignment.onto(new float[6], new float[9], 3))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Alignment.onto(new float[8], new float[8], 4))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
