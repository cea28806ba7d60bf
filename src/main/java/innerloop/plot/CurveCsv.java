package innerloop.plot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SequencedMap;

/// Curves as long-form CSV: a row `step,metric,value` for every measurement, as measured.
///
/// RFC 4180: rows end in CRLF; a name with a comma, a quote or a line break is quoted, quotes
/// within it are doubled. Numbers have a point and as many digits as bring the same double back; a
/// failed measurement is `NaN`, `Infinity` or `-Infinity`.
public final class CurveCsv {
    private static final double EXACT = 1L << 53;

    private CurveCsv() {}

    /// Writes the series one after the other, in the map's order.
    ///
    /// @param metrics series by name
    /// @param out where to
    /// @throws IOException if `out` fails
    public static void write(SequencedMap<String, Series> metrics, Appendable out)
            throws IOException {
        out.append("step,metric,value\r\n");
        for (var metric : metrics.entrySet()) {
            String name = quoted(metric.getKey());
            Series series = metric.getValue();
            for (int i = 0; i < series.size(); i++) {
                out.append(number(series.step(i))).append(',').append(name).append(',');
                out.append(Double.toString(series.value(i))).append("\r\n");
            }
        }
    }

    /// The same as one text.
    public static String text(SequencedMap<String, Series> metrics) {
        StringBuilder text = new StringBuilder();
        try {
            write(metrics, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /// Whole numbers without a point.
    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) <= EXACT
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private static String quoted(String name) {
        boolean special =
                name.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return special ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }
}
