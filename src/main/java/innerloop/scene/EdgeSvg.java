package innerloop.scene;

import innerloop.colour.Colour;
import innerloop.plot.Svg;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// Writes the edges of a scene as lines, those of the same opacity together.
final class EdgeSvg {

    /// So many are written at most; beyond, a fair sample stands for all.
    private static final int MOST = 100_000;

    private final SceneModel scene;
    private final Viewport view;
    private final Svg svg;
    private final double radius;
    private final double alpha;
    private final double weight;
    private final int count;

    /// The lines of each opacity, in hundredths.
    private final TreeMap<Integer, List<String>> paths = new TreeMap<>();

    /// @param radius of an ordinary node, pixels
    EdgeSvg(SceneModel scene, Viewport view, Svg svg, double radius) {
        this.scene = scene;
        this.view = view;
        this.svg = svg;
        this.radius = radius;
        this.count = Math.min(scene.edges().size(), MOST);
        this.weight = count == 0 ? 1 : Math.min(64, (double) scene.edges().size() / count);
        this.alpha = EdgePainter.alpha(crowding());
    }

    /// Mean number of lines over a pixel.
    private double crowding() {
        double drawn = 0;
        for (int e = 0; e < count; e++) {
            if (isSeen(e)) {
                double length =
                        Math.hypot(
                                x(scene.edges().from()[e]) - x(scene.edges().to()[e]),
                                y(scene.edges().from()[e]) - y(scene.edges().to()[e]));
                drawn += Math.min(length, Math.hypot(view.width(), view.height())) * weightOf(e);
            }
        }
        return drawn / Math.max(1, view.width() * view.height());
    }

    private double weightOf(int edge) {
        float[] strength = scene.edges().strength();
        byte[] emphasis = scene.look().emphasis();
        boolean back =
                emphasis[scene.edges().from()[edge]] == SceneModel.DIM
                        || emphasis[scene.edges().to()[edge]] == SceneModel.DIM;
        return (strength.length == 0 ? weight : weight * strength[edge]) / (back ? 3 : 1);
    }

    private double x(int node) {
        return view.screenX(scene.xy()[2 * node]);
    }

    private double y(int node) {
        return view.screenY(scene.xy()[2 * node + 1]);
    }

    /// Whether its bounds meet the picture; not where an end has no place.
    private boolean isSeen(int edge) {
        int a = scene.edges().from()[edge];
        int b = scene.edges().to()[edge];
        return Math.max(x(a), x(b)) >= 0
                && Math.max(y(a), y(b)) >= 0
                && Math.min(x(a), x(b)) <= view.width()
                && Math.min(y(a), y(b)) <= view.height();
    }

    /// Writes all of them.
    void write() {
        boolean arrows = EdgePainter.hasArrows(scene.edges(), radius, 1);
        for (int e = 0; e < count; e++) {
            if (isSeen(e)) {
                int a = scene.edges().from()[e];
                int b = scene.edges().to()[e];
                line(x(a), y(a), x(b), y(b), weightOf(e));
                if (arrows) {
                    double own = weightOf(e);
                    for (double[] stroke :
                            EdgePainter.arrow(
                                    x(a),
                                    y(a),
                                    x(b),
                                    y(b),
                                    radius * scene.look().sizeOf(b),
                                    EdgePainter.ARROW)) {
                        line(stroke[0], stroke[1], stroke[2], stroke[3], 2 * own);
                    }
                }
            }
        }
        svg.element("g").colour("stroke", scene.theme().colour(Colour.EDGE)).open();
        // An element each: where lines cross, they darken.
        paths.forEach((hundredths, lines) -> {
            svg.element("g").attribute("stroke-opacity", hundredths / 100.0).open();
            lines.forEach(line -> svg.element("path").attribute("d", line).end());
            svg.close("g");
        });
        svg.close("g");
    }

    private void line(double x1, double y1, double x2, double y2, double own) {
        int hundredths = (int) Math.max(1, Math.round(100 * EdgePainter.opacity(alpha, own)));
        paths.computeIfAbsent(hundredths, _ -> new ArrayList<>())
                .add(
                        "M"
                                + Svg.number(x1)
                                + " "
                                + Svg.number(y1)
                                + "L"
                                + Svg.number(x2)
                                + " "
                                + Svg.number(y2));
    }
}
