package innerloop.experiment;

import innerloop.graph.AttributedGraph;
import innerloop.graph.ClassOrder;
import innerloop.graph.select.NodeSet;
import innerloop.phrase.Trouble;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Nodes whose class is not the one in the graph's file. Immutable.
///
/// A class that the graph does not have is a new one. New classes follow the graph's own, in the [ClassOrder#NATURAL] order of
/// their names: the same experiment always gives them the same numbers.
///
/// @param classOfNode the class of each such node by its number, counted from 0; empty for no class
public record Relabelling(SortedMap<Integer, String> classOfNode) {

    /// Longer names are a mistake, and no lane or legend could show them.
    private static final int LONGEST_NAME = 100;

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

    /// With another class for these nodes; a class a node has in the file needs no mention.
    ///
    /// @param read the graph as its file has it
    public Relabelling with(AttributedGraph read, NodeSet nodes, String className) {
        SortedMap<Integer, String> changed = new TreeMap<>(classOfNode);
        int same = className.isEmpty() ? -1 : read.classes().indexOf(className);
        boolean isNew = same < 0 && !className.isEmpty();
        nodes.stream()
                .forEach(node -> {
                    if (!isNew && read.labels()[node] == same) {
                        changed.remove(node);
                    } else {
                        changed.put(node, className);
                    }
                });
        return new Relabelling(changed);
    }

    /// The graph with these classes of nodes.
    ///
    /// @throws InputException if the graph has no such node, or the name of a new class is not permitted
    public AttributedGraph apply(AttributedGraph read) throws InputException {
        if (isEmpty()) {
            return read;
        }
        List<String> classes = classes(read);
        Map<String, Integer> indices = new HashMap<>();
        indices.put("", -1);
        for (int index = 0; index < classes.size(); index++) {
            indices.putIfAbsent(classes.get(index), index);
        }
        int[] labels = read.labels().clone();
        for (Map.Entry<Integer, String> entry : classOfNode.entrySet()) {
            int node = entry.getKey();
            if (node < 0 || node >= labels.length) {
                throw new InputException(
                        Trouble.of(
                                "label.noNode",
                                Integer.toString(node),
                                Integer.toString(labels.length - 1)),
                        "labels");
            }
            // Whoever is not there yet has no class yet.
            if (read.isPresent(node)) {
                labels[node] = indices.getOrDefault(entry.getValue(), -1);
            }
        }
        return read.withLabels(labels, classes);
    }

    /// The graph's classes and the new ones.
    private List<String> classes(AttributedGraph read) throws InputException {
        NavigableMap<String, Integer> added = new TreeMap<>(ClassOrder.NATURAL);
        classOfNode.forEach((node, name) -> added.putIfAbsent(name, node));
        added.remove("");
        read.classes().forEach(added::remove);
        for (Map.Entry<String, Integer> entry : added.entrySet()) {
            requireName(entry.getKey(), "labels." + entry.getValue());
        }
        List<String> all = new ArrayList<>(read.classes());
        all.addAll(added.keySet());
        return all;
    }

    /// Throws an exception about this place if the name cannot be that of a new class.
    public static void requireName(String name, String where) throws InputException {
        if (name.isBlank()) {
            throw new InputException(Trouble.of("label.noName"), where);
        }
        if (name.length() > LONGEST_NAME) {
            throw new InputException(
                    Trouble.of("label.longName", name.length(), LONGEST_NAME), where);
        }
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw new InputException(Trouble.of("label.invisible"), where);
        }
        if (!name.equals(name.strip())) {
            throw new InputException(Trouble.of("label.space", name), where);
        }
    }
}
