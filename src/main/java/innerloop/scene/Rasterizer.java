package innerloop.scene;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BooleanSupplier;

/// Draws a [SceneModel] into an `int[]` of opaque premultiplied ARGB. Used by one thread; keeps its
/// work buffers from frame to frame.
public final class Rasterizer {

    /// So many edges are drawn per frame at most; beyond, a fair sample stands for all.
    private static final int EDGE_BUDGET = 400_000;

    private static final int ASK_EVERY = 8192;

    /// So many nodes are drawn in less detail while the picture moves.
    private static final int CROWD = 50_000;

    private static final double ARROW = 6;
    private static final double LEAST_ARROW_SCALE = 1.2;

    private final EdgePainter edgePainter = new EdgePainter();
    private final GroundPainter groundPainter = new GroundPainter(edgePainter);
    private final NodePainter nodePainter = new NodePainter();
    private double[] screen = new double[0];
    private boolean hurried;

    /// Draws one frame.
    ///
    /// @param pixels at least `width · height` long
    /// @param ratio device pixels per pixel of the viewport
    /// @param sample share of the edges to draw, 1 = all; less while the picture moves
    /// @param superseded asked now and then; once true, the frame is not needed any more
    /// @return whether the frame is complete
    public boolean draw(
            SceneModel scene,
            Viewport view,
            double ratio,
            double sample,
            BooleanSupplier superseded,
            int[] pixels,
            int width,
            int height) {
        Arrays.fill(pixels, 0, width * height, scene.theme().colour(Colour.PANEL));
        if (scene.nodes() == 0) {
            return true;
        }
        ground(scene, view, ratio, pixels, width, height);
        project(scene, view, ratio);
        double radius = scene.radiusAt(view.scale()) * ratio;
        if (!edges(scene, ratio, sample, radius, superseded, pixels, width, height)) {
            return false;
        }
        links(scene, ratio, pixels, width, height);
        BitSet around = focusEdges(scene, ratio, pixels, width, height);
        hurried = sample < 1 && scene.nodes() > CROWD;
        nodePainter.begin(pixels, width, height);
        if (!layers(scene, radius, ratio, superseded)) {
            return false;
        }
        around.stream().forEach(i -> node(scene, i, radius, ratio));
        focus(scene, scene.focus().hovered(), radius, ratio);
        focus(scene, scene.focus().selected(), radius, ratio);
        return true;
    }

    private static double[] onScreen(double[] world, Viewport view, double ratio) {
        double[] device = new double[world.length];
        for (int k = 0; k < world.length; k += 2) {
            device[k] = view.screenX(world[k]) * ratio;
            device[k + 1] = view.screenY(world[k + 1]) * ratio;
        }
        return device;
    }

    private void ground(
            SceneModel scene, Viewport view, double ratio, int[] pixels, int width, int height) {
        Scenery layers = scene.layers();
        layers.shading().ifPresent(s -> groundPainter.shade(s, view, ratio, pixels, width, height));
        for (Scenery.Area area : layers.areas()) {
            groundPainter.area(
                    onScreen(area.corners(), view, ratio),
                    area.colour(),
                    ratio,
                    pixels,
                    width,
                    height);
        }
    }

    /// Ordinary nodes from back to front, selected ones last.
    ///
    /// @return whether all are drawn
    private boolean layers(
            SceneModel scene, double radius, double ratio, BooleanSupplier superseded) {
        byte[] emphasis = scene.look().emphasis();
        int[] order = scene.look().order();
        for (byte layer : new byte[] {SceneModel.DIM, SceneModel.NORMAL, SceneModel.STRONG}) {
            for (int k = 0; k < scene.nodes(); k++) {
                int i = order.length == 0 ? k : order[k];
                if (k % ASK_EVERY == 0 && superseded.getAsBoolean()) {
                    return false;
                }
                if (emphasis[i] == layer && !scene.focus().selection().contains(i)) {
                    node(scene, i, radius, ratio);
                }
            }
        }
        scene.focus().selection().stream()
                .takeWhile(i -> i < scene.nodes())
                .forEach(i -> selected(scene, i, radius, ratio));
        return true;
    }

    private void selected(SceneModel scene, int i, double radius, double ratio) {
        double own = radius * scene.look().sizeOf(i);
        // Many selected nodes side by side must stay nodes.
        double width = Math.clamp(0.4 * own, ratio, 1.8 * ratio);
        double ring = own + halo(own, ratio) + width / 2;
        nodePainter.ring(
                screen[2 * i], screen[2 * i + 1], ring, width, scene.theme().colour(Colour.ACCENT));
        node(scene, i, radius, ratio);
    }

    private void project(SceneModel scene, Viewport view, double ratio) {
        int n = scene.nodes();
        if (screen.length < 2 * n) {
            screen = new double[2 * n];
        }
        float[] xy = scene.xy();
        for (int i = 0; i < n; i++) {
            screen[2 * i] = view.screenX(xy[2 * i]) * ratio;
            screen[2 * i + 1] = view.screenY(xy[2 * i + 1]) * ratio;
        }
    }

    private boolean edges(
            SceneModel scene,
            double ratio,
            double sample,
            double radius,
            BooleanSupplier superseded,
            int[] pixels,
            int width,
            int height) {
        EdgeList edges = scene.edges();
        int all = edges.size();
        int count = (int) Math.min(Math.ceil(all * Math.clamp(sample, 0, 1)), EDGE_BUDGET);
        if (count == 0) {
            return true;
        }
        int thick = Math.max(1, (int) Math.round(ratio));
        int weight =
                (int) Math.min(64.0 * EdgePainter.FULL, EdgePainter.FULL * (double) all / count);
        byte[] emphasis = scene.look().emphasis();
        float[] strength = edges.strength();
        boolean arrows = edges.directed() && radius > LEAST_ARROW_SCALE * 2 * ratio;
        edgePainter.begin(width, height);
        for (int e = 0; e < count; e++) {
            if (e % ASK_EVERY == 0 && superseded.getAsBoolean()) {
                return false;
            }
            int a = edges.from()[e];
            int b = edges.to()[e];
            boolean back = emphasis[a] == SceneModel.DIM || emphasis[b] == SceneModel.DIM;
            int own = strength.length == 0 ? weight : (int) (weight * strength[e]);
            own = back ? own / 3 : own;
            edgePainter.line(
                    screen[2 * a], screen[2 * a + 1], screen[2 * b], screen[2 * b + 1], own, thick);
            if (arrows) {
                arrow(a, b, radius * scene.look().sizeOf(b), ARROW * ratio, own, thick);
            }
        }
        // Few edges may be clear lines; many must be a tissue through which the nodes stay visible.
        double alpha = Math.clamp(0.42 / (1 + 1.6 * edgePainter.crowding() / thick), 0.03, 0.42);
        edgePainter.end(pixels, scene.theme().colour(Colour.EDGE), alpha, 0.75);
        return true;
    }

    /// Two short strokes where an edge meets the rim of the node it leads to.
    private void arrow(int a, int b, double rim, double length, int weight, int thick) {
        double dx = screen[2 * a] - screen[2 * b];
        double dy = screen[2 * a + 1] - screen[2 * b + 1];
        double distance = Math.hypot(dx, dy);
        // Also true for NaN; a shorter edge has no room for an arrow.
        if (!(distance > 2 * rim + length)) {
            return;
        }
        double ux = dx / distance;
        double uy = dy / distance;
        double tipX = screen[2 * b] + ux * (rim + 1);
        double tipY = screen[2 * b + 1] + uy * (rim + 1);
        for (int side = -1; side <= 1; side += 2) {
            double endX = tipX + length * (ux - side * 0.5 * uy);
            double endY = tipY + length * (uy + side * 0.5 * ux);
            edgePainter.line(tipX, tipY, endX, endY, 2 * weight, thick);
        }
    }

    private void links(SceneModel scene, double ratio, int[] pixels, int width, int height) {
        int thick = Math.max(2, (int) Math.round(2 * ratio));
        for (Scenery.Links links : scene.layers().links()) {
            edgePainter.begin(width, height);
            for (int k = 0; k < links.from().length; k++) {
                int a = links.from()[k];
                int b = links.to()[k];
                edgePainter.dashes(
                        screen[2 * a],
                        screen[2 * a + 1],
                        screen[2 * b],
                        screen[2 * b + 1],
                        links.dash() * ratio,
                        thick);
            }
            edgePainter.end(pixels, links.colour(), 0.9, 0.95);
        }
    }

    /// The edges of the focused and the hovered node, in the accent colour.
    ///
    /// @return the nodes they lead to
    private BitSet focusEdges(SceneModel scene, double ratio, int[] pixels, int width, int height) {
        BitSet around = new BitSet();
        int selected = scene.focus().selected();
        int hovered = scene.focus().hovered();
        if (selected < 0 && hovered < 0) {
            return around;
        }
        EdgeList edges = scene.edges();
        int thick = Math.max(1, (int) Math.round(ratio));
        edgePainter.begin(width, height);
        for (int e = 0; e < edges.size(); e++) {
            int a = edges.from()[e];
            int b = edges.to()[e];
            boolean ofSelected = a == selected || b == selected;
            if (ofSelected || a == hovered || b == hovered) {
                around.set(a);
                around.set(b);
                edgePainter.line(
                        screen[2 * a],
                        screen[2 * a + 1],
                        screen[2 * b],
                        screen[2 * b + 1],
                        ofSelected ? EdgePainter.FULL * 3 / 2 : EdgePainter.FULL * 2 / 3,
                        thick);
            }
        }
        edgePainter.end(pixels, scene.theme().colour(Colour.ACCENT), 0.7, 0.9);
        return around;
    }

    private void node(SceneModel scene, int i, double ordinary, double ratio) {
        Theme theme = scene.theme();
        NodeLook look = scene.look();
        double radius = ordinary * look.sizeOf(i);
        NodeShape shape = NodeShape.of(look.shape()[i]);
        boolean dim = look.emphasis()[i] == SceneModel.DIM;
        int colour =
                dim
                        ? Theme.mix(look.colour()[i], theme.colour(Colour.PANEL), 0.74)
                        : look.colour()[i];
        double x = screen[2 * i];
        double y = screen[2 * i + 1];
        double halo = halo(radius, ratio);
        switch (shape) {
            case DISC, DOT ->
                    nodePainter.shape(
                            shape,
                            x,
                            y,
                            radius,
                            colour,
                            colour,
                            0,
                            theme.colour(Colour.PANEL),
                            halo);
            case PALE -> {
                int fill = Theme.mix(colour, theme.colour(Colour.PANEL), 0.55);
                nodePainter.shape(
                        shape,
                        x,
                        y,
                        radius,
                        fill,
                        colour,
                        rim(radius, 0.22),
                        theme.colour(Colour.PANEL),
                        halo);
            }
            case RING ->
                    nodePainter.shape(
                            shape,
                            x,
                            y,
                            radius,
                            theme.colour(Colour.PANEL),
                            colour,
                            rim(radius, 0.34),
                            theme.colour(Colour.PANEL),
                            halo);
            case TRIANGLE, SQUARE -> {
                int rim = dim ? colour : theme.colour(Colour.TEXT);
                // The episode must be found even among thousands of tiny nodes.
                double size = dim ? radius : Math.max(radius * 1.06, 4.2 * ratio);
                nodePainter.shape(
                        shape,
                        x,
                        y,
                        size,
                        colour,
                        rim,
                        Math.min(1.1 * ratio, radius * 0.25),
                        theme.colour(Colour.PANEL),
                        halo);
            }
        }
        if (look.mark()[i]) {
            // Wrong: a fine ring around, so that the predicted colour still shows; a cross inside
            // where there is room for one.
            double ring = radius * 1.3 + 0.6 * ratio;
            nodePainter.ring(x, y, ring, 2 * ratio, theme.colour(Colour.PANEL));
            nodePainter.ring(x, y, ring, ratio, theme.colour(Colour.WRONG));
            if (radius > 4 * ratio) {
                nodePainter.cross(x, y, radius * 0.62, 1.5 * ratio, theme.colour(Colour.PANEL));
            }
        }
    }

    /// Ground around a node that keeps it apart from what is behind; a moving crowd goes without.
    private double halo(double radius, double ratio) {
        return hurried ? 0 : Math.min(1.2 * ratio, radius * 0.3);
    }

    private static double rim(double radius, double share) {
        return Math.max(1, radius * share);
    }

    private void focus(SceneModel scene, int node, double radius, double ratio) {
        if (node < 0 || node >= scene.nodes()) {
            return;
        }
        double x = screen[2 * node];
        double y = screen[2 * node + 1];
        double own = radius * scene.look().sizeOf(node);
        double ring = Math.max(own * 1.55, own + 3.5 * ratio);
        node(scene, node, Math.max(radius, 3.5 * ratio), ratio);
        boolean selected = node == scene.focus().selected();
        nodePainter.ring(
                x, y, ring, (selected ? 4.4 : 3.2) * ratio, scene.theme().colour(Colour.PANEL));
        nodePainter.ring(
                x, y, ring, (selected ? 2.2 : 1.4) * ratio, scene.theme().colour(Colour.ACCENT));
    }

    /// Source over an opaque destination; `alpha` in 1/256.
    static int blend(int below, int above, int alpha) {
        int rest = 256 - alpha;
        int rb = (((below & 0xFF00FF) * rest + (above & 0xFF00FF) * alpha) >>> 8) & 0xFF00FF;
        int g = (((below & 0x00FF00) * rest + (above & 0x00FF00) * alpha) >>> 8) & 0x00FF00;
        return 0xFF000000 | rb | g;
    }
}
