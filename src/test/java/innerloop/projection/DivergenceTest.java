package innerloop.projection;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A dozen points against the definition and its differences.
class DivergenceTest {

    private static final int POINTS = 12;
    private static final double STEP = 1e-5;

    private final Affinities affinities =
            Affinities.of(
                    Neighbours.of(Clouds.normal(POINTS, 5, 1), POINTS, 5, POINTS - 1), POINTS, 3);
    private final Divergence divergence = new Divergence(affinities, new PairwiseRepulsion());

    /// Positions in space, or in the plane z = 0.
    private static double[] positions(int dimensions) {
        double[] y = Clouds.normal(POINTS, 3, 2);
        for (int k = 2; k < y.length; k += 3) {
            y[k] *= dimensions == 3 ? 1 : 0;
        }
        return y;
    }

    private static double w(double[] y, int i, int j) {
        double squared = 0;
        for (int a = 0; a < 3; a++) {
            squared += Math.pow(y[3 * i + a] - y[3 * j + a], 2);
        }
        return 1 / (1 + squared);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theCostIsTheDefinition(int dimensions) {
        double[] y = positions(dimensions);
        double z = 0;
        for (int i = 0; i < POINTS; i++) {
            for (int j = 0; j < POINTS; j++) {
                z += i == j ? 0 : w(y, i, j);
            }
        }
        double cost = 0;
        for (int i = 0; i < POINTS; i++) {
            for (int e = affinities.begins()[i]; e < affinities.begins()[i + 1]; e++) {
                double p = affinities.p()[e];
                cost += 2 * p * Math.log(p / (w(y, i, affinities.partner()[e]) / z));
            }
        }
        assertThat(divergence.cost(y)).isCloseTo(cost, Offset.offset(1e-12)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theGradientIsThatOfTheCost(int dimensions) {
        double[] y = positions(dimensions);
        double[] gradient = new double[y.length];
        divergence.gradient(y, 1, gradient);
        double largest = 0;
        double farthest = 0;
        for (int k = 0; k < y.length; k++) {
            double at = y[k];
            y[k] = at + STEP;
            double above = divergence.cost(y);
            y[k] = at - STEP;
            double below = divergence.cost(y);
            y[k] = at;
            farthest = Math.max(farthest, Math.abs((above - below) / (2 * STEP) - gradient[k]));
            largest = Math.max(largest, Math.abs(gradient[k]));
            if (dimensions == 2 && k % 3 == 2) {
                assertThat(gradient[k]).as("the plane is not left").isZero();
            }
        }
        assertThat(farthest).isLessThan(1e-5 * largest);
    }
}
