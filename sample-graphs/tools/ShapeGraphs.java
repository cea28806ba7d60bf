import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/// Draws a collection of small graphs whose classes are the shape that hangs on them, and writes it as a plain folder.
///
///     java ShapeGraphs.java OUT_DIR [SEED]
///
/// Each member graph is a random tree with some copies of one shape hung on it and one random edge. All twelve shapes have
/// eight nodes and ten edges, and in each of them four nodes have three neighbours and four have two. So neither the number of
/// nodes nor that of edges nor how many nodes have how many neighbours tells the class, and nodes have no features: a graph
/// has to be read to be told. The shapes were chosen among the 25 of this kind so that what is around their nodes, up to
/// three edges away, differs most. The order of the member graphs is random.
///
/// The same seed always gives the same bytes: `java.util.Random` is specified down to the last bit.
public final class ShapeGraphs {

    static final int GRAPHS_PER_SHAPE = 20;
    static final int COPIES = 2;
    static final int SMALLEST_TREE = 4;
    static final int LARGEST_TREE = 8;
    static final int SHAPE_NODES = 8;
    static final long USUAL_SEED = 7;

    private ShapeGraphs() {
    }

    /// The shapes, each as ten edges between its nodes, of which 0 to 3 have three neighbours and 4 to 7 two.
    enum Shape {
        A(0, 1, 0, 2, 0, 3, 1, 2, 1, 3, 2, 4, 3, 5, 4, 6, 5, 7, 6, 7),
        B(0, 1, 0, 4, 0, 5, 1, 4, 1, 6, 2, 3, 2, 5, 2, 7, 3, 6, 3, 7),
        C(0, 1, 0, 2, 0, 4, 1, 3, 1, 5, 2, 3, 2, 6, 3, 7, 4, 5, 6, 7),
        D(0, 1, 0, 2, 0, 4, 1, 3, 1, 5, 2, 4, 2, 5, 3, 6, 3, 7, 6, 7),
        E(0, 1, 0, 2, 0, 4, 1, 2, 1, 4, 2, 5, 3, 5, 3, 6, 3, 7, 6, 7),
        F(0, 1, 0, 2, 0, 3, 1, 2, 1, 4, 2, 4, 3, 5, 3, 6, 5, 7, 6, 7),
        G(0, 1, 0, 2, 0, 4, 1, 4, 1, 5, 2, 6, 2, 7, 3, 5, 3, 6, 3, 7),
        H(0, 1, 0, 2, 0, 3, 1, 4, 1, 5, 2, 4, 2, 6, 3, 5, 3, 7, 6, 7),
        I(0, 1, 0, 2, 0, 3, 1, 2, 1, 4, 2, 5, 3, 6, 3, 7, 4, 5, 6, 7),
        J(0, 1, 0, 2, 0, 4, 1, 3, 1, 5, 2, 6, 2, 7, 3, 6, 3, 7, 4, 5),
        K(0, 1, 0, 2, 0, 4, 1, 3, 1, 4, 2, 3, 2, 5, 3, 6, 5, 7, 6, 7),
        L(0, 1, 0, 2, 0, 4, 1, 2, 1, 5, 2, 6, 3, 4, 3, 5, 3, 7, 6, 7);

        private final int[] edges;

        Shape(int... edges) {
            this.edges = edges;
        }

        String label() {
            return "shape " + name();
        }
    }

    private static final class Drawing {

        final Set<String> edges = new LinkedHashSet<>();
        final List<String> names = new ArrayList<>();
        final List<String> graphOf = new ArrayList<>();
        final List<String> graphLabels = new ArrayList<>();
        final Random random;

        Drawing(long seed) {
            random = new Random(seed);
        }

        void graph(Shape shape) {
            int graph = graphLabels.size();
            graphLabels.add(shape.label());
            int start = names.size();
            int tree = SMALLEST_TREE + random.nextInt(LARGEST_TREE - SMALLEST_TREE + 1);
            for (int k = 0; k < tree; k++) {
                node(graph, "t" + (k + 1));
                if (k > 0) {
                    edge(start + k, start + random.nextInt(k));
                }
            }
            for (int copy = 1; copy <= COPIES; copy++) {
                int first = names.size();
                for (int k = 0; k < SHAPE_NODES; k++) {
                    node(graph, "s" + copy + "." + (k + 1));
                }
                for (int e = 0; e < shape.edges.length; e += 2) {
                    edge(first + shape.edges[e], first + shape.edges[e + 1]);
                }
                edge(start + random.nextInt(tree), first + random.nextInt(SHAPE_NODES));
            }
            int before = edges.size();
            int nodes = names.size() - start;
            while (edges.size() == before) {
                int u = random.nextInt(nodes);
                int v = random.nextInt(nodes - 1);
                edge(start + u, start + (v < u ? v : v + 1));
            }
        }

        private void node(int graph, String name) {
            names.add(String.format(Locale.ROOT, "g%03d %s", graph, name));
            graphOf.add(String.valueOf(graph));
        }

        private void edge(int u, int v) {
            edges.add(Math.min(u, v) + " " + Math.max(u, v));
        }
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            System.err.println("usage: java ShapeGraphs.java OUT_DIR [SEED]");
            System.exit(2);
        }
        long seed = args.length == 2 ? Long.parseLong(args[1]) : USUAL_SEED;
        Drawing drawing = new Drawing(seed);
        List<Shape> order = new ArrayList<>();
        for (int k = 0; k < GRAPHS_PER_SHAPE; k++) {
            order.addAll(List.of(Shape.values()));
        }
        Collections.shuffle(order, drawing.random);
        order.forEach(drawing::graph);
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        write(folder.resolve("edges.txt"), List.copyOf(drawing.edges));
        write(folder.resolve("names.txt"), drawing.names);
        write(folder.resolve("graph_of.txt"), drawing.graphOf);
        write(folder.resolve("graph_labels.txt"), drawing.graphLabels);
        String provenance = String.format(Locale.ROOT, "Synthetic: shapes on trees, seed %d, %d member graphs of %d classes, "
                + "each a random tree of %d to %d nodes, %d copies of one shape of %d nodes and 10 edges on it, and one "
                + "random edge. Result: %d nodes, %d edges. Made by tools/ShapeGraphs.java.",
                seed, drawing.graphLabels.size(), Shape.values().length, SMALLEST_TREE, LARGEST_TREE, COPIES, SHAPE_NODES,
                drawing.names.size(), drawing.edges.size());
        write(folder.resolve("PROVENANCE.txt"), List.of(provenance));
        System.out.println(provenance);
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
