package innerloop.task;

import innerloop.episode.FewShot;
import innerloop.episode.Unit;
import innerloop.graph.AttributedGraph;
import innerloop.math.SparseMatrix;
import innerloop.nn.Layers;
import innerloop.nn.Readout;
import innerloop.nn.Readout.Pooling;
import innerloop.phrase.Refusal;
import innerloop.phrase.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Few-shot graph classification: which of some classes does a member graph belong to?
///
/// @param drawing how episodes are drawn
/// @param pooling how the rows of a member graph's nodes are put together
/// @param dimensions size of the encoder's output, which the readout pools
public record GraphClassification(FewShot drawing, Pooling pooling, int dimensions)
        implements Classification {

    public GraphClassification {
        if (dimensions < 1 || dimensions > Layers.WIDEST) {
            throw Refusal.outside("task.dimensions", 1, Layers.WIDEST, dimensions);
        }
    }

    /// N-way K-shot.
    public GraphClassification(int ways, int shots, int queries, Pooling pooling, int dimensions) {
        this(new FewShot(ways, shots, queries, Unit.MEMBER_GRAPH), pooling, dimensions);
    }

    /// 3-way 5-shot with 5 queries per class, the mean of 64 dimensions.
    public static GraphClassification defaults() {
        return new GraphClassification(3, 5, 5, Pooling.MEAN, 64);
    }

    @Override
    public GraphClassification withDrawing(int ways, int shots, int queries) {
        return new GraphClassification(ways, shots, queries, pooling, dimensions);
    }

    public GraphClassification withPooling(Pooling newPooling) {
        return new GraphClassification(drawing, newPooling, dimensions);
    }

    public GraphClassification withDimensions(int newDimensions) {
        return new GraphClassification(drawing, pooling, newDimensions);
    }

    @Override
    public Readout readout() {
        return new Readout.Pooled(pooling, dimensions);
    }

    /// Every node has the class of its member graph.
    @Override
    public AttributedGraph labelled(AttributedGraph graph) {
        return graph.withLabelsOfMembers();
    }

    @Override
    public Optional<Lack> lack(AttributedGraph graph) {
        if (graph.graphs() < 2) {
            return Optional.of(new Lack(Trouble.of("lack.noCollection")));
        }
        return graph.graphClasses().isEmpty()
                ? Optional.of(new Lack(Trouble.of("lack.noMemberClasses")))
                : Optional.empty();
    }

    /// The floor is the nearest class mean of the features after two propagations, summed over each member graph.
    @Override
    public List<Supplier<Baseline>> baselines(AttributedGraph graph, SparseMatrix features) {
        return List.of(() -> new NearestClassMean(graph, features), this::majority);
    }
}
