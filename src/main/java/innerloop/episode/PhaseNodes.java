package innerloop.episode;

import innerloop.graph.AttributedGraph;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Which nodes of a graph a split uses in which phase; a node may be used in several, or in none. Names the graph does
/// not have use none.
public final class PhaseNodes {

    private final Map<Phase, BitSet> used = new EnumMap<>(Phase.class);

    private PhaseNodes() {}

    /// Those of this split.
    public static PhaseNodes of(Split split, AttributedGraph graph) {
        PhaseNodes nodes = new PhaseNodes();
        for (Phase phase : Phase.values()) {
            nodes.used.put(phase, used(split, graph, phase));
        }
        return nodes;
    }

    private static BitSet used(Split split, AttributedGraph graph, Phase phase) {
        BitSet nodes = new BitSet(graph.nodes());
        for (Area area : Area.of(graph, split, phase)) {
            for (int node : area.nodes()) {
                nodes.set(node);
            }
        }
        return nodes;
    }

    /// Whether a phase uses a node.
    public boolean uses(Phase phase, int node) {
        BitSet nodes = used.get(phase);
        return nodes != null && nodes.get(node);
    }

    /// The first phase that uses a node; empty if none does.
    public Optional<Phase> first(int node) {
        for (Phase phase : Phase.values()) {
            if (uses(phase, node)) {
                return Optional.of(phase);
            }
        }
        return Optional.empty();
    }
}
