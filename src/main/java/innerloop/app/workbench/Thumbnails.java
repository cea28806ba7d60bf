package innerloop.app.workbench;

import innerloop.colour.Theme;
import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import innerloop.scene.Bounds2;
import innerloop.scene.EdgeList;
import innerloop.scene.Rasterizer;
import innerloop.scene.SceneModel;
import innerloop.scene.Viewport;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// Small pictures of the member graphs of a collection.
final class Thumbnails {

    private static final int WIDTH = 44;
    private static final int HEIGHT = 32;
    private static final double MARGIN = 3;
    private static final double RADIUS = 1.6;

    private final AttributedGraph graph;
    private final float[] xy;
    private final Theme theme;
    private final Rasterizer rasterizer = new Rasterizer();

    /// @param xy x, y of each node in turn
    Thumbnails(AttributedGraph graph, float[] xy, Theme theme) {
        this.graph = graph;
        this.xy = xy;
        this.theme = theme;
    }

    /// The picture of these nodes, ascending, and the edges between them, in the colours of their classes.
    Image of(int[] nodes) {
        return painted(nodes, node -> theme.classColour(graph.labels()[node]));
    }

    /// The same in one colour.
    Image of(int[] nodes, int argb) {
        return painted(nodes, _ -> argb);
    }

    private Image painted(int[] nodes, IntUnaryOperator colourOf) {
        float[] place = new float[2 * nodes.length];
        int[] colour = new int[nodes.length];
        for (int k = 0; k < nodes.length; k++) {
            place[2 * k] = xy[2 * nodes[k]];
            place[2 * k + 1] = xy[2 * nodes[k] + 1];
            colour[k] = colourOf.applyAsInt(nodes[k]);
        }
        Viewport view = Viewport.fit(Bounds2.of(place), WIDTH, HEIGHT, MARGIN);
        SceneModel scene =
                SceneModel.plain(place, colour, inside(nodes), theme).withRadius(RADIUS, 0);
        int[] pixels = new int[WIDTH * HEIGHT];
        rasterizer.draw(scene, view, 1, 1, () -> false, pixels, WIDTH, HEIGHT);
        WritableImage image = new WritableImage(WIDTH, HEIGHT);
        image.getPixelWriter()
                .setPixels(0, 0, WIDTH, HEIGHT, PixelFormat.getIntArgbInstance(), pixels, 0, WIDTH);
        return image;
    }

    private EdgeList inside(int[] nodes) {
        SparseMatrix adjacency = graph.adjacency();
        IntStream.Builder from = IntStream.builder();
        IntStream.Builder to = IntStream.builder();
        for (int k = 0; k < nodes.length; k++) {
            for (int e = adjacency.rowStart()[nodes[k]];
                    e < adjacency.rowStart()[nodes[k] + 1];
                    e++) {
                int other = Arrays.binarySearch(nodes, adjacency.column()[e]);
                if (other >= 0 && other != k) {
                    from.add(other);
                    to.add(k);
                }
            }
        }
        return new EdgeList(from.build().toArray(), to.build().toArray());
    }
}
