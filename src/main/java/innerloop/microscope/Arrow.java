package innerloop.microscope;

/// A direction in the space of all parameters, seen in a plane through θ.
///
/// @param x its first coordinate in the plane
/// @param y the second
/// @param length of the whole direction, `‖v‖`; not finite if the direction is not
/// @param share how much of this length the plane shows, 0 … 1
public record Arrow(double x, double y, double length, double share) {

    /// Whether there is something to draw.
    public boolean isSeen() {
        return Double.isFinite(length) && (x != 0 || y != 0);
    }
}
