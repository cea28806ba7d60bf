package innerloop.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Random graphs to measure with. Most edges stay within a cluster, and every node has the position that a layout
/// would give it: clusters on a disc, their nodes around them.
public final class ClusteredGraph {

    private static final double WITHIN = 0.85;
    private static final double NODES_PER_CLUSTER_ROOT = 6;
    private static final int MOST_CLUSTERS = 64;
    private static final double GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

    /// A cluster's standard deviation where the next one is about 1.8 away.
    private static final double SPREAD = 0.45;

    private final int nodes;
    private final int clusters;
    private final SplittableRandom random;

    private ClusteredGraph(int nodes, long seed) {
        this.nodes = nodes;
        clusters = (int) Math.clamp(Math.sqrt(nodes) / NODES_PER_CLUSTER_ROOT, 1.0, MOST_CLUSTERS);
        random = new SplittableRandom(seed);
    }

    /// The most edges of a graph with this many nodes.
    public static long mostEdges(int nodes) {
        return nodes * (nodes - 1L) / 2;
    }

    /// An undirected graph with exactly this many nodes and edges; the same for the same seed.
    public static AttributedGraph of(int nodes, int edges, long seed) {
        if (edges > mostEdges(nodes)) {
            throw new IllegalArgumentException(nodes + " nodes cannot have " + edges + " edges");
        }
        return new ClusteredGraph(nodes, seed).graph(edges);
    }

    private AttributedGraph graph(int edges) {
        GraphBuilder builder = new GraphBuilder("clustered", nodes, false);
        Set<Long> known = HashSet.newHashSet(edges);
        while (known.size() < edges) {
            int a = random.nextInt(nodes);
            int b = random.nextDouble() < WITHIN ? neighbourOf(a) : random.nextInt(nodes);
            if (a != b && known.add((long) Math.min(a, b) * nodes + Math.max(a, b))) {
                builder.edge(a, b);
            }
        }
        List<String> classes = IntStream.range(0, clusters).mapToObj(c -> "cluster " + c).toList();
        return builder.labels(IntStream.range(0, nodes).map(this::clusterOf).toArray(), classes)
                .names(IntStream.range(0, nodes).mapToObj(i -> "node " + i).toList())
                .positions(positions())
                .build();
    }

    private int clusterOf(int node) {
        return node % clusters;
    }

    /// Any node of the same cluster.
    private int neighbourOf(int node) {
        int cluster = clusterOf(node);
        int size = (nodes - cluster + clusters - 1) / clusters;
        return cluster + clusters * random.nextInt(size);
    }

    private float[] positions() {
        float[] xy = new float[2 * nodes];
        double unit = 3 * Math.sqrt(nodes / (double) clusters);
        for (int i = 0; i < nodes; i++) {
            double radius = Math.sqrt(clusterOf(i) + 0.5);
            double angle = clusterOf(i) * GOLDEN_ANGLE;
            double x = radius * Math.cos(angle) + SPREAD * random.nextGaussian();
            double y = radius * Math.sin(angle) + SPREAD * random.nextGaussian();
            xy[2 * i] = (float) (unit * x);
            xy[2 * i + 1] = (float) (unit * y);
        }
        return xy;
    }
}
