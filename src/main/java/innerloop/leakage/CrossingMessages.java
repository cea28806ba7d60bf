package innerloop.leakage;

import innerloop.episode.Lanes;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.graph.Amount;
import innerloop.graph.AttributedGraph;
import innerloop.graph.FeatureRecipe;
import innerloop.leakage.Leakage.Fix;
import innerloop.leakage.Leakage.Kind;
import innerloop.leakage.Leakage.Leak;
import innerloop.math.SparseMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds nodes of later phases that an encoder reads in earlier ones: those within as many edges as it has layers, and as many
/// more as its features reach.
final class CrossingMessages {

    private final SparseMatrix adjacency;
    private final NodePhases phases;

    private CrossingMessages(AttributedGraph graph, NodePhases phases) {
        this.adjacency = graph.adjacency();
        this.phases = phases;
    }

    static Optional<Leak> of(Experiment experiment, AttributedGraph graph, NodePhases phases) {
        int features = experiment.featureRecipe(graph).reach();
        int reach =
                features == FeatureRecipe.WHOLE_COMPONENT
                        ? FeatureRecipe.WHOLE_COMPONENT
                        : features + experiment.encoder().reach();
        if (experiment.split().messages() != Split.Messages.ALL || reach == 0) {
            return Optional.empty();
        }
        CrossingMessages crossing = new CrossingMessages(graph, phases);
        int[] used = phases.used();
        BitSet all = new BitSet();
        List<String> shares = new ArrayList<>();
        // The last phase first, because its score is the published one.
        for (int later = NodePhases.ORDER.size() - 1; later > 0; later--) {
            BitSet read = crossing.read(used, later, reach);
            if (!read.isEmpty()) {
                shares.add(crossing.share(used, later, read.cardinality()));
                all.or(read);
            }
        }
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Leak.of(
                        Kind.MESSAGES,
                        "%s %s nodes of an earlier lane; %s from later lanes into earlier ones"
                                .formatted(
                                        String.join(", ", shares),
                                        distance(reach),
                                        Amount.of(
                                                crossing.edges(used), "edge leads", "edges lead")),
                        "they pass messages while the earlier lane is learned from: the score is transductive",
                        all,
                        Optional.of(
                                new Fix(
                                        "cut nodes off until their lane is used (inductive)",
                                        e ->
                                                e.withSplit(
                                                        e.split()
                                                                .withMessages(
                                                                        Split.Messages.SEEN))))));
    }

    private static String distance(int reach) {
        return switch (reach) {
            case FeatureRecipe.WHOLE_COMPONENT -> "connected to";
            default -> "at most " + Amount.of(reach, "edge") + " from";
        };
    }

    /// The nodes of this phase that nodes of earlier phases read, by one breadth-first search from all of the latter.
    private BitSet read(int[] used, int later, int reach) {
        BitSet seen = new BitSet(phases.size());
        int[] queue = new int[phases.size()];
        int end = 0;
        for (int node : used) {
            if (phases.of(node) < later) {
                seen.set(node);
                queue[end++] = node;
            }
        }
        BitSet read = new BitSet(phases.size());
        int next = 0;
        for (int step = 0; step < reach && next < end; step++) {
            for (int last = end; next < last; next++) {
                int row = queue[next];
                for (int k = adjacency.rowStart()[row]; k < adjacency.rowStart()[row + 1]; k++) {
                    int node = adjacency.column()[k];
                    if (!seen.get(node)) {
                        seen.set(node);
                        queue[end++] = node;
                        read.set(node, phases.of(node) == later);
                    }
                }
            }
        }
        return read;
    }

    private String share(int[] used, int later, int count) {
        int size = 0;
        for (int node : used) {
            size += phases.of(node) == later ? 1 : 0;
        }
        return String.format(
                Locale.ROOT,
                "%d of %d %s nodes (%.0f %%)",
                count,
                size,
                Lanes.title(NodePhases.ORDER.get(later)),
                100.0 * count / size);
    }

    /// The number of edges from a later phase into an earlier one.
    private int edges(int[] used) {
        int edges = 0;
        for (int row : used) {
            for (int k = adjacency.rowStart()[row]; k < adjacency.rowStart()[row + 1]; k++) {
                edges += phases.of(adjacency.column()[k]) > phases.of(row) ? 1 : 0;
            }
        }
        return edges;
    }
}
