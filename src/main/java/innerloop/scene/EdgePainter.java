package innerloop.scene;

import java.util.Arrays;

/// Draws many thin anti-aliased lines of one colour.
///
/// Lines add their coverage into a density buffer, which is turned into opacity once at the end.
/// That is one addition per pixel instead of a blend, does not depend on the order of edges, and
/// lets crowded places darken softly instead of clogging.
final class EdgePainter {

    /// Density of one line that covers a pixel fully.
    static final int FULL = 256;

    private static final int STEPS = 24 * FULL / 4;
    private static final int MOST_DASHES = 2_000;

    /// Length of the strokes of an arrow in pixels.
    static final double ARROW = 6;

    private static final double LEAST_ARROW_SCALE = 1.2;

    /// Opacity of the most crowded place.
    private static final double MOST_OPACITY = 0.75;

    private int[] density = new int[0];
    private final int[] opacity = new int[STEPS];
    private int width;
    private int height;
    private double drawn;

    /// Opacity of one line: few edges may be clear lines; many must be a tissue through which the nodes stay visible.
    ///
    /// @param crowding mean number of lines over a pixel
    static double alpha(double crowding) {
        return Math.clamp(0.42 / (1 + 1.6 * crowding), 0.03, 0.42);
    }

    /// Opacity of a place that so many lines pass.
    ///
    /// @param alpha opacity of one line
    static double opacity(double alpha, double lines) {
        return opacity(alpha, MOST_OPACITY, lines);
    }

    private static double opacity(double alpha, double most, double lines) {
        return most * (1 - Math.pow(1 - alpha / most, lines));
    }

    /// Whether edges are drawn with arrows: where nodes are large enough.
    ///
    /// @param radius of an ordinary node in device pixels
    static boolean hasArrows(EdgeList edges, double radius, double ratio) {
        return edges.directed() && radius > LEAST_ARROW_SCALE * 2 * ratio;
    }

    /// Two short strokes where an edge meets the rim of the node it leads to, each from (0, 1) to (2, 3); none where an edge
    /// is too short.
    ///
    /// @param rim radius of that node
    /// @param length of a stroke
    static double[][] arrow(double ax, double ay, double bx, double by, double rim, double length) {
        double dx = ax - bx;
        double dy = ay - by;
        double distance = Math.hypot(dx, dy);
        // Also true for NaN; a shorter edge has no room for an arrow.
        if (!(distance > 2 * rim + length)) {
            return new double[0][];
        }
        double ux = dx / distance;
        double uy = dy / distance;
        double tipX = bx + ux * (rim + 1);
        double tipY = by + uy * (rim + 1);
        double[][] strokes = new double[2][];
        for (int k = 0; k < 2; k++) {
            int side = 2 * k - 1;
            strokes[k] =
                    new double[] {
                        tipX,
                        tipY,
                        tipX + length * (ux - side * 0.5 * uy),
                        tipY + length * (uy + side * 0.5 * ux)
                    };
        }
        return strokes;
    }

    void begin(int newWidth, int newHeight) {
        width = newWidth;
        height = newHeight;
        if (density.length < width * height) {
            density = new int[width * height];
        } else {
            Arrays.fill(density, 0, width * height, 0);
        }
        drawn = 0;
    }

    /// Adds a line between two points in device pixels; parts outside are cut off.
    ///
    /// @param weight how dark, [#FULL] = an ordinary line
    /// @param thick width in whole pixels
    void line(double ax, double ay, double bx, double by, int weight, int thick) {
        double dx = bx - ax;
        double dy = by - ay;
        // Also false for NaN and infinite ends.
        if (!(Math.abs(dx) + Math.abs(dy) < 1e12)) {
            return;
        }
        double border = 2 + thick;
        double right = width - 1 + border;
        double bottom = height - 1 + border;
        if (Math.min(ax, bx) >= -border
                && Math.min(ay, by) >= -border
                && Math.max(ax, bx) <= right
                && Math.max(ay, by) <= bottom) {
            visible(ax, ay, bx, by, weight, thick);
        } else if (Math.max(ax, bx) >= -border
                && Math.max(ay, by) >= -border
                && Math.min(ax, bx) <= right
                && Math.min(ay, by) <= bottom) {
            clipped(ax, ay, dx, dy, weight, thick);
        }
    }

    /// Adds a dashed line; at most so many dashes that a line that leaves the picture far behind stays cheap.
    ///
    /// @param dash length of a dash and of a gap, in device pixels
    /// @param thick width in whole pixels
    void dashes(double ax, double ay, double bx, double by, double dash, int thick) {
        double length = Math.hypot(bx - ax, by - ay);
        // Also false for NaN and infinite ends.
        if (!(length < MOST_DASHES * dash)) {
            line(ax, ay, bx, by, FULL, thick);
            return;
        }
        for (double begin = 0; begin < length; begin += 2 * dash) {
            double from = begin / length;
            double to = Math.min(1, (begin + dash) / length);
            line(
                    ax + from * (bx - ax),
                    ay + from * (by - ay),
                    ax + to * (bx - ax),
                    ay + to * (by - ay),
                    FULL,
                    thick);
        }
    }

    /// The part of the line from (ax, ay) by (dx, dy) that is not outside (Liang and Barsky).
    private void clipped(double ax, double ay, double dx, double dy, int weight, int thick) {
        double t0 = 0;
        double t1 = 1;
        double border = 2 + thick;
        for (int side = 0; side < 4; side++) {
            double p = side == 0 ? -dx : side == 1 ? dx : side == 2 ? -dy : dy;
            double q =
                    side == 0
                            ? ax + border
                            : side == 1
                                    ? width - 1 + border - ax
                                    : side == 2 ? ay + border : height - 1 + border - ay;
            if (p == 0) {
                if (q < 0) {
                    return;
                }
            } else if (p < 0) {
                t0 = Math.max(t0, q / p);
            } else {
                t1 = Math.min(t1, q / p);
            }
        }
        if (t0 < t1) {
            visible(ax + t0 * dx, ay + t0 * dy, ax + t1 * dx, ay + t1 * dy, weight, thick);
        }
    }

    private void visible(double x0, double y0, double x1, double y1, int weight, int thick) {
        double dx = Math.abs(x1 - x0);
        double dy = Math.abs(y1 - y0);
        double major = Math.max(dx, dy);
        double length = Math.sqrt(dx * dx + dy * dy);
        if (length < 0.5) {
            return;
        }
        drawn += length * weight / FULL;
        // Coverage is counted along the major axis: a diagonal has fewer, so each counts more.
        int w = (int) (weight * (length / major));
        if (dy > dx) {
            walk(y0, x0, y1, x1, w, thick, width, 1, height, width);
        } else {
            walk(x0, y0, x1, y1, w, thick, 1, width, width, height);
        }
    }

    /// Steps along the major axis `u` in 16.16 fixed point; `v` is the minor axis.
    private void walk(
            double u0,
            double v0,
            double u1,
            double v1,
            int weight,
            int thick,
            int strideU,
            int strideV,
            int limitU,
            int limitV) {
        if (u0 > u1) {
            walk(u1, v1, u0, v0, weight, thick, strideU, strideV, limitU, limitV);
            return;
        }
        int first = Math.max(0, (int) Math.ceil(u0 - 0.5));
        int last = Math.min(limitU - 1, (int) Math.floor(u1 - 0.5));
        double slope = (v1 - v0) / (u1 - u0);
        // Pixel centres are at .5; v is the upper border of the line.
        long v = Math.round((v0 + slope * (first + 0.5 - u0) - thick / 2.0) * 65536);
        long step = Math.round(slope * 65536);
        int[] target = density;
        int maxV = limitV - thick - 1;
        for (int u = first; u <= last; u++, v += step) {
            int row = (int) (v >> 16);
            int part = (int) (v & 0xFFFF) >> 8;
            if (row >= 0 && row <= maxV) {
                int at = u * strideU + row * strideV;
                int low = (weight * part) >> 8;
                target[at] += weight - low;
                for (int k = 1; k < thick; k++) {
                    target[at + k * strideV] += weight;
                }
                target[at + thick * strideV] += low;
            }
        }
    }

    /// Mean number of lines over a pixel so far.
    double crowding() {
        return drawn / Math.max(1, width * height);
    }

    /// Blends what was drawn into opaque pixels.
    void end(int[] pixels, int colour, double alpha) {
        end(pixels, colour, alpha, MOST_OPACITY);
    }

    /// Blends what was drawn into opaque pixels.
    ///
    /// @param alpha opacity of one line, 0 to 1
    /// @param most opacity of the most crowded place
    void end(int[] pixels, int colour, double alpha, double most) {
        for (int s = 0; s < STEPS; s++) {
            double lines = s * 4.0 / FULL;
            opacity[s] = (int) (256 * opacity(alpha, most, lines));
        }
        int n = width * height;
        for (int p = 0; p < n; p++) {
            int d = density[p];
            if (d != 0) {
                pixels[p] =
                        Rasterizer.blend(pixels[p], colour, opacity[Math.min(d >> 2, STEPS - 1)]);
            }
        }
    }
}
