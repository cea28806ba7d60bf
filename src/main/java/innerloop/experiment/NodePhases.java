package innerloop.experiment;

import innerloop.episode.Phase;
import innerloop.episode.Region;
import innerloop.episode.Split;
import innerloop.graph.AttributedGraph;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// In which phase each node is drawn first.
final class NodePhases {

    /// The phases, earliest first; a number of a phase is its place here.
    static final List<Phase> ORDER = List.of(Phase.TRAIN, Phase.VALIDATION, Phase.TEST);

    private static final byte NONE = -1;

    private final byte[] first;

    private NodePhases(byte[] first) {
        this.first = first;
    }

    static NodePhases of(Split split, AttributedGraph graph) {
        byte[] first = new byte[graph.nodes()];
        Arrays.fill(first, NONE);
        for (int p = ORDER.size() - 1; p >= 0; p--) {
            BitSet used = nodes(split, graph, ORDER.get(p));
            for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
                if (graph.labels()[i] >= 0) {
                    first[i] = (byte) p;
                }
            }
        }
        return new NodePhases(first);
    }

    /// The nodes that stand in a lane, with a class or without.
    static BitSet nodes(Split split, AttributedGraph graph, Phase phase) {
        List<String> lane = split.lanes().of(phase);
        return switch (split.kind()) {
            case CLASSES -> matching(graph.labels(), indices(lane, graph.classes()));
            case GRAPHS -> matching(graph.graphOf(), numbers(lane));
            case REGIONS -> {
                BitSet nodes = new BitSet(graph.nodes());
                lane.stream()
                        .map(split::region)
                        .flatMap(Optional::stream)
                        .map(Region::nodes)
                        .forEach(region -> region.forEach(nodes::set));
                // Whether a region fits the graph is for others to say.
                nodes.clear(graph.nodes(), Math.max(graph.nodes(), nodes.length()));
                yield nodes;
            }
        };
    }

    private static Set<Integer> indices(List<String> lane, List<String> classes) {
        Set<Integer> indices = new HashSet<>();
        lane.forEach(name -> indices.add(classes.indexOf(name)));
        indices.remove(-1);
        return indices;
    }

    private static Set<Integer> numbers(List<String> lane) {
        Set<Integer> numbers = new HashSet<>();
        lane.stream()
                .filter(name -> name.matches("\\d{1,9}"))
                .forEach(name -> numbers.add(Integer.valueOf(name)));
        return numbers;
    }

    private static BitSet matching(int[] valueOf, Set<Integer> wanted) {
        BitSet nodes = new BitSet(valueOf.length);
        boolean[] is = new boolean[Arrays.stream(valueOf).max().orElse(0) + 1];
        wanted.stream().filter(value -> value < is.length).forEach(value -> is[value] = true);
        for (int i = 0; i < valueOf.length; i++) {
            if (valueOf[i] >= 0 && is[valueOf[i]]) {
                nodes.set(i);
            }
        }
        return nodes;
    }

    /// How many nodes the graph has.
    int size() {
        return first.length;
    }

    /// The number of the phase in which this node is drawn first; −1 if it never is.
    int of(int node) {
        return first[node];
    }

    /// The nodes that are drawn at all.
    int[] used() {
        int[] used = new int[first.length];
        int count = 0;
        for (int i = 0; i < first.length; i++) {
            if (first[i] != NONE) {
                used[count++] = i;
            }
        }
        return Arrays.copyOf(used, count);
    }
}
