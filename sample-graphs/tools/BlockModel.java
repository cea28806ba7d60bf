import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/// Draws a stochastic block model and writes it as a plain folder.
///
///     java BlockModel.java OUT_DIR [SEED]
///
/// Every class is a block of equally many nodes. Two nodes of the same block are joined with one probability, two
/// nodes of different blocks with a smaller one. Every block prefers a few feature columns; a node has each of its
/// block's columns with one probability and the others with a smaller one. Blocks share columns, so no single column
/// gives a class away.
///
/// The last columns are noise: no block prefers them, and they are more frequent than all others. Which columns are
/// noise is the same for every block, so a learner can find it out on some blocks and profit from it on new ones.
///
/// The same seed always gives the same bytes: `java.util.Random` is specified down to the last bit.
public final class BlockModel {

    static final int BLOCKS = 12;
    static final int NODES_PER_BLOCK = 150;
    static final int COLUMNS = 64;

    /// The last so many of the columns are noise.
    static final int NOISE_COLUMNS = 46;

    /// How many columns a block prefers; twelve blocks with seven of the other 18 columns each must share many.
    static final int PREFERRED_COLUMNS = 7;

    /// Neighbours a node has on average, inside its own block and outside it.
    static final double NEIGHBOURS_INSIDE = 4.0;
    static final double NEIGHBOURS_OUTSIDE = 4.0;

    /// Probability that a node has a column: if its block prefers the column, if it does not, if the column is noise.
    static final double PREFERRED = 0.40;
    static final double NOT_PREFERRED = 0.10;
    static final double NOISE = 0.35;

    static final long USUAL_SEED = 7;

    private BlockModel() {
    }

    record Edge(int u, int v) {
    }

    /// A drawn graph; node `i` belongs to block `i / NODES_PER_BLOCK`.
    record Graph(List<Edge> edges, List<SortedSet<Integer>> features) {

        int nodes() {
            return features.size();
        }

        double homophily() {
            return edges.stream().filter(e -> block(e.u()) == block(e.v())).count() / (double) edges.size();
        }
    }

    public static void main(String[] args) throws IOException {
        if (args.length < 1 || args.length > 2) {
            System.err.println("usage: java BlockModel.java OUT_DIR [SEED]");
            System.exit(2);
        }
        long seed = args.length == 2 ? Long.parseLong(args[1]) : USUAL_SEED;
        Graph graph = draw(seed);
        write(graph, provenance(graph, seed), Path.of(args[0]));
        System.out.println(provenance(graph, seed));
    }

    static int block(int node) {
        return node / NODES_PER_BLOCK;
    }

    static String blockName(int block) {
        return "block " + (char) ('A' + block);
    }

    static Graph draw(long seed) {
        Random random = new Random(seed);
        int nodes = BLOCKS * NODES_PER_BLOCK;
        return new Graph(drawEdges(nodes, random), drawFeatures(nodes, random));
    }

    private static List<Edge> drawEdges(int nodes, Random random) {
        double inside = NEIGHBOURS_INSIDE / (NODES_PER_BLOCK - 1);
        double outside = NEIGHBOURS_OUTSIDE / (nodes - NODES_PER_BLOCK);
        List<Edge> edges = new ArrayList<>();
        for (int u = 0; u < nodes; u++) {
            for (int v = u + 1; v < nodes; v++) {
                if (random.nextDouble() < (block(u) == block(v) ? inside : outside)) {
                    edges.add(new Edge(u, v));
                }
            }
        }
        return edges;
    }

    private static List<SortedSet<Integer>> drawFeatures(int nodes, Random random) {
        List<List<Integer>> preferred = new ArrayList<>();
        for (int block = 0; block < BLOCKS; block++) {
            SortedSet<Integer> columns = new TreeSet<>();
            while (columns.size() < PREFERRED_COLUMNS) {
                columns.add(random.nextInt(COLUMNS - NOISE_COLUMNS));
            }
            preferred.add(List.copyOf(columns));
        }
        List<SortedSet<Integer>> features = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            List<Integer> own = preferred.get(block(node));
            SortedSet<Integer> columns = new TreeSet<>();
            for (int column = 0; column < COLUMNS; column++) {
                boolean noise = column >= COLUMNS - NOISE_COLUMNS;
                double probability = noise ? NOISE : own.contains(column) ? PREFERRED : NOT_PREFERRED;
                if (random.nextDouble() < probability) {
                    columns.add(column);
                }
            }
            if (columns.isEmpty()) {
                columns.add(own.get(random.nextInt(own.size())));
            }
            features.add(columns);
        }
        return features;
    }

    private static void write(Graph graph, String provenance, Path folder) throws IOException {
        List<String> labels = IntStream.range(0, graph.nodes()).mapToObj(node -> blockName(block(node))).toList();
        List<String> names = IntStream.range(0, graph.nodes())
                .mapToObj(node -> String.format(Locale.ROOT, "%c%03d", 'A' + block(node), node % NODES_PER_BLOCK + 1))
                .toList();
        List<String> features = graph.features().stream()
                .map(columns -> columns.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .toList();
        Files.createDirectories(folder);
        Files.write(folder.resolve("edges.txt"), lines(graph.edges().stream().map(e -> e.u() + " " + e.v()).toList()));
        Files.write(folder.resolve("labels.txt"), lines(labels));
        Files.write(folder.resolve("features.txt.gz"), gzip(lines(features)));
        Files.write(folder.resolve("names.txt"), lines(names));
        Files.write(folder.resolve("PROVENANCE.txt"), lines(List.of(provenance)));
    }

    private static byte[] lines(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /// Java writes no file name and no time into the gzip header, so equal text gives equal bytes.
    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }

    private static String provenance(Graph graph, long seed) {
        return String.format(Locale.ROOT, "Synthetic: stochastic block model, seed %d, %d blocks of %d nodes, "
                + "on average %.1f neighbours inside and %.1f outside the block; %d binary columns, "
                + "%d preferred per block (probability %.2f, others %.2f), the last %d noise (%.2f). "
                + "Result: %d nodes, %d edges, edge homophily %.3f. Made by tools/BlockModel.java.",
                seed, BLOCKS, NODES_PER_BLOCK,
                NEIGHBOURS_INSIDE, NEIGHBOURS_OUTSIDE, COLUMNS,
                PREFERRED_COLUMNS, PREFERRED, NOT_PREFERRED, NOISE_COLUMNS, NOISE,
                graph.nodes(), graph.edges().size(), graph.homophily());
    }
}
