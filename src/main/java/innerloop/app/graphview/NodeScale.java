package innerloop.app.graphview;

import innerloop.graph.select.NodeAttribute;
import java.util.Locale;
import java.util.stream.IntStream;

/// The values of an attribute over the nodes of a graph, mapped to 0 … 1.
///
/// The ends are the 1st and the 99th percentile, so that an outlier does not make all others alike. When the largest is
/// more than [#LONG_TAIL] times the median of a scale without negative values, as degrees are, the scale is logarithmic.
final class NodeScale {

    private static final double TAIL = 0.01;
    private static final double LONG_TAIL = 8;
    private static final double MOST_WHOLE = 1e6;

    private final NodeAttribute.Numeric attribute;
    private final double low;
    private final double high;
    private final boolean clippedLow;
    private final boolean clippedHigh;
    private final boolean logarithmic;

    private NodeScale(
            NodeAttribute.Numeric attribute,
            double low,
            double high,
            boolean clippedLow,
            boolean clippedHigh,
            boolean logarithmic) {
        this.attribute = attribute;
        this.low = low;
        this.high = high;
        this.clippedLow = clippedLow;
        this.clippedHigh = clippedHigh;
        this.logarithmic = logarithmic;
    }

    static NodeScale of(NodeAttribute.Numeric attribute, int nodes) {
        double[] known =
                IntStream.range(0, nodes)
                        .mapToDouble(attribute.of())
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        if (known.length == 0) {
            return new NodeScale(attribute, 0, 1, false, false, false);
        }
        int cut = (int) (TAIL * known.length);
        double low = known[cut];
        double high = known[known.length - 1 - cut];
        if (low == high) {
            low = known[0];
            high = known[known.length - 1];
        }
        double median = known[known.length / 2];
        return new NodeScale(
                attribute,
                low,
                high,
                known[0] < low,
                known[known.length - 1] > high,
                known[0] >= 0 && high > LONG_TAIL * Math.max(median, 1e-12));
    }

    /// What the lower end stands for.
    double low() {
        return low;
    }

    /// What the upper end stands for.
    double high() {
        return high;
    }

    /// How the lower end is written: with "≤" where values are below it.
    String lowText() {
        return (clippedLow ? "≤ " : "") + number(low);
    }

    /// How the upper end is written: with "≥" where values are above it.
    String highText() {
        return (clippedHigh ? "≥ " : "") + number(high);
    }

    /// Whether equal steps on the scale are equal ratios rather than differences.
    boolean isLogarithmic() {
        return logarithmic;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < MOST_WHOLE
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3g", value);
    }

    /// Where a node is between the ends, 0 … 1; NaN where the attribute is unknown.
    double share(int node) {
        double value = attribute.of().applyAsDouble(node);
        if (!Double.isFinite(value)) {
            return Double.NaN;
        }
        double range = bent(high) - bent(low);
        return range <= 0 ? 0.5 : Math.clamp((bent(value) - bent(low)) / range, 0, 1);
    }

    private double bent(double value) {
        return logarithmic ? Math.log1p(Math.max(0, value)) : value;
    }
}
