import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Draws a collection of small graphs, each a random backbone with motifs hung on it, and writes it as a plain folder.
///
///     java MotifGraphs.java OUT_DIR [SEED]
///
/// The class of a node is what it belongs to: the backbone (preferential attachment, Barabási and Albert 1999, two edges
/// per new node), a house, a ring, a star or a clique. After the graphs of Ying et al., GNNExplainer (NeurIPS 2019), but
/// many small ones instead of one large one: a task is one member graph. Nodes have no features, only the structure
/// tells the classes apart; random edges between a few nodes make that hard enough.
///
/// The same seed always gives the same bytes: `java.util.Random` is specified down to the last bit.
public final class MotifGraphs {

    static final int GRAPHS = 24;
    static final int BACKBONE = 18;
    static final int EDGES_PER_NEW_NODE = 2;

    /// How often each motif hangs on a backbone.
    static final int COPIES = 3;

    /// Random edges of a member graph.
    static final int RANDOM_EDGES = 4;

    static final long USUAL_SEED = 7;

    private MotifGraphs() {
    }

    /// The shapes, each as edges between its nodes.
    enum Motif {
        HOUSE("house", 5, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {0, 4}, {1, 4}}),
        RING("ring", 6, new int[][] {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 5}, {5, 0}}),
        STAR("star", 6, new int[][] {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {0, 5}}),
        CLIQUE("clique", 4, new int[][] {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}});

        private final String label;
        private final int size;
        private final int[][] edges;

        Motif(String label, int size, int[][] edges) {
            this.label = label;
            this.size = size;
            this.edges = edges;
        }
    }

    private static final class Drawing {

        final List<String> edges = new ArrayList<>();
        final List<String> labels = new ArrayList<>();
        final List<String> names = new ArrayList<>();
        final List<String> graphOf = new ArrayList<>();
        final Random random;

        Drawing(long seed) {
            random = new Random(seed);
        }

        void graph(int graph) {
            int start = labels.size();
            backbone(graph, start);
            for (int copy = 1; copy <= COPIES; copy++) {
                for (Motif motif : Motif.values()) {
                    int first = labels.size();
                    for (int k = 0; k < motif.size; k++) {
                        node(graph, motif.label, motif.label + copy + "." + (k + 1));
                    }
                    for (int[] edge : motif.edges) {
                        edge(first + edge[0], first + edge[1]);
                    }
                    edge(start + random.nextInt(BACKBONE), first + random.nextInt(motif.size));
                }
            }
            int nodes = labels.size() - start;
            for (int k = 0; k < RANDOM_EDGES; k++) {
                int u = random.nextInt(nodes);
                int v = random.nextInt(nodes - 1);
                edge(start + u, start + (v < u ? v : v + 1));
            }
        }

        /// Preferential attachment: an end of a random edge is a node in proportion to its degree.
        private void backbone(int graph, int start) {
            List<Integer> ends = new ArrayList<>();
            for (int k = 0; k < BACKBONE; k++) {
                node(graph, "backbone", "b" + (k + 1));
                List<Integer> chosen = new ArrayList<>();
                while (chosen.size() < Math.min(k, EDGES_PER_NEW_NODE)) {
                    int other = ends.isEmpty() ? 0 : ends.get(random.nextInt(ends.size()));
                    if (!chosen.contains(other)) {
                        chosen.add(other);
                    }
                }
                for (int other : chosen) {
                    edge(start + k, start + other);
                    ends.add(k);
                    ends.add(other);
                }
            }
        }

        private void node(int graph, String label, String name) {
            labels.add(label);
            names.add(String.format(Locale.ROOT, "g%02d %s", graph, name));
            graphOf.add(String.valueOf(graph));
        }

        private void edge(int u, int v) {
            String line = Math.min(u, v) + " " + Math.max(u, v);
            if (!edges.contains(line)) {
                edges.add(line);
            }
        }
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            System.err.println("usage: java MotifGraphs.java OUT_DIR [SEED]");
            System.exit(2);
        }
        long seed = args.length == 2 ? Long.parseLong(args[1]) : USUAL_SEED;
        Drawing drawing = new Drawing(seed);
        for (int graph = 0; graph < GRAPHS; graph++) {
            drawing.graph(graph);
        }
        Path folder = Path.of(args[0]);
        Files.createDirectories(folder);
        write(folder.resolve("edges.txt"), drawing.edges);
        write(folder.resolve("labels.txt"), drawing.labels);
        write(folder.resolve("names.txt"), drawing.names);
        write(folder.resolve("graph_of.txt"), drawing.graphOf);
        String provenance = String.format(Locale.ROOT, "Synthetic: motifs on backbones, seed %d, %d member graphs, "
                + "each a backbone of %d nodes (preferential attachment, %d edges per new node), %d houses, rings, stars "
                + "and cliques on it, and at most %d random edges. Result: %d nodes, %d edges. "
                + "Made by tools/MotifGraphs.java.",
                seed, GRAPHS, BACKBONE, EDGES_PER_NEW_NODE, COPIES, RANDOM_EDGES,
                drawing.labels.size(), drawing.edges.size());
        write(folder.resolve("PROVENANCE.txt"), List.of(provenance));
        System.out.println(provenance);
    }

    private static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
