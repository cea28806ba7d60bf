package innerloop.plot;

/// Reduces a long curve without asking for the pixel of every point: the points of one pixel column are found by binary
/// search, and only their first, least, greatest and last go on to a [Reduction].
final class Columns {
    private final double[] steps;
    private final double[] values;
    private final int to;
    private final Axis x;
    private final Axis y;

    /// Values at or below it have no place on the y axis.
    private final double floor;

    private final Reduction reduction = new Reduction();

    private Columns(double[] steps, double[] values, int to, Axis x, Axis y) {
        this.steps = steps;
        this.values = values;
        this.to = to;
        this.x = x;
        this.y = y;
        this.floor = y.scale() instanceof Scale.Log10 ? 0 : Double.NEGATIVE_INFINITY;
    }

    /// The line through the measurements `from` to `to` (exclusive); their steps have a place on the x axis.
    static Points reduce(double[] steps, double[] values, int from, int to, Axis x, Axis y) {
        Columns columns = new Columns(steps, values, to, x, y);
        for (int start = from; start < to; ) {
            int end = columns.end(start);
            columns.add(start, end);
            start = end;
        }
        return columns.reduction.points();
    }

    /// Where the next pixel column begins.
    private int end(int start) {
        double next = Math.floor(x.px(steps[start])) + 1;
        int low = start + 1;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (x.px(steps[middle]) < next) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void add(int start, int end) {
        int first = -1;
        int last = -1;
        int least = -1;
        int greatest = -1;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean holeBefore = false;
        boolean holeAfter = false;
        for (int i = start; i < end; i++) {
            double value = values[i];
            if (!(value > floor && value < Double.POSITIVE_INFINITY)) {
                holeBefore |= first < 0;
                holeAfter |= first >= 0;
                continue;
            }
            first = first < 0 ? i : first;
            last = i;
            if (value < low) {
                low = value;
                least = i;
            }
            if (value > high) {
                high = value;
                greatest = i;
            }
        }
        if (holeBefore) {
            reduction.add(Double.NaN, Double.NaN);
        }
        if (first >= 0) {
            int[] kept = {first, Math.min(least, greatest), Math.max(least, greatest), last};
            for (int k = 0; k < kept.length; k++) {
                if (k == 0 || kept[k] > kept[k - 1]) {
                    add(kept[k]);
                }
            }
        }
        if (holeAfter) {
            reduction.add(Double.NaN, Double.NaN);
        }
    }

    private void add(int index) {
        reduction.add(x.px(steps[index]), y.px(values[index]));
    }
}
