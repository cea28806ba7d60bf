package innerloop.plot;

import java.util.Arrays;

/// Thins a polyline in px to what its pixels can show, so that a million points draw as fast as a
/// thousand.
///
/// Of all consecutive points in one pixel column it keeps four, in their order: the first, the
/// lowest, the highest and the last (M4: Jugel, Jerzak, Hackenbroich, Markl, *M4: A
/// Visualization-Oriented Time Series Data Aggregation*, VLDB 2014, exact for lines one pixel
/// wide). A point that is not finite breaks the line after the column it is met in; so a column
/// costs at most four points and one break, and a gap narrower than a pixel is still seen.
public final class Reduction {
    private static final int FIRST_CAPACITY = 256;

    private double[] xs = new double[FIRST_CAPACITY];
    private double[] ys = new double[FIRST_CAPACITY];
    private int size;

    private double column = Double.NaN;
    private int seen;
    private boolean breakAfter;
    private double firstX;
    private double firstY;
    private double lastX;
    private double lastY;
    private double minX;
    private double minY;
    private int minAt;
    private double maxX;
    private double maxY;
    private int maxAt;

    /// A reduction of nothing yet.
    public Reduction() {}

    /// Reduces two arrays of the same length.
    public static Points reduce(double[] xs, double[] ys) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException(xs.length + " x but " + ys.length + " y");
        }
        Reduction reduction = new Reduction();
        for (int i = 0; i < xs.length; i++) {
            reduction.add(xs[i], ys[i]);
        }
        return reduction.points();
    }

    /// Takes the next point, px; a break if it is not finite.
    public void add(double x, double y) {
        if (!Double.isFinite(x) || !Double.isFinite(y)) {
            breakAfter = true;
            return;
        }
        double at = Math.floor(x);
        if (at != column || seen == 0) {
            flush();
            column = at;
            firstX = minX = maxX = x;
            firstY = minY = maxY = y;
            minAt = 0;
            maxAt = 0;
        }
        if (y < minY) {
            minX = x;
            minY = y;
            minAt = seen;
        }
        if (y > maxY) {
            maxX = x;
            maxY = y;
            maxAt = seen;
        }
        lastX = x;
        lastY = y;
        seen++;
    }

    /// The reduced points so far. Afterwards only a new line may be added.
    public Points points() {
        flush();
        int end = size > 0 && Double.isNaN(xs[size - 1]) ? size - 1 : size;
        return Points.of(Arrays.copyOf(xs, end), Arrays.copyOf(ys, end));
    }

    private void flush() {
        if (seen > 0) {
            keep(firstX, firstY);
            if (minAt < maxAt) {
                keepInner(minX, minY, minAt);
                keepInner(maxX, maxY, maxAt);
            } else {
                keepInner(maxX, maxY, maxAt);
                keepInner(minX, minY, minAt);
            }
            if (seen > 1) {
                keep(lastX, lastY);
            }
            seen = 0;
        }
        if (breakAfter && size > 0) {
            keep(Double.NaN, Double.NaN);
        }
        breakAfter = false;
    }

    private void keepInner(double x, double y, int at) {
        if (at > 0 && at < seen - 1) {
            keep(x, y);
        }
    }

    private void keep(double x, double y) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, size * 2);
            ys = Arrays.copyOf(ys, size * 2);
        }
        xs[size] = x;
        ys[size] = y;
        size++;
    }
}
