package innerloop.training;

import innerloop.episode.Phase;
import innerloop.episode.Split;
import innerloop.experiment.Experiment;
import innerloop.graph.AttributedGraph;
import innerloop.math.Lazy;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The parts of the graph that the phases see, see [Split#unseen]. Each is prepared when it is first needed, once for all
/// phases that see the same part. Shared by all threads.
final class PhaseGraphs {

    private final Map<Phase, Lazy<PhaseGraph>> graphs = new EnumMap<>(Phase.class);

    PhaseGraphs(Experiment experiment, AttributedGraph graph) {
        Map<BitSet, Lazy<PhaseGraph>> distinct = new HashMap<>();
        for (Phase phase : Phase.values()) {
            BitSet unseen = experiment.split().unseen(graph, phase);
            graphs.put(
                    phase,
                    distinct.computeIfAbsent(
                            unseen,
                            _ ->
                                    new Lazy<>(() ->
                                            new PhaseGraph(experiment, seen(graph, unseen)))));
        }
    }

    private static AttributedGraph seen(AttributedGraph graph, BitSet unseen) {
        return unseen.isEmpty() ? graph : graph.withoutEdgesOf(unseen);
    }

    PhaseGraph of(Phase phase) {
        return Objects.requireNonNull(graphs.get(phase)).get();
    }
}
