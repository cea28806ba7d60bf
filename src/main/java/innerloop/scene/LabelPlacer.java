package innerloop.scene;

import innerloop.colour.Colour;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Chooses which nodes get their name written and where, so that names cover neither each other
/// nor, if it can be avoided, nodes. Greedy in the scene's order of importance; the selected node
/// comes first, always.
public final class LabelPlacer {

    /// Height of one line in pixels.
    static final double LINE = 15;

    /// Size of label text in pixels.
    public static final double FONT = 11.5;

    private static final int CELL = 4;
    private static final double PIXELS_PER_LABEL = 24_000;

    /// A label's words, its left end and baseline in pixels, its colour, and whether it stands out.
    public record Placed(String text, double x, double baseline, int colour, boolean strong) {}

    private final Viewport view;
    private final int columns;
    private final int rows;
    private final BitSet nodes;
    private final BitSet taken;
    private final List<Placed> placed = new ArrayList<>();

    private LabelPlacer(Viewport view) {
        this.view = view;
        columns = (int) (view.width() / CELL) + 1;
        rows = (int) (view.height() / CELL) + 1;
        nodes = new BitSet(columns * rows);
        taken = new BitSet(columns * rows);
    }

    /// The labels of a scene seen through this viewport.
    ///
    /// @param covered in pixels, where something else lies over the picture
    public static List<Placed> place(SceneModel scene, Viewport view, List<Bounds2> covered) {
        boolean silent = scene.labels().isEmpty() && scene.captions().isEmpty();
        if (silent || view.width() < 40 || view.height() < 40 || scene.nodes() == 0) {
            return List.of();
        }
        LabelPlacer placer = new LabelPlacer(view);
        covered.forEach(area ->
                placer.mark(placer.taken, area.minX(), area.minY(), area.maxX(), area.maxY()));
        placer.markNodes(scene);
        placer.placeAll(scene);
        return List.copyOf(placer.placed);
    }

    private void markNodes(SceneModel scene) {
        double radius = scene.radiusAt(view.scale());
        for (int i = 0; i < scene.nodes(); i++) {
            double x = view.screenX(scene.xy()[2 * i]);
            double y = view.screenY(scene.xy()[2 * i + 1]);
            if (x > 0 && y > 0 && x < view.width() && y < view.height()) {
                mark(nodes, x - radius, y - radius, x + radius, y + radius);
            }
        }
    }

    private void placeAll(SceneModel scene) {
        double radius = scene.radiusAt(view.scale());
        int ink = scene.theme().colour(Colour.TEXT);
        if (!scene.labels().isEmpty()) {
            node(scene, scene.focus().selected(), radius, ink, true);
        }
        for (Scenery.Landmark landmark : scene.layers().landmarks()) {
            double half = Scenery.Landmark.RADIUS - CELL;
            double x = view.screenX(landmark.x());
            double y = view.screenY(landmark.y());
            mark(taken, x - half, y - half, x + half, y + half);
        }
        for (SceneModel.Caption caption : scene.captions()) {
            caption(caption);
        }
        int most =
                placed.size()
                        + (int) Math.clamp(view.width() * view.height() / PIXELS_PER_LABEL, 3, 60);
        int tried = 0;
        for (int node : scene.labelOrder()) {
            if (placed.size() >= most || ++tried > 600) {
                break;
            }
            if (node != scene.focus().selected()
                    && scene.look().emphasis()[node] != SceneModel.DIM) {
                node(scene, node, radius, ink, false);
            }
        }
    }

    private void caption(SceneModel.Caption caption) {
        double width = width(caption.text());
        double x =
                Math.clamp(
                        view.screenX(caption.x()) - width / 2,
                        4,
                        Math.max(4, view.width() - width - 4));
        double y = view.screenY(caption.y());
        double near = caption.away() + LINE / 2;
        boolean beside = caption.away() > 0;
        double[] shifts =
                beside
                        ? new double[] {-near, near, -near - LINE, near + LINE}
                        : new double[] {0, CELL, 2 * CELL};
        // Further off, or over nodes, it would be taken for the name of something else.
        double most = beside ? Double.MAX_VALUE : width / CELL * (LINE / CELL) / 4;
        for (double shift : shifts) {
            double top = Math.clamp(y - LINE / 2 + shift, 2, Math.max(2, view.height() - LINE - 2));
            if (covered(taken, x, top, x + width, top + LINE) == 0
                    && covered(nodes, x, top, x + width, top + LINE) <= most) {
                add(caption.text(), x, top, width, caption.colour(), true);
                return;
            }
        }
    }

    private void node(SceneModel scene, int node, double radius, int ink, boolean always) {
        if (node < 0 || node >= scene.nodes()) {
            return;
        }
        double x = view.screenX(scene.xy()[2 * node]);
        double y = view.screenY(scene.xy()[2 * node + 1]);
        // Also true for NaN.
        if (!(x >= 0 && y >= 0 && x <= view.width() && y <= view.height())) {
            return;
        }
        String text = scene.labels().get(node);
        double width = width(text);
        double gap = radius + (always ? 7 : 3);
        double[] lefts = {x + gap, x - gap - width, x - width / 2, x - width / 2};
        double[] tops = {y - LINE / 2, y - LINE / 2, y - gap - LINE, y + gap};
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int k = 0; k < 4; k++) {
            double l = lefts[k];
            double t = tops[k];
            if (l < 2 || t < 2 || l + width > view.width() - 2 || t + LINE > view.height() - 2) {
                continue;
            }
            if (covered(taken, l, t, l + width, t + LINE) == 0) {
                int over = covered(nodes, l, t, l + width, t + LINE);
                if (over < fewest) {
                    fewest = over;
                    best = k;
                }
            }
        }
        int cells = (int) (width / CELL * (LINE / CELL));
        if (best >= 0 && (always || fewest <= cells / 10)) {
            add(text, lefts[best], tops[best], width, ink, always);
        }
    }

    private void add(
            String text, double left, double top, double width, int colour, boolean strong) {
        placed.add(new Placed(text, left, top + LINE - 4, colour, strong));
        mark(taken, left - 4, top - 1, left + width + 4, top + LINE + 1);
    }

    private void mark(BitSet set, double left, double top, double right, double bottom) {
        int c0 = column(left);
        int c1 = column(right);
        for (int r = row(top); r <= row(bottom); r++) {
            set.set(r * columns + c0, r * columns + c1 + 1);
        }
    }

    private int covered(BitSet set, double left, double top, double right, double bottom) {
        int c0 = column(left);
        int c1 = column(right);
        int count = 0;
        for (int r = row(top); r <= row(bottom); r++) {
            for (int at = set.nextSetBit(r * columns + c0);
                    at >= 0 && at <= r * columns + c1;
                    at = set.nextSetBit(at + 1)) {
                count++;
            }
        }
        return count;
    }

    private int column(double x) {
        return Math.clamp((long) (x / CELL), 0, columns - 1);
    }

    private int row(double y) {
        return Math.clamp((long) (y / CELL), 0, rows - 1);
    }

    /// An estimate that needs no toolkit: letters are about half as wide as high, Chinese ones as
    /// wide as high.
    private static double width(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            width += c >= 0x2E80 ? 1 : Character.isUpperCase(c) ? 0.68 : 0.56;
        }
        return width * FONT;
    }
}
