package innerloop.nn;

import innerloop.autodiff.Expression;
import innerloop.graph.AttributedGraph;
import innerloop.graph.Propagation;
import innerloop.math.SparseMatrix;
import java.util.List;
import java.util.Map;

/// The example encoder of docs/architecture.md: `h'_i = W (h_i + mean_j h_j) + b` over the neighbours j.
///
/// @param layers sizes and options
/// @param own how much the node itself counts
public record Blend(Layers layers, double own) implements Encoder {

    /// One hidden layer of 16; the node counts as much as its neighbours together.
    public static Blend defaults() {
        return new Blend(Layers.of(List.of(16), Activation.ELU).withNormalize(true), 0.5);
    }

    @Override
    public Blend withLayers(Layers newLayers) {
        return new Blend(newLayers, own);
    }

    public Blend withOwn(double newOwn) {
        return new Blend(layers, newOwn);
    }

    @Override
    public List<ParameterSpec> layerParameters(LayerShape shape) {
        return List.of(shape.weight("lin.weight"), shape.bias("lin.bias"));
    }

    @Override
    public Expression layer(LayerScope scope) {
        Expression neighbours = scope.product(scope.aggregated(), "lin.weight").scale(1 - own);
        Expression centre = scope.product(scope.own(), "lin.weight").scale(own);
        return neighbours.plus(centre).addRow(scope.parameter("lin.bias"));
    }

    @Override
    public int messageLayers() {
        return layers.count() - 1;
    }

    @Override
    public boolean readsCentre() {
        return true;
    }

    @Override
    public GraphView layerView(AttributedGraph graph, SparseMatrix features) {
        SparseMatrix mean = Propagation.mean(graph);
        return new GraphView(
                mean,
                Map.of(
                        AGGREGATED, layers.read(mean.multiply(features)),
                        OWN, layers.read(features)));
    }
}
