package innerloop.graph;

import java.util.Arrays;
import java.util.stream.IntStream;

/// What the edges around a node are like, compared with the other nodes of its component:
///
/// | column | what |
/// |---|---|
/// | 0 | log(1 + number of neighbours) |
/// | 1 | mean of column 0 over the neighbours |
/// | 2 | clustering coefficient: the share of pairs of neighbours that are neighbours |
/// | 3 | log(1 + number of triangles) |
/// | 4 | log(1 + core number): the largest k for which it is in a part where all have k neighbours |
/// | 5 | log(1 + PageRank times the number of nodes of the component) |
///
/// Each column has mean 0 and variance 1 over every connected component (0 where all nodes are alike). So a number says the
/// same in small and large, in dense and sparse graphs: ten neighbours are many on a road map and few in a circle of friends.
final class StructuralFeatures {

    static final int COLUMNS = 6;

    /// A smaller deviation is rounding.
    private static final double LEAST_DEVIATION = 1e-9;

    private static final double DAMPING = 0.85;

    /// 0.85²⁰⁰ is below 10⁻¹⁴.
    private static final int PAGERANK_STEPS = 200;

    private final SimpleGraph graph;

    private StructuralFeatures(SimpleGraph graph) {
        this.graph = graph;
    }

    /// `[n × COLUMNS]`, row after row.
    static double[] of(SimpleGraph graph) {
        double[] rows = new StructuralFeatures(graph).rows();
        for (int[] members : graph.components()) {
            standardise(rows, members);
        }
        return rows;
    }

    /// Gives each column mean 0 and variance 1 over these nodes.
    private static void standardise(double[] rows, int[] members) {
        for (int column = 0; column < COLUMNS; column++) {
            double mean = 0;
            for (int member : members) {
                mean += rows[member * COLUMNS + column] / members.length;
            }
            double variance = 0;
            for (int member : members) {
                double off = rows[member * COLUMNS + column] - mean;
                variance += off * off / members.length;
            }
            double deviation = Math.sqrt(variance);
            for (int member : members) {
                double off = rows[member * COLUMNS + column] - mean;
                rows[member * COLUMNS + column] = deviation > LEAST_DEVIATION ? off / deviation : 0;
            }
        }
    }

    /// The mean clustering coefficient of all nodes.
    static double clustering(SimpleGraph graph) {
        long[] triangles = new StructuralFeatures(graph).triangles();
        double sum = 0;
        for (int i = 0; i < graph.nodes(); i++) {
            sum += clustering(triangles[i], graph.degree(i));
        }
        return sum / Math.max(1, graph.nodes());
    }

    private static double clustering(long triangles, double degree) {
        double pairs = degree * (degree - 1) / 2;
        return pairs > 0 ? (double) triangles / pairs : 0;
    }

    private double[] rows() {
        long[] triangles = triangles();
        int[] core = cores();
        double[] rank = pageRank();
        double[] rows = new double[graph.nodes() * COLUMNS];
        for (int i = 0; i < graph.nodes(); i++) {
            double degree = graph.degree(i);
            int row = i * COLUMNS;
            rows[row] = StrictMath.log1p(degree);
            rows[row + 1] = meanOfNeighbours(i);
            rows[row + 2] = clustering(triangles[i], degree);
            rows[row + 3] = StrictMath.log1p((double) triangles[i]);
            rows[row + 4] = StrictMath.log1p(core[i]);
            rows[row + 5] = StrictMath.log1p(rank[i]);
        }
        return rows;
    }

    private double meanOfNeighbours(int node) {
        double sum = 0;
        for (int k = graph.start()[node]; k < graph.start()[node + 1]; k++) {
            sum += StrictMath.log1p(graph.degree(graph.neighbour()[k]));
        }
        return sum / Math.max(1, graph.degree(node));
    }

    /// The triangles that each node is in. Each is found once, at the corner with the fewest neighbours (Chiba and Nishizeki 1985):
    /// with m edges it takes at most about m√m steps.
    private long[] triangles() {
        int n = graph.nodes();
        int[] rank = ranks();
        int[] start = new int[n + 1];
        int[] higher = new int[graph.entries() / 2];
        int at = 0;
        for (int i = 0; i < n; i++) {
            for (int k = graph.start()[i]; k < graph.start()[i + 1]; k++) {
                if (rank[graph.neighbour()[k]] > rank[i]) {
                    higher[at++] = graph.neighbour()[k];
                }
            }
            start[i + 1] = at;
        }
        long[] triangles = new long[n];
        int[] markedBy = new int[n];
        Arrays.fill(markedBy, -1);
        for (int i = 0; i < n; i++) {
            for (int k = start[i]; k < start[i + 1]; k++) {
                markedBy[higher[k]] = i;
            }
            for (int k = start[i]; k < start[i + 1]; k++) {
                int j = higher[k];
                for (int l = start[j]; l < start[j + 1]; l++) {
                    if (markedBy[higher[l]] == i) {
                        triangles[i]++;
                        triangles[j]++;
                        triangles[higher[l]]++;
                    }
                }
            }
        }
        return triangles;
    }

    /// The place of each node in the order of degrees.
    private int[] ranks() {
        int[] rank = new int[graph.nodes()];
        int[] order = byDegree();
        for (int k = 0; k < order.length; k++) {
            rank[order[k]] = k;
        }
        return rank;
    }

    /// The nodes, those with few neighbours first.
    private int[] byDegree() {
        int[] next = firstOfDegree();
        int[] order = new int[graph.nodes()];
        for (int i = 0; i < graph.nodes(); i++) {
            order[next[graph.degree(i)]++] = i;
        }
        return order;
    }

    /// Where each degree begins in the order of degrees.
    private int[] firstOfDegree() {
        int most = IntStream.range(0, graph.nodes()).map(graph::degree).max().orElse(0);
        int[] first = new int[most + 2];
        for (int i = 0; i < graph.nodes(); i++) {
            first[graph.degree(i) + 1]++;
        }
        for (int d = 1; d < first.length; d++) {
            first[d] += first[d - 1];
        }
        return first;
    }

    /// Takes away the node with the fewest neighbours left, again and again (Batagelj and Zaveršnik 2003).
    private int[] cores() {
        int[] first = firstOfDegree();
        int[] order = byDegree();
        int[] place = ranks();
        int[] left = IntStream.range(0, graph.nodes()).map(graph::degree).toArray();
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            for (int e = graph.start()[i]; e < graph.start()[i + 1]; e++) {
                int j = graph.neighbour()[e];
                if (left[j] > left[i]) {
                    // Changes places with the first that has as many left, and is then the last
                    // that has one fewer.
                    int front = first[left[j]]++;
                    int other = order[front];
                    order[front] = j;
                    order[place[j]] = other;
                    place[other] = place[j];
                    place[j] = front;
                    left[j]--;
                }
            }
        }
        return left;
    }

    /// Brin and Page's PageRank times the size of the node's component, within which its surfer also jumps. A node without
    /// neighbours has 1.
    private double[] pageRank() {
        double[] rank = new double[graph.nodes()];
        double[] passed = new double[graph.nodes()];
        Arrays.fill(rank, 1);
        for (int step = 0; step < PAGERANK_STEPS; step++) {
            for (int i = 0; i < rank.length; i++) {
                passed[i] = DAMPING * rank[i] / Math.max(1, graph.degree(i));
            }
            for (int i = 0; i < rank.length; i++) {
                double sum = graph.degree(i) == 0 ? DAMPING : 0;
                for (int k = graph.start()[i]; k < graph.start()[i + 1]; k++) {
                    sum += passed[graph.neighbour()[k]];
                }
                rank[i] = 1 - DAMPING + sum;
            }
        }
        return rank;
    }
}
