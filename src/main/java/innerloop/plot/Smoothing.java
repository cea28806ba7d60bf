package innerloop.plot;

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
        checkWeight(weight);
        double[] smoothed = values.clone();
        if (weight == 0 || isConstant(values)) {
            return smoothed;
        }
        double last = 0;
        // w^n by repeated multiplication would drift from TensorBoard's power; the power is cheap.
        int count = 0;
        double debias = 0;
        for (int i = 0; i < values.length; i++) {
            double value = values[i];
            if (Double.isFinite(value)) {
                last = last * weight + (1 - weight) * value;
                count++;
                if (debias < 1) {
                    // It reaches 1.0 exactly after some ten thousand points and stays there.
                    debias = 1 - Math.pow(weight, count);
                }
                smoothed[i] = last / debias;
            }
        }
        return smoothed;
    }

    static void checkWeight(double weight) {
        if (!(weight >= 0 && weight <= MAX_WEIGHT)) {
            throw new IllegalArgumentException(
                    "smoothing weight " + weight + " is not within 0 and " + MAX_WEIGHT);
        }
    }

    private static boolean isConstant(double[] values) {
        for (double value : values) {
            // NaN differs from itself, so a series with NaN is never constant; as in TensorBoard.
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
