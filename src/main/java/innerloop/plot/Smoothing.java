package innerloop.plot;

import java.util.Arrays;

/// TensorBoard's smoothing of scalars: a first-order low-pass filter, freed of its bias to zero.
///
/// With `m_0 = 0`, weight `w` and the finite values `y_1, y_2, …`:
///
/// ```
/// m_n = w * m_(n-1) + (1 - w) * y_n
/// s_n = m_n / (1 - w^n)
/// ```
///
/// Values that are not finite pass through: they neither move `m` nor count in `n`. A series of one
/// repeated value comes back untouched, where arithmetic would leave rounding noise.
///
/// Source: `classicSmoothing` in TensorBoard, tensorboard/webapp/widgets/line_chart_v2 (2020), and
/// `resmoothDataset` in vz_line_chart2 before it.
public final class Smoothing {
    /// The heaviest weight TensorBoard's slider allows.
    public static final double MAX_WEIGHT = 0.999;

    private Smoothing() {}

    /// A smoothed copy.
    ///
    /// @param values what was measured, in order
    /// @param weight `w`, 0 (as measured) to [#MAX_WEIGHT]
    public static double[] smooth(double[] values, double weight) {
        return Arrays.copyOf(new Smoothed(weight).upTo(values, values.length), values.length);
    }

    static void checkWeight(double weight) {
        if (!(weight >= 0 && weight <= MAX_WEIGHT)) {
            throw new IllegalArgumentException(
                    "smoothing weight " + weight + " is not within 0 and " + MAX_WEIGHT);
        }
    }
}
