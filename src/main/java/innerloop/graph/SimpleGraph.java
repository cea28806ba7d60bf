package innerloop.graph;

import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A graph as the computed features read it: an edge counts in both directions and once, and loops and weights do not count.
/// So every graph has these features, whatever its weights are, and they are finite.
final class SimpleGraph {

    private final int nodes;
    private final int[] start;
    private final int[] neighbour;

    private SimpleGraph(SparseMatrix pattern) {
        this.nodes = pattern.rows();
        this.start = pattern.rowStart();
        this.neighbour = pattern.column();
    }

    static SimpleGraph of(AttributedGraph graph) {
        SparseMatrix adjacency = graph.adjacency();
        int[] from = new int[2 * adjacency.size()];
        int[] to = new int[2 * adjacency.size()];
        int at = 0;
        for (int i = 0; i < graph.nodes(); i++) {
            for (int k = adjacency.rowStart()[i]; k < adjacency.rowStart()[i + 1]; k++) {
                int j = adjacency.column()[k];
                if (i != j) {
                    from[at] = i;
                    to[at++] = j;
                    from[at] = j;
                    to[at++] = i;
                }
            }
        }
        return new SimpleGraph(
                SparseMatrix.ofTriplets(
                        graph.nodes(),
                        graph.nodes(),
                        Arrays.copyOf(from, at),
                        Arrays.copyOf(to, at),
                        new double[at]));
    }

    int nodes() {
        return nodes;
    }

    /// Number of entries of the adjacency: every edge counts twice.
    int entries() {
        return start[nodes];
    }

    int degree(int node) {
        return start[node + 1] - start[node];
    }

    /// The neighbours of node `i`, ascending, stand from `start()[i]` to `start()[i + 1]` in [#neighbour]. Read only.
    int[] start() {
        return start;
    }

    /// See [#start].
    int[] neighbour() {
        return neighbour;
    }

    /// `1/√degree` of each node, 0 where there is no neighbour: the normalised adjacency S has the product of two of them at an
    /// edge.
    double[] rootOfInverseDegree() {
        double[] root = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            root[i] = degree(i) > 0 ? 1 / Math.sqrt(degree(i)) : 0;
        }
        return root;
    }

    /// The nodes of each connected component, ascending.
    List<int[]> components() {
        List<int[]> components = new ArrayList<>();
        boolean[] seen = new boolean[nodes];
        int[] queue = new int[nodes];
        for (int first = 0; first < nodes; first++) {
            if (!seen[first]) {
                int end = 0;
                queue[end++] = first;
                seen[first] = true;
                for (int next = 0; next < end; next++) {
                    for (int k = start[queue[next]]; k < start[queue[next] + 1]; k++) {
                        if (!seen[neighbour[k]]) {
                            seen[neighbour[k]] = true;
                            queue[end++] = neighbour[k];
                        }
                    }
                }
                int[] component = Arrays.copyOf(queue, end);
                Arrays.sort(component);
                components.add(component);
            }
        }
        return components;
    }

    /// One of the [#components] as a graph of its own, its nodes numbered in their order.
    SimpleGraph component(int[] members, int[] numberOf) {
        for (int k = 0; k < members.length; k++) {
            numberOf[members[k]] = k;
        }
        int[] from = new int[members.length + 1];
        for (int k = 0; k < members.length; k++) {
            from[k + 1] = from[k] + degree(members[k]);
        }
        int[] to = new int[from[members.length]];
        int at = 0;
        for (int member : members) {
            for (int k = start[member]; k < start[member + 1]; k++) {
                to[at++] = numberOf[neighbour[k]];
            }
        }
        return new SimpleGraph(
                new SparseMatrix(members.length, members.length, from, to, new double[at]));
    }
}
