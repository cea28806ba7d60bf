package innerloop.leakage;

import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.leakage.Leakage.Fix;
import innerloop.leakage.Leakage.Kind;
import innerloop.leakage.Leakage.Leak;
import innerloop.math.SparseMatrix;
import innerloop.phrase.Phrase;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Finds nodes of different phases that an encoder cannot tell apart; it reads scaled features as float32.
///
/// If features distinguish most nodes, nodes with equal features count as duplicates. If they do not (three types of
/// atoms) or there are none, the neighbours must be equal too, and at least two: all leaves of a hub share their one
/// neighbour.
final class DuplicateNodes {

    private static final int LEAST_NEIGHBOURS = 2;
    private static final long ALONE = -1;

    private final int[] used;
    private final boolean featureless;
    private final boolean telling;
    private final int[] group;
    private final int[] earliest;
    private final int[] latest;
    private final int[] untilLast;
    private final NodePhases phases;

    private DuplicateNodes(SparseMatrix features, SparseMatrix adjacency, NodePhases phases) {
        this.phases = phases;
        used = phases.used();
        EqualRows same = EqualRows.of(features, used);
        featureless = features.columns() == 0;
        telling = 2 * same.distinct() > used.length - same.empty();
        EqualRows sameNeighbours = EqualRows.of(adjacency, used);
        // Also nodes that are neighbours of each other and share all other neighbours.
        EqualRows adjoining = EqualRows.of(withSelf(adjacency), used);
        Map<Long, Integer> numbers = new HashMap<>();
        group = new int[used.length];
        for (int k = 0; k < used.length; k++) {
            long key = ALONE;
            if (telling && features.rowSize(used[k]) > 0) {
                key = same.number(k);
            } else if (adjacency.rowSize(used[k]) >= LEAST_NEIGHBOURS) {
                // A node cannot have duplicates of both kinds.
                long neighbours =
                        adjoining.isAlone(k)
                                ? sameNeighbours.number(k)
                                : used.length + adjoining.number(k);
                key = (neighbours + 1) * used.length + same.number(k);
            }
            int number = numbers.size();
            group[k] = key == ALONE ? -1 : numbers.computeIfAbsent(key, _ -> number);
        }
        earliest = new int[numbers.size()];
        latest = new int[numbers.size()];
        untilLast = new int[numbers.size()];
        Arrays.fill(earliest, Integer.MAX_VALUE);
        for (int k = 0; k < used.length; k++) {
            if (group[k] >= 0) {
                int phase = phases.of(used[k]);
                earliest[group[k]] = Math.min(earliest[group[k]], phase);
                latest[group[k]] = Math.max(latest[group[k]], phase);
                untilLast[group[k]] = Math.max(untilLast[group[k]], phases.last(used[k]));
            }
        }
    }

    /// A + I.
    private static SparseMatrix withSelf(SparseMatrix adjacency) {
        int n = adjacency.rows();
        int entries = adjacency.size();
        int[] row = new int[entries + n];
        int[] column = Arrays.copyOf(adjacency.column(), entries + n);
        double[] value = Arrays.copyOf(adjacency.value(), entries + n);
        for (int i = 0; i < n; i++) {
            Arrays.fill(row, adjacency.rowStart()[i], adjacency.rowStart()[i + 1], i);
            row[entries + i] = i;
            column[entries + i] = i;
            value[entries + i] = 1;
        }
        return SparseMatrix.ofTriplets(n, n, row, column, value);
    }

    static Optional<Leak> of(Experiment experiment, AttributedGraph graph, NodePhases phases) {
        SparseMatrix features =
                experiment.featureRecipe(graph).kind() == FeatureRecipe.Kind.ATTRIBUTES
                        ? experiment.featureMatrix(graph)
                        : SparseMatrix.ofDense(graph.nodes(), 0, new double[0]);
        return new DuplicateNodes(features, graph.adjacency(), phases)
                .leak(experiment.split().kind());
    }

    private Optional<Leak> leak(Split.Kind kind) {
        BitSet copies = new BitSet();
        BitSet originals = new BitSet();
        int[] last = new int[phases.size()];
        for (int k = 0; k < used.length; k++) {
            if (group[k] >= 0 && earliest[group[k]] < latest[group[k]]) {
                last[used[k]] = untilLast[group[k]];
                boolean first = phases.of(used[k]) == earliest[group[k]];
                (first ? originals : copies).set(used[k]);
            }
        }
        if (copies.isEmpty()) {
            return Optional.empty();
        }
        Phrase what = Phrase.of("leak.duplicates." + sameness(), copies.cardinality());
        copies.or(originals);
        return Optional.of(
                Leak.of(
                        Kind.DUPLICATES,
                        what,
                        Phrase.of("leak.duplicates.why"),
                        copies,
                        kind == Split.Kind.REGIONS
                                ? Optional.of(
                                        new Fix(
                                                Phrase.of("leak.duplicates.fix"),
                                                e -> e.withSplit(withoutEarlier(e.split(), last))))
                                : Optional.empty()));
    }

    private String sameness() {
        if (telling) {
            return "features";
        }
        return featureless ? "neighbours" : "both";
    }

    /// @param last for each node the last phase in which it or a duplicate is drawn, 0 if it has no duplicate
    private static Split withoutEarlier(Split split, int[] last) {
        Split changed = split;
        for (int p = 0; p < NodePhases.ORDER.size(); p++) {
            int phase = p;
            changed =
                    SharedNodes.without(
                            changed,
                            NodePhases.ORDER.get(p),
                            node -> node < last.length && last[node] > phase);
        }
        return changed;
    }
}
