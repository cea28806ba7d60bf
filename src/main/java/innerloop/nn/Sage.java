package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Propagation;
import innerloop.math.SparseMatrix;
import java.util.List;
import java.util.Map;

/// GraphSAGE `h'_i = W_l · combine_j(h_j) + b + W_r h_i` over the neighbours j (Hamilton, Ying, Leskovec 2017), with
/// all neighbours and no self-loops added; edge weights are not used. A node without neighbours gets 0 from them.
///
/// @param layers sizes and options
/// @param aggregation how the neighbours' rows are combined
public record Sage(Layers layers, Aggregation aggregation) implements Encoder {

    /// How the neighbours' rows are combined.
    public enum Aggregation {
        /// Their mean.
        MEAN,
        /// The largest entry of each column.
        MAX
    }

    /// One hidden layer of 128 with ELU and rows of length 1, mean.
    public static Sage defaults() {
        return new Sage(
                Layers.of(List.of(128), Activation.ELU).withNormalize(true), Aggregation.MEAN);
    }

    @Override
    public Sage withLayers(Layers newLayers) {
        return new Sage(newLayers, aggregation);
    }

    public Sage withAggregation(Aggregation newAggregation) {
        return new Sage(layers, newAggregation);
    }

    @Override
    public List<ParameterSpec> layerParameters(LayerShape shape) {
        return List.of(
                shape.weight("lin_l.weight"),
                shape.bias("lin_l.bias"),
                shape.weight("lin_r.weight"));
    }

    @Override
    public Expression layer(LayerScope scope) {
        Rows neighbours =
                switch (aggregation) {
                    case MEAN -> scope.aggregated();
                    case MAX -> scope.aggregated(x -> x.edgeMax(scope.block()));
                };
        return scope.product(neighbours, "lin_l.weight")
                .plus(scope.product(scope.own(), "lin_r.weight"))
                .addRow(scope.parameter("lin_l.bias"));
    }

    /// Combining the neighbours' features needs no parameters, so it is done once and the first layer starts from the result.
    @Override
    public int messageLayers() {
        return layers.count() - 1;
    }

    @Override
    public boolean readsCentre() {
        return true;
    }

    @Override
    public Formulas formulas() {
        return new Formulas.Neighbours(aggregation);
    }

    @Override
    public GraphView layerView(AttributedGraph graph, SparseMatrix features) {
        SparseMatrix mean = Propagation.mean(graph);
        SparseMatrix combined =
                switch (aggregation) {
                    case MEAN -> mean.multiply(features);
                    case MAX -> Propagation.largest(graph, features);
                };
        return new GraphView(
                mean, Map.of(AGGREGATED, layers.read(combined), OWN, layers.read(features)));
    }
}
