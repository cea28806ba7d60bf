package innerloop.graph.select;

import innerloop.graph.AttributedGraph;
import innerloop.math.Lazy;
import innerloop.math.SparseMatrix;
import java.util.function.IntConsumer;

/// Nodes that are related to a set of nodes by the structure of the graph. Edges count in both directions.
public final class Surroundings {

    private final AttributedGraph graph;
    private final SparseMatrix out;
    private final Lazy<SparseMatrix> in;

    /// Those in this graph.
    public Surroundings(AttributedGraph graph) {
        this.graph = graph;
        this.out = graph.adjacency();
        this.in = new Lazy<>(out::transpose);
    }

    private Surroundings(AttributedGraph graph, SparseMatrix out, Lazy<SparseMatrix> in) {
        this.graph = graph;
        this.out = out;
        this.in = in;
    }

    /// Those in the same graph with other classes of nodes.
    public Surroundings relabelled(AttributedGraph same) {
        return new Surroundings(same, out, in);
    }

    /// The set and all neighbours of its nodes.
    public NodeSet grown(NodeSet set) {
        boolean[] found = new boolean[graph.nodes()];
        set.stream()
                .forEach(node -> {
                    found[node] = true;
                    forNeighbours(node, other -> found[other] = true);
                });
        return NodeSet.where(graph.nodes(), node -> found[node]);
    }

    /// The set without its rim: the nodes all of whose neighbours are in it.
    public NodeSet shrunk(NodeSet set) {
        return set.minus(grown(set.inverted()));
    }

    /// All nodes with the class of a node in the set. Nodes without a class stay as they are.
    public NodeSet sameClass(NodeSet set) {
        boolean[] wanted = new boolean[graph.classes().size()];
        int[] labels = graph.labels();
        set.stream().filter(node -> labels[node] >= 0).forEach(node -> wanted[labels[node]] = true);
        return NodeSet.where(
                graph.nodes(),
                node -> set.contains(node) || (labels[node] >= 0 && wanted[labels[node]]));
    }

    /// All nodes that a path connects with a node in the set.
    public NodeSet component(NodeSet set) {
        Search search = new Search();
        set.stream().forEach(search::from);
        return NodeSet.where(graph.nodes(), node -> search.found[node]);
    }

    /// For each node, how many nodes its connected component has.
    public int[] componentSizes() {
        int[] size = new int[graph.nodes()];
        Search search = new Search();
        for (int node = 0; node < size.length; node++) {
            int before = search.reached;
            search.from(node);
            for (int k = before; k < search.reached; k++) {
                size[search.order[k]] = search.reached - before;
            }
        }
        return size;
    }

    /// Walks along edges from node to node, nearest first, never twice to one.
    private final class Search {
        private final boolean[] found = new boolean[graph.nodes()];
        private final int[] order = new int[graph.nodes()];
        private int reached;

        /// Finds all nodes a path leads to from this one that are not found yet.
        void from(int start) {
            int next = reached;
            find(start);
            while (next < reached) {
                forNeighbours(order[next++], this::find);
            }
        }

        private void find(int node) {
            if (!found[node]) {
                found[node] = true;
                order[reached++] = node;
            }
        }
    }

    private void forNeighbours(int node, IntConsumer action) {
        each(out, node, action);
        if (graph.directed()) {
            each(in.get(), node, action);
        }
    }

    private static void each(SparseMatrix edges, int node, IntConsumer action) {
        for (int e = edges.rowStart()[node]; e < edges.rowStart()[node + 1]; e++) {
            action.accept(edges.column()[e]);
        }
    }
}
