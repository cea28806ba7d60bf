package innerloop.app.inspect;

import innerloop.graph.AttributedGraph;
import java.util.ArrayList;
import java.util.List;

/// A node, its neighbours, and the edges among them.
///
/// @param centre the node in the middle
/// @param nodes the centre, then its neighbours
/// @param edges pairs of nodes, each edge once
/// @param neighbours how many neighbours the centre has in truth
public record EgoNetwork(int centre, List<Integer> nodes, List<Edge> edges, int neighbours) {

    /// The most nodes that are readable in a panel.
    public static final int MOST_NODES = 24;

    /// An edge between two nodes.
    public record Edge(int from, int to) {}

    /// Keeps the lists from being changed.
    public EgoNetwork {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }

    /// The network around a node. Of more neighbours than fit, those with the most edges are taken.
    public static EgoNetwork of(AttributedGraph graph, int centre) {
        int[] start = graph.adjacency().rowStart();
        int[] column = graph.adjacency().column();
        List<Integer> neighbours = new ArrayList<>();
        for (int k = start[centre]; k < start[centre + 1]; k++) {
            if (column[k] != centre) {
                neighbours.add(column[k]);
            }
        }
        int all = neighbours.size();
        if (all > MOST_NODES - 1) {
            neighbours.sort((a, b) -> Integer.compare(graph.degree(b), graph.degree(a)));
            neighbours = neighbours.subList(0, MOST_NODES - 1);
        }
        List<Integer> nodes = new ArrayList<>();
        nodes.add(centre);
        nodes.addAll(neighbours);
        List<Edge> edges = new ArrayList<>();
        for (int a = 0; a < nodes.size(); a++) {
            for (int b = a + 1; b < nodes.size(); b++) {
                int i = nodes.get(a);
                int j = nodes.get(b);
                if (graph.adjacency().get(i, j) != 0 || graph.adjacency().get(j, i) != 0) {
                    edges.add(new Edge(i, j));
                }
            }
        }
        return new EgoNetwork(centre, nodes, edges, all);
    }
}
