package innerloop.experiment;

import innerloop.graph.AttributedGraph;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Nodes whose class is not the one in the graph's file. Immutable.
///
/// @param classOfNode the class of each such node by its number, counted from 0; empty for no class
public record Relabelling(SortedMap<Integer, String> classOfNode) {

    private static final Relabelling NONE = new Relabelling(Collections.emptySortedMap());

    public Relabelling {
        classOfNode = Collections.unmodifiableSortedMap(new TreeMap<>(classOfNode));
    }

    /// Every node keeps its class.
    public static Relabelling none() {
        return NONE;
    }

    /// Whether every node keeps its class.
    public boolean isEmpty() {
        return classOfNode.isEmpty();
    }

    /// With another class for a node; a class the node has in the file needs no mention.
    ///
    /// @param read the graph as its file has it
    public Relabelling with(AttributedGraph read, int node, String className) {
        SortedMap<Integer, String> changed = new TreeMap<>(classOfNode);
        int known = read.labels()[node];
        if (className.equals(known < 0 ? "" : read.classes().get(known))) {
            changed.remove(node);
        } else {
            changed.put(node, className);
        }
        return new Relabelling(changed);
    }

    /// The graph with these classes of nodes.
    ///
    /// @throws InputException if the graph has no such node or no such class
    public AttributedGraph apply(AttributedGraph read) throws InputException {
        if (isEmpty()) {
            return read;
        }
        int[] labels = read.labels().clone();
        for (Map.Entry<Integer, String> entry : classOfNode.entrySet()) {
            int node = entry.getKey();
            if (node < 0 || node >= labels.length) {
                throw new InputException(
                        "the graph has no node " + node,
                        "labels",
                        "its nodes are 0 to " + (labels.length - 1));
            }
            labels[node] = index(read, node, entry.getValue());
        }
        return read.withLabels(labels);
    }

    private static int index(AttributedGraph read, int node, String className)
            throws InputException {
        int index = className.isEmpty() ? -1 : read.classes().indexOf(className);
        if (index < 0 && !className.isEmpty()) {
            throw new InputException(
                    "the graph has no class \"" + className + "\"",
                    "labels." + node,
                    read.classes().isEmpty()
                            ? "it has no classes at all"
                            : Nearest.didYouMean(className, read.classes()));
        }
        return index;
    }
}
