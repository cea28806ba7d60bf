package innerloop.scene;

import java.util.Arrays;

/// Draws what lies below edges and nodes, into opaque pixels.
final class GroundPainter {

    private static final int FILL = 26;
    private static final double OUTLINE = 0.75;
    private static final double OUTLINE_WIDTH = 1.4;

    private final EdgePainter edgePainter;
    private int[] column = new int[0];
    private int[] share = new int[0];
    private int[] mixed = new int[0];

    /// @param edgePainter draws outlines; free again afterwards
    GroundPainter(EdgePainter edgePainter) {
        this.edgePainter = edgePainter;
    }

    /// Draws a shading through a viewport.
    ///
    /// @param ratio device pixels per pixel of the viewport
    void shade(Shading shading, Viewport view, double ratio, int[] pixels, int width, int height) {
        Bounds2 bounds = shading.bounds();
        int columns = shading.columns();
        if (column.length < width) {
            column = new int[width];
            share = new int[width];
        }
        if (mixed.length < columns) {
            mixed = new int[columns];
        }
        for (int x = 0; x < width; x++) {
            double world = view.worldX((x + 0.5) / ratio);
            double at = (world - bounds.minX()) / bounds.width() * columns - 0.5;
            column[x] = at >= 0 && at < columns - 1 ? (int) at : -1;
            share[x] = (int) (256 * (at - Math.floor(at)));
        }
        for (int y = 0; y < height; y++) {
            double world = view.worldY((y + 0.5) / ratio);
            double at = (world - bounds.minY()) / bounds.height() * shading.rows() - 0.5;
            if (at >= 0 && at < shading.rows() - 1) {
                // First the two rows are mixed, once for all pixels of this one.
                mix(shading, (int) at, (int) (256 * (at - (int) at)));
                row(pixels, y * width, width);
            }
        }
    }

    private void mix(Shading shading, int row, int part) {
        int columns = shading.columns();
        for (int c = 0; c < columns; c++) {
            mixed[c] =
                    between(
                            shading.argb()[row * columns + c],
                            shading.argb()[(row + 1) * columns + c],
                            part);
        }
    }

    private void row(int[] pixels, int start, int width) {
        for (int x = 0; x < width; x++) {
            int c = column[x];
            if (c >= 0 && (mixed[c] | mixed[c + 1]) != 0) {
                int above = between(mixed[c], mixed[c + 1], share[x]);
                int rest = 256 - (above >>> 24);
                int below = pixels[start + x];
                int rb = (((below & 0xFF00FF) * rest) >>> 8) & 0xFF00FF;
                int g = (((below & 0x00FF00) * rest) >>> 8) & 0x00FF00;
                pixels[start + x] = 0xFF000000 | ((rb | g) + (above & 0xFFFFFF));
            }
        }
    }

    /// All four channels at once, two by two.
    private static int between(int a, int b, int part) {
        int rest = 256 - part;
        int low = (((a & 0xFF00FF) * rest + (b & 0xFF00FF) * part) >>> 8) & 0xFF00FF;
        int high = (((a >>> 8) & 0xFF00FF) * rest + ((b >>> 8) & 0xFF00FF) * part) & 0xFF00FF00;
        return low | high;
    }

    /// Draws a convex polygon, corners in device pixels.
    void area(double[] corners, int colour, double ratio, int[] pixels, int width, int height) {
        if (corners.length < 4 || !Arrays.stream(corners).allMatch(Double::isFinite)) {
            return;
        }
        fill(corners, colour, pixels, width, height);
        edgePainter.begin(width, height);
        int thick = Math.max(1, (int) Math.round(OUTLINE_WIDTH * ratio));
        int before = corners.length - 2;
        for (int k = 0; k < corners.length; k += 2) {
            edgePainter.line(
                    corners[before],
                    corners[before + 1],
                    corners[k],
                    corners[k + 1],
                    EdgePainter.FULL,
                    thick);
            before = k;
        }
        edgePainter.end(pixels, colour, OUTLINE, OUTLINE + 0.01);
    }

    /// Every row of pixels meets a convex polygon in one piece.
    private static void fill(double[] corners, int colour, int[] pixels, int width, int height) {
        double top = height;
        double bottom = 0;
        for (int k = 1; k < corners.length; k += 2) {
            top = Math.min(top, corners[k]);
            bottom = Math.max(bottom, corners[k]);
        }
        int last = (int) Math.min(height - 1.0, bottom);
        for (int y = (int) Math.max(0, top); y <= last; y++) {
            double left = width;
            double right = 0;
            int before = corners.length - 2;
            for (int k = 0; k < corners.length; k += 2) {
                double ya = corners[before + 1] - y - 0.5;
                double yb = corners[k + 1] - y - 0.5;
                if (ya > 0 != yb > 0) {
                    double x = corners[before] + ya / (ya - yb) * (corners[k] - corners[before]);
                    left = Math.min(left, x);
                    right = Math.max(right, x);
                }
                before = k;
            }
            for (int x = (int) Math.max(0, Math.round(left)); x < Math.min(width, right); x++) {
                pixels[y * width + x] = Rasterizer.blend(pixels[y * width + x], colour, FILL);
            }
        }
    }
}
