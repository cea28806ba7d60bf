package innerloop.plot;

import java.util.Arrays;

/// The smoothed values of something that only ever grows. It remembers how far it came, so that a curve of a million
/// points that grew by one costs one step of the filter.
///
/// The formula is that of [Smoothing].
final class Smoothed {
    private final double weight;
    private double[] values = new double[0];
    private int size;
    private double last;
    private int count;
    private double debias;
    private boolean constant = true;

    Smoothed(double weight) {
        Smoothing.checkWeight(weight);
        this.weight = weight;
    }

    double weight() {
        return weight;
    }

    /// Takes over what was appended and gives all smoothed values; those from `end` on mean nothing.
    ///
    /// @param raw everything measured; the part seen before is the same as then
    /// @param end how many values there are
    double[] upTo(double[] raw, int end) {
        if (weight == 0) {
            return raw;
        }
        if (constant && !isConstant(raw, end)) {
            // Values that were passed on unchanged so far now go through the filter too.
            constant = false;
            values = new double[0];
            size = 0;
        }
        if (values.length < end) {
            values = Arrays.copyOf(values, raw.length);
        }
        if (constant) {
            System.arraycopy(raw, size, values, size, end - size);
        } else {
            filter(raw, end);
        }
        size = end;
        return values;
    }

    private boolean isConstant(double[] raw, int end) {
        for (int i = size; i < end; i++) {
            // NaN differs from itself, so a series with NaN is never constant; as in TensorBoard.
            if (raw[i] != raw[0]) {
                return false;
            }
        }
        return true;
    }

    private void filter(double[] raw, int end) {
        for (int i = size; i < end; i++) {
            double value = raw[i];
            if (Double.isFinite(value)) {
                last = last * weight + (1 - weight) * value;
                count++;
                if (debias < 1) {
                    // w^n by repeated multiplication would drift from TensorBoard's power; the
                    // power is cheap. It
                    // reaches 1.0 exactly after some ten thousand points and stays there.
                    debias = 1 - Math.pow(weight, count);
                }
                values[i] = last / debias;
            } else {
                values[i] = value;
            }
        }
    }
}
