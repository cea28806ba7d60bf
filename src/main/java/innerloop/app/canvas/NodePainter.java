package innerloop.app.canvas;

/// Draws anti-aliased node shapes into opaque pixels.
final class NodePainter {

    private int[] pixels = new int[0];
    private int width;
    private int height;

    void begin(int[] target, int newWidth, int newHeight) {
        pixels = target;
        width = newWidth;
        height = newHeight;
    }

    /// Draws one shape around a point in device pixels.
    ///
    /// @param fill inside; `rim` is drawn over the outermost `rimWidth` pixels of it, `halo`
    ///   `haloWidth` beyond
    void shape(
            Shape shape,
            double cx,
            double cy,
            double radius,
            int fill,
            int rim,
            double rimWidth,
            int halo,
            double haloWidth) {
        double reach = shape.reach() * (radius + haloWidth) + 1;
        // Also false for NaN.
        if (!(cx > -reach && cy > -reach && cx < width + reach && cy < height + reach)) {
            return;
        }
        int x0 = Math.max(0, (int) Math.floor(cx - reach));
        int x1 = Math.min(width - 1, (int) Math.ceil(cx + reach));
        int y0 = Math.max(0, (int) Math.floor(cy - reach));
        int y1 = Math.min(height - 1, (int) Math.ceil(cy + reach));
        double outer = haloWidth + 0.5;
        for (int y = y0; y <= y1; y++) {
            double dy = y + 0.5 - cy;
            int at = y * width + x0;
            for (int x = x0; x <= x1; x++, at++) {
                double d = shape.distance(x + 0.5 - cx, dy, radius);
                if (d >= outer) {
                    continue;
                }
                int p = pixels[at];
                if (haloWidth > 0 && d > -0.5) {
                    p = Rasterizer.blend(p, halo, coverage(d - haloWidth));
                }
                if (d < 0.5) {
                    if (rimWidth > 0) {
                        p = Rasterizer.blend(p, rim, coverage(d));
                        p = Rasterizer.blend(p, fill, coverage(d + rimWidth));
                    } else {
                        p = Rasterizer.blend(p, fill, coverage(d));
                    }
                }
                pixels[at] = p;
            }
        }
    }

    /// A ring of this middle radius and width, nothing inside it touched.
    void ring(double cx, double cy, double radius, double ringWidth, int colour) {
        double reach = radius + ringWidth + 1;
        if (!(cx > -reach && cy > -reach && cx < width + reach && cy < height + reach)) {
            return;
        }
        int x0 = Math.max(0, (int) (cx - reach));
        int x1 = Math.min(width - 1, (int) (cx + reach));
        int y0 = Math.max(0, (int) (cy - reach));
        int y1 = Math.min(height - 1, (int) (cy + reach));
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double dx = x + 0.5 - cx;
                double dy = y + 0.5 - cy;
                double d = Math.abs(Math.sqrt(dx * dx + dy * dy) - radius) - ringWidth / 2;
                if (d < 0.5) {
                    int at = y * width + x;
                    pixels[at] = Rasterizer.blend(pixels[at], colour, coverage(d));
                }
            }
        }
    }

    /// A diagonal cross with arms of this length.
    void cross(double cx, double cy, double arm, double stroke, int colour) {
        double reach = arm + stroke + 2;
        if (!(cx > -reach && cy > -reach && cx < width + reach && cy < height + reach)) {
            return;
        }
        int x0 = Math.max(0, (int) (cx - reach));
        int x1 = Math.min(width - 1, (int) (cx + reach));
        int y0 = Math.max(0, (int) (cy - reach));
        int y1 = Math.min(height - 1, (int) (cy + reach));
        double half = Math.sqrt(0.5);
        for (int y = y0; y <= y1; y++) {
            for (int x = x0; x <= x1; x++) {
                double dx = x + 0.5 - cx;
                double dy = y + 0.5 - cy;
                double u = Math.abs(dx + dy) * half;
                double v = Math.abs(dx - dy) * half;
                double d = Math.max(Math.max(u, v) - arm, Math.min(u, v) - stroke / 2);
                if (d < 0.5) {
                    int at = y * width + x;
                    pixels[at] = Rasterizer.blend(pixels[at], colour, coverage(d));
                }
            }
        }
    }

    /// Share of a pixel inside, in 1/256, from the signed distance of its centre.
    private static int coverage(double distance) {
        return distance <= -0.5 ? 256 : distance >= 0.5 ? 0 : (int) ((0.5 - distance) * 256);
    }
}
