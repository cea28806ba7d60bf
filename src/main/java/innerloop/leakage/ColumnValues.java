package innerloop.leakage;

import innerloop.graph.AttributedGraph;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/// Counts how often each value of one feature column occurs with each class.
final class ColumnValues {

    /// The most classes for which a column with one value per class is looked for.
    private static final int MOST_CLASSES = 64;

    /// A sample of this many nodes is enough to rule out most columns.
    private static final int SAMPLE = 1_000;

    private static final double PROBABLY = 0.8;

    /// A value for each class.
    static final int ALL = -1;

    private static final int NONE = -2;

    private final BitSet classes;
    private final Map<Double, int[]> countsOf = new HashMap<>();

    /// Counts every `stride`-th node, and stops as soon as there are more values than classes.
    private ColumnValues(
            AttributedGraph graph, int[] nodes, int stride, int column, BitSet classes) {
        this.classes = classes;
        for (int k = 0; k < nodes.length && isFew(); k += stride) {
            countsOf.computeIfAbsent(
                            graph.features().get(nodes[k], column), _ -> new int[classes.length()])[
                    graph.labels()[nodes[k]]]++;
        }
    }

    /// For each column that has one, the class that a single value identifies, almost always rightly and for nearly all nodes
    /// of the class; [#ALL] for columns with one value for each class and no others.
    static Map<Integer, Integer> telling(AttributedGraph graph, int[] nodes, BitSet columns) {
        BitSet classes = new BitSet();
        for (int node : nodes) {
            classes.set(graph.labels()[node]);
        }
        if (classes.cardinality() > MOST_CLASSES) {
            return Map.of();
        }
        int stride = Math.max(1, nodes.length / SAMPLE);
        Map<Integer, Integer> telling = new HashMap<>();
        columns.stream()
                .filter(c ->
                        new ColumnValues(graph, nodes, stride, c, classes).told(PROBABLY) != NONE)
                .forEach(c -> {
                    int told =
                            new ColumnValues(graph, nodes, 1, c, classes)
                                    .told(TellingFeatures.NEARLY_ALL);
                    if (told != NONE) {
                        telling.put(c, told);
                    }
                });
        return telling;
    }

    private boolean isFew() {
        return countsOf.size() <= classes.cardinality();
    }

    /// @param sure the share of right assignments that is enough
    private int told(double sure) {
        if (!isFew()) {
            return NONE;
        }
        int[] sizes = new int[classes.length()];
        countsOf.values().forEach(counts -> Arrays.setAll(sizes, c -> sizes[c] + counts[c]));
        int all = Arrays.stream(sizes).sum();
        BitSet told = new BitSet();
        boolean always = true;
        int one = NONE;
        for (int[] counts : countsOf.values()) {
            int most = 0;
            for (int c = 0; c < counts.length; c++) {
                most = counts[c] > counts[most] ? c : most;
            }
            boolean right = counts[most] >= sure * Arrays.stream(counts).sum();
            always &= right;
            if (right) {
                told.set(most);
                // For a class with nearly all nodes, no value is informative.
                boolean whole =
                        counts[most] >= sure * sizes[most]
                                && sizes[most] <= TellingFeatures.LARGEST_SHARE * all;
                one = whole ? most : one;
            }
        }
        return always && told.equals(classes) ? ALL : one;
    }
}
