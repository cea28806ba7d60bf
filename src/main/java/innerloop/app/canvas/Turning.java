package innerloop.app.canvas;

/// Takes the movements that turn a picture of points in space.
public interface Turning {

    /// Somebody dragged the picture by this many pixels.
    void turn(double dx, double dy);

    /// Somebody wants to look from where everybody begins.
    void reset();
}
