package innerloop.graph.stream;

import innerloop.graph.AttributedGraph;
import innerloop.math.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.graphstream.algorithm.community.Community;
import org.graphstream.algorithm.community.DecentralizedCommunityAlgorithm;
import org.graphstream.algorithm.community.EpidemicCommunityAlgorithm;
import org.graphstream.algorithm.community.Leung;
import org.graphstream.graph.Node;
import org.graphstream.graph.implementations.AdjacencyListGraph;

/// Parts of a graph with many edges inside and few to others, found by GraphStream's label propagation.
///
/// One run may end with a single community, and which of the two algorithms does better depends on the density: a small,
/// dense graph wants Leung's, whose labels get tired, a large, sparse one the plain epidemic. So both run a few times, and
/// the most modular outcome counts. Edges count in both directions and without their weights.
public final class Communities {

    private static final int STEPS = 20;
    private static final int MOST_RUNS = 6;
    private static final int LEAST_RUNS = 2;

    /// So many edges are worth one run: beyond, a run takes seconds.
    private static final int EDGES_PER_RUN = 100_000;

    /// GraphStream numbers communities with a counter that all threads share.
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final int[] from;
    private final int[] to;
    private final Node[] nodes;
    private final int[] degree;
    private final AdjacencyListGraph stream;

    private Communities(AttributedGraph graph) {
        nodes = new Node[graph.nodes()];
        degree = new int[graph.nodes()];
        int[] ends = UndirectedEdges.of(graph);
        from = new int[ends.length / 2];
        to = new int[ends.length / 2];
        stream = new AdjacencyListGraph("communities", false, false, nodes.length, from.length);
        for (int e = 0; e < from.length; e++) {
            from[e] = ends[2 * e];
            to[e] = ends[2 * e + 1];
            degree[from[e]]++;
            degree[to[e]]++;
        }
        // Leung's algorithm fails at nodes that receive no label.
        for (int i = 0; i < nodes.length; i++) {
            if (degree[i] > 0) {
                nodes[i] = stream.addNode(Integer.toString(i));
            }
        }
        for (int e = 0; e < from.length; e++) {
            stream.addEdge(Integer.toString(e), nodes[from[e]], nodes[to[e]]);
        }
    }

    /// The largest communities, largest first, each with its nodes in ascending order. A node without edges is in none.
    /// The same for the same seed.
    ///
    /// @param most how many at most
    /// @throws InterruptedException if the thread is interrupted; looked at after every sweep over the graph
    public static List<int[]> of(AttributedGraph graph, Seed seed, int most)
            throws InterruptedException {
        ONE_AT_A_TIME.lockInterruptibly();
        try {
            return new Communities(graph)
                    .best(seed).stream()
                            .sorted(Comparator.comparingInt((int[] c) -> -c.length))
                            .limit(most)
                            .toList();
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private List<int[]> best(Seed seed) throws InterruptedException {
        int runs = Math.clamp(EDGES_PER_RUN / Math.max(1, from.length), LEAST_RUNS, MOST_RUNS);
        int[] best = new int[0];
        double highest = Double.NEGATIVE_INFINITY;
        for (int run = 0; run < runs; run++) {
            int[] found =
                    run(
                            run % 2 == 0 ? new EpidemicCommunityAlgorithm() : new Leung(),
                            seed.stream(Seed.Purpose.COMMUNITIES, run).nextLong());
            double modularity = modularity(found);
            if (modularity > highest) {
                highest = modularity;
                best = found;
            }
        }
        return members(best);
    }

    /// The community of each node, numbered by their first nodes; −1 for none.
    private int[] run(DecentralizedCommunityAlgorithm algorithm, long random)
            throws InterruptedException {
        algorithm.setRandom(new Random(random));
        algorithm.init(stream);
        algorithm.staticMode();
        String marker = algorithm.getMarker();
        stream.nodes()
                .forEach(node -> {
                    node.removeAttribute(marker);
                    node.removeAttribute(marker + ".score");
                });
        int[] present = new int[0];
        int[] before;
        int steps = 0;
        do {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            before = present;
            algorithm.compute();
            present = numbered(marker);
            steps++;
        } while (steps < STEPS && !Arrays.equals(before, present));
        return present;
    }

    private int[] numbered(String marker) {
        Map<Community, Integer> numbers = new HashMap<>();
        int[] communities = new int[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            communities[i] = -1;
            if (degree[i] > 0) {
                Community community = nodes[i].getAttribute(marker, Community.class);
                communities[i] = numbers.computeIfAbsent(community, _ -> numbers.size());
            }
        }
        return communities;
    }

    /// How many more of the edges lie inside communities than if edges were drawn anew between nodes of the same degrees
    /// (Newman and Girvan 2004).
    private double modularity(int[] community) {
        double[] degrees = new double[nodes.length];
        int inside = 0;
        for (int e = 0; e < from.length; e++) {
            degrees[community[from[e]]]++;
            degrees[community[to[e]]]++;
            inside += community[from[e]] == community[to[e]] ? 1 : 0;
        }
        double chance = 0;
        for (double d : degrees) {
            chance += d / (2.0 * from.length) * (d / (2.0 * from.length));
        }
        return inside / (double) from.length - chance;
    }

    private List<int[]> members(int[] community) {
        List<IntStream.Builder> members = new ArrayList<>();
        for (int i = 0; i < community.length; i++) {
            if (community[i] == members.size()) {
                members.add(IntStream.builder());
            }
            if (community[i] >= 0) {
                members.get(community[i]).add(i);
            }
        }
        return members.stream().map(builder -> builder.build().toArray()).toList();
    }
}
