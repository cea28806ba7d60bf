package innerloop.graph.select;

import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// What belongs to a set of nodes by the structure of its graph. Edges count in both directions.
public final class Surroundings {

    private final AttributedGraph graph;
    private final SparseMatrix out;
    private final SparseMatrix in;

    /// Those in this graph.
    public Surroundings(AttributedGraph graph) {
        this.graph = graph;
        this.out = graph.adjacency();
        this.in = graph.directed() ? out.transpose() : out;
    }

    private Surroundings(AttributedGraph graph, SparseMatrix out, SparseMatrix in) {
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
        boolean[] found = new boolean[graph.nodes()];
        set.stream().forEach(node -> reached(node, found));
        return NodeSet.where(graph.nodes(), node -> found[node]);
    }

    /// For each node, how many nodes its connected component has.
    public int[] componentSizes() {
        int[] size = new int[graph.nodes()];
        boolean[] found = new boolean[graph.nodes()];
        for (int node = 0; node < size.length; node++) {
            List<Integer> together = reached(node, found);
            together.forEach(member -> size[member] = together.size());
        }
        return size;
    }

    /// The nodes a path leads to from this one that are not found yet, each of which is found afterwards.
    private List<Integer> reached(int start, boolean[] found) {
        List<Integer> reached = new ArrayList<>();
        IntConsumer reach =
                node -> {
                    if (!found[node]) {
                        found[node] = true;
                        reached.add(node);
                    }
                };
        reach.accept(start);
        for (int next = 0; next < reached.size(); next++) {
            forNeighbours(reached.get(next), reach);
        }
        return reached;
    }

    private void forNeighbours(int node, IntConsumer action) {
        each(out, node, action);
        if (graph.directed()) {
            each(in, node, action);
        }
    }

    private static void each(SparseMatrix edges, int node, IntConsumer action) {
        for (int e = edges.rowStart()[node]; e < edges.rowStart()[node + 1]; e++) {
            action.accept(edges.column()[e]);
        }
    }
}
