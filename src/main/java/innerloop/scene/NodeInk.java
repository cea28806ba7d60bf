package innerloop.scene;

import innerloop.colour.Colour;
import innerloop.colour.Theme;

/// What a node is drawn with, in device pixels and opaque ARGB.
///
/// @param shape its form
/// @param radius of the disc of the same area
/// @param fill inside
/// @param rim of its outermost pixels
/// @param rimWidth how many those are, 0 for none
/// @param wrong whether a ring and, where there is room, a cross say that it is predicted wrongly
record NodeInk(NodeShape shape, double radius, int fill, int rim, double rimWidth, boolean wrong) {

    /// The episode must be found even among thousands of tiny nodes.
    private static final double LEAST_IN_EPISODE = 4.2;

    /// Of a radius: smaller nodes have no room for a cross.
    private static final double ROOM_FOR_CROSS = 4;

    static final double RING_WIDTH = 1;
    static final double CROSS_WIDTH = 1.5;
    static final double CHANGED_WIDTH = 2;

    /// That of a node.
    ///
    /// @param ordinary radius of an ordinary node
    /// @param ratio device pixels per pixel
    static NodeInk of(SceneModel scene, int node, double ordinary, double ratio) {
        Theme theme = scene.theme();
        NodeLook look = scene.look();
        double radius = ordinary * look.sizeOf(node);
        NodeShape shape = NodeShape.of(look.shape()[node]);
        boolean dim = look.emphasis()[node] == SceneModel.DIM;
        int panel = theme.colour(Colour.PANEL);
        int own = look.colour()[node];
        int colour = dim ? Theme.mix(own, panel, 0.74) : own;
        boolean wrong = look.mark()[node];
        return switch (shape) {
            case DISC, DOT -> new NodeInk(shape, radius, colour, colour, 0, wrong);
            case PALE ->
                    new NodeInk(
                            shape,
                            radius,
                            Theme.mix(colour, panel, 0.55),
                            colour,
                            rim(radius, 0.22),
                            wrong);
            case RING -> new NodeInk(shape, radius, panel, colour, rim(radius, 0.34), wrong);
            case TRIANGLE, SQUARE ->
                    new NodeInk(
                            shape,
                            dim ? radius : Math.max(radius * 1.06, LEAST_IN_EPISODE * ratio),
                            colour,
                            dim ? colour : theme.colour(Colour.TEXT),
                            Math.min(1.1 * ratio, radius * 0.25),
                            wrong);
        };
    }

    private static double rim(double radius, double share) {
        return Math.max(1, radius * share);
    }

    /// Of the ground around a node that keeps it apart from what is behind.
    static double halo(double radius, double ratio) {
        return Math.min(1.2 * ratio, radius * 0.3);
    }

    /// The middle of the ring around a wrong node.
    static double wrongRing(double radius, double ratio) {
        return radius * 1.3 + 0.6 * ratio;
    }

    /// How long an arm of the cross in a wrong node is, 0 for no cross.
    static double cross(double radius, double ratio) {
        return radius > ROOM_FOR_CROSS * ratio ? radius * 0.62 : 0;
    }

    /// The middle of the ring around a selected node, from its own radius.
    static double selectionRing(double own, double ratio) {
        return own + halo(own, ratio) + selectionWidth(own, ratio) / 2;
    }

    /// Many selected nodes side by side must stay nodes.
    static double selectionWidth(double own, double ratio) {
        return Math.clamp(0.4 * own, ratio, 1.8 * ratio);
    }

    /// The middle of the ring around a node that changed, outside of all other rings but that of the focus.
    static double changedRing(double own, double ratio) {
        return Math.max(wrongRing(own, ratio), own + 1.6 * ratio) + 2 * ratio;
    }

    /// The middle of the ring around the node that is pointed at or in focus.
    static double focusRing(double own, double ratio) {
        return Math.max(own * 1.55, own + 3.5 * ratio);
    }
}
