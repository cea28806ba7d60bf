package innerloop.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.math.nd4j.Nd4jEigen;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LeadingAxesTest {

    private static final int SIZE = 70;

    /// `Σ_k λ_k v_k v_kᵀ` with orthogonal axes: those of the coordinates, each pair of neighbours turned.
    private static double[] matrix(double... values) {
        double[] s = new double[SIZE * SIZE];
        for (int k = 0; k < values.length; k++) {
            double[] axis = axis(k);
            for (int i = 0; i < SIZE; i++) {
                for (int j = 0; j < SIZE; j++) {
                    s[i * SIZE + j] += values[k] * axis[i] * axis[j];
                }
            }
        }
        return s;
    }

    private static double[] axis(int k) {
        double[] axis = new double[SIZE];
        axis[k] = 0.8;
        axis[k % 2 == 0 ? k + 1 : k - 1] = k % 2 == 0 ? 0.6 : -0.6;
        return axis;
    }

    private static double along(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return Math.abs(sum);
    }

    @Test
    void theAxesOfTheLargestValuesAreFoundInTheirOrder() {
        double[][] axes = LeadingAxes.of(matrix(1, 9, 2, 5, 0.5), SIZE, 3).orElseThrow();
        assertThat(axes).hasNumberOfRows(3);
        assertThat(along(axes[0], axis(1))).isCloseTo(1, within(1e-12));
        assertThat(along(axes[1], axis(3))).isCloseTo(1, within(1e-12));
        assertThat(along(axes[2], axis(2))).isCloseTo(1, within(1e-12));
    }

    @Test
    void theyAreThoseOfAllEigenvectors() {
        SplittableRandom random = new SplittableRandom(4);
        int rows = 200;
        double[] x = random.doubles((long) rows * SIZE, -1, 1).toArray();
        for (int i = 0; i < rows; i++) {
            double shared = random.nextDouble(-2, 2);
            for (int c = 0; c < SIZE; c++) {
                x[i * SIZE + c] += c % 3 == 0 ? shared : c % 5 == 0 ? shared * shared : 0;
            }
        }
        double[] s = new double[SIZE * SIZE];
        for (int a = 0; a < SIZE; a++) {
            for (int b = 0; b < SIZE; b++) {
                for (int i = 0; i < rows; i++) {
                    s[a * SIZE + b] += x[i * SIZE + a] * x[i * SIZE + b];
                }
            }
        }
        double[][] all = new Nd4jEigen().eigenvectors(s, SIZE);
        double[][] some = LeadingAxes.of(s, SIZE, 2).orElseThrow();
        for (int k = 0; k < 2; k++) {
            assertThat(along(some[k], all[k])).isCloseTo(1, within(1e-12));
        }
    }

    /// The same begins the same: no picture depends on what was drawn before it.
    @Test
    void equalMatricesHaveEqualAxes() {
        double[] s = matrix(3, 1, 2);
        assertThat(LeadingAxes.of(s, SIZE, 3))
                .hasValueSatisfying(first ->
                        assertThat(first)
                                .isDeepEqualTo(LeadingAxes.of(s.clone(), SIZE, 3).orElseThrow()));
    }

    @Test
    void fewerDirectionsThanAxesLeaveTheOthersEmpty() {
        double[][] axes = LeadingAxes.of(matrix(4), SIZE, 3).orElseThrow();
        assertThat(along(axes[0], axis(0))).isCloseTo(1, within(1e-12));
        assertThat(along(axes[1], axis(0))).isCloseTo(0, within(1e-12));
    }

    /// Nearly equal values are told apart by all eigenvectors, and what is no number by nothing.
    @Test
    void whatIsNotFoundSoonIsNotSaid() {
        double[] nearly = new double[SIZE];
        for (int k = 0; k < SIZE; k++) {
            nearly[k] = 1 + 1e-4 * k;
        }
        assertThat(LeadingAxes.of(matrix(nearly), SIZE, 3).isPresent()).isFalse();
        double[] broken = matrix(3, 2, 1);
        broken[5] = Double.NaN;
        assertThat(LeadingAxes.of(broken, SIZE, 3).isPresent()).isFalse();
    }
}
