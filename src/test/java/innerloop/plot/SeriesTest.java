package innerloop.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SeriesTest {
    @Test
    void growsAndKeepsWhatFailed() {
        Series series = new Series();
        for (int i = 0; i < 1000; i++) {
            series.append(2 * i, i == 500 ? Double.NaN : i);
        }
        assertThat(series.size()).isEqualTo(1000);
        assertThat(series.value(500)).isNaN();
        assertThat(series.values()).hasSize(1000);
        assertThat(series.hasWholeSteps()).isTrue();
        assertThatThrownBy(() -> series.step(1000)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void neverGoesBack() {
        Series series = Series.of(1, 2);
        assertThatThrownBy(() -> series.append(0.5, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> series.append(Double.NaN, 1))
                .isInstanceOf(IllegalArgumentException.class);
        series.append(1.5, 3);
        assertThat(series.hasWholeSteps()).isFalse();
    }

    @Test
    void findsTheNearestStep() {
        Series series = Series.of(0, 0, 0, 0);
        assertThat(series.nearest(-7)).isZero();
        assertThat(series.nearest(1.5)).isEqualTo(1);
        assertThat(series.nearest(1.51)).isEqualTo(2);
        assertThat(series.nearest(99)).isEqualTo(3);
        assertThat(new Series().nearest(0)).isEqualTo(-1);
    }
}
