package innerloop.episode;

import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/// How pairs of nodes that no edge joins are drawn, the examples of "no".
public enum Negatives {
    /// Every such pair is equally likely. Most have ends of low degree, so that degrees alone tell many from edges.
    UNIFORM,
    /// Both ends are ends of random edges, so that they have the degrees that ends of edges have, and degrees tell nothing.
    DEGREE;

    /// Distinct pairs of the area's nodes that no edge joins, in random order.
    ///
    /// @param edges the area's edges
    /// @param count how many; the area must have as many ([Area#fits])
    Targets.Pairs draw(
            AttributedGraph graph,
            Area area,
            Targets.Pairs edges,
            int count,
            SplittableRandom random) {
        int[] ends = this == UNIFORM ? area.nodes() : edges.nodes();
        long[] drawn = new long[count];
        Set<Long> taken = new HashSet<>();
        int found = 0;
        // Where nearly all pairs are joined, or high degrees join each other, chance finds few:
        // then
        // all pairs are looked at.
        for (long tries = 0; found < count && tries < 50L * count + 1_000; tries++) {
            int u = ends[random.nextInt(ends.length)];
            int v = ends[random.nextInt(ends.length)];
            long key = Targets.Pairs.key(u, v);
            if (u != v && !graph.joined(u, v) && taken.add(key)) {
                drawn[found++] = key;
            }
        }
        if (found < count) {
            long[] others = unjoined(graph, area.nodes(), taken);
            int missing = count - found;
            int[] numbers = new int[others.length];
            Arrays.setAll(numbers, i -> i);
            for (int k : EpisodeSampler.draw(numbers, missing, random)) {
                drawn[found++] = others[k];
            }
        }
        return Targets.Pairs.ofKeys(drawn);
    }

    private static long[] unjoined(AttributedGraph graph, int[] nodes, Set<Long> taken) {
        long[] keys = new long[16];
        int size = 0;
        for (int a = 0; a < nodes.length; a++) {
            for (int b = a + 1; b < nodes.length; b++) {
                long key = Targets.Pairs.key(nodes[a], nodes[b]);
                if (!graph.joined(nodes[a], nodes[b]) && !taken.contains(key)) {
                    keys = size < keys.length ? keys : Arrays.copyOf(keys, 2 * size);
                    keys[size++] = key;
                }
            }
        }
        return Arrays.copyOf(keys, size);
    }
}
