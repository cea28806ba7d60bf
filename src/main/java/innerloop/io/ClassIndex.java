package innerloop.io;

import innerloop.graph.ClassOrder;
import innerloop.graph.GraphBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gathers the class of each node by name and numbers the classes: whole numbers first, by value,
/// then the other names in alphabetical order.
final class ClassIndex {

    private final Map<String, Integer> seen = new HashMap<>();
    private final int[] seenOf;
    private List<String> order = List.of();

    /// All nodes are without a class at first.
    ClassIndex(int nodes) {
        seenOf = new int[nodes];
        Arrays.fill(seenOf, -1);
    }

    /// Fixes the order, and keeps classes no node has.
    void order(List<String> classes) {
        order = classes;
    }

    void set(int node, String className) {
        seenOf[node] = seen.computeIfAbsent(className, name -> seen.size());
    }

    void applyTo(GraphBuilder builder) {
        List<String> classes = new ArrayList<>(order);
        Set<String> ordered = new HashSet<>(order);
        seen.keySet().stream()
                .filter(name -> !ordered.contains(name))
                .sorted(ClassOrder.NATURAL)
                .forEach(classes::add);
        int[] position = new int[classes.size()];
        for (int c = 0; c < position.length; c++) {
            Integer number = seen.get(classes.get(c));
            if (number != null) {
                position[number] = c;
            }
        }
        int[] labels = new int[seenOf.length];
        for (int node = 0; node < labels.length; node++) {
            labels[node] = seenOf[node] < 0 ? -1 : position[seenOf[node]];
        }
        builder.labels(labels, classes);
    }
}
