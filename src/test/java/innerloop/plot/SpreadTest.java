package innerloop.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void leavesAloneWhatDoesNotTouch() {
        assertThat(Spread.apart(new double[] {0, 20, 50}, new double[] {10, 10, 10}, 0, 100))
                .containsExactly(0, 20, 50);
    }

    @Test
    void sharesTheMoveBetweenNeighbours() {
        assertThat(Spread.apart(new double[] {40, 40}, new double[] {10, 10}, 0, 100))
                .containsExactly(35, 45);
    }

    @Test
    void staysWithinTheBounds() {
        assertThat(Spread.apart(new double[] {-5, 0, 95}, new double[] {10, 10, 10}, 0, 100))
                .containsExactly(0, 10, 90);
    }

    @Test
    void neverOverlapsAndNeverLeaves() {
        Random random = new Random(2);
        for (int round = 0; round < 5000; round++) {
            int count = random.nextInt(1, 9);
            double[] wanted = random.doubles(count, -20, 120).sorted().toArray();
            double[] lengths = random.doubles(count, 3, 12).toArray();
            double[] starts = Spread.apart(wanted, lengths, 0, 100);
            for (int i = 0; i < count; i++) {
                double end = i + 1 < count ? starts[i + 1] : 100;
                assertThat(starts[i] + lengths[i]).isLessThanOrEqualTo(end + 1e-9);
            }
            assertThat(starts[0]).isNotNegative();
            assertThat(Arrays.stream(starts).allMatch(Double::isFinite)).isTrue();
        }
    }
}
