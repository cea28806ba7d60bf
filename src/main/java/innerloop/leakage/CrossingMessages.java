package innerloop.leakage;

import innerloop.episode.Lanes;
import innerloop.episode.Split;
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
        List<Phrase> shares = new ArrayList<>();
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
                        Phrase.of(
                                reach == FeatureRecipe.WHOLE_COMPONENT
                                        ? "leak.messages.connected"
                                        : "leak.messages.near",
                                shares,
                                crossing.edges(used),
                                reach),
                        Phrase.of("leak.messages.why"),
                        all,
                        Optional.of(
                                new Fix(
                                        Phrase.of("leak.messages.fix"),
                                        e ->
                                                e.withSplit(
                                                        e.split()
                                                                .withMessages(
                                                                        Split.Messages.SEEN))))));
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

    private Phrase share(int[] used, int later, int count) {
        int size = 0;
        for (int node : used) {
            size += phases.of(node) == later ? 1 : 0;
        }
        return Phrase.of(
                "leak.messages.share",
                count,
                size,
                Lanes.phrase(NodePhases.ORDER.get(later)),
                Math.round(100.0 * count / size));
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
