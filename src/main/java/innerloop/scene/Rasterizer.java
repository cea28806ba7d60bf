package innerloop.scene;

import innerloop.colour.Colour;
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
        scene.focus().changed().stream()
                .takeWhile(i -> i < scene.nodes())
                .forEach(i -> changed(scene, i, radius, ratio));
        return true;
    }

    private void changed(SceneModel scene, int i, double radius, double ratio) {
        double ring = NodeInk.changedRing(radius * scene.look().sizeOf(i), ratio);
        double width = NodeInk.CHANGED_WIDTH * ratio;
        double x = screen[2 * i];
        double y = screen[2 * i + 1];
        nodePainter.ring(x, y, ring, 2 * width, scene.theme().colour(Colour.PANEL));
        nodePainter.ring(x, y, ring, width, scene.theme().colour(Colour.CHANGED));
        node(scene, i, radius, ratio);
    }

    private void selected(SceneModel scene, int i, double radius, double ratio) {
        double own = radius * scene.look().sizeOf(i);
        nodePainter.ring(
                screen[2 * i],
                screen[2 * i + 1],
                NodeInk.selectionRing(own, ratio),
                NodeInk.selectionWidth(own, ratio),
                scene.theme().colour(Colour.ACCENT));
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
        boolean arrows = EdgePainter.hasArrows(edges, radius, ratio);
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
                for (double[] stroke :
                        EdgePainter.arrow(
                                screen[2 * a],
                                screen[2 * a + 1],
                                screen[2 * b],
                                screen[2 * b + 1],
                                radius * scene.look().sizeOf(b),
                                EdgePainter.ARROW * ratio)) {
                    edgePainter.line(stroke[0], stroke[1], stroke[2], stroke[3], 2 * own, thick);
                }
            }
        }
        edgePainter.end(
                pixels,
                scene.theme().colour(Colour.EDGE),
                EdgePainter.alpha(edgePainter.crowding() / thick));
        return true;
    }

    private void links(SceneModel scene, double ratio, int[] pixels, int width, int height) {
        for (Scenery.Links links : scene.layers().links()) {
            int thick = Math.max(2, (int) Math.round(links.width() * ratio));
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
        double radius = ordinary * scene.look().sizeOf(i);
        double x = screen[2 * i];
        double y = screen[2 * i + 1];
        int panel = scene.theme().colour(Colour.PANEL);
        NodeInk ink = NodeInk.of(scene, i, ordinary, ratio);
        nodePainter.shape(
                ink.shape(),
                x,
                y,
                ink.radius(),
                ink.fill(),
                ink.rim(),
                ink.rimWidth(),
                panel,
                halo(radius, ratio));
        if (ink.wrong()) {
            // Wrong: a fine ring around, so that the predicted colour still shows; a cross inside
            // where there is room for one.
            double ring = NodeInk.wrongRing(radius, ratio);
            double width = NodeInk.RING_WIDTH * ratio;
            nodePainter.ring(x, y, ring, 2 * width, panel);
            nodePainter.ring(x, y, ring, width, scene.theme().colour(Colour.WRONG));
            double arm = NodeInk.cross(radius, ratio);
            if (arm > 0) {
                nodePainter.cross(x, y, arm, NodeInk.CROSS_WIDTH * ratio, panel);
            }
        }
    }

    /// Ground around a node that keeps it apart from what is behind; a moving crowd goes without.
    private double halo(double radius, double ratio) {
        return hurried ? 0 : NodeInk.halo(radius, ratio);
    }

    private void focus(SceneModel scene, int node, double radius, double ratio) {
        if (node < 0 || node >= scene.nodes()) {
            return;
        }
        double x = screen[2 * node];
        double y = screen[2 * node + 1];
        double own = radius * scene.look().sizeOf(node);
        double ring = NodeInk.focusRing(own, ratio);
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
