package innerloop.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The definitions, computed from the outside.
class AffinitiesTest {

    private static final int POINTS = 150;

    private static double entropy(double[] p) {
        return -Arrays.stream(p).filter(v -> v > 0).map(v -> v * Math.log(v)).sum();
    }

    /// Also where distances are tiny or huge, and where some points are much farther than others.
    @ParameterizedTest
    @CsvSource({"30, 149, 1", "30, 90, 1", "5, 149, 1e-8", "40, 149, 1e6", "1.5, 149, 1"})
    void everyRowHasTheWantedPerplexity(double perplexity, int k, double scale) {
        double[] x = Clouds.normal(POINTS, 4, 3);
        for (int j = 0; j < x.length; j++) {
            x[j] *= j < x.length / 2 ? scale : 30 * scale;
        }
        Neighbours neighbours = Neighbours.of(x, POINTS, 4, k);
        double[] p = new double[POINTS * k];
        for (int i = 0; i < POINTS; i++) {
            Affinities.calibrate(neighbours.squared(), i * k, k, perplexity, p);
            double[] row = Arrays.copyOfRange(p, i * k, (i + 1) * k);
            assertThat(Arrays.stream(row).sum()).isCloseTo(1, Offset.offset(1e-12));
            assertThat(entropy(row)).isCloseTo(Math.log(perplexity), Offset.offset(1.1e-5));
        }
    }

    @Test
    void equallyNearNeighboursShareEqually() {
        double[] p = new double[4];
        Affinities.calibrate(new double[] {2, 2, 2, 2}, 0, 4, 1.2, p);
        assertThat(p).containsOnly(0.25);
        // No width gives a perplexity below the number of those that are nearest.
        Affinities.calibrate(new double[] {0, 0, 0, 9}, 0, 4, 1.2, p);
        assertThat(p)
                .containsExactly(new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3, 0}, Offset.offset(1e-4));
    }

    @ParameterizedTest
    @CsvSource({"149", "20"})
    void bothDirectionsOfAPairAreAddedAndAllPairsMakeOne(int k) {
        Neighbours neighbours = Neighbours.of(Clouds.normal(POINTS, 4, 3), POINTS, 4, k);
        double[] conditional = new double[POINTS * k];
        double[][] expected = new double[POINTS][POINTS];
        for (int i = 0; i < POINTS; i++) {
            Affinities.calibrate(neighbours.squared(), i * k, k, 6, conditional);
            for (int e = i * k; e < (i + 1) * k; e++) {
                int j = neighbours.index()[e];
                expected[Math.min(i, j)][Math.max(i, j)] += conditional[e] / (2 * POINTS);
            }
        }
        Affinities found = Affinities.of(neighbours, POINTS, 6);
        double[][] p = new double[POINTS][POINTS];
        for (int i = 0; i < POINTS; i++) {
            for (int e = found.begins()[i]; e < found.begins()[i + 1]; e++) {
                assertThat(found.partner()[e]).isGreaterThan(i);
                assertThat(p[i][found.partner()[e]]).as("each pair once").isZero();
                p[i][found.partner()[e]] = found.p()[e];
            }
        }
        for (int i = 0; i < POINTS; i++) {
            assertThat(p[i]).containsExactly(expected[i], Offset.offset(1e-15));
        }
        assertThat(2 * Arrays.stream(found.p()).sum()).isCloseTo(1, Offset.offset(1e-12));
    }
}
