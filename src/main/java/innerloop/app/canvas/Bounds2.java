package innerloop.app.canvas;

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
