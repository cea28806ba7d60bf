package innerloop.graph.select;

import java.util.BitSet;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Some nodes of a graph. Immutable.
public final class NodeSet {

    private final int nodes;
    private final BitSet members;

    private NodeSet(int nodes, BitSet members) {
        this.nodes = nodes;
        this.members = members;
    }

    /// No node of a graph with `nodes` nodes.
    public static NodeSet none(int nodes) {
        return new NodeSet(nodes, new BitSet());
    }

    /// These nodes of a graph with `nodes` nodes.
    ///
    /// @throws IndexOutOfBoundsException if there is no such node
    public static NodeSet of(int nodes, int... members) {
        BitSet bits = new BitSet(nodes);
        for (int node : members) {
            bits.set(Objects.checkIndex(node, nodes));
        }
        return new NodeSet(nodes, bits);
    }

    /// The nodes for which this holds.
    public static NodeSet where(int nodes, IntPredicate holds) {
        BitSet bits = new BitSet(nodes);
        for (int node = 0; node < nodes; node++) {
            if (holds.test(node)) {
                bits.set(node);
            }
        }
        return new NodeSet(nodes, bits);
    }

    /// Nodes of the graph, members or not.
    public int nodes() {
        return nodes;
    }

    /// How many nodes are in it.
    public int size() {
        return members.cardinality();
    }

    /// Whether no node is in it.
    public boolean isEmpty() {
        return members.isEmpty();
    }

    /// Whether this node is in it; nodes that do not exist are not.
    public boolean contains(int node) {
        return node >= 0 && members.get(node);
    }

    /// Its nodes, ascending.
    public IntStream stream() {
        return members.stream();
    }

    /// The only node in it, −1 if there is none or more than one.
    public int single() {
        return members.cardinality() == 1 ? members.nextSetBit(0) : -1;
    }

    /// The nodes of both.
    public NodeSet plus(NodeSet other) {
        return combined(other, BitSet::or);
    }

    /// Its nodes without those of the other.
    public NodeSet minus(NodeSet other) {
        return combined(other, BitSet::andNot);
    }

    /// The nodes that are in both.
    public NodeSet and(NodeSet other) {
        return combined(other, BitSet::and);
    }

    /// Every other node of the graph.
    public NodeSet inverted() {
        BitSet bits = (BitSet) members.clone();
        bits.flip(0, nodes);
        return new NodeSet(nodes, bits);
    }

    private interface Combination {
        void into(BitSet mine, BitSet other);
    }

    private NodeSet combined(NodeSet other, Combination how) {
        if (other.nodes != nodes) {
            throw new IllegalArgumentException(
                    "sets of nodes of graphs with %d and %d nodes".formatted(nodes, other.nodes));
        }
        BitSet bits = (BitSet) members.clone();
        how.into(bits, other.members);
        return new NodeSet(nodes, bits);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NodeSet that && nodes == that.nodes && members.equals(that.members);
    }

    @Override
    public int hashCode() {
        return 31 * nodes + members.hashCode();
    }

    @Override
    public String toString() {
        return size() + " of " + nodes + " nodes " + members;
    }
}
