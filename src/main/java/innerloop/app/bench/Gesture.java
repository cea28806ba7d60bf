package innerloop.app.bench;

import innerloop.scene.Viewport;

/// A repeated mouse gesture on a picture of this size: dragging in a circle, then turning the wheel back and forth. A
/// function of time, so that a slow picture has to move as far as a fast one.
record Gesture(double width, double height) {

    private static final double DRAG_SECONDS = 2;
    private static final double WHEEL_SECONDS = 2;
    private static final double CIRCLE_RADIUS = 150;

    /// Thirty notches.
    private static final double MOST_TURNED = 1200;

    /// The zoom factor of [innerloop.app.canvas.NodeCanvas] for one unit of the wheel.
    private static final double ZOOM_PER_UNIT = 1.0018;

    private static double phase(double seconds) {
        return seconds % (DRAG_SECONDS + WHEEL_SECONDS);
    }

    /// Whether the button is held down.
    boolean pressed(double seconds) {
        return phase(seconds) < DRAG_SECONDS;
    }

    private static double angle(double seconds) {
        return 2 * Math.PI * Math.min(1, phase(seconds) / DRAG_SECONDS);
    }

    /// Where the pointer is.
    double x(double seconds) {
        return width / 2 + CIRCLE_RADIUS * Math.cos(angle(seconds));
    }

    /// Where the pointer is.
    double y(double seconds) {
        return height / 2 + CIRCLE_RADIUS * Math.sin(angle(seconds));
    }

    /// How far the wheel is from where it was at first.
    double turned(double seconds) {
        double since = (phase(seconds) - DRAG_SECONDS) / WHEEL_SECONDS;
        return since < 0 ? 0 : MOST_TURNED * (1 - Math.abs(2 * since - 1));
    }

    /// The view after this many seconds, for a view that was this one at first.
    Viewport seen(Viewport first, double seconds) {
        return first.pan(x(seconds) - x(0), y(seconds) - y(0))
                .zoomAt(x(0), y(0), Math.pow(ZOOM_PER_UNIT, turned(seconds)));
    }
}
