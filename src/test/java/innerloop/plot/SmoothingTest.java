package innerloop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class SmoothingTest {
    @Test
    void matchesTensorBoardByHand() {
        // w = 0.5: m = 0.5, 1.25, (NaN), 2.625 over 0.5, 0.75, 0.875.
        double[] smoothed = Smoothing.smooth(new double[] {1, 2, Double.NaN, 4}, 0.5);
        assertThat(smoothed[0]).isEqualTo(1);
        assertThat(smoothed[1]).isCloseTo(5.0 / 3, within(1e-15));
        assertThat(smoothed[2]).isNaN();
        assertThat(smoothed[3]).isCloseTo(3, within(1e-15));
    }

    @Test
    void matchesTensorBoardAtItsDefaultWeight() {
        // w = 0.6: m = 0.4, 1.04, 2.224 over 0.4, 0.64, 0.784.
        double[] smoothed = Smoothing.smooth(new double[] {1, 2, Double.NaN, 4}, 0.6);
        assertThat(smoothed[0]).isCloseTo(1, within(1e-15));
        assertThat(smoothed[1]).isCloseTo(1.625, within(1e-14));
        assertThat(smoothed[3]).isCloseTo(2.224 / 0.784, within(1e-14));
    }

    @Test
    void passesWhatIsNotFinite() {
        double[] smoothed =
                Smoothing.smooth(
                        new double[] {
                            Double.NEGATIVE_INFINITY, 1, Double.POSITIVE_INFINITY, 3, Double.NaN
                        },
                        0.9);
        assertThat(smoothed[0]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(smoothed[1]).isCloseTo(1, within(1e-12));
        assertThat(smoothed[2]).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(smoothed[3]).isCloseTo((0.09 + 0.3) / 0.19, within(1e-12));
        assertThat(smoothed[4]).isNaN();
    }

    @Test
    void leavesAConstantUntouched() {
        double[] constant = {0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1};
        assertThat(Smoothing.smooth(constant, 0.97)).containsExactly(constant);
    }

    @Test
    void leavesTheInputAlone() {
        double[] values = {1, 2, 3};
        assertThat(Smoothing.smooth(values, 0)).containsExactly(1, 2, 3).isNotSameAs(values);
        Smoothing.smooth(values, 0.9);
        assertThat(values).containsExactly(1, 2, 3);
    }

    @Test
    void staysFiniteAndEqualToThePlainFormulaAtTheHeaviestWeight() {
        Random random = new Random(1);
        double[] values = random.doubles(60_000, -1, 1).toArray();
        double[] smoothed = Smoothing.smooth(values, Smoothing.MAX_WEIGHT);
        double last = 0;
        for (int i = 0; i < values.length; i++) {
            last = last * 0.999 + (1 - 0.999) * values[i];
            assertThat(smoothed[i]).isFinite().isEqualTo(last / (1 - Math.pow(0.999, i + 1)));
        }
    }

    @Test
    void refusesOtherWeights() {
        for (double weight : new double[] {-0.1, 1, 0.9995, Double.NaN}) {
            assertThatThrownBy(() -> Smoothing.smooth(new double[] {1, 2}, weight))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
