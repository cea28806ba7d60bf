package innerloop.app.graphview;

import innerloop.graph.AttributedGraph;
import innerloop.graph.select.NodeAttribute;
import innerloop.graph.select.NodeAttributes;
import innerloop.math.SparseMatrix;
import innerloop.training.Outcome;
import java.util.List;
import java.util.Optional;

/// The prediction of a learner for each node. The arrays must not be written into afterwards.
///
/// @param ways the classes of the watched episode in its order, the only ones that are predicted
/// @param predicted class of each node, −1 for none
/// @param confidence probability of that class, NaN for none
/// @param loss −log of the true class's probability, NaN for none
/// @param values what it says instead of classes, if it says numbers
/// @param attention how much the node of a row listens to that of a column; empty without attention
/// @param edges what is said of pairs of nodes
@SuppressWarnings("ArrayRecordComponent") // replaced as a whole, never compared
public record Prediction(
        List<Integer> ways,
        int[] predicted,
        float[] confidence,
        float[] loss,
        Optional<Outcome.NodeValues> values,
        Optional<SparseMatrix> attention,
        PredictedEdges edges) {

    /// Nothing.
    public static final Prediction NONE =
            new Prediction(
                    List.of(),
                    new int[0],
                    new float[0],
                    new float[0],
                    Optional.empty(),
                    Optional.empty(),
                    PredictedEdges.NONE);

    /// The same with what is said of pairs of nodes.
    public Prediction withEdges(PredictedEdges said) {
        return new Prediction(ways, predicted, confidence, loss, values, attention, said);
    }

    /// The same with numbers that are said of nodes.
    public Prediction withValues(Outcome.NodeValues said) {
        return new Prediction(
                ways, predicted, confidence, loss, Optional.of(said), attention, edges);
    }

    /// Classes of nodes alone.
    public Prediction(
            List<Integer> ways,
            int[] predicted,
            float[] confidence,
            float[] loss,
            Optional<SparseMatrix> attention) {
        this(ways, predicted, confidence, loss, Optional.empty(), attention, PredictedEdges.NONE);
    }

    public Prediction {
        if (confidence.length != predicted.length || loss.length != predicted.length) {
            throw new IllegalArgumentException(
                    "%d predictions, %d confidences, %d losses"
                            .formatted(predicted.length, confidence.length, loss.length));
        }
    }

    /// Whether it says anything of a node.
    public boolean knows(int node) {
        return node < predicted.length && predicted[node] >= 0;
    }

    /// Whether it is wrong about a node with this label; not if the label is unknown.
    public boolean isWrong(int node, int label) {
        return knows(node) && label >= 0 && predicted[node] != label;
    }

    /// These attributes of the graph, and those the learner adds.
    NodeAttributes addTo(NodeAttributes known, AttributedGraph graph) {
        if (predicted.length == 0) {
            return known;
        }
        NodeAttributes learned = attention.map(a -> attended(known, a)).orElse(known);
        return values.map(said -> valued(learned, said)).orElseGet(() -> classed(learned, graph));
    }

    /// With numbers that are said, known, and their difference.
    private static NodeAttributes valued(NodeAttributes known, Outcome.NodeValues said) {
        return known.with("predicted", new NodeAttribute.Numeric(i -> said.predicted()[i]))
                .with("true", new NodeAttribute.Numeric(i -> said.right()[i]))
                .with("residual", new NodeAttribute.Numeric(said::residual));
    }

    private NodeAttributes classed(NodeAttributes known, AttributedGraph graph) {
        return known.with(
                        "predicted",
                        new NodeAttribute.Text(
                                i -> knows(i) ? graph.classes().get(predicted[i]) : ""))
                .with(
                        "correct",
                        new NodeAttribute.Text(i ->
                                !knows(i) || graph.labels()[i] < 0
                                        ? ""
                                        : isWrong(i, graph.labels()[i]) ? "no" : "yes"))
                .with(
                        "confidence",
                        new NodeAttribute.Numeric(i -> knows(i) ? confidence[i] : Double.NaN))
                .with(
                        "loss",
                        new NodeAttribute.Numeric(
                                i -> knows(i) && graph.labels()[i] >= 0 ? loss[i] : Double.NaN));
    }

    /// With the attention each node gets from all others.
    private static NodeAttributes attended(NodeAttributes known, SparseMatrix attention) {
        double[] received = new double[attention.columns()];
        for (int i = 0; i < attention.rows(); i++) {
            for (int e = attention.rowStart()[i]; e < attention.rowStart()[i + 1]; e++) {
                int j = attention.column()[e];
                received[j] += j == i ? 0 : attention.value()[e];
            }
        }
        return known.with("attention", new NodeAttribute.Numeric(i -> received[i]));
    }
}
