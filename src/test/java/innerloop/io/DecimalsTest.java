package innerloop.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {

    @Test
    void agreesWithJavaOnRandomNumbers() {
        SplittableRandom random = new SplittableRandom(7);
        for (int k = 0; k < 100_000; k++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Decimals.parse(Double.toString(value))).isEqualTo(value);
                assertThat(Decimals.parse(Decimals.text(value))).isEqualTo(value);
            }
            String digits = random.nextLong(1_000_000_000) + "." + random.nextLong(1_000_000_000);
            String text = digits + "e" + random.nextInt(-30, 30);
            assertThat(Decimals.parse(text)).isEqualTo(Double.parseDouble(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "+1", ".5", "5.", "1e5", "1E-5", "00012.500", "1e+2"})
    void numbers(String text) {
        assertThat(Decimals.parse(text)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "-", ".", "1e", "1e+", "e5", "1d", "0x1p3", "NaN", "1 2", "1.2.3", "1,5"
            })
    void notNumbers(String text) {
        assertThat(Decimals.parse(text)).isNaN();
    }

    @Test
    void wholeNumbersHaveNoPoint() {
        assertThat(Decimals.text(3.0)).isEqualTo("3");
        assertThat(Decimals.text(-0.0)).isEqualTo("-0.0");
        assertThat(Decimals.text(0.1)).isEqualTo("0.1");
    }
}
