package innerloop.episode;

import innerloop.graph.AttributedGraph;
import innerloop.graph.Targets;
import innerloop.phrase.Phrase;
import java.util.Arrays;
import java.util.stream.IntStream;

/// The kind of examples in an episode.
public enum Unit {
    /// Single nodes.
    NODE("node"),
    /// Whole member graphs.
    MEMBER_GRAPH("member graph"),
    /// Pairs of nodes, joined by an edge or not.
    PAIR("pair of nodes"),
    /// Single nodes that have a number instead of a class.
    NUMBERED_NODE("node");

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
        return this == PAIR ? "pairs of nodes" : word + "s";
    }

    /// So many of them.
    public Phrase phrase(long number) {
        return Phrase.amount(
                number,
                switch (this) {
                    case NODE, NUMBERED_NODE -> "node";
                    case MEMBER_GRAPH -> "memberGraph";
                    case PAIR -> "pair";
                });
    }

    /// One of them.
    public Phrase phrase() {
        return Phrase.of("unit." + name());
    }

    /// The least number of ways. Numbers are no classes: all of them are asked for in the same way.
    int leastWays() {
        return this == NUMBERED_NODE ? 1 : 2;
    }

    /// The numbers of the examples that these nodes make up, ascending: the member graphs they are in, otherwise the nodes
    /// themselves.
    ///
    /// @param nodes ascending
    int[] among(AttributedGraph graph, int[] nodes) {
        return switch (this) {
            case NODE, PAIR, NUMBERED_NODE -> nodes;
            case MEMBER_GRAPH ->
                    Arrays.stream(nodes).map(i -> graph.graphOf()[i]).sorted().distinct().toArray();
        };
    }

    /// How many examples each class has.
    public int[] classSizes(AttributedGraph graph) {
        int[] sizes = new int[graph.classes().size()];
        boolean[] counted = new boolean[this == MEMBER_GRAPH ? graph.graphs() : graph.nodes()];
        for (int node = 0; node < graph.nodes(); node++) {
            int label = graph.labels()[node];
            int number = this == MEMBER_GRAPH ? graph.graphOf()[node] : node;
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
            case NODE, NUMBERED_NODE -> new Targets.Nodes(numbers);
            case PAIR -> new Targets.Pairs(numbers, numbers);
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
