package innerloop.plot;

import java.util.Arrays;

/// An immutable row of points in px. A point with a NaN coordinate is a break in the line.
public final class Points {
    private final double[] xs;
    private final double[] ys;

    private Points(double[] xs, double[] ys) {
        this.xs = xs;
        this.ys = ys;
    }

    /// A copy of two arrays of the same length.
    public static Points of(double[] xs, double[] ys) {
        if (xs.length != ys.length) {
            throw new IllegalArgumentException(xs.length + " x but " + ys.length + " y");
        }
        return new Points(xs.clone(), ys.clone());
    }

    /// Points from x, y, x, y, …
    public static Points xy(double... coordinates) {
        if (coordinates.length % 2 != 0) {
            throw new IllegalArgumentException("an x without its y");
        }
        double[] xs = new double[coordinates.length / 2];
        double[] ys = new double[coordinates.length / 2];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = coordinates[2 * i];
            ys[i] = coordinates[2 * i + 1];
        }
        return new Points(xs, ys);
    }

    /// How many points, breaks included.
    public int size() {
        return xs.length;
    }

    /// The x of a point, px from the left.
    public double x(int index) {
        return xs[index];
    }

    /// The y of a point, px from the top.
    public double y(int index) {
        return ys[index];
    }

    /// Whether the line is interrupted here.
    public boolean isBreak(int index) {
        return Double.isNaN(xs[index]) || Double.isNaN(ys[index]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Points that
                && Arrays.equals(xs, that.xs)
                && Arrays.equals(ys, that.ys);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(xs) + Arrays.hashCode(ys);
    }

    @Override
    public String toString() {
        return "Points[" + Arrays.toString(xs) + ", " + Arrays.toString(ys) + "]";
    }
}
