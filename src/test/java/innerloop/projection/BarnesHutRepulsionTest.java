package innerloop.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against all pairs.
class BarnesHutRepulsionTest {

    private static final int POINTS = 700;

    /// A cloud with a tight knot in it, in which points coincide.
    private static double[] cloud(int dimensions) {
        double[] y = Clouds.normal(POINTS, 3, 1);
        for (int k = 0; k < y.length; k++) {
            y[k] = k % 3 >= dimensions ? 0 : k < 150 ? 3 + 1e-9 * y[k] : 10 * y[k];
        }
        for (int k = 30; k < 60; k++) {
            y[k] = y[k % 3];
        }
        return y;
    }

    private static double norm(double[] x) {
        double squares = 0;
        for (double v : x) {
            squares += v * v;
        }
        return Math.sqrt(squares);
    }

    /// How far the push with this theta is from the exact one, relative to it; −1 if Z is not as close.
    private static double gap(double theta, double[] y, double tolerance) {
        double[] exact = new double[y.length];
        double[] found = new double[y.length];
        double z = new PairwiseRepulsion().add(y, exact);
        assertThat(new BarnesHutRepulsion(y.length / 3, theta).add(y, found))
                .isCloseTo(z, Offset.offset(tolerance * z));
        double size = norm(exact);
        for (int k = 0; k < y.length; k++) {
            found[k] -= exact[k];
        }
        return norm(found) / size;
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void withoutGroupsItIsExact(int dimensions) {
        assertThat(gap(0, cloud(dimensions), 1e-9)).isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void farGroupsPushNearlyLikeTheirPoints(int dimensions) {
        double coarse = gap(0.5, cloud(dimensions), 1e-2);
        double fine = gap(0.2, cloud(dimensions), 1e-3);
        assertThat(coarse).isLessThan(0.02).isGreaterThan(fine);
        assertThat(fine).isPositive().isLessThan(0.002);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void aTreeIsUsedAgainForOtherPositions(int dimensions) {
        double[] y = cloud(dimensions);
        double[] moved = y.clone();
        for (int k = 0; k < moved.length; k++) {
            moved[k] *= -1.5;
        }
        BarnesHutRepulsion used = new BarnesHutRepulsion(POINTS, 0);
        used.add(y, new double[y.length]);
        double[] found = new double[y.length];
        double[] exact = new double[y.length];
        double z = new PairwiseRepulsion().add(moved, exact);
        assertThat(used.add(moved, found)).isCloseTo(z, Offset.offset(1e-9 * z));
        assertThat(found).containsExactly(exact, Offset.offset(1e-9));
    }

    @Test
    void pointsInOnePlaceDoNotPush() {
        double[] push = new double[60];
        assertThat(new BarnesHutRepulsion(20, 0.5).add(new double[60], push)).isEqualTo(20 * 19);
        assertThat(push).containsOnly(0);
    }
}
