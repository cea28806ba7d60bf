package innerloop.graph;

import java.util.SplittableRandom;

/// Small graphs with known features.
final class Drawn {

    private Drawn() {}

    /// A graph with these undirected edges, given as pairs of nodes.
    static AttributedGraph graph(int nodes, int... ends) {
        GraphBuilder builder = new GraphBuilder("drawn", nodes, false);
        for (int k = 0; k < ends.length; k += 2) {
            builder.edge(ends[k], ends[k + 1]);
        }
        return builder.build();
    }

    /// A triangle 0, 1, 2 with a tail 3 at 2.
    static AttributedGraph triangleWithTail() {
        return graph(4, 0, 1, 1, 2, 2, 0, 2, 3);
    }

    static AttributedGraph path(int nodes) {
        int[] ends = new int[2 * nodes - 2];
        for (int k = 0; k < nodes - 1; k++) {
            ends[2 * k] = k;
            ends[2 * k + 1] = k + 1;
        }
        return graph(nodes, ends);
    }

    static AttributedGraph ring(int nodes) {
        int[] ends = new int[2 * nodes];
        for (int k = 0; k < nodes; k++) {
            ends[2 * k] = k;
            ends[2 * k + 1] = (k + 1) % nodes;
        }
        return graph(nodes, ends);
    }

    /// A centre 0 with leaves.
    static AttributedGraph star(int leaves) {
        int[] ends = new int[2 * leaves];
        for (int k = 0; k < leaves; k++) {
            ends[2 * k + 1] = k + 1;
        }
        return graph(leaves + 1, ends);
    }

    static AttributedGraph complete(int nodes) {
        GraphBuilder builder = new GraphBuilder("complete", nodes, false);
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < i; j++) {
                builder.edge(i, j);
            }
        }
        return builder.build();
    }

    /// The same graph, node `i` called `to[i]`.
    static AttributedGraph renumbered(AttributedGraph graph, int[] to) {
        GraphBuilder builder = new GraphBuilder("renumbered", graph.nodes(), graph.directed());
        for (int i = 0; i < graph.nodes(); i++) {
            for (int k = graph.adjacency().rowStart()[i];
                    k < graph.adjacency().rowStart()[i + 1];
                    k++) {
                int j = graph.adjacency().column()[k];
                if (j <= i) {
                    builder.edge(to[j], to[i]);
                }
            }
        }
        return builder.build();
    }

    /// A permutation of 0 … n − 1.
    static int[] shuffled(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
