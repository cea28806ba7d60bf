package innerloop.leakage;

import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.leakage.Leakage.Fix;
import innerloop.leakage.Leakage.Kind;
import innerloop.leakage.Leakage.Leak;
import innerloop.math.SparseMatrix;
import innerloop.phrase.Phrase;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds feature columns that give the class away on their own: a feature that nearly all nodes of one class have and
/// hardly any other node, a column with a value for each class, and a column that is named like a label.
final class TellingFeatures {

    /// The share that counts as nearly all, and as nearly never wrong.
    static final double NEARLY_ALL = 0.95;

    private static final int LEAST_NODES = 5;

    /// The largest share of all nodes that a class may have: of a larger one, a feature that every node has says nothing.
    static final double LARGEST_SHARE = 0.9;

    private static final int MOST_NAMED = 5;
    private static final Set<String> LABEL_NAMES = Set.of("class", "label", "target", "y");

    private final AttributedGraph graph;
    private final SparseMatrix features;
    private final int[] used;
    private final int[] classSize;
    private final int[] having;
    private final int[] candidate;
    private final int[] hits;

    private TellingFeatures(AttributedGraph graph, int[] used) {
        this.graph = graph;
        this.features = graph.features();
        this.used = used;
        classSize = new int[graph.classes().size()];
        having = new int[features.columns()];
        candidate = new int[features.columns()];
        hits = new int[features.columns()];
        for (int node : used) {
            classSize[graph.labels()[node]]++;
        }
        vote();
        count();
    }

    /// For each feature, the class of more than half of the nodes that have it, if there is such a class (majority vote of
    /// Boyer and Moore 1981). Needs one counter per feature instead of one per feature and class.
    private void vote() {
        int[] votes = new int[having.length];
        for (int node : used) {
            int label = graph.labels()[node];
            for (int k = features.rowStart()[node]; k < features.rowStart()[node + 1]; k++) {
                if (features.value()[k] != 0) {
                    int column = features.column()[k];
                    if (votes[column] == 0) {
                        candidate[column] = label;
                    }
                    votes[column] += candidate[column] == label ? 1 : -1;
                }
            }
        }
    }

    private void count() {
        for (int node : used) {
            int label = graph.labels()[node];
            for (int k = features.rowStart()[node]; k < features.rowStart()[node + 1]; k++) {
                if (features.value()[k] != 0) {
                    int column = features.column()[k];
                    having[column]++;
                    hits[column] += candidate[column] == label ? 1 : 0;
                }
            }
        }
    }

    static Optional<Leak> of(Experiment experiment, AttributedGraph graph, NodePhases phases) {
        int[] used = phases.used();
        if (experiment.featureRecipe(graph).kind() != FeatureRecipe.Kind.ATTRIBUTES
                || used.length == 0) {
            return Optional.empty();
        }
        return new TellingFeatures(graph, used).leak();
    }

    private Optional<Leak> leak() {
        Map<Integer, Integer> byValue = byValue();
        BitSet telling = new BitSet();
        List<Phrase> lines = new ArrayList<>();
        for (int column = 0; column < having.length; column++) {
            Phrase how = Phrase.NOTHING;
            if (isCalledLikeALabel(column)) {
                how = Phrase.of("leak.telling.byName", name(column));
            } else if (standsForAClass(column)) {
                how =
                        Phrase.of(
                                "leak.telling.forClass",
                                name(column),
                                graph.classes().get(candidate[column]));
            } else if (byValue.containsKey(column)) {
                int told = byValue.get(column);
                how =
                        told == ColumnValues.ALL
                                ? Phrase.of("leak.telling.valueForEach", name(column))
                                : Phrase.of(
                                        "leak.telling.valueFor",
                                        name(column),
                                        graph.classes().get(told));
            }
            if (!how.isEmpty()) {
                telling.set(column);
                lines.add(how);
            }
        }
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Leak.of(
                        Kind.GIVEN_AWAY,
                        Phrase.of("leak.telling", Phrase.some(lines, MOST_NAMED)),
                        Phrase.of("leak.telling.why"),
                        having(telling),
                        Optional.of(
                                new Fix(
                                        Phrase.of("leak.telling.fix"),
                                        e ->
                                                e.withFeatures(
                                                        e.features()
                                                                .withKind(
                                                                        FeatureRecipe.Kind
                                                                                .DEGREE))))));
    }

    private String name(int column) {
        String name = graph.featureNames().isEmpty() ? "" : graph.featureNames().get(column);
        return name.isEmpty() ? "#" + column : "\"" + name + "\"";
    }

    private boolean isCalledLikeALabel(int column) {
        // Where features are words of a text, "class" may be one of thousands, and few nodes have
        // it.
        if (graph.featureNames().isEmpty() || 2 * having[column] < used.length) {
            return false;
        }
        String name = graph.featureNames().get(column).toLowerCase(Locale.ROOT);
        // Beside a column x, y is a coordinate.
        return LABEL_NAMES.contains(name)
                && !(name.equals("y")
                        && graph.featureNames().stream().anyMatch("x"::equalsIgnoreCase));
    }

    private boolean standsForAClass(int column) {
        int size = classSize[candidate[column]];
        return size >= LEAST_NODES
                && size <= LARGEST_SHARE * used.length
                && hits[column] >= NEARLY_ALL * having[column]
                && hits[column] >= NEARLY_ALL * size;
    }

    /// The columns that have a value for one class, or one for each class.
    private Map<Integer, Integer> byValue() {
        int largest = 0;
        int classes = 0;
        for (int size : classSize) {
            largest = Math.max(largest, size);
            classes += size > 0 ? 1 : 0;
        }
        BitSet possible = new BitSet();
        if (classes > 1 && used.length >= LEAST_NODES * classes) {
            for (int column = 0; column < having.length; column++) {
                // 0 can stand for one class only, which rules out columns that are 0 at more nodes.
                possible.set(column, (used.length - having[column]) * NEARLY_ALL <= largest);
            }
        }
        return ColumnValues.telling(graph, used, possible);
    }

    /// The nodes that have one of these features.
    private BitSet having(BitSet columns) {
        BitSet nodes = new BitSet();
        for (int node : used) {
            for (int k = features.rowStart()[node]; k < features.rowStart()[node + 1]; k++) {
                if (features.value()[k] != 0 && columns.get(features.column()[k])) {
                    nodes.set(node);
                }
            }
        }
        return nodes;
    }
}
