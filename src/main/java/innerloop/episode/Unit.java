package innerloop.episode;

import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The kind of examples in an episode.
public enum Unit {
    /// Single nodes.
    NODE("node"),
    /// Whole member graphs.
    MEMBER_GRAPH("member graph");

    private final String word;

    Unit(String word) {
        this.word = word;
    }

    /// The name of one.
    public String word() {
        return word;
    }

    /// The name of several.
    public String words() {
        return word + "s";
    }

    /// The numbers of the examples that these nodes make up, ascending: the nodes themselves, or the member graphs they
    /// are in.
    ///
    /// @param nodes ascending
    int[] among(AttributedGraph graph, int[] nodes) {
        return switch (this) {
            case NODE -> nodes;
            case MEMBER_GRAPH ->
                    Arrays.stream(nodes).map(i -> graph.graphOf()[i]).sorted().distinct().toArray();
        };
    }

    /// How many examples each class has.
    public int[] classSizes(AttributedGraph graph) {
        int[] sizes = new int[graph.classes().size()];
        boolean[] counted = new boolean[this == NODE ? graph.nodes() : graph.graphs()];
        for (int node = 0; node < graph.nodes(); node++) {
            int label = graph.labels()[node];
            int number = this == NODE ? node : graph.graphOf()[node];
            if (label >= 0 && !counted[number]) {
                counted[number] = true;
                sizes[label]++;
            }
        }
        return sizes;
    }

    /// The parts of the graph that have these numbers.
    public Targets targets(AttributedGraph graph, int[] numbers) {
        return switch (this) {
            case NODE -> new Targets.Nodes(numbers);
            case MEMBER_GRAPH -> {
                int[][] members = graph.members();
                yield new Targets.Members(
                        numbers,
                        Arrays.stream(numbers).mapToObj(g -> members[g]).toArray(int[][]::new));
            }
        };
    }

    /// All parts of the graph; member graphs without nodes are left out.
    public Targets all(AttributedGraph graph) {
        int[] nodes = IntStream.range(0, graph.nodes()).toArray();
        return targets(graph, among(graph, nodes));
    }
}
