package innerloop.scene;

import static org.assertj.core.api.Assertions.assertThat;

import innerloop.colour.Colour;
import innerloop.colour.Theme;
import innerloop.graph.select.NodeSet;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RasterizerTest {

    private static final int SIDE = 60;
    private static final int BLACK = 0xFF000000;
    private static final Viewport VIEW = new Viewport(0, 0, 1, SIDE, SIDE);

    @Test
    void aDiscOfRadiusFiveCovers78Pixels() {
        assertThat(coveredArea(NodeShape.DISC, 5)).isBetween(77.0, 80.0);
    }

    @Test
    void shapesOfOneRadiusHaveOneArea() {
        double disc = coveredArea(NodeShape.DISC, 12);
        assertThat(coveredArea(NodeShape.SQUARE, 12)).isBetween(disc * 0.97, disc * 1.03);
        assertThat(coveredArea(NodeShape.TRIANGLE, 12)).isBetween(disc * 0.97, disc * 1.03);
    }

    @Test
    void everyShapeLooksDifferent() {
        int[][] pictures = new int[NodeShape.values().length][];
        int at = 0;
        for (NodeShape shape : NodeShape.values()) {
            pictures[at++] = node(shape);
        }
        for (int a = 0; a < at; a++) {
            for (int b = 0; b < a; b++) {
                assertThat(pictures[a]).isNotEqualTo(pictures[b]);
            }
        }
    }

    @Test
    void aTriangleIsNarrowAboveAndWideBelow() {
        NodePainter painter = new NodePainter();
        int[] pixels = white();
        painter.begin(pixels, SIDE, SIDE);
        painter.shape(NodeShape.TRIANGLE, 30, 30, 12, BLACK, BLACK, 0, BLACK, 0);
        assertThat(darkness(pixels, 20)).isLessThan(darkness(pixels, 37));
    }

    @Test
    void oneLineHasTheDarknessOfItsLength() {
        EdgePainter painter = new EdgePainter();
        for (double angle = 0; angle < 6.3; angle += 0.1) {
            int[] pixels = white();
            painter.begin(SIDE, SIDE);
            double dx = 20 * Math.cos(angle);
            double dy = 20 * Math.sin(angle);
            painter.line(30 - dx, 30 - dy, 30 + dx, 30 + dy, EdgePainter.FULL, 1);
            painter.end(pixels, BLACK, 0.2, 1);
            assertThat(darkness(pixels)).as("angle %.1f", angle).isBetween(40 * 0.17, 40 * 0.23);
        }
    }

    /// Of the nodes that changed their mind the rings are seen, of the others none.
    @Test
    void aNodeThatChangedItsMindIsRinged() {
        SceneModel plain =
                SceneModel.plain(
                        new float[] {-12, 0, 12, 0}, new int[2], EdgeList.NONE, Theme.LIGHT);
        int colour = 0xFF000000 | Theme.LIGHT.colour(Colour.CHANGED);
        for (int changed = 0; changed < 2; changed++) {
            int[] pixels = new int[SIDE * SIDE];
            Focus focus = new Focus(-1, -1, NodeSet.none(2), NodeSet.of(2, changed));
            new Rasterizer()
                    .draw(plain.withFocus(focus), VIEW, 1, 1, () -> false, pixels, SIDE, SIDE);
            int[] seen = new int[2];
            for (int k = 0; k < pixels.length; k++) {
                if (pixels[k] == colour) {
                    seen[VIEW.worldX(k % SIDE) < 0 ? 0 : 1]++;
                }
            }
            assertThat(seen[changed]).isPositive();
            assertThat(seen[1 - changed]).isZero();
        }
    }

    @Test
    void nothingThrowsOutsideTheCanvas() {
        float[] strange = {
            0,
            30,
            -30,
            29.5f,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            -1e30f,
            1e30f,
            1e9f,
            Float.MIN_VALUE
        };
        SplittableRandom random = new SplittableRandom(3);
        int n = 300;
        float[] xy = new float[2 * n];
        int[] ends = new int[1000];
        int[] otherEnds = new int[1000];
        for (int k = 0; k < xy.length; k++) {
            xy[k] = strange[random.nextInt(strange.length)];
        }
        for (int e = 0; e < ends.length; e++) {
            ends[e] = random.nextInt(n);
            otherEnds[e] = random.nextInt(n);
        }
        byte[] shapes = new byte[n];
        boolean[] marks = new boolean[n];
        for (int i = 0; i < n; i++) {
            shapes[i] = (byte) random.nextInt(NodeShape.values().length);
            marks[i] = random.nextBoolean();
        }
        SceneModel plain =
                SceneModel.plain(xy, new int[n], new EdgeList(ends, otherEnds), Theme.DARK);
        NodeLook look = new NodeLook(new int[n], shapes, new byte[n], marks, new float[] {});
        SceneModel scene =
                new SceneModel(xy, look, plain.edges(), Theme.DARK)
                        .withFocus(
                                new Focus(
                                        3,
                                        5,
                                        NodeSet.of(n + 9, 1, 4, n + 2),
                                        NodeSet.of(n + 9, 2, n + 3)));
        int[] pixels = new int[SIDE * SIDE];
        for (double ratio : new double[] {1, 1.5, 2}) {
            new Rasterizer().draw(scene, VIEW, ratio, 1, () -> false, pixels, SIDE, SIDE);
            new Rasterizer()
                    .draw(
                            scene,
                            VIEW.zoomAt(30, 30, 1e6),
                            ratio,
                            0.3,
                            () -> false,
                            pixels,
                            SIDE,
                            SIDE);
            new Rasterizer()
                    .draw(scene, VIEW.zoomAt(30, 30, 1e-6), ratio, 1, () -> false, pixels, 1, 1);
        }
        assertThat(LabelPlacer.place(scene, VIEW, List.of())).isEmpty();
        for (int p : pixels) {
            assertThat(p >>> 24).isEqualTo(0xFF);
        }
    }

    private static int[] white() {
        int[] pixels = new int[SIDE * SIDE];
        Arrays.fill(pixels, 0xFFFFFFFF);
        return pixels;
    }

    private static double coveredArea(NodeShape shape, double radius) {
        NodePainter painter = new NodePainter();
        int[] pixels = white();
        painter.begin(pixels, SIDE, SIDE);
        painter.shape(shape, 30.3, 29.8, radius, BLACK, BLACK, 0, BLACK, 0);
        return darkness(pixels);
    }

    private static int[] node(NodeShape shape) {
        NodeLook look =
                new NodeLook(
                        new int[] {0xFF4477AA},
                        new byte[] {shape.code()},
                        new byte[1],
                        new boolean[1],
                        new float[0]);
        SceneModel scene =
                new SceneModel(new float[] {0, 0}, look, EdgeList.NONE, Theme.LIGHT)
                        .withRadius(8, 0);
        int[] pixels = new int[SIDE * SIDE];
        new Rasterizer().draw(scene, VIEW, 1, 1, () -> false, pixels, SIDE, SIDE);
        return pixels;
    }

    private static double darkness(int[] pixels) {
        double sum = 0;
        for (int row = 0; row < SIDE; row++) {
            sum += darkness(pixels, row);
        }
        return sum;
    }

    private static double darkness(int[] pixels, int row) {
        double sum = 0;
        for (int x = 0; x < SIDE; x++) {
            sum += (255 - (pixels[row * SIDE + x] & 0xFF)) / 255.0;
        }
        return sum;
    }
}
