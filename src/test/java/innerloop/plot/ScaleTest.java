package innerloop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 6, 0.0 0.2 0.4 0.6 0.8 1.0",
        "0, 1, 11, 0.0 0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9 1.0",
        "0.4, 1.8, 5, 0.5 1.0 1.5",
        "0, 480, 6, 0 100 200 300 400",
        "-0.03, 0.02, 6, −0.03 −0.02 −0.01 0.00 0.01 0.02",
        "0, 30000, 4, 0 10k 20k 30k",
        "9000, 11000, 5, 9.0k 9.5k 10.0k 10.5k 11.0k",
        "0, 3000000, 4, 0 1M 2M 3M",
        "0, 0.00003, 4, 0 1e−5 2e−5 3e−5",
        "3, 7, 3, 4 6",
        "0, 50000000000, 6, 0 1e10 2e10 3e10 4e10 5e10",
    })
    void labelsLinearTicks(double lo, double hi, int most, String labels) {
        assertThat(labels(new Scale.Linear(lo, hi).ticks(most))).isEqualTo(labels);
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 1000, 7, 0.001 0.01 0.1 1 10 100 1000",
        "0.001, 1000, 4, 0.01 1 100",
        "0.2, 20, 8, 0.2 0.5 1 2 5 10 20",
        "1e-7, 1e-5, 4, 1e−7 1e−6 1e−5",
        "3, 4, 6, 3.0 3.2 3.4 3.6 3.8 4.0",
        "1, 1e7, 8, 1 10 100 1000 10k 100k 1M 10M",
    })
    void labelsLogTicks(double lo, double hi, int most, String labels) {
        assertThat(labels(new Scale.Log10(lo, hi).ticks(most))).isEqualTo(labels);
    }

    @Test
    void neverGivesMoreTicksThanAskedForAndKeepsThemInside() {
        Random random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            double lo = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-8, 9));
            double hi = lo + random.nextDouble(0.01, 1) * Math.pow(10, random.nextInt(-6, 9));
            int most = random.nextInt(2, 12);
            Scale scale = new Scale.Linear(lo, hi);
            List<Tick> ticks = scale.ticks(most);
            assertThat(ticks).hasSizeLessThanOrEqualTo(most);
            double slack = (hi - lo) * 1e-6;
            assertThat(ticks)
                    .allMatch(tick -> tick.value() >= lo - slack && tick.value() <= hi + slack);
            assertThat(ticks.stream().map(Tick::label).distinct()).hasSameSizeAs(ticks);
            Scale nice = scale.nice(most);
            assertThat(nice.lo()).isLessThanOrEqualTo(lo);
            assertThat(nice.hi()).isGreaterThanOrEqualTo(hi);
        }
    }

    @Test
    void survivesTheLargestAndSmallestSpans() {
        assertThat(new Scale.Linear(-1e300, 1e300).ticks(5)).isNotEmpty();
        assertThat(new Scale.Linear(0, Double.MIN_VALUE * 4).ticks(5)).hasSizeLessThan(20);
        assertThat(new Scale.Linear(1e16, 1e16 + 4).ticks(5)).hasSizeLessThanOrEqualTo(5);
        assertThat(new Scale.Log10(Double.MIN_NORMAL, 1e308).ticks(5)).hasSizeBetween(2, 5);
    }

    @Test
    void givesWholeTicksForSteps() {
        assertThat(labels(new Scale.Linear(0, 2).wholeTicks(9))).isEqualTo("0 1 2");
        assertThat(labels(new Scale.Linear(0, 10).wholeTicks(6))).isEqualTo("0 2 4 6 8 10");
    }

    @Test
    void roundsTheEndsOutward() {
        assertThat(new Scale.Linear(0.53, 0.86).nice(5)).isEqualTo(new Scale.Linear(0.5, 0.9));
        assertThat(new Scale.Log10(0.13, 7).nice(5)).isEqualTo(new Scale.Log10(0.1, 10));
    }

    @Test
    void hasNoPlaceForWhatIsNotPositiveOnALogAxis() {
        Scale scale = new Scale.Log10(0.1, 10);
        assertThat(scale.position(0)).isNaN();
        assertThat(scale.position(-1)).isNaN();
        assertThat(scale.position(Double.NaN)).isNaN();
        assertThat(scale.position(1)).isCloseTo(0.5, within(1e-12));
        assertThat(scale.value(0.75)).isCloseTo(Math.sqrt(10), within(1e-12));
        assertThatThrownBy(() -> new Scale.Log10(0, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String labels(List<Tick> ticks) {
        return String.join(" ", ticks.stream().map(Tick::label).toList());
    }
}
