package innerloop.scene;

import innerloop.colour.Colour;
import innerloop.plot.Svg;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.StringJoiner;

/// A scene as an SVG 1.1 document: what a [Rasterizer] and the pen above it show through the same viewport, as shapes and words.
///
/// Edges that cross darken each other a little differently than pixels do, and of a shading each cell is a rectangle; all else is
/// the same. What is outside of the viewport is left out.
public final class SceneSvg {

    private static final double AREA_OPACITY = 0.1;
    private static final double OUTLINE_OPACITY = 0.75;
    private static final double OUTLINE_WIDTH = 1.4;
    private static final double LINK_OPACITY = 0.9;

    private final SceneModel scene;
    private final Viewport view;
    private final Svg svg;
    private final double radius;

    private SceneSvg(SceneModel scene, Viewport view) {
        this.scene = scene;
        this.view = view;
        this.svg = new Svg(view.width(), view.height());
        this.radius = scene.radiusAt(view.scale());
    }

    /// The document.
    ///
    /// @param covered in pixels, where no words are written
    public static String of(SceneModel scene, Viewport view, List<Bounds2> covered) {
        return new SceneSvg(scene, view).document(covered);
    }

    private String document(List<Bounds2> covered) {
        svg.element("rect")
                .attribute("width", view.width())
                .attribute("height", view.height())
                .colour("fill", panel())
                .end();
        scene.layers().shading().ifPresent(this::shade);
        scene.layers().areas().forEach(this::area);
        new EdgeSvg(scene, view, svg, radius).write();
        scene.layers().links().forEach(this::links);
        BitSet around = focusEdges();
        nodes();
        around.stream().forEach(this::node);
        focus(scene.focus().hovered(), 1.4);
        focus(scene.focus().selected(), 2.2);
        scene.layers().landmarks().forEach(this::star);
        scene.layers().arrows().forEach(this::arrow);
        LabelPlacer.place(scene, view, covered).forEach(this::label);
        return svg.closed();
    }

    private int panel() {
        return scene.theme().colour(Colour.PANEL);
    }

    private double x(int node) {
        return view.screenX(scene.xy()[2 * node]);
    }

    private double y(int node) {
        return view.screenY(scene.xy()[2 * node + 1]);
    }

    private void shade(Shading shading) {
        Bounds2 bounds = shading.bounds();
        double width = bounds.width() / shading.columns() * view.scale();
        double height = bounds.height() / shading.rows() * view.scale();
        svg.element("g").attribute("shape-rendering", "crispEdges").open();
        for (int cell = 0; cell < shading.argb().length; cell++) {
            int argb = shading.argb()[cell];
            int alpha = argb >>> 24;
            if (alpha > 0) {
                int column = cell % shading.columns();
                int row = cell / shading.columns();
                svg.element("rect")
                        .attribute("x", view.screenX(bounds.minX()) + column * width)
                        .attribute("y", view.screenY(bounds.minY()) + row * height)
                        .attribute("width", width)
                        .attribute("height", height)
                        .colour("fill", plain(argb, alpha))
                        .attribute("fill-opacity", alpha / 255.0)
                        .end();
            }
        }
        svg.close("g");
    }

    /// A premultiplied colour without its opacity.
    private static int plain(int argb, int alpha) {
        int colour = 0;
        for (int shift = 0; shift < 24; shift += 8) {
            colour |= Math.min(255, ((argb >> shift) & 0xFF) * 255 / alpha) << shift;
        }
        return colour;
    }

    private void area(Scenery.Area area) {
        StringJoiner path = new StringJoiner("L", "M", "Z");
        for (int k = 0; k < area.corners().length; k += 2) {
            path.add(place(view.screenX(area.corners()[k]), view.screenY(area.corners()[k + 1])));
        }
        if (area.corners().length >= 4) {
            svg.element("path")
                    .attribute("d", path.toString())
                    .colour("fill", area.colour())
                    .attribute("fill-opacity", AREA_OPACITY)
                    .colour("stroke", area.colour())
                    .attribute("stroke-width", OUTLINE_WIDTH)
                    .attribute("stroke-opacity", OUTLINE_OPACITY)
                    .end();
        }
    }

    private static String place(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }

    private void links(Scenery.Links links) {
        svg.element("g")
                .colour("stroke", links.colour())
                .attribute("stroke-width", Svg.number(links.width()))
                .attribute("stroke-opacity", LINK_OPACITY);
        if (links.dash() > 0) {
            svg.attribute("stroke-dasharray", Svg.number(links.dash()));
        }
        svg.open();
        for (int k = 0; k < links.from().length; k++) {
            line(links.from()[k], links.to()[k]);
        }
        svg.close("g");
    }

    private void line(int a, int b) {
        if (Double.isFinite(x(a) + y(a) + x(b) + y(b))) {
            svg.element("path")
                    .attribute("d", "M" + place(x(a), y(a)) + "L" + place(x(b), y(b)))
                    .end();
        }
    }

    /// The edges of the focused and the hovered node, in the accent colour.
    ///
    /// @return the nodes they lead to
    private BitSet focusEdges() {
        BitSet around = new BitSet();
        int selected = scene.focus().selected();
        int hovered = scene.focus().hovered();
        if (selected < 0 && hovered < 0) {
            return around;
        }
        svg.element("g")
                .colour("stroke", scene.theme().colour(Colour.ACCENT))
                .attribute("stroke-opacity", 0.7)
                .open();
        EdgeList edges = scene.edges();
        for (int e = 0; e < edges.size(); e++) {
            int a = edges.from()[e];
            int b = edges.to()[e];
            if (a == selected || b == selected || a == hovered || b == hovered) {
                around.set(a);
                around.set(b);
                line(a, b);
            }
        }
        svg.close("g");
        return around;
    }

    /// From back to front, selected ones last.
    private void nodes() {
        byte[] emphasis = scene.look().emphasis();
        int[] order = scene.look().order();
        for (byte layer : new byte[] {SceneModel.DIM, SceneModel.NORMAL, SceneModel.STRONG}) {
            for (int k = 0; k < scene.nodes(); k++) {
                int i = order.length == 0 ? k : order[k];
                if (emphasis[i] == layer && !scene.focus().selection().contains(i)) {
                    node(i);
                }
            }
        }
        scene.focus().selection().stream()
                .takeWhile(i -> i < scene.nodes())
                .forEach(i -> {
                    double own = radius * scene.look().sizeOf(i);
                    ring(
                            i,
                            NodeInk.selectionRing(own, 1),
                            NodeInk.selectionWidth(own, 1),
                            scene.theme().colour(Colour.ACCENT));
                    node(i);
                });
        scene.focus().changed().stream()
                .takeWhile(i -> i < scene.nodes())
                .forEach(i -> {
                    double ring = NodeInk.changedRing(radius * scene.look().sizeOf(i), 1);
                    ring(i, ring, 2 * NodeInk.CHANGED_WIDTH, panel());
                    ring(i, ring, NodeInk.CHANGED_WIDTH, scene.theme().colour(Colour.CHANGED));
                    node(i);
                });
    }

    private boolean isSeen(int node, double reach) {
        // Also false for NaN.
        return x(node) > -reach
                && y(node) > -reach
                && x(node) < view.width() + reach
                && y(node) < view.height() + reach;
    }

    private void node(int i) {
        node(i, radius);
    }

    private void node(int i, double ordinary) {
        NodeInk ink = NodeInk.of(scene, i, ordinary, 1);
        if (!isSeen(i, 4 * ink.radius())) {
            return;
        }
        double own = ordinary * scene.look().sizeOf(i);
        double halo = NodeInk.halo(own, 1);
        form(ink.shape(), i, ink.radius(), halo / 2).colour("fill", panel());
        svg.colour("stroke", panel()).attribute("stroke-width", halo).end();
        form(ink.shape(), i, ink.radius(), -ink.rimWidth() / 2).colour("fill", ink.fill());
        if (ink.rimWidth() > 0) {
            svg.colour("stroke", ink.rim()).attribute("stroke-width", ink.rimWidth());
        }
        svg.end();
        if (ink.wrong()) {
            double ring = NodeInk.wrongRing(own, 1);
            ring(i, ring, 2 * NodeInk.RING_WIDTH, panel());
            ring(i, ring, NodeInk.RING_WIDTH, scene.theme().colour(Colour.WRONG));
            cross(i, NodeInk.cross(own, 1));
        }
    }

    /// @param beyond how far outside of the shape it goes
    private Svg form(NodeShape shape, int i, double size, double beyond) {
        double[] corners = shape.corners(size + beyond);
        if (corners.length == 0) {
            return svg.element("circle")
                    .attribute("cx", x(i))
                    .attribute("cy", y(i))
                    .attribute("r", size * shape.discRadius() + beyond);
        }
        StringJoiner path = new StringJoiner("L", "M", "Z");
        for (int k = 0; k < corners.length; k += 2) {
            path.add(place(x(i) + corners[k], y(i) + corners[k + 1]));
        }
        return svg.element("path").attribute("d", path.toString());
    }

    private void ring(int i, double middle, double width, int colour) {
        svg.element("circle")
                .attribute("cx", x(i))
                .attribute("cy", y(i))
                .attribute("r", middle)
                .attribute("fill", "none")
                .colour("stroke", colour)
                .attribute("stroke-width", width)
                .end();
    }

    private void cross(int i, double arm) {
        if (arm > 0) {
            double d = arm * Math.sqrt(0.5);
            svg.element("path")
                    .attribute(
                            "d",
                            "M"
                                    + place(x(i) - d, y(i) - d)
                                    + "L"
                                    + place(x(i) + d, y(i) + d)
                                    + "M"
                                    + place(x(i) + d, y(i) - d)
                                    + "L"
                                    + place(x(i) - d, y(i) + d))
                    .colour("stroke", panel())
                    .attribute("stroke-width", NodeInk.CROSS_WIDTH)
                    .end();
        }
    }

    private void focus(int node, double width) {
        if (node < 0 || node >= scene.nodes() || !isSeen(node, 0)) {
            return;
        }
        node(node, Math.max(radius, 3.5));
        double ring = NodeInk.focusRing(radius * scene.look().sizeOf(node), 1);
        ring(node, ring, width + 2, panel());
        ring(node, ring, width, scene.theme().colour(Colour.ACCENT));
    }

    private void star(Scenery.Landmark landmark) {
        double[] corners =
                Scenery.Landmark.star(view.screenX(landmark.x()), view.screenY(landmark.y()));
        List<String> places = new ArrayList<>();
        for (int k = 0; k < corners.length; k += 2) {
            places.add(place(corners[k], corners[k + 1]));
        }
        String path = "M" + String.join("L", places) + "Z";
        outline(path, panel(), Scenery.Landmark.HALO_WIDTH);
        outline(path, landmark.colour(), Scenery.Landmark.LINE_WIDTH);
    }

    private void arrow(Scenery.Arrow arrow) {
        double x1 = view.screenX(arrow.x());
        double y1 = view.screenY(arrow.y());
        double x2 = view.screenX(arrow.toX());
        double y2 = view.screenY(arrow.toY());
        String line = "M" + place(x1, y1) + "L" + place(x2, y2);
        double[] head = arrow.head(x1, y1, x2, y2);
        outline(line, panel(), arrow.width() + 2 * Scenery.Arrow.RIM);
        outline(line, arrow.colour(), arrow.width());
        if (head.length > 0) {
            svg.element("path")
                    .attribute(
                            "d",
                            "M%sL%sL%sZ"
                                    .formatted(
                                            place(head[0], head[1]),
                                            place(head[2], head[3]),
                                            place(head[4], head[5])))
                    .colour("fill", arrow.colour())
                    .end();
        }
    }

    private void outline(String path, int colour, double width) {
        svg.element("path")
                .attribute("d", path)
                .attribute("fill", "none")
                .colour("stroke", colour)
                .attribute("stroke-width", width)
                .attribute("stroke-linejoin", "round")
                .end();
    }

    private void label(LabelPlacer.Placed label) {
        svg.element("text")
                .attribute("x", label.x())
                .attribute("y", label.baseline())
                .attribute("font-size", LabelPlacer.FONT);
        if (label.strong()) {
            svg.attribute("font-weight", "600");
        }
        svg.colour("fill", label.colour())
                .colour("stroke", panel())
                .attribute("stroke-width", label.strong() ? 4 : 3)
                .attribute("stroke-linejoin", "round")
                .attribute("paint-order", "stroke")
                .end("text", label.text());
    }
}
