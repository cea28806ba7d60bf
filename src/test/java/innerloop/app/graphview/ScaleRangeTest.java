package innerloop.app.graphview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import innerloop.graph.select.NodeAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleRangeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 1, false, 0.500",
        "1, 10, false, 6",
        "0, 99, true, 9",
        "0, 2, true, 1",
        "3, 5, true, 4",
        "0.25, 0.75, false, 0.500",
        "7, 7, false, 7",
        "7, 7, true, 7",
    })
    void theMiddleIsHalfwayAndWholeAmongWholeNumbers(
            double low, double high, boolean logarithmic, String text) {
        ScaleRange range = new ScaleRange(low, high, false, false, logarithmic);
        assertThat(range.middleText()).isEqualTo(text);
        // Rounding moves it, and its disc with it, less than a step of whole numbers.
        assertThat(range.share(range.middle())).isCloseTo(0.5, within(0.15));
    }

    @Test
    void endsSayWhatIsBeyondThem() {
        ScaleRange range = NodeScale.of(new NodeAttribute.Numeric(i -> i), 1000).range();
        assertThat(range.lowText()).isEqualTo("≤ 10");
        assertThat(range.highText()).isEqualTo("≥ 989");
        assertThat(range.share(5)).isZero();
        assertThat(range.share(995)).isEqualTo(1);
        assertThat(range.share(Double.NaN)).isNaN();
    }
}
