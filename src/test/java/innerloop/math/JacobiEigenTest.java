package innerloop.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class JacobiEigenTest {

    @Test
    void aMatrixIsMadeOfItsEigenvectors() {
        int n = 30;
        SplittableRandom random = new SplittableRandom(1);
        double[] a = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i * n + j] = random.nextDouble() - 0.5;
                a[j * n + i] = a[i * n + j];
            }
        }
        JacobiEigen.Decomposition found = JacobiEigen.decompose(a, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                double product = 0;
                for (int k = 0; k < n; k++) {
                    sum += found.values()[k] * found.vectors()[k][i] * found.vectors()[k][j];
                    product += found.vectors()[i][k] * found.vectors()[j][k];
                }
                assertThat(sum).isEqualTo(a[i * n + j], within(1e-13));
                assertThat(product).isEqualTo(i == j ? 1 : 0, within(1e-13));
            }
        }
        assertThat(found.values()).isSortedAccordingTo((x, y) -> Double.compare(y, x));
    }

    @Test
    void zerosAreTheirOwnEigenvectors() {
        JacobiEigen.Decomposition found = JacobiEigen.decompose(new double[9], 3);
        assertThat(found.values()).containsOnly(0);
        assertThat(found.vectors()[1]).containsExactly(0, 1, 0);
    }
}
