package innerloop.scene;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Draws anti-aliased node shapes into opaque pixels.
final class NodePainter {

    /// Sizes closer than this part of a pixel look the same.
    private static final double STEPS = 16;

    private static final int MOST_KINDS = 512;

    /// Sprites by kind, in sixteenths of a pixel.
    private record Kind(NodeShape shape, int radius, int rimWidth, int haloWidth) {}

    private final Map<Kind, @Nullable Sprite[]> sprites = new HashMap<>();
    private static final Kind NO_KIND = new Kind(NodeShape.DISC, -1, -1, -1);

    private Kind last = NO_KIND;
    private @Nullable Sprite[] places = {};
    private int[] pixels = new int[0];
    private int width;
    private int height;

    void begin(int[] target, int newWidth, int newHeight) {
        pixels = target;
        if (width != newWidth) {
            sprites.clear();
            last = NO_KIND;
        }
        width = newWidth;
        height = newHeight;
    }

    /// Draws one shape around a point in device pixels.
    ///
    /// @param fill inside; `rim` is drawn over the outermost `rimWidth` pixels of it, `halo`
    ///   `haloWidth` beyond
    void shape(
            NodeShape shape,
            double cx,
            double cy,
            double radius,
            int fill,
            int rim,
            double rimWidth,
            int halo,
            double haloWidth) {
        double far = shape.reach() * (radius + haloWidth) + 1;
        // Also false for NaN.
        if (!(cx > -far && cy > -far && cx < width + far && cy < height + far)) {
            return;
        }
        int x = (int) Math.floor(cx);
        int y = (int) Math.floor(cy);
        int placeX = (int) ((cx - x) * Sprite.PLACES);
        int placeY = (int) ((cy - y) * Sprite.PLACES);
        int place = placeY * Sprite.PLACES + placeX;
        Sprite sprite = sprite(shape, radius, rimWidth, haloWidth, place);
        int reach = sprite.reach();
        boolean inside = x >= reach && y >= reach && x + reach < width && y + reach < height;
        int centre = y * width + x;
        int[] offset = sprite.offset();
        int[] halos = sprite.halo();
        int[] rims = sprite.rim();
        int[] fills = sprite.fill();
        for (int k = 0; k < offset.length; k++) {
            if (inside || contains(x + sprite.x()[k], y + sprite.y()[k])) {
                int at = centre + offset[k];
                if (fills[k] == 256) {
                    pixels[at] = 0xFF000000 | fill;
                } else {
                    int p = over(pixels[at], halo, halos[k]);
                    p = over(p, rim, rims[k]);
                    pixels[at] = over(p, fill, fills[k]);
                }
            }
        }
    }

    private boolean contains(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    private static int over(int below, int above, int coverage) {
        return coverage == 0 ? below : Rasterizer.blend(below, above, coverage);
    }

    /// Nodes follow each other in long rows of the same kind, so the last kind is remembered.
    private Sprite sprite(
            NodeShape shape, double radius, double rimWidth, double haloWidth, int place) {
        int size = steps(radius);
        int rim = steps(rimWidth);
        int halo = steps(haloWidth);
        if (shape != last.shape
                || size != last.radius
                || rim != last.rimWidth
                || halo != last.haloWidth) {
            last = new Kind(shape, size, rim, halo);
            if (sprites.size() > MOST_KINDS) {
                sprites.clear();
            }
            places = sprites.computeIfAbsent(last, _ -> new Sprite[Sprite.PLACES * Sprite.PLACES]);
        }
        Sprite known = places[place];
        if (known == null) {
            known = Sprite.of(shape, size / STEPS, rim / STEPS, halo / STEPS, place, width);
            places[place] = known;
        }
        return known;
    }

    private static int steps(double pixels) {
        return (int) (pixels * STEPS + 0.5);
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
    static int coverage(double distance) {
        return distance <= -0.5 ? 256 : distance >= 0.5 ? 0 : (int) ((0.5 - distance) * 256);
    }
}
