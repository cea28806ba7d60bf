package innerloop.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class CurveCsvTest {
    @Test
    void writesOneRowPerMeasurement() {
        SequencedMap<String, Series> metrics = new LinkedHashMap<>();
        metrics.put("loss", Series.of(0.1, Double.NaN));
        Series odd = new Series();
        odd.append(0.5, Double.NEGATIVE_INFINITY);
        metrics.put("a \"b\", c", odd);
        assertThat(CurveCsv.text(metrics))
                .isEqualTo(
                        """
                        step,metric,value
                        0,loss,0.1
                        1,loss,NaN
                        0.5,"a ""b"", c",-Infinity
                        """
                                .replace("\n", "\r\n"));
    }

    @Test
    void keepsEveryBitOfADouble() {
        SequencedMap<String, Series> metrics = new LinkedHashMap<>();
        metrics.put("x", Series.of(1.0 / 3));
        String value = CurveCsv.text(metrics).strip().split(",")[4];
        assertThat(Double.parseDouble(value)).isEqualTo(1.0 / 3);
    }
}
