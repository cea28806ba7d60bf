package innerloop.app.guide;

import javafx.geometry.Bounds;

/// Where a card stands beside what it points at.
///
/// @param x of its left edge, px
/// @param y of its upper edge, px
/// @param side on which side of the target it stands
record Placement(double x, double y, Side side) {

    /// Between card and target, and what is left free at the edges of the window.
    static final double GAP = 18;

    private static final double EDGE = 10;

    /// A side of the target.
    enum Side {
        BELOW,
        ABOVE,
        RIGHT,
        LEFT,
        /// There is room on no side: the card lies upon it.
        UPON
    }

    /// The first side that has the room.
    ///
    /// @param target what is pointed at
    /// @param width of the card, as `height`
    /// @param windowWidth of the window, as `windowHeight`
    static Placement of(
            Bounds target, double width, double height, double windowWidth, double windowHeight) {
        double x = clamp(target.getCenterX() - width / 2, windowWidth - width);
        double y = clamp(target.getCenterY() - height / 2, windowHeight - height);
        if (target.getMaxY() + GAP + height <= windowHeight - EDGE) {
            return new Placement(x, target.getMaxY() + GAP, Side.BELOW);
        }
        if (target.getMinY() - GAP - height >= EDGE) {
            return new Placement(x, target.getMinY() - GAP - height, Side.ABOVE);
        }
        if (target.getMaxX() + GAP + width <= windowWidth - EDGE) {
            return new Placement(target.getMaxX() + GAP, y, Side.RIGHT);
        }
        if (target.getMinX() - GAP - width >= EDGE) {
            return new Placement(target.getMinX() - GAP - width, y, Side.LEFT);
        }
        return new Placement(x, y, Side.UPON);
    }

    private static double clamp(double wanted, double most) {
        return Math.clamp(wanted, EDGE, Math.max(EDGE, most - EDGE));
    }
}
