package innerloop.graph;

/// What a graph is like beside its edges: how degrees are spread, and how often neighbours of a node are neighbours. Directions,
/// weights and loops do not count.
///
/// @param edges number of edges between two nodes
/// @param degrees how many nodes have 0, 1, 2, … neighbours
/// @param clustering mean over all nodes of the share of pairs of neighbours that are neighbours (Watts and Strogatz 1998); 0
///     for a node with fewer than two
@SuppressWarnings("ArrayRecordComponent") // replaced as a whole, compared by nobody
public record GraphShape(int edges, int[] degrees, double clustering) {

    /// That of a graph.
    public static GraphShape of(AttributedGraph graph) {
        SimpleGraph simple = SimpleGraph.of(graph);
        int most = 0;
        for (int i = 0; i < simple.nodes(); i++) {
            most = Math.max(most, simple.degree(i));
        }
        int[] degrees = new int[most + 1];
        for (int i = 0; i < simple.nodes(); i++) {
            degrees[simple.degree(i)]++;
        }
        return new GraphShape(simple.entries() / 2, degrees, StructuralFeatures.clustering(simple));
    }

    /// The largest degree.
    public int mostNeighbours() {
        return degrees.length - 1;
    }
}
