package innerloop.task;

import innerloop.episode.FewShot;
import innerloop.episode.Unit;
import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import innerloop.nn.Readout;
import innerloop.phrase.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Few-shot node classification: which of some classes does a node belong to?
///
/// @param drawing how episodes are drawn
public record NodeClassification(FewShot drawing) implements Classification {

    /// N-way K-shot.
    public NodeClassification(int ways, int shots, int queries) {
        this(new FewShot(ways, shots, queries, Unit.NODE));
    }

    /// 5-way 3-shot with 15 queries per class.
    public static NodeClassification defaults() {
        return new NodeClassification(5, 3, 15);
    }

    @Override
    public NodeClassification withDrawing(int ways, int shots, int queries) {
        return new NodeClassification(ways, shots, queries);
    }

    @Override
    public Readout readout() {
        return new Readout.LastLayer();
    }

    @Override
    public AttributedGraph labelled(AttributedGraph graph) {
        return graph;
    }

    @Override
    public Optional<Lack> lack(AttributedGraph graph) {
        return graph.classes().isEmpty()
                ? Optional.of(new Lack(Trouble.of("lack.noLabels")))
                : Optional.empty();
    }

    @Override
    public List<Supplier<Baseline>> baselines(AttributedGraph graph, SparseMatrix features) {
        return List.of(
                () -> new NearestClassMean(graph, features),
                () -> new LabelPropagation(graph),
                () -> new SmoothedRidge(graph, features),
                this::majority);
    }
}
