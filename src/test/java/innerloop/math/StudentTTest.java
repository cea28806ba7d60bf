package innerloop.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

/// The quantiles of printed tables.
class StudentTTest {

    @Test
    void quantilesAreThoseOfTables() {
        Map.of(
                        1, 12.7062, 2, 4.3027, 5, 2.5706, 19, 2.0930, 20, 2.0860, 21, 2.0796, 30,
                        2.0423, 60, 2.0003, 99, 1.9842, 1000, 1.9623)
                .forEach((degrees, quantile) ->
                        assertThat(StudentT.quantile(degrees))
                                .as("%d degrees", degrees)
                                .isCloseTo(quantile, within(5e-4)));
        assertThat(StudentT.quantile(Integer.MAX_VALUE)).isCloseTo(1.95996, within(1e-5));
    }
}
