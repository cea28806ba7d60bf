package innerloop.scene;

import innerloop.graph.select.NodeSet;
import java.util.Arrays;

/// A rectangle in world coordinates.
public record Bounds2(double minX, double minY, double maxX, double maxY) {

    /// Around all finite points; the unit square around 0 when there are none.
    public static Bounds2 of(float[] xy) {
        double minX = Double.POSITIVE_INFINITY;
        double minY = Double.POSITIVE_INFINITY;
        double maxX = Double.NEGATIVE_INFINITY;
        double maxY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i + 1 < xy.length; i += 2) {
            if (Float.isFinite(xy[i]) && Float.isFinite(xy[i + 1])) {
                minX = Math.min(minX, xy[i]);
                maxX = Math.max(maxX, xy[i]);
                minY = Math.min(minY, xy[i + 1]);
                maxY = Math.max(maxY, xy[i + 1]);
            }
        }
        return minX > maxX
                ? new Bounds2(-0.5, -0.5, 0.5, 0.5)
                : new Bounds2(minX, minY, maxX, maxY);
    }

    /// Around these nodes, as far as they have a place.
    public static Bounds2 of(float[] xy, NodeSet nodes) {
        int[] shown = nodes.stream().takeWhile(i -> 2 * i < xy.length).toArray();
        float[] some = new float[2 * shown.length];
        for (int k = 0; k < shown.length; k++) {
            some[2 * k] = xy[2 * shown[k]];
            some[2 * k + 1] = xy[2 * shown[k] + 1];
        }
        return of(some);
    }

    /// Around the middle `share` of all finite points in x and in y, so that a few outliers do not squeeze the rest.
    public static Bounds2 ofMost(float[] xy, double share) {
        int points = 0;
        float[] x = new float[xy.length / 2];
        float[] y = new float[xy.length / 2];
        for (int i = 0; i + 1 < xy.length; i += 2) {
            if (Float.isFinite(xy[i]) && Float.isFinite(xy[i + 1])) {
                x[points] = xy[i];
                y[points++] = xy[i + 1];
            }
        }
        int cut = (int) (points * (1 - share) / 2);
        if (cut == 0) {
            return of(xy);
        }
        Arrays.sort(x, 0, points);
        Arrays.sort(y, 0, points);
        return new Bounds2(x[cut], y[cut], x[points - 1 - cut], y[points - 1 - cut]);
    }

    /// Extent in x.
    public double width() {
        return maxX - minX;
    }

    /// Extent in y.
    public double height() {
        return maxY - minY;
    }

    /// Middle in x.
    public double centreX() {
        return (minX + maxX) / 2;
    }

    /// Middle in y.
    public double centreY() {
        return (minY + maxY) / 2;
    }
}
