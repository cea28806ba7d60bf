package innerloop.app.graphview;

import innerloop.graph.select.NodeAttribute;
import java.util.stream.IntStream;

/// The values of an attribute over the nodes of a graph, mapped to 0 … 1.
///
/// The ends are the 1st and the 99th percentile, so that an outlier does not make all others alike. When the largest is
/// more than [#LONG_TAIL] times the median of a scale without negative values, as degrees are, the scale is logarithmic.
///
/// @param attribute what the values are of
/// @param range where they are between the ends
public record NodeScale(NodeAttribute.Numeric attribute, ScaleRange range) {

    private static final double TAIL = 0.01;
    private static final double LONG_TAIL = 8;

    /// The same ends for other values.
    NodeScale with(NodeAttribute.Numeric other) {
        return new NodeScale(other, range);
    }

    /// Ends at the same distance from 0 on both sides.
    static NodeScale around0(NodeAttribute.Numeric attribute, int nodes) {
        ScaleRange own = of(attribute, nodes).range;
        double far = Math.max(Math.abs(own.low()), Math.abs(own.high()));
        return new NodeScale(
                attribute, new ScaleRange(-far, far, own.clippedLow(), own.clippedHigh(), false));
    }

    /// Where each of these values is on their scale, 0 … 1; NaN where it is unknown.
    public static float[] shares(double[] values) {
        NodeScale scale = of(new NodeAttribute.Numeric(i -> values[i]), values.length);
        float[] shares = new float[values.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = (float) scale.share(i);
        }
        return shares;
    }

    static NodeScale of(NodeAttribute.Numeric attribute, int nodes) {
        double[] known =
                IntStream.range(0, nodes)
                        .mapToDouble(attribute.of())
                        .filter(Double::isFinite)
                        .sorted()
                        .toArray();
        if (known.length == 0) {
            return new NodeScale(attribute, new ScaleRange(0, 1, false, false, false));
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
                new ScaleRange(
                        low,
                        high,
                        known[0] < low,
                        known[known.length - 1] > high,
                        known[0] >= 0 && high > LONG_TAIL * Math.max(median, 1e-12)));
    }

    /// Where a node is between the ends, 0 … 1; NaN where the attribute is unknown.
    double share(int node) {
        return range.share(attribute.of().applyAsDouble(node));
    }
}
