package innerloop.experiment;

import innerloop.graph.AttributedGraph;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntPredicate;

/// How often each value of one feature column goes with each class.
final class ColumnValues {

    /// Beyond so many classes a column with a value for each is looked for in vain.
    private static final int MOST_CLASSES = 64;

    /// So many nodes show of most columns that they are no such.
    private static final int SAMPLE = 1_000;

    private static final double PROBABLY = 0.8;

    private final BitSet classes;
    private final Map<Double, int[]> countsOf = new HashMap<>();

    /// Counts every so many of the nodes, and stops where there are more values than classes.
    private ColumnValues(
            AttributedGraph graph, int[] nodes, int stride, int column, BitSet classes) {
        this.classes = classes;
        for (int k = 0; k < nodes.length && isFew(); k += stride) {
            countsOf.computeIfAbsent(
                            graph.features().get(nodes[k], column), _ -> new int[classes.length()])[
                    graph.labels()[nodes[k]]]++;
        }
    }

    /// Which of these columns have a value of its own for each class, nearly never wrong, and no other value.
    static BitSet tellingAll(AttributedGraph graph, int[] nodes, BitSet columns) {
        BitSet classes = new BitSet();
        for (int node : nodes) {
            classes.set(graph.labels()[node]);
        }
        if (classes.cardinality() > MOST_CLASSES) {
            return new BitSet();
        }
        int stride = Math.max(1, nodes.length / SAMPLE);
        BitSet probable =
                where(
                        columns,
                        c -> new ColumnValues(graph, nodes, stride, c, classes).probablyTell());
        return where(probable, c -> new ColumnValues(graph, nodes, 1, c, classes).tellAll());
    }

    private static BitSet where(BitSet columns, IntPredicate holds) {
        BitSet found = new BitSet();
        columns.stream().filter(holds).forEach(found::set);
        return found;
    }

    private boolean isFew() {
        return countsOf.size() <= classes.cardinality();
    }

    private boolean probablyTell() {
        int all = countsOf.values().stream().mapToInt(c -> Arrays.stream(c).sum()).sum();
        int most = countsOf.values().stream().mapToInt(c -> Arrays.stream(c).max().orElse(0)).sum();
        return isFew() && most >= PROBABLY * all;
    }

    private boolean tellAll() {
        BitSet told = new BitSet();
        for (int[] counts : countsOf.values()) {
            int most = Arrays.stream(counts).max().orElse(0);
            if (most < TellingFeatures.NEARLY_ALL * Arrays.stream(counts).sum()) {
                return false;
            }
            for (int c = 0; c < counts.length; c++) {
                if (counts[c] == most) {
                    told.set(c);
                }
            }
        }
        return isFew() && told.equals(classes);
    }
}
