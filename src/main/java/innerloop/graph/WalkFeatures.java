package innerloop.graph;

import innerloop.math.Seed;
import java.util.Arrays;

/// How likely a random walk is back where it began after 1, 2, … 16 steps, each to a neighbour chosen at random: `(Pᵏ)ᵢᵢ`. After one
/// step it never is; a node without neighbours has zeros.
///
/// With `S = D^-½ A D^-½` it is `(Sᵏ)ᵢᵢ`, so eight products of S with the unit vector of a node give all sixteen numbers:
/// `(S²ᵐ)ᵢᵢ = |Sᵐeᵢ|²` and `(S²ᵐ⁺¹)ᵢᵢ = Sᵐeᵢ · Sᵐ⁺¹eᵢ`.
///
/// Walks are followed exactly as long as the nodes together look at no more edges than the budget; graphs of up to some thousand
/// nodes stay far below. What longer walks of the other nodes do is estimated with random signs z in place of the unit vectors:
/// the mean of `(Sᵐz)ᵢ²` over many z is `(S²ᵐ)ᵢᵢ`. 512 of them, or fewer where the budget ends before, miss it by 6 %.
final class WalkFeatures {

    static final int COLUMNS = 16;

    /// A number depends on edges up to here: half the walk away, and on the degrees of the nodes there.
    static final int REACH = COLUMNS / 2 + 1;

    /// The most edges that are looked at for exact numbers, and once more for estimates.
    static final long BUDGET = 500_000_000;

    private static final int HALF = COLUMNS / 2;
    private static final int MOST_PROBES = 512;
    private static final int LEAST_PROBES = 16;

    private final SimpleGraph graph;
    private final double[] scale;
    private final double[] rows;
    private double[] now;
    private double[] next;
    private int[] reached;
    private int[] reachedNext;

    private WalkFeatures(SimpleGraph graph) {
        this.graph = graph;
        this.scale = graph.rootOfInverseDegree();
        this.rows = new double[graph.nodes() * COLUMNS];
        this.now = new double[graph.nodes()];
        this.next = new double[graph.nodes()];
        this.reached = new int[graph.nodes()];
        this.reachedNext = new int[graph.nodes()];
    }

    /// `[n × COLUMNS]`, row after row.
    static double[] of(SimpleGraph graph, long budget) {
        WalkFeatures features = new WalkFeatures(graph);
        int[] exact = features.follow(budget / Math.max(1, graph.nodes()));
        if (Arrays.stream(exact).anyMatch(steps -> steps < COLUMNS)) {
            features.estimate(exact, budget);
        }
        return features.rows;
    }

    /// Follows the walks from each node exactly; returns how many columns each has then.
    private int[] follow(long budgetOfNode) {
        int[] exact = new int[graph.nodes()];
        for (int i = 0; i < exact.length; i++) {
            exact[i] = graph.degree(i) == 0 ? COLUMNS : follow(i, budgetOfNode);
        }
        return exact;
    }

    private int follow(int node, long budget) {
        long left = budget;
        now[node] = 1;
        reached[0] = node;
        int size = 1;
        int half = 0;
        while (half < HALF) {
            left -= edgesAt(size);
            if (left < 0) {
                break;
            }
            int sizeNext = step(size);
            // Sᵐeᵢ is now, Sᵐ⁺¹eᵢ is next.
            double odd = 0;
            for (int k = 0; k < size; k++) {
                odd += now[reached[k]] * next[reached[k]];
            }
            double even = 0;
            for (int k = 0; k < sizeNext; k++) {
                even += next[reachedNext[k]] * next[reachedNext[k]];
            }
            rows[node * COLUMNS + 2 * half] = odd;
            rows[node * COLUMNS + 2 * half + 1] = even;
            clear(size);
            swap();
            size = sizeNext;
            half++;
        }
        clear(size);
        return 2 * half;
    }

    private long edgesAt(int size) {
        long edges = 0;
        for (int k = 0; k < size; k++) {
            edges += graph.degree(reached[k]);
        }
        return edges;
    }

    /// `next = S now`; returns how many nodes it reaches.
    private int step(int size) {
        int sizeNext = 0;
        for (int k = 0; k < size; k++) {
            int from = reached[k];
            double value = now[from] * scale[from];
            for (int e = graph.start()[from]; e < graph.start()[from + 1]; e++) {
                int to = graph.neighbour()[e];
                if (next[to] == 0) {
                    reachedNext[sizeNext++] = to;
                }
                next[to] += value * scale[to];
            }
        }
        return sizeNext;
    }

    private void clear(int size) {
        for (int k = 0; k < size; k++) {
            now[reached[k]] = 0;
        }
    }

    private void swap() {
        double[] values = now;
        now = next;
        next = values;
        int[] nodes = reached;
        reached = reachedNext;
        reachedNext = nodes;
    }

    /// Fills the columns from `exact[i]` on.
    private void estimate(int[] exact, long budget) {
        long edges = (long) HALF * graph.entries();
        int probes = Math.clamp(budget / edges, LEAST_PROBES, MOST_PROBES);
        Seed seed = new Seed(0);
        for (int probe = 0; probe < probes; probe++) {
            long key = seed.key(Seed.Purpose.WALKS, probe);
            for (int i = 0; i < now.length; i++) {
                now[i] = Seed.uniform(key, i) < 0.5 ? -1 : 1;
            }
            for (int half = 0; half < HALF; half++) {
                multiply();
                for (int i = 0; i < now.length; i++) {
                    if (2 * half >= exact[i]) {
                        rows[i * COLUMNS + 2 * half] += now[i] * next[i] / probes;
                        rows[i * COLUMNS + 2 * half + 1] += next[i] * next[i] / probes;
                    }
                }
                swap();
            }
        }
    }

    private void multiply() {
        for (int i = 0; i < now.length; i++) {
            double sum = 0;
            for (int e = graph.start()[i]; e < graph.start()[i + 1]; e++) {
                sum += now[graph.neighbour()[e]] * scale[graph.neighbour()[e]];
            }
            next[i] = sum * scale[i];
        }
    }
}
