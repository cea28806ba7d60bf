package innerloop.scene;

/// The part of the world that a canvas shows. Screen coordinates are pixels from the canvas's own top
/// left corner; the world's y axis points down too.
///
/// @param centreX world x in the middle of the canvas
/// @param centreY world y in the middle of the canvas
/// @param scale pixels per world unit, > 0
/// @param width of the canvas in pixels
/// @param height of the canvas in pixels
public record Viewport(double centreX, double centreY, double scale, double width, double height) {

    private static final double MIN_SCALE = 1e-9;
    private static final double MAX_SCALE = 1e9;

    /// Nothing is known yet: one unit is one pixel.
    public static final Viewport UNIT = new Viewport(0, 0, 1, 1, 1);

    /// Keeps numbers finite, whatever comes in.
    public Viewport {
        if (!Double.isFinite(centreX) || !Double.isFinite(centreY)) {
            centreX = 0;
            centreY = 0;
        }
        scale = Double.isFinite(scale) ? Math.clamp(scale, MIN_SCALE, MAX_SCALE) : 1;
    }

    /// Shows these bounds whole, with a margin in pixels around them.
    public static Viewport fit(Bounds2 bounds, double width, double height, double margin) {
        double free =
                Math.max(1, Math.min(width, height) - 2 * margin)
                        / Math.max(1, Math.min(width, height));
        double sx = width * free / Math.max(bounds.width(), 1e-6);
        double sy = height * free / Math.max(bounds.height(), 1e-6);
        return new Viewport(bounds.centreX(), bounds.centreY(), Math.min(sx, sy), width, height);
    }

    /// World to screen.
    public double screenX(double x) {
        return (x - centreX) * scale + width / 2;
    }

    /// World to screen.
    public double screenY(double y) {
        return (y - centreY) * scale + height / 2;
    }

    /// Screen to world.
    public double worldX(double x) {
        return (x - width / 2) / scale + centreX;
    }

    /// Screen to world.
    public double worldY(double y) {
        return (y - height / 2) / scale + centreY;
    }

    /// Moves the picture by this many pixels.
    public Viewport pan(double dx, double dy) {
        return new Viewport(centreX - dx / scale, centreY - dy / scale, scale, width, height);
    }

    /// Whether nothing of these bounds is outside.
    public boolean shows(Bounds2 bounds) {
        return screenX(bounds.minX()) >= 0
                && screenY(bounds.minY()) >= 0
                && screenX(bounds.maxX()) <= width
                && screenY(bounds.maxY()) <= height;
    }

    /// Moves this world point into the middle.
    public Viewport centredAt(double x, double y) {
        return new Viewport(x, y, scale, width, height);
    }

    /// Magnifies by a factor; the world point under the screen point stays where it is.
    public Viewport zoomAt(double x, double y, double factor) {
        double wanted = Math.clamp(scale * factor, MIN_SCALE, MAX_SCALE);
        double wx = worldX(x);
        double wy = worldY(y);
        return new Viewport(
                wx - (x - width / 2) / wanted,
                wy - (y - height / 2) / wanted,
                wanted,
                width,
                height);
    }

    /// The same view on a canvas of another size.
    public Viewport resized(double newWidth, double newHeight) {
        return new Viewport(centreX, centreY, scale, newWidth, newHeight);
    }
}
