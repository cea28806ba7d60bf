package innerloop.plot;

/// The rectangle curves are drawn in, px.
///
/// @param left its left side
/// @param top its top
/// @param right its right side
/// @param bottom its bottom
public record Frame(double left, double top, double right, double bottom) {
    /// Its width, px.
    public double width() {
        return right - left;
    }

    /// Its height, px.
    public double height() {
        return bottom - top;
    }

    /// Whether a point lies in it or on its sides.
    public boolean contains(double x, double y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }
}
