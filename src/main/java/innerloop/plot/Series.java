package innerloop.plot;

import java.util.Arrays;

/// A series of measurements: an append-only list of (step, value).
///
/// Steps are finite and never go back. Values may be NaN or infinite: a measurement that failed is
/// part of the record. Not thread-safe.
public final class Series {
    private static final int FIRST_CAPACITY = 64;

    private double[] steps = new double[FIRST_CAPACITY];
    private double[] values = new double[FIRST_CAPACITY];
    private int size;
    private boolean whole = true;
    private Smoothed smoothed = new Smoothed(0);

    /// An empty series.
    public Series() {}

    /// A series of the given values at the steps 0, 1, 2, …
    public static Series of(double... values) {
        Series series = new Series();
        for (int i = 0; i < values.length; i++) {
            series.append(i, values[i]);
        }
        return series;
    }

    /// Adds one measurement.
    ///
    /// @param step finite, not before the last one
    /// @param value what was measured; may be NaN
    public void append(double step, double value) {
        if (!Double.isFinite(step) || (size > 0 && step < steps[size - 1])) {
            throw new IllegalArgumentException(
                    "step " + step + (size > 0 ? " after step " + steps[size - 1] : ""));
        }
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        steps[size] = step;
        values[size] = value;
        size++;
        whole &= step == Math.rint(step);
    }

    /// A new series of every other measurement, the first among them.
    public Series everyOther() {
        Series half = new Series();
        for (int i = 0; i < size; i += 2) {
            half.append(steps[i], values[i]);
        }
        return half;
    }

    /// At most so many of the measurements, evenly taken, the first and the last among them.
    ///
    /// @param most at least 2
    public Series thinnedTo(int most) {
        Series thin = new Series();
        for (int i : evenly(size, most)) {
            thin.append(steps[i], values[i]);
        }
        return thin;
    }

    /// The numbers of at most `most` of `count` things, evenly taken, the first and the last among them.
    ///
    /// @param most at least 2
    public static int[] evenly(int count, int most) {
        int taken = Math.min(count, most);
        int[] numbers = new int[taken];
        for (int k = 0; k < taken; k++) {
            numbers[k] = taken == count ? k : (int) Math.round(k * (count - 1.0) / (taken - 1.0));
        }
        return numbers;
    }

    /// How many measurements there are.
    public int size() {
        return size;
    }

    /// Whether nothing was measured yet.
    public boolean isEmpty() {
        return size == 0;
    }

    /// The step of a measurement, counted from 0.
    public double step(int index) {
        check(index);
        return steps[index];
    }

    /// The value of a measurement, counted from 0.
    public double value(int index) {
        check(index);
        return values[index];
    }

    /// Whether every step is a whole number.
    public boolean hasWholeSteps() {
        return whole;
    }

    /// The measurement whose step is nearest (the first of them, the earlier step in a tie); -1
    /// when there is none.
    public int nearest(double step) {
        if (size == 0) {
            return -1;
        }
        int after = firstAtOrAfter(step);
        if (after == size) {
            return firstAtOrAfter(steps[size - 1]);
        }
        if (after > 0 && step - steps[after - 1] <= steps[after] - step) {
            return firstAtOrAfter(steps[after - 1]);
        }
        return after;
    }

    /// All steps so far, a copy.
    public double[] steps() {
        return Arrays.copyOf(steps, size);
    }

    /// All values so far, a copy.
    public double[] values() {
        return Arrays.copyOf(values, size);
    }

    /// The array itself, for those who only read the first [#size] of it. What is there stays as it is when more is
    /// appended.
    double[] sharedSteps() {
        return steps;
    }

    /// The values' array itself, as with [#sharedSteps].
    double[] sharedValues() {
        return values;
    }

    /// The smoothed values, as with [#sharedSteps]. The last weight asked for is remembered, so that asking again costs
    /// only what came since.
    double[] sharedSmoothed(double weight) {
        if (smoothed.weight() != weight) {
            smoothed = new Smoothed(weight);
        }
        return smoothed.upTo(values, size);
    }

    /// The first measurement at or after a step; [#size] when there is none.
    int firstAtOrAfter(double step) {
        return firstNotBefore(step, false);
    }

    /// The first measurement after a step; [#size] when there is none.
    int firstAfter(double step) {
        return firstNotBefore(step, true);
    }

    private int firstNotBefore(double step, boolean strictly) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (steps[middle] < step || (strictly && steps[middle] == step)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void check(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index + " of " + size);
        }
    }
}
