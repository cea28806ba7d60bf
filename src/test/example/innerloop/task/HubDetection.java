package innerloop.task;

import innerloop.episode.FewShot;
import innerloop.episode.Unit;
import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import innerloop.nn.Readout;
import innerloop.phrase.Trouble;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// The example task of docs/architecture.md: which nodes have more neighbours than most?
///
/// @param drawing how episodes are drawn, always 2-way
public record HubDetection(FewShot drawing) implements Classification {

    /// 2-way 2-shot with 2 queries per class.
    public static HubDetection defaults() {
        return new HubDetection(new FewShot(2, 2, 2, Unit.NODE));
    }

    @Override
    public HubDetection withDrawing(int ways, int shots, int queries) {
        return new HubDetection(new FewShot(ways, shots, queries, Unit.NODE));
    }

    @Override
    public Readout readout() {
        return new Readout.LastLayer();
    }

    /// Nodes above the median degree are hubs.
    @Override
    public AttributedGraph labelled(AttributedGraph graph) {
        int[] degrees = IntStream.range(0, graph.nodes()).map(graph::degree).toArray();
        int[] sorted = degrees.clone();
        Arrays.sort(sorted);
        int median = sorted[sorted.length / 2];
        return graph.withLabels(
                Arrays.stream(degrees).map(d -> d > median ? 1 : 0).toArray(),
                List.of("leaf", "hub"));
    }

    @Override
    public Optional<Lack> lack(AttributedGraph graph) {
        return graph.edges() == 0
                ? Optional.of(new Lack(Trouble.of("lack.noEdges")))
                : Optional.empty();
    }

    @Override
    public List<Supplier<Baseline>> baselines(AttributedGraph graph, SparseMatrix features) {
        return List.of(() -> new NearestClassMean(graph, features), this::majority);
    }
}
